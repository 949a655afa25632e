"""What does an officer owe the docks: a reason for what came late."""

from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from cases.screens.dates import due_by
from cases.screens.worklist import WorkRow
from officers.models import Officer
from officers.roles import Role
from recordings.models import Recording

SHOWN = 20


def late_errands(officer: Officer, today: date) -> list[WorkRow]:
    """The officer's own recordings that came late without a reason, on the worklist."""
    if not officer.holds(Role.OFFICER):
        return []
    rows = Recording.objects.late().filter(officer=officer, late_reason="").select_related("device")
    return [_row(one, today) for one in rows.order_by("due_at", "pk")[:SHOWN]]


def _row(recording: Recording, today: date) -> WorkRow:
    url = reverse("recordings:recording", args=[recording.pk])
    return WorkRow(
        number=recording.device.number,
        title=str(recording),
        party="",
        url=url,
        verb=_("说明原因"),
        verb_url=url,
        due=due_by(localdate(recording.due_at), today, _("逾期入库")),
        waiting_for="",
        since_days=0,
    )
