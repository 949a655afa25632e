"""How does an appraisal begin: the first time from the case, the second time from the first?"""

from datetime import date, timedelta
from typing import Any

from cases.clocks import pause_for


def entrust(case: Any, *, on: date, stops: list[int], **order: Any) -> Any:
    """Entrust, and let the terms named stand still from the next day: the day of the event is never counted itself."""
    appraisal = case.appraisals.create(entrusted_on=on, stops=stops, **order)
    pause_for(case, "appraisal", first=on + timedelta(days=1), terms=stops)
    return appraisal
