"""Orders that were found obeyed before they had states are corrected."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0042_corrections_are_checked_and_parties_taught"),
    ]

    operations = [
        # In SQL: no act of procedure is done here, the row only says in its state what it said by its date before.
        migrations.RunSQL(
            "UPDATE cases_correction SET state = 'corrected' WHERE corrected_on IS NOT NULL",
            migrations.RunSQL.noop,
        ),
    ]
