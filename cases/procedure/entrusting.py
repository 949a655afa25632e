"""How does an appraisal begin: the first time from the case, the second time from the first?"""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from cases.clocks import pause_for

if TYPE_CHECKING:
    from cases.models import Appraisal, Case


def entrust(case: "Case", *, on: date, stops: list[int], **order: Any) -> "Appraisal":
    """Entrust, and let the terms named stand still from the next day: the day of the event is never counted itself."""
    appraisal = case.appraisals.create(entrusted_on=on, stops=stops, **order)
    pause_for(case, "appraisal", first=on + timedelta(days=1), terms=stops)
    return appraisal
