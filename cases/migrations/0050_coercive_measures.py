"""Coercive measures with their inventory, tests, custody and disposals."""

import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models

import cases.procedure.coercion
import cases.procedure.coercion_ends
import cases.procedure.coercion_holds
import cases.procedure.custody


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0045_inspections_guardians_and_interpreters"),
        ("officers", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="CoerciveMeasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("proposed", "待批准"),
                            ("refused", "未获批准"),
                            ("given_up", "申请已撤回"),
                            ("approved", "已批准待实施"),
                            ("unreported", "已当场实施待报告"),
                            ("reported", "已报告待补批"),
                            ("in_force", "强制措施实施中"),
                            ("lapsed", "期限届满，必须退还"),
                            ("released", "已解除待退还"),
                            ("returned", "财物已退还"),
                            ("confiscated", "财物已没收"),
                            ("handed_along", "财物已随案移送"),
                            ("settled", "财物已处理完毕"),
                        ],
                        db_index=True,
                        default="proposed",
                        max_length=50,
                    ),
                ),
                ("authority", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=40)),
                ("manner", models.CharField(max_length=10)),
                ("basis", models.CharField(max_length=120)),
                ("reason", models.TextField(verbose_name="采取措施的事实和理由")),
                ("relation_to_conduct", models.CharField(max_length=200, verbose_name="财物与违法行为的关系")),
                ("follows", models.CharField(blank=True, max_length=120, verbose_name="转自")),
                ("proposed_on", models.DateField()),
                ("urgent", models.BooleanField(default=False)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("approval_opinion", models.TextField(blank=True)),
                ("carried_out_at", models.DateTimeField(blank=True, null=True)),
                ("witness", models.CharField(blank=True, max_length=60)),
                ("heard", models.TextField(blank=True)),
                ("handed_to", models.CharField(blank=True, max_length=60)),
                ("reported_at", models.DateTimeField(blank=True, null=True)),
                ("late_reason", models.CharField(blank=True, max_length=200)),
                ("place", models.CharField(blank=True, max_length=120)),
                ("ground", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("release_reason", models.TextField(blank=True)),
                ("released_on", models.DateField(blank=True, null=True)),
                ("returned_on", models.DateField(blank=True, null=True)),
                ("returned_to", models.CharField(blank=True, max_length=60)),
                ("return_note", models.CharField(blank=True, max_length=200)),
                ("handed_along_to", models.CharField(blank=True, max_length=120)),
                ("receipt", models.CharField(blank=True, max_length=120)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="measures", to="cases.case"
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="measures", to="cases.party"
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "scene",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="cases.inquiry",
                    ),
                ),
                (
                    "second_officer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "强制措施",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "proposed",
                                    "refused",
                                    "given_up",
                                    "approved",
                                    "unreported",
                                    "reported",
                                    "in_force",
                                    "lapsed",
                                    "released",
                                    "returned",
                                    "confiscated",
                                    "handed_along",
                                    "settled",
                                ],
                            )
                        ),
                        name="a_measure_is_in_a_known_state",
                        violation_error_message="强制措施的状态不在法定程序之内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("carried_out_at", None),
                            ("urgent", True),
                            models.Q(("approved_by__isnull", False), ("carried_out_at__gte", models.F("approved_at"))),
                            _connector="OR",
                        ),
                        name="a_measure_is_approved_before_it_is_carried_out",
                        violation_error_message="实施强制措施前须经负责人批准（行政强制法第十八条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("proposed", "refused", "given_up", "approved")),
                            ("carried_out_at__isnull", False),
                            _connector="OR",
                        ),
                        name="a_hold_has_its_moment",
                        violation_error_message="已实施的强制措施必须有实施时间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "in_force"), _negated=True),
                            ("approved_by__isnull", False),
                            _connector="OR",
                        ),
                        name="a_measure_in_force_is_approved",
                        violation_error_message="未经负责人批准或者补批，强制措施不能继续（行政强制法第十九条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reported_at", None), ("reported_at__gte", models.F("carried_out_at")), _connector="OR"
                        ),
                        name="a_measure_is_reported_after_it_is_carried_out",
                        violation_error_message="报告时间早于实施时间。",
                    ),
                ],
            },
            bases=(
                cases.procedure.coercion.Imposing,
                cases.procedure.coercion_holds.Holding,
                cases.procedure.coercion_ends.Ending,
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="CustodyChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("offered", "待接收"), ("taken", "已接收"), ("declined", "未接收")],
                        default="offered",
                        max_length=50,
                    ),
                ),
                ("handed_at", models.DateTimeField()),
                ("place", models.CharField(max_length=120)),
                ("condition", models.CharField(max_length=200)),
                ("taken_at", models.DateTimeField(blank=True, null=True)),
                ("remark", models.CharField(blank=True, max_length=200)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="custody_changes", to="cases.case"
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="custody_changes",
                        to="cases.coercivemeasure",
                    ),
                ),
                (
                    "taker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="custodies",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "财物交接",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("giver", models.F("taker")), _negated=True),
                        name="things_pass_between_two_people",
                        violation_error_message="移交人和接收人不能是同一人。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "taken"), _negated=True),
                            ("taken_at__gte", models.F("handed_at")),
                            _connector="OR",
                        ),
                        name="things_are_taken_after_they_are_handed_over",
                        violation_error_message="接收时间早于移交时间。",
                    ),
                ],
            },
            bases=(cases.procedure.custody.HandingOver, models.Model),
        ),
        migrations.CreateModel(
            name="MeasureTest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purpose", models.CharField(max_length=60)),
                ("institution", models.CharField(max_length=120)),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("announced_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("result", models.CharField(blank=True, max_length=200)),
                (
                    "exclusion",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="test", to="cases.termexclusion"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tests", to="cases.coercivemeasure"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("first")), ("first__gte", models.F("announced_on"))),
                        name="a_test_is_announced_before_it_begins",
                        violation_error_message="检测期间应当明确并事先书面告知当事人（行政强制法第二十五条）。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Thing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=10)),
                ("name", models.CharField(max_length=120)),
                ("specification", models.CharField(blank=True, max_length=60)),
                ("quantity", models.CharField(max_length=20)),
                ("condition", models.CharField(blank=True, max_length=120)),
                (
                    "fate",
                    models.CharField(
                        choices=[
                            ("held", "在保管"),
                            ("confiscated", "已没收"),
                            ("returned", "已退还"),
                            ("handed_along", "已随案移送"),
                            ("disposed", "已处理"),
                        ],
                        default="held",
                        max_length=12,
                    ),
                ),
                ("fate_on", models.DateField(blank=True, null=True)),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="things", to="cases.coercivemeasure"
                    ),
                ),
                ("photos", models.ManyToManyField(blank=True, related_name="things", to="cases.evidence")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fate", "held"), ("fate_on", None)),
                            models.Q(models.Q(("fate", "held"), _negated=True), ("fate_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="the_fate_of_a_thing_has_its_day",
                        violation_error_message="财物的去向必须有日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Disposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("asked", "待批准处理"),
                            ("allowed", "已批准处理"),
                            ("denied", "未批准处理"),
                            ("done", "已处理"),
                        ],
                        default="asked",
                        max_length=50,
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("confiscated", "依法没收的财物"),
                            ("perishable", "鲜活物品或者其他不易保管的财物"),
                            ("unclaimed", "公告期满无人领取的财物"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "manner",
                    models.CharField(
                        choices=[
                            ("auction", "公开拍卖"),
                            ("sale", "变卖"),
                            ("destroy", "销毁"),
                            ("hand_over", "移交有关部门"),
                            ("treasury", "上缴国库"),
                        ],
                        max_length=10,
                    ),
                ),
                ("basis", models.CharField(max_length=120)),
                ("reason", models.TextField()),
                ("valuation", models.DecimalField(decimal_places=2, max_digits=14)),
                ("valued_by", models.CharField(max_length=120)),
                ("asked_on", models.DateField()),
                ("approved_on", models.DateField(blank=True, null=True)),
                ("approval_opinion", models.TextField(blank=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("receiver", models.CharField(blank=True, max_length=120)),
                ("proceeds", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ("receipt", models.CharField(blank=True, max_length=120)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="disposals", to="cases.case"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disposals",
                        to="cases.coercivemeasure",
                    ),
                ),
                ("things", models.ManyToManyField(related_name="disposals", to="cases.thing")),
            ],
            options={
                "verbose_name": "财物处理",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["asked", "denied"]), ("approved_by__isnull", False), _connector="OR"
                        ),
                        name="a_disposal_is_approved",
                        violation_error_message="处理财物须经负责人批准。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(("done_on__isnull", False), ("proceeds__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_disposal_that_is_done_has_day_and_proceeds",
                        violation_error_message="处理财物须写明日期和所得款项。",
                    ),
                ],
            },
            bases=(cases.procedure.custody.Disposing, models.Model),
        ),
    ]
