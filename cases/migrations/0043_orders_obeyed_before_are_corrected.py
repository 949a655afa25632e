"""Orders that were found obeyed before they had states are corrected."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def tell(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    orders = apps.get_model("cases", "Correction").objects.filter(corrected_on__isnull=False)
    orders.update(state="corrected")


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0042_corrections_are_checked_and_parties_taught"),
    ]

    operations = [migrations.RunPython(tell, migrations.RunPython.noop)]
