"""What does a case's own page say about the sources it came from? Never who reported it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.panels import Panel
from inspections.models import Source
from officers.models import Officer


@dataclass(frozen=True)
class SourceLine:
    number: str
    kind: str
    received_on: date
    url: str
    is_owed_an_answer: bool


def sources_panel(file: CaseFile, officer: Officer, today: date) -> Panel | None:
    """Nothing for a case that came from no register."""
    found = list(Source.objects.filter(case=file.case).order_by("pk"))
    if not found:
        return None
    seen = set(Source.objects.visible_to(officer).filter(case=file.case).values_list("pk", flat=True))
    return Panel(_("线索来源"), "inspections/_sources_panel.html", [_line(one, one.pk in seen) for one in found])


def _line(source: Source, is_seen: bool) -> SourceLine:
    return SourceLine(
        number=str(source),
        kind=str(source.get_kind_display()),
        received_on=source.received_on,
        url=reverse("inspections:source", args=[source.pk]) if is_seen else "",
        is_owed_an_answer=bool(source.reply_due_on and not source.replied_on),
    )
