"""Of the illegal income, what goes back to those who paid it is not confiscated: how much, to whom, on which basis."""

from decimal import Decimal

from django.db import migrations, models

from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_functions_kept_apart")]

    operations = with_bars_lifted(
        migrations.AddField(
            "sanction",
            "returned",
            models.DecimalField(decimal_places=2, default=Decimal(0), max_digits=14, verbose_name="依法退赔（元）"),
        ),
        migrations.AddField(
            "sanction",
            "returned_to",
            models.CharField(blank=True, max_length=200, verbose_name="退给谁、依据什么"),
        ),
        migrations.AddConstraint(
            "sanction",
            models.CheckConstraint(
                condition=models.Q(
                    ("returned", 0),
                    models.Q(("returned__gt", 0), models.Q(("returned_to", ""), _negated=True)),
                    _connector="OR",
                ),
                name="what_is_returned_says_to_whom",
                violation_error_message="依法退赔的，写明退给谁、依据什么（行政处罚法第二十八条）。",
            ),
        ),
    )
