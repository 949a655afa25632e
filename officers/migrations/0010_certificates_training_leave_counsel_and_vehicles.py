"""Certificates of both kinds with their stops, examinations, training, leave and substitutes, counsel, vehicles."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from officers.triggers import Bar, bars, with_bars_lifted

SYSTEM = "('system_admin', 'security_admin', 'audit_admin')"
MIXED = (
    "(NEW.acts_for_id IS NOT NULL AND EXISTS (SELECT 1 FROM officers_rolegrant g WHERE g.officer_id = NEW.officer_id "
    f"AND g.ended_on IS NULL AND g.role IN {SYSTEM})) OR (NEW.ended_on IS NULL AND NEW.role IN {SYSTEM} AND EXISTS "
    "(SELECT 1 FROM officers_rolegrant g WHERE g.officer_id = NEW.officer_id AND g.acts_for_id IS NOT NULL "
    "AND g.ended_on > NEW.granted_on))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("officers", "0003_counsel_is_a_post"),
    ]

    operations = [
        *with_bars_lifted(
            migrations.CreateModel(
                name="CertificateStop",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("suspended", "暂扣"),
                                ("revoked", "吊销"),
                                ("lost", "遗失注销"),
                                ("collected", "调离收回"),
                            ],
                            max_length=20,
                            verbose_name="情形",
                        ),
                    ),
                    ("since", models.DateField(verbose_name="自何日起")),
                    ("until", models.DateField(blank=True, null=True, verbose_name="至何日止")),
                    ("reason", models.CharField(max_length=200, verbose_name="理由")),
                ],
            ),
            migrations.CreateModel(
                name="CounselContract",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("number", models.CharField(max_length=40, unique=True, verbose_name="合同编号")),
                    ("firm", models.CharField(max_length=80, verbose_name="律师事务所")),
                    ("lawyer", models.CharField(max_length=40, verbose_name="律师")),
                    ("phone", models.CharField(blank=True, max_length=30, verbose_name="联系电话")),
                    ("begins", models.DateField(verbose_name="合同期自")),
                    ("ends", models.DateField(verbose_name="合同期至")),
                    (
                        "fee",
                        models.DecimalField(
                            blank=True,
                            decimal_places=2,
                            max_digits=10,
                            null=True,
                            validators=[django.core.validators.MinValueValidator(0)],
                            verbose_name="顾问费（元，可不填）",
                        ),
                    ),
                ],
                options={
                    "ordering": ["-begins", "-pk"],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("ends__gte", models.F("begins"))),
                            name="a_contract_ends_after_it_begins",
                            violation_error_message="合同期止早于合同期起。",
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="EquipmentCheck",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("item", models.CharField(blank=True, max_length=80, verbose_name="其他装备和编号")),
                    ("on", models.DateField(verbose_name="检查日期")),
                    ("fit", models.BooleanField(verbose_name="可以使用")),
                    ("finding", models.CharField(blank=True, max_length=200, verbose_name="检查情况")),
                ],
                options={
                    "ordering": ["-on", "-pk"],
                },
            ),
            migrations.CreateModel(
                name="Leave",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("annual", "年休假"),
                                ("sick", "病假"),
                                ("private", "事假"),
                                ("study", "学习培训"),
                                ("seconded", "借调"),
                                ("other", "其他"),
                            ],
                            max_length=20,
                            verbose_name="种类",
                        ),
                    ),
                    ("since", models.DateField(verbose_name="自何日起")),
                    ("until", models.DateField(verbose_name="至何日止")),
                    ("note", models.CharField(blank=True, max_length=120, verbose_name="备注")),
                ],
                options={
                    "ordering": ["-since", "-pk"],
                },
            ),
            migrations.CreateModel(
                name="QualificationExam",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("title", models.CharField(max_length=80, verbose_name="考试名称")),
                    ("held_on", models.DateField(verbose_name="考试日期")),
                    ("score", models.CharField(blank=True, max_length=20, verbose_name="成绩")),
                    ("passed", models.BooleanField(verbose_name="合格")),
                ],
                options={
                    "ordering": ["-held_on", "-pk"],
                },
            ),
            migrations.CreateModel(
                name="Training",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("topic", models.CharField(max_length=120, verbose_name="培训内容")),
                    (
                        "kind",
                        models.CharField(
                            choices=[("pre_post", "岗前培训"), ("yearly", "在岗培训")],
                            max_length=20,
                            verbose_name="种类",
                        ),
                    ),
                    ("held_on", models.DateField(verbose_name="结束日期")),
                    (
                        "hours",
                        models.DecimalField(
                            decimal_places=1,
                            max_digits=5,
                            validators=[django.core.validators.MinValueValidator(0.5)],
                            verbose_name="学时",
                        ),
                    ),
                    ("organiser", models.CharField(blank=True, max_length=80, verbose_name="举办单位")),
                ],
                options={
                    "ordering": ["-held_on", "-pk"],
                },
            ),
            migrations.CreateModel(
                name="Vehicle",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("plate", models.CharField(max_length=12, unique=True, verbose_name="车牌号")),
                    ("model", models.CharField(blank=True, max_length=60, verbose_name="品牌型号")),
                    ("inspected_until", models.DateField(verbose_name="年检有效期至")),
                    ("insured_until", models.DateField(verbose_name="保险有效期至")),
                    ("retired_on", models.DateField(blank=True, null=True, verbose_name="停用日期")),
                ],
                options={
                    "ordering": ["plate"],
                },
            ),
            migrations.CreateModel(
                name="VehicleTrip",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("on", models.DateField(verbose_name="出车日期")),
                    ("purpose", models.CharField(max_length=120, verbose_name="用途")),
                    ("km_from", models.PositiveIntegerField(verbose_name="出车里程（公里）")),
                    ("km_to", models.PositiveIntegerField(blank=True, null=True, verbose_name="收车里程（公里）")),
                ],
                options={
                    "ordering": ["-on", "-pk"],
                },
            ),
            migrations.AddField(
                model_name="certificate",
                name="area",
                field=models.CharField(blank=True, max_length=60, verbose_name="执法区域"),
            ),
            migrations.AddField(
                model_name="certificate",
                name="category",
                field=models.CharField(
                    blank=True,
                    choices=[
                        ("highway", "公路路政"),
                        ("road", "道路运政"),
                        ("water", "水路运政"),
                        ("waterway", "航道"),
                        ("port", "港口"),
                        ("works", "工程质量安全监督"),
                        ("maritime", "海事"),
                        ("general", "综合"),
                    ],
                    max_length=20,
                    verbose_name="执法门类",
                ),
            ),
            migrations.AddField(
                model_name="certificate",
                name="replaces",
                field=models.OneToOneField(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="replaced_by",
                    to="officers.certificate",
                    verbose_name="补发、换发前的证件",
                ),
            ),
            migrations.AddField(
                model_name="certificate",
                name="series",
                field=models.CharField(
                    blank=True,
                    choices=[("ministry", "交通运输行政执法证"), ("government", "政府制发的行政执法证")],
                    max_length=20,
                    verbose_name="制发",
                ),
            ),
            migrations.AddField(
                model_name="rolegrant",
                name="acts_for",
                field=models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="substituted",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddConstraint(
                model_name="rolegrant",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("acts_for", None),
                        models.Q(("ended_on__gte", models.F("granted_on")), ("ended_on__isnull", False)),
                        _connector="OR",
                    ),
                    name="a_substitution_has_its_last_day",
                    violation_error_message="代理须有起止日期，止日不早于起日。",
                ),
            ),
            migrations.AddConstraint(
                model_name="rolegrant",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("acts_for", None), models.Q(("acts_for", models.F("officer")), _negated=True), _connector="OR"
                    ),
                    name="nobody_stands_in_for_oneself",
                    violation_error_message="不能自己代理自己。",
                ),
            ),
            migrations.AddConstraint(
                model_name="rolegrant",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("acts_for", None),
                        models.Q(("role__in", ["audit_admin", "security_admin", "system_admin"]), _negated=True),
                        _connector="OR",
                    ),
                    name="nobody_stands_in_for_an_administrator",
                    violation_error_message="系统、安全、审计管理员不能由人代理。",
                ),
            ),
            migrations.AddField(
                model_name="certificatestop",
                name="certificate",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="stops", to="officers.certificate"
                ),
            ),
            migrations.AddField(
                model_name="certificatestop",
                name="recorded_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="equipmentcheck",
                name="by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="检查人",
                ),
            ),
            migrations.AddField(
                model_name="leave",
                name="officer",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="leaves",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="休假人员",
                ),
            ),
            migrations.AddField(
                model_name="qualificationexam",
                name="officer",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="exams",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="应考人员",
                ),
            ),
            migrations.AddField(
                model_name="training",
                name="attendees",
                field=models.ManyToManyField(
                    blank=True, related_name="trainings", to=settings.AUTH_USER_MODEL, verbose_name="参加人员"
                ),
            ),
            migrations.AddField(
                model_name="vehicle",
                name="unit",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="vehicles",
                    to="officers.department",
                    verbose_name="使用单位",
                ),
            ),
            migrations.AddField(
                model_name="equipmentcheck",
                name="vehicle",
                field=models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="checks",
                    to="officers.vehicle",
                    verbose_name="车辆",
                ),
            ),
            migrations.AddField(
                model_name="vehicletrip",
                name="driver",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="驾驶人",
                ),
            ),
            migrations.AddField(
                model_name="vehicletrip",
                name="vehicle",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="trips",
                    to="officers.vehicle",
                    verbose_name="车辆",
                ),
            ),
            migrations.AddConstraint(
                model_name="certificatestop",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("until", None),
                        models.Q(("kind", "suspended"), ("until__gte", models.F("since"))),
                        _connector="OR",
                    ),
                    name="only_a_suspension_ends_and_not_before_it_begins",
                    violation_error_message="只有暂扣有截止日期，且不早于起始日期。",
                ),
            ),
            migrations.AddConstraint(
                model_name="certificatestop",
                constraint=models.CheckConstraint(
                    condition=models.Q(("reason", ""), _negated=True),
                    name="a_stop_of_a_certificate_says_why",
                    violation_error_message="写明理由。",
                ),
            ),
            migrations.AddConstraint(
                model_name="leave",
                constraint=models.CheckConstraint(
                    condition=models.Q(("until__gte", models.F("since"))),
                    name="a_leave_ends_after_it_begins",
                    violation_error_message="止日早于起日。",
                ),
            ),
            migrations.AddConstraint(
                model_name="qualificationexam",
                constraint=models.UniqueConstraint(
                    fields=("officer", "title", "held_on"),
                    name="an_examination_is_entered_once",
                    violation_error_message="这次考试已经登记过。",
                ),
            ),
            migrations.AddConstraint(
                model_name="training",
                constraint=models.CheckConstraint(
                    condition=models.Q(("hours__gt", 0)),
                    name="a_training_has_lessons",
                    violation_error_message="学时须大于零。",
                ),
            ),
            migrations.AddConstraint(
                model_name="equipmentcheck",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("item", ""), ("vehicle__isnull", False)),
                        models.Q(("vehicle", None), models.Q(("item", ""), _negated=True)),
                        _connector="OR",
                    ),
                    name="a_check_is_of_one_thing",
                    violation_error_message="选择车辆，或者写明其他装备，只填一样。",
                ),
            ),
            migrations.AddConstraint(
                model_name="equipmentcheck",
                constraint=models.CheckConstraint(
                    condition=models.Q(("fit", True), models.Q(("finding", ""), _negated=True), _connector="OR"),
                    name="what_is_unfit_is_described",
                    violation_error_message="不能使用的，写明检查情况。",
                ),
            ),
            migrations.AddConstraint(
                model_name="vehicletrip",
                constraint=models.CheckConstraint(
                    condition=models.Q(("km_to", None), ("km_to__gte", models.F("km_from")), _connector="OR"),
                    name="a_meter_does_not_run_back",
                    violation_error_message="收车里程小于出车里程。",
                ),
            ),
            migrations.AddConstraint(
                model_name="vehicletrip",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("km_to", None)),
                    fields=("vehicle",),
                    name="a_vehicle_is_out_once",
                    violation_error_message="这辆车还没有收车，先登记收车里程。",
                ),
            ),
        ),
        bars(
            Bar(
                f"no_administrator_stands_in_on_{event.lower()}",
                "officers_rolegrant",
                event,
                MIXED,
                "系统、安全、审计管理员不能代理业务职务。",
            )
            for event in ("INSERT", "UPDATE")
        ),
    ]
