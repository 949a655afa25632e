"""A penalty that is not money is carried out by somebody, on a day, and shown (行政处罚法 66.1)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0012_papers_of_foreigners"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Performance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20, verbose_name="处罚种类")),
                ("content", models.CharField(blank=True, max_length=200)),
                ("refused", models.BooleanField(default=False, verbose_name="当事人没有履行")),
                ("carried_out_on", models.DateField(verbose_name="执行日期")),
                ("until", models.DateField(blank=True, null=True, verbose_name="期满日期")),
                ("how", models.TextField(verbose_name="怎样执行")),
                ("proof", models.CharField(blank=True, max_length=200, verbose_name="证明执行情况的文书")),
                ("organ", models.CharField(blank=True, max_length=200, verbose_name="告知发证机关")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="performances", to="cases.case"
                    ),
                ),
                (
                    "charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="performances", to="cases.charge"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="performances", to="cases.decision"
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.evidence",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="performances",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
            ],
            options={
                "verbose_name": "处罚执行情况",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("refused", False)),
                        fields=("decision", "charge", "kind"),
                        name="a_penalty_is_carried_out_once",
                        violation_error_message="这项处罚已经登记执行。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("how", ""), _negated=True),
                            models.Q(
                                models.Q(("proof", ""), _negated=True), ("evidence__isnull", False), _connector="OR"
                            ),
                        ),
                        name="a_penalty_carried_out_has_its_proof",
                        violation_error_message="登记处罚执行情况须有证据或者文书（行政处罚法第六十六条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gte", models.F("carried_out_on")), _connector="OR"
                        ),
                        name="a_penalty_for_a_time_ends_after_it_begins",
                        violation_error_message="期满日期早于执行日期。",
                    ),
                ],
            },
        ),
    ]
