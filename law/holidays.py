"""Is a day a working day, and which day is the n-th working day after another?"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import chinese_calendar

from law.loading import as_date, cached_per_folder, need, toml_rows

SATURDAY = 5
EXPECTED = "R"
# The library names its own days in English; papers and derivations are Chinese.
_LIBRARY_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
}


class CalendarMissing(LookupError):
    """Neither the library nor holidays.toml says which days of this year are worked."""

    def __init__(self, year: int) -> None:
        super().__init__(f"{year} 年的节假日和调休安排尚未录入（law/data/holidays.toml 或本单位数据目录）")
        self.year = year


class DayKind(StrEnum):
    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


@dataclass(frozen=True)
class Day:
    kind: DayKind
    name: str


@cached_per_folder
def _table() -> dict[date, tuple[Day, bool]]:
    """Each entered day, and whether it is only expected (certainty R)."""
    table = {}
    for row in toml_rows("holidays", "day", key="date"):
        kind = DayKind(need(row, "kind", row["where"]))
        entered = Day(kind, row.get("name", "")), row.get("certainty") == EXPECTED
        table[as_date(need(row, "date", row["where"]), row["where"])] = entered
    return table


@cached_per_folder
def _table_years() -> dict[int, str]:
    """Years which the table completes without the library, each with its certainty."""
    return {int(row["year"]): row.get("certainty", "S") for row in toml_rows("holidays", "year", key="year")}


def day(on: date) -> Day:
    """What kind of day it is and why. Raises CalendarMissing."""
    entered, only_expected = _table().get(on, (None, False))
    if entered is not None and not only_expected:
        return entered
    try:
        is_holiday, name = chinese_calendar.get_holiday_detail(on)
    except NotImplementedError as reason:
        if on.year not in _table_years():
            raise CalendarMissing(on.year) from reason
        return entered or _plain_day(on)
    # An announcement that the library knows beats what we expected before it.
    return _from_library(on, is_holiday, name)


def _plain_day(on: date) -> Day:
    return Day(DayKind.WEEKEND, "周末") if on.weekday() >= SATURDAY else Day(DayKind.WORKING, "")


def _from_library(on: date, is_holiday: bool, name: str | None) -> Day:
    festival = _LIBRARY_NAMES.get(name or "", name or "")
    if not is_holiday:
        return Day(DayKind.WORKING, f"{festival}调休上班" if festival else "")
    return Day(DayKind.HOLIDAY, festival) if festival else Day(DayKind.WEEKEND, "周末")


def is_working_day(on: date) -> bool:
    return day(on).kind is DayKind.WORKING


def has_calendar(year: int) -> bool:
    try:
        day(date(year, 1, 1))
    except CalendarMissing:
        return False
    return True


def is_only_expected(year: int) -> bool:
    """Whether the year's calendar is our expectation, not an announcement."""
    return _table_years().get(year) == EXPECTED and not _library_knows(year)


def _library_knows(year: int) -> bool:
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


def add_working_days(start: date, count: int) -> date:
    """The count-th working day after start, which itself is not counted (民事诉讼法 85)."""
    due = start
    while count > 0:
        due += timedelta(days=1)
        count -= is_working_day(due)
    return due


def working_days_after(start: date, end: date) -> int:
    """How many working days lie after start, up to and including end."""
    span = (end - start).days
    return sum(is_working_day(start + timedelta(days=step)) for step in range(1, span + 1))


def next_working_day(on: date) -> date:
    """The day itself when it is worked, else the first worked day after it."""
    while not is_working_day(on):
        on += timedelta(days=1)
    return on
