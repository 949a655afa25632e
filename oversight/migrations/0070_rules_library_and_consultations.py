"""The regulations of the bureau with their versions and rules, and what counsel was asked."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0081_a_penalty_is_kept_from_the_public_by_two"),
        ("officers", "0010_certificates_training_leave_counsel_and_vehicles"),
        ("oversight", "0040_figures_of_a_year"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Regulation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=120, verbose_name="名称")),
                (
                    "repealed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeals",
                        to="oversight.regulation",
                        verbose_name="由哪一项代替",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("repealed_by", None),
                            models.Q(("repealed_by", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="no_regulation_repeals_itself",
                        violation_error_message="制度不能由自己代替。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Consultation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_on", models.DateField(verbose_name="咨询日期")),
                ("question", models.TextField(max_length=2000, verbose_name="咨询的问题")),
                ("advice", models.TextField(max_length=4000, verbose_name="顾问的意见")),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="cases.case",
                        verbose_name="案件",
                    ),
                ),
                (
                    "contract",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="officers.counselcontract",
                        verbose_name="法律顾问",
                    ),
                ),
                (
                    "counsel",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="公职律师",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "regulation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="oversight.regulation",
                        verbose_name="制度",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("contract", None), ("counsel__isnull", False)),
                            models.Q(("contract__isnull", False), ("counsel", None)),
                            _connector="OR",
                        ),
                        name="advice_comes_from_one_counsel",
                        violation_error_message="选择法律顾问或者公职律师，只选一名。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("case", None), ("regulation", None), _connector="OR"),
                        name="a_consultation_is_about_one_thing",
                        violation_error_message="咨询针对一件案件或者一项制度，只选一样。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RegulationLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=120)),
                (
                    "regulation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="links", to="oversight.regulation"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("regulation", "rule"),
                        name="a_rule_is_linked_to_a_regulation_once",
                        violation_error_message="已经关联过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RegulationVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("document", models.CharField(blank=True, max_length=60, verbose_name="发文字号")),
                ("text", models.TextField(verbose_name="正文")),
                ("change", models.CharField(blank=True, max_length=300, verbose_name="这次改了什么")),
                ("in_force_from", models.DateField(verbose_name="施行日期")),
                ("in_force_until", models.DateField(blank=True, null=True, verbose_name="失效日期")),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "regulation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="oversight.regulation"
                    ),
                ),
            ],
            options={
                "ordering": ["-in_force_from"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("regulation", "in_force_from"),
                        name="one_version_of_a_regulation_a_day",
                        violation_error_message="这一天已经有一个版本施行。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("in_force_until", None),
                            ("in_force_until__gte", models.F("in_force_from")),
                            _connector="OR",
                        ),
                        name="a_version_ends_after_it_begins",
                        violation_error_message="失效日期早于施行日期。",
                    ),
                ],
            },
        ),
    ]
