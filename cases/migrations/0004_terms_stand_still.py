"""Terms can stand still, leave days out, and belong to one legal object of a case."""

import django.db.models.deletion
from django.db import migrations, models

from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_law_below_the_application"),
    ]

    operations = with_bars_lifted(
        migrations.AddField(
            model_name="term",
            name="about",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        migrations.AddField(
            model_name="term",
            name="paused_since",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name="TermExclusion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("reason", models.CharField(max_length=60)),
                ("basis", models.CharField(max_length=120)),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="exclusions", to="cases.term"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("first"))),
                        name="an_exclusion_ends_after_it_begins",
                        violation_error_message="扣除期间的结束日早于开始日。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("basis", ""), _negated=True),
                        name="an_exclusion_has_a_basis",
                        violation_error_message="扣除期间必须有依据。",
                    ),
                ],
            },
        ),
    )
