"""Cases are joined into one or parted, and each copied row is known by its source."""

import django.db.models.deletion
import django_fsm
from django.db import migrations, models

import cases.procedure.joinder


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0093_other_organs_take_part"),
    ]

    operations = [
        migrations.CreateModel(
            name="Joinder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("proposed", "待批准并案或者分案"),
                            ("refused", "不批准并案或者分案"),
                            ("approved", "已批准并案或者分案"),
                            ("merged", "已并案"),
                            ("linked", "已指定分案"),
                            ("done", "分案已承接"),
                        ],
                        default="proposed",
                        max_length=50,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("merge", "并案"), ("split", "分案")], max_length=10, verbose_name="方式"
                    ),
                ),
                ("reason", models.TextField(verbose_name="理由")),
                ("parties", models.JSONField(default=list, verbose_name="分出的当事人")),
                ("proposed_on", models.DateField(verbose_name="提出日期")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="批准日期")),
                ("copied", models.JSONField(default=dict)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="joinders", to="cases.case"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joined_to",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "verbose_name": "并案分案",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("other", models.F("case")), _negated=True),
                        name="a_case_is_not_joined_to_itself",
                        violation_error_message="不能与本案自己并案。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind", "split"), ("other__isnull", False), _connector="OR"),
                        name="a_merger_names_both_cases",
                        violation_error_message="并案须写明另一案件。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "refused"), _negated=True),
                        fields=("other",),
                        name="a_case_is_joined_once",
                        violation_error_message="该案件已经并案或者分案。",
                    ),
                ],
            },
            bases=(cases.procedure.joinder.Joining, models.Model),
        ),
    ]
