"""What makes the terms of a case stand still, from when to when?"""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from cases.clocks import go_on_after, stop_for

if TYPE_CHECKING:
    from cases.models import Case

POLICE, SUSPENSION = "police_transfer", "suspension"


def causes(case: "Case") -> frozenset[str]:
    """The names that `stops_for` in terms.toml uses, of all that lasts now."""
    found = set()
    if any(one.stops_the_clock for one in case.police_transfers.all()):
        found.add(POLICE)
    if case.suspensions.filter(state="running").exists():
        found.add(SUSPENSION)
    return frozenset(found)


def stand_still(case: "Case", cause: str, *, on: date) -> None:
    """The day of the event still counts (it is never counted itself); the next one does not."""
    stop_for(case, cause, first=on + timedelta(days=1))


def go_on(case: "Case", cause: str, *, on: date, reason: str, basis: str) -> None:
    """Count again from the day after, unless something else still holds the terms."""
    go_on_after(case, cause, last=on, reason=reason, basis=basis, still=causes(case) - {cause})
