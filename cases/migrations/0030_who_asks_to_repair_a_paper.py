"""Who asked for the correction or the voiding of a paper, kept on the row itself."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from officers.triggers import with_bars_lifted

ACTS = {"PaperCorrection": "propose_paper_correction", "PaperVoiding": "propose_paper_voiding"}


def fill(apps: Any, editor: Any) -> None:
    """The opinion of that act says who; it is kept by the case and the day."""
    for name, act in ACTS.items():
        for row in apps.get_model("cases", name).objects.filter(proposed_by=None):
            asked = row.case.approvals.filter(act=act, given_on=row.proposed_on).order_by("pk").last()
            row.proposed_by_id = asked.officer_id if asked else row.case.assignments.order_by("pk").first().officer_id
            row.save(update_fields=["proposed_by"])


def proposed_by(name: str) -> migrations.AddField:
    who = models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
    )
    return migrations.AddField(model_name=name, name="proposed_by", field=who)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0024_costs_go_to_the_court_with_their_materials"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        *with_bars_lifted(proposed_by("papercorrection"), proposed_by("papervoiding")),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
