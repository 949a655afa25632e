"""What does somebody hear who may not do a thing now, also where the calendar does not reach far enough?"""

from datetime import date

from django.utils.translation import gettext as _

from law.counting import Unit, last_day
from law.holidays import CalendarMissing


class CannotDo(RuntimeError):
    """Why, in words for the person."""


def working_days_after(on: date, days: int) -> date:
    """Raises CannotDo for a year whose holidays are not known."""
    try:
        return last_day(on, days, Unit.WORKING)
    except CalendarMissing as missing:
        raise CannotDo(_("工作日历还没有录入，期限算不出来：%(why)s") % {"why": missing}) from None
