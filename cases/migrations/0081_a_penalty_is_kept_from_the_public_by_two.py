"""Whoever wants a penalty kept from the public asks for it; somebody else allows it, and the reason stays."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cases.procedure.exemption


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0080_grounds_of_erasure_are_dated_law"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicationExemption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(verbose_name="不予公示的理由")),
                ("proposed_on", models.DateField(verbose_name="提出日期")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="批准日期")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "待批准不予公示"),
                            ("refused", "不批准不予公示"),
                            ("approved", "已批准不予公示"),
                        ],
                        default="proposed",
                        max_length=50,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="exemptions", to="cases.case"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "不予公示",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "proposed")),
                        fields=("case",),
                        name="a_case_asks_for_one_exemption_at_a_time",
                        violation_error_message="本案已经提请不予公示，还没有答复。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "approved"), _negated=True),
                            models.Q(
                                ("decided_by__isnull", False),
                                ("decided_on__isnull", False),
                                models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="nobody_exempts_on_own_proposal",
                        violation_error_message="不予公示须由提请人以外的负责人批准。",
                    ),
                ],
            },
            bases=(cases.procedure.exemption.Exempting, models.Model),
        ),
    ]
