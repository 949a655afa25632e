"""A year's figures are public once a second person has approved them; those that counted themselves go."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def take_down_unapproved(apps, schema_editor):
    apps.get_model("publicity", "PublishedSheet").objects.filter(key="figures").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("publicity", "0013_handovers_and_repairs_of_credit"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AnnualFigures",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("as_of", models.DateField(verbose_name="截止日期")),
                ("figures", models.JSONField()),
                ("counted_on", models.DateField(verbose_name="统计日期")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="审核日期")),
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
                    "counted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_by", None), ("approved_on", None)),
                            models.Q(
                                ("approved_by__isnull", False),
                                ("approved_on__isnull", False),
                                models.Q(("approved_by", models.F("counted_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="nobody_approves_own_count",
                        violation_error_message="年度数据须由统计人以外的人审核。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("approved_by", None)),
                        fields=("year",),
                        name="one_count_of_a_year_waits",
                        violation_error_message="本年度已有一份待审核的数据。",
                    ),
                ],
            },
        ),
        migrations.RunPython(take_down_unapproved, migrations.RunPython.noop),
    ]
