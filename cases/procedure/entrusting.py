"""How does an appraisal begin: the first time from the case, the second time from the first?"""

from datetime import date
from typing import TYPE_CHECKING, Any

from cases.standstill import APPRAISAL, stand_still

if TYPE_CHECKING:
    from cases.models import Appraisal, Case


def entrust(case: "Case", *, on: date, stops: list[int], **order: Any) -> "Appraisal":
    """Entrust, and let the terms named stand still from the next day: the day of the event is never counted itself."""
    appraisal = case.appraisals.create(entrusted_on=on, stops=stops, **order)
    stand_still(case, APPRAISAL, on=on, terms=stops)
    return appraisal
