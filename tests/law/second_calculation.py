"""The second opinion on every clock: another library's calendar, another way of counting.

The product walks from day to day and subtracts. Here the days that count are listed first and the n-th is taken.
Nothing is imported from the code under test.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from itertools import count, islice

import holidays

ONE = timedelta(days=1)
Span = tuple[date, date]


@cache
def china(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("CN", years=year)


def worked(on: date) -> bool:
    """Holidays and make-up days as the second library knows them."""
    return bool(china(on.year).is_working_day(on))


def left_out(spans: Iterable[Span]) -> set[date]:
    """Each day once, in however many spans it lies."""
    return {first + ONE * step for first, last in spans for step in range((last - first).days + 1)}


def same_day_later(start: date, months: int) -> date:
    number = start.year * 12 + start.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def due(start: date, length: int, unit: str, rolls: bool, spans: Iterable[Span] = ()) -> date:
    """The last day of a period that an event on `start` began."""
    if unit == "hours":
        return start + ONE * ((length + 23) // 24)
    out = left_out(spans)
    if unit == "months":
        length = (same_day_later(start, length) - start).days
    days = (start + ONE * step for step in count(1))
    counting = (each for each in days if each not in out and (unit != "working" or worked(each)))
    last = next(islice(counting, length - 1, None)) if length else start
    if rolls and unit in ("calendar", "months"):
        last = next(each for each in (last + ONE * step for step in count(0)) if worked(each))
    return last
