"""What keeps a case open, item by item, before anyone asks to close it?"""

from dataclasses import dataclass
from datetime import date

from cases.act import Ask, acts_of
from cases.case_file import CaseFile
from cases.models import Case
from cases.screens.offers import Hindrance, hindrance
from cases.services import in_source_state, no_calendar
from law.citations import cite_all, print_citations
from law.holidays import CalendarMissing
from officers.models import Officer

ACT = "propose_closing"


@dataclass(frozen=True)
class Item:
    """One condition of closing: in order, or with every reason why not."""

    title: str
    article: str
    done: bool
    obstacles: list[Hindrance]


def closing_checklist(file: CaseFile, officer: Officer, on: date) -> list[Item]:
    """The guards of the act itself, each by name; nothing where the case is not at its end."""
    act = acts_of(Case)[ACT]
    if not in_source_state(file.case, act):
        return []
    ask = Ask(file, officer, on, subject=file.case)
    items = []
    for guard in act.requires:
        try:
            found = guard.obstacles(ask)
        except CalendarMissing as missing:
            found = [no_calendar(missing)]
        reasons = [hindrance(file, one, on) for one in found]
        items.append(Item(str(guard.title or guard.cure), print_citations(cite_all(guard.basis)), not reasons, reasons))
    return items
