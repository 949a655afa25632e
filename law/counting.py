"""How is a period counted from the day of an event to its last day, and how is that told in one line?"""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from law.holidays import SATURDAY, CalendarMissing, DayKind, day, is_working_day, next_working_day

ONE_DAY = timedelta(days=1)
LISTED_WEEKENDS = 4
"""Up to so many weekend days are named; more are only numbered, or the line becomes unreadable."""

Exclusion = tuple[date, date, str]


class Unit(StrEnum):
    WORKING = "working"
    CALENDAR = "calendar"
    MONTHS = "months"
    HOURS = "hours"

    @property
    def label(self) -> str:
        return {"working": "个工作日", "calendar": "日", "months": "个月", "hours": "小时"}[self.value]


@dataclass(frozen=True)
class Derivation:
    """The last day of a period and the line that shows how it was counted."""

    due: date
    text: str


def last_day(start: date, length: int, unit: Unit, *, excluded: Sequence[Exclusion] = ()) -> date:
    """The last day before any rolling. The day of the event is not counted (民事诉讼法 85.2)."""
    if unit is Unit.MONTHS:
        # Months become days once, so that days left out are made up by days that count.
        length, unit = (_add_months(start, length) - start).days, Unit.CALENDAR
    if unit is Unit.HOURS:
        # Stored periods are days: a period of hours ends, at the latest, on the day its last hour falls on.
        return start + timedelta(days=-(-length // 24))
    due = start
    while length > 0:
        due += ONE_DAY
        if _is_excluded(due, excluded):
            continue
        length -= unit is Unit.CALENDAR or is_working_day(due)
    return due


def derive(
    start: date,
    event: str,
    length: int,
    unit: Unit,
    *,
    rolls: bool,
    extended_by: int = 0,
    excluded: Sequence[Exclusion] = (),
) -> Derivation:
    """Count and tell. `rolls`: a last day that is not worked moves to the next one that is."""
    full = last_day(start, length + extended_by, unit, excluded=excluded)
    due, moved = _rolled(full) if rolls and unit in (Unit.CALENDAR, Unit.MONTHS) else (full, "")
    parts = [f"{start.isoformat()} {event}", _first_counted(start, unit), _length_text(length, extended_by, unit)]
    if unit is Unit.WORKING:
        parts[-1] += _skipped_text(start, due, excluded)
    parts += [f"扣除 {_day(first)}至{_day(last)} {reason}" for first, last, reason in excluded if last > start]
    if moved:
        parts.append(moved)
    parts.append(f"截止 {due.isoformat()}")
    return Derivation(due, "，".join(parts))


def _rolled(full: date) -> tuple[date, str]:
    """The last day after rolling, and what moved it.

    A long period may end in a year whose holidays are announced only the November before: until then only its
    weekends are known, and the line says so. A period of working days cannot be counted at all (CalendarMissing).
    """
    try:
        due = next_working_day(full)
        return due, f"届满日 {_day(full)} 为{_name(full)}，顺延至下一工作日" if due != full else ""
    except CalendarMissing as missing:
        due = full
        while due.weekday() >= SATURDAY:
            due += ONE_DAY
        return due, f"{missing.year} 年的节假日安排尚未公布，届满日暂按周末推算"


def _add_months(start: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it has no such day."""
    year, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + year, month + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def _is_excluded(on: date, excluded: Sequence[Exclusion]) -> bool:
    return any(first <= on <= last for first, last, _ in excluded)


def _first_counted(start: date, unit: Unit) -> str:
    return "当时起算" if unit is Unit.HOURS else f"次日 {_day(start + ONE_DAY)} 起算"


def _length_text(length: int, extended_by: int, unit: Unit) -> str:
    text = f"{length} {unit.label}"
    return f"{text}，延长 {extended_by} {unit.label}" if extended_by else text


def _skipped_text(start: date, due: date, excluded: Sequence[Exclusion]) -> str:
    """（跳过 5月23日、24日周末；计入 5月9日劳动节调休上班） or nothing."""
    days = [start + ONE_DAY * step for step in range(1, (due - start).days + 1)]
    days = [each for each in days if not _is_excluded(each, excluded)]
    weekends = [each for each in days if day(each).kind is DayKind.WEEKEND]
    festivals = [each for each in days if day(each).kind is DayKind.HOLIDAY]
    made_up = [each for each in days if is_working_day(each) and day(each).name]
    skipped = _runs_text(festivals)
    if len(weekends) > LISTED_WEEKENDS:
        skipped.append(f"周末 {len(weekends)} 天")
    elif weekends:
        skipped.append(_list_text(weekends) + "周末")
    told = [text for text in ("跳过 " + "、".join(skipped) if skipped else "", _made_up_text(made_up)) if text]
    return f"（{'；'.join(told)}）" if told else ""


def _made_up_text(days: list[date]) -> str:
    return "计入 " + "、".join(f"{_day(each)}{day(each).name}" for each in days) if days else ""


def _runs_text(days: Iterable[date]) -> list[str]:
    """Festivals by name, each unbroken run once: 4月4日至6日清明节."""
    runs: list[list[date]] = []
    for each in days:
        if runs and runs[-1][-1] + ONE_DAY == each and day(runs[-1][-1]).name == day(each).name:
            runs[-1].append(each)
        else:
            runs.append([each])
    return [_span(run[0], run[-1]) + day(run[0]).name for run in runs]


def _span(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    return f"{_day(first)}至{last.day}日" if first.month == last.month else f"{_day(first)}至{_day(last)}"


def _list_text(days: list[date]) -> str:
    """5月23日、24日、6月6日: the month is named when it changes."""
    later = [f"{each.day}日" if each.month == before.month else _day(each) for before, each in pairwise(days)]
    return "、".join([_day(days[0]), *later])


def _day(on: date) -> str:
    return f"{on.month}月{on.day}日"


def _name(on: date) -> str:
    return day(on).name or "休息日"
