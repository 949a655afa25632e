"""An investigation may stand still: proposed, approved, resumed."""

import django.db.models.deletion
import django_fsm
from django.db import migrations, models

import cases.procedure.suspension


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0091_recused_people_take_no_part"),
    ]

    operations = [
        migrations.CreateModel(
            name="Suspension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("proposed", "待批准中止调查"),
                            ("refused", "不批准中止"),
                            ("running", "中止调查"),
                            ("resumed", "已恢复调查"),
                        ],
                        default="proposed",
                        max_length=50,
                    ),
                ),
                ("ground", models.CharField(max_length=40, verbose_name="中止情形")),
                ("explanation", models.TextField(verbose_name="具体情况")),
                ("proposed_on", models.DateField(verbose_name="提出日期")),
                ("began_on", models.DateField(blank=True, null=True, verbose_name="中止日期")),
                ("resumed_on", models.DateField(blank=True, null=True, verbose_name="恢复日期")),
                ("resume_reason", models.TextField(blank=True, verbose_name="恢复的理由")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="suspensions", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "中止调查",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["proposed", "running"])),
                        fields=("case",),
                        name="one_suspension_at_a_time",
                        violation_error_message="本案已在中止或者正在报批中止。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["running", "resumed"]), _negated=True),
                            ("began_on__isnull", False),
                            _connector="OR",
                        ),
                        name="a_suspension_has_its_first_day",
                        violation_error_message="中止调查须有起始日期。",
                    ),
                ],
            },
            bases=(cases.procedure.suspension.Suspending, models.Model),
        ),
    ]
