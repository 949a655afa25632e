"""A paper that is issued may still wait for its seal; without it, it is not served."""

from django.db import migrations, models

from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0020_stored_signatures"),
    ]

    operations = with_bars_lifted(
        migrations.AddField(
            model_name="document",
            name="awaits_seal",
            field=models.BooleanField(default=False, verbose_name="待用印"),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "served"), _negated=True) | models.Q(("awaits_seal", False)),
                name="served_paper_bears_its_seal",
                violation_error_message="没有用印的文书不得送达。",
            ),
        ),
    )
