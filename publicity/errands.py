"""What do the publishers owe the public that belongs to no case?"""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.screens.dates import due_by
from cases.screens.worklist import WorkRow
from officers.models import Officer
from officers.roles import Role
from publicity.corrections import CorrectionRequest

SHOWN = 50


def correction_errands(officer: Officer, today: date) -> list[WorkRow]:
    """Requests for correction that wait for an answer, on the worklist of those who may give it."""
    if not officer.holds(Role.PUBLISHER):
        return []
    return [
        WorkRow(
            number=one.receipt,
            title=one.number,
            party="",
            url=reverse("publicity:answer-correction", args=[one.pk]),
            verb=_("答复"),
            verb_url=reverse("publicity:answer-correction", args=[one.pk]),
            due=due_by(one.due_on, today, _("答复更正申请")),
            waiting_for="",
            since_days=0,
        )
        for one in CorrectionRequest.objects.unanswered()[:SHOWN]
    ]
