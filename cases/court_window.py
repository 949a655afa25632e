"""From when until when may a court be asked to enforce a decision against one party (行政强制法 53, 行政处罚法 72.2)?"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cases.money import plan_of, remedies_of
from law.terms import compute, term_rule

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Party

RIGHTS = ("reconsideration", "litigation", "litigation_after_reconsideration")
USED = ("met", "moot")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Window:
    """Both days are included; text: how the last one was counted."""

    first: date
    last: date
    text: str


def window_start(file: "CaseFile", party: "Party") -> date | None:
    """The day whose end opens the window: neither reconsideration nor suit is possible any more, and no plan runs.

    None where the decision has not been served. A remedy that was used counts with the day on which it was over.
    """
    unused = [
        one.due_on for one in file.terms if one.key in RIGHTS and one.party_id == party.pk and one.ending not in USED
    ]
    over = [one.effective_on for one in remedies_of(file, party) if one.effective_on]
    plan = plan_of(file, party)
    planned = [one.last_day for one in plan.instalments.all()] if plan else []
    # A plan alone opens nothing: the party could still sue.
    return max([*unused, *over, *planned]) if unused or over else None


def court_window(file: "CaseFile", party: "Party") -> Window | None:
    start = window_start(file, party)
    if start is None:
        return None
    counted = compute(term_rule("court_application", start), start)
    return Window(start + ONE_DAY, counted.due, counted.text)
