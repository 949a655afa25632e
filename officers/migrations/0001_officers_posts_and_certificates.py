"""People, the posts they hold, their certificates and yearly reviews."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("officers", "0001_people_posts_and_certificates"),
        ("officers", "0050_keepers_of_things"),
        ("officers", "0051_keepers_of_the_seal"),
    ]

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Bureau",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="机关全称")),
                ("short_name", models.CharField(max_length=20, verbose_name="简称")),
                ("seal_name", models.CharField(max_length=80, verbose_name="印章名称")),
                ("division_code", models.CharField(max_length=6, verbose_name="行政区划代码")),
                ("number_prefix", models.CharField(max_length=20, verbose_name="文号机关代字")),
                ("address", models.CharField(max_length=120, verbose_name="联系地址")),
                ("postcode", models.CharField(max_length=6, verbose_name="邮编")),
                ("phone", models.CharField(max_length=30, verbose_name="联系电话")),
                ("contact", models.CharField(max_length=20, verbose_name="联系人")),
                ("supervision_phone", models.CharField(max_length=30, verbose_name="监督电话")),
                ("bank_name", models.CharField(max_length=80, verbose_name="罚款代收银行")),
                ("bank_address", models.CharField(max_length=120, verbose_name="代收银行地址")),
                ("bank_account", models.CharField(max_length=40, verbose_name="代收账号")),
                ("reviewing_government", models.CharField(max_length=80, verbose_name="行政复议机关")),
                ("court", models.CharField(max_length=80, verbose_name="有管辖权的人民法院")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pk", 1)),
                        name="one_bureau_only",
                        violation_error_message="一套系统只服务一个执法机关。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Department",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, unique=True, verbose_name="名称")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="officers.department",
                    ),
                ),
                ("handles_cases", models.BooleanField(default=False, verbose_name="办案机构")),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Officer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("staff_number", models.CharField(max_length=20, unique=True, verbose_name="工号")),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="officers",
                        to="officers.department",
                        verbose_name="部门",
                    ),
                ),
                ("position", models.CharField(blank=True, max_length=40, verbose_name="职务")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="电话")),
                ("is_active", models.BooleanField(default=True, verbose_name="在职")),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RoleGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="grants", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("officer", "执法人员"),
                            ("team_head", "办案机构负责人"),
                            ("legal_reviewer", "法制审核人员"),
                            ("hearing_chair", "听证主持人"),
                            ("bureau_head", "执法部门负责人"),
                            ("administrator", "业务管理员"),
                            ("finance", "财务人员"),
                            ("archivist", "档案管理员"),
                            ("publisher", "公示人员"),
                            ("keeper", "财物保管人员"),
                            ("seal_keeper", "印章保管人员"),
                            ("system_admin", "系统管理员"),
                            ("security_admin", "安全管理员"),
                            ("audit_admin", "审计管理员"),
                        ],
                        max_length=20,
                    ),
                ),
                ("granted_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("officer", "role"),
                        name="a_post_is_held_once",
                        violation_error_message="该人员已担任这一职务。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificates",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("enforcement", "行政执法证"), ("legal", "法律职业资格证书")], max_length=20
                    ),
                ),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="证号")),
                ("issued_by", models.CharField(max_length=60, verbose_name="发证机关")),
                ("valid_from", models.DateField(verbose_name="有效期自")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="有效期至")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until", None), ("valid_until__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="certificate_ends_after_it_begins",
                        violation_error_message="证件有效期止早于有效期起。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="AnnualReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "certificate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="annual_reviews",
                        to="officers.certificate",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("reviewed_on", models.DateField(verbose_name="审验日期")),
                ("passed", models.BooleanField(verbose_name="审验合格")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("certificate", "year"),
                        name="a_certificate_is_reviewed_once_a_year",
                        violation_error_message="该证件本年度已审验。",
                    )
                ],
                "indexes": [],
            },
        ),
    ]
