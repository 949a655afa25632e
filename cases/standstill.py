"""What makes the terms of a case stand still, from when to when?"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cases.clocks import pause_for, resume_for

if TYPE_CHECKING:
    from cases.models import Case

POLICE, SUSPENSION, APPRAISAL = "police_transfer", "suspension", "appraisal"


def causes(case: "Case") -> frozenset[str]:
    """The names that `stops_for` in terms.toml uses, of all that lasts now."""
    found = set()
    if any(one.stops_the_clock for one in case.police_transfers.all()):
        found.add(POLICE)
    if case.suspensions.filter(state="running").exists():
        found.add(SUSPENSION)
    if any(one.stops for one in case.appraisals.filter(state="entrusted")):
        found.add(APPRAISAL)
    return frozenset(found)


def stand_still(case: "Case", cause: str, *, on: date, terms: Iterable[int] | None = None) -> None:
    """The day of the event still counts (it is never counted itself); the next one does not. terms: by id, or all."""
    pause_for(case, cause, first=on + timedelta(days=1), terms=terms)


def go_on(case: "Case", cause: str, *, on: date, reason: str, basis: str, terms: Iterable[int] | None = None) -> None:
    """Count again from the day after, unless something else still holds the terms."""
    still = causes(case) - {cause}
    resume_for(case, cause, last=on, reason=reason, basis=basis, still=still, terms=terms)
