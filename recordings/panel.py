"""What does a case's own page say about its recordings?"""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.panels import Panel
from officers.models import Officer
from recordings.caseload import meter, unaccounted
from recordings.models import RecordingMatch
from recordings.states import MatchState


@dataclass(frozen=True)
class PanelView:
    whole: int
    all: int
    to_explain: int
    to_confirm: int
    url: str


def coverage_panel(file: CaseFile, officer: Officer, today: date) -> Panel | None:
    """全过程记录 5/6 环节有音像. Nothing before anything had to be recorded."""
    rows = meter(file)
    if not rows:
        return None
    view = PanelView(
        whole=sum(one.is_whole for one in rows),
        all=len(rows),
        to_explain=len(unaccounted(file)),
        to_confirm=RecordingMatch.objects.filter(case=file.case, state=MatchState.PROPOSED).count(),
        url=reverse("recordings:case", args=[file.case.pk]),
    )
    return Panel(_("全过程记录"), "recordings/_panel.html", view)
