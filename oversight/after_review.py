"""What did people confirm after the machine, and how far are its faults put right? A part of the report, and its lists.

As it stands on the day one looks, also beside a kept run: putting right goes on after the review.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from oversight.batches.results import ConfirmedResult, RectificationState, confirmed_results, rectifications
from oversight.results import Report

TENTH = Decimal("0.1")
CONFIRMED: dict[str, Callable[[ConfirmedResult], bool]] = {
    "confirmed": lambda one: True,
    "vetoed": lambda one: one.vetoed,
}
NOTICES: dict[str, Callable[[RectificationState], bool]] = {
    "notices": lambda one: True,
    "done": lambda one: one.done_on is not None,
    "open": lambda one: one.done_on is None and not one.is_overdue,
    "overdue": lambda one: one.is_overdue,
}


@dataclass(frozen=True)
class After:
    confirmed: tuple[ConfirmedResult, ...]
    notices: tuple[RectificationState, ...]

    def of(self, unit: int) -> "After":
        return After(_of(self.confirmed, unit), _of(self.notices, unit))

    def results(self, what: str) -> list[ConfirmedResult]:
        return [one for one in self.confirmed if CONFIRMED[what](one)]

    def states(self, what: str) -> list[RectificationState]:
        return [one for one in self.notices if NOTICES[what](one)]

    @property
    def average(self) -> Decimal | None:
        if not self.confirmed:
            return None
        return (sum((one.score for one in self.confirmed), Decimal(0)) / len(self.confirmed)).quantize(
            TENTH, ROUND_HALF_UP
        )

    @property
    def counts(self) -> dict[str, int]:
        return {key: len(self.results(key)) for key in CONFIRMED} | {key: len(self.states(key)) for key in NOTICES}


def _of(rows: Iterable[Any], unit: int) -> tuple[Any, ...]:
    return tuple(one for one in rows if one.unit == unit)


def after_review(report: Report, today: date) -> After:
    """Of the cases that the report is about; four queries."""
    known = {"today": today, "unit": report.unit}
    return After(
        tuple(confirmed_results(report.begins, report.ends, **known)),
        tuple(rectifications(report.begins, report.ends, **known)),
    )


def after_context(report: Report, query: str, today: date) -> dict[str, Any]:
    """One line for each unit with something, then all together; every number opens what it counts."""
    found = after_review(report, today)
    if not found.confirmed and not found.notices:
        return {"after": []}
    names: dict[int, str] = defaultdict(str)
    names.update((one.unit, one.unit_name) for one in (*found.confirmed, *found.notices))
    units = sorted(names, key=lambda unit: (names[unit], unit))
    lines = [_line(names[unit], found.of(unit), f"{query}&of={unit}") for unit in units]
    return {"after": lines if len(lines) == 1 else [*lines, _line(_("合计"), found, query)]}


def _line(name: str, found: After, query: str) -> dict[str, Any]:
    address = reverse("oversight:after-review")
    counts = {
        key: {"count": count, "url": f"{address}?{query}&what={key}" if count else ""}
        for key, count in found.counts.items()
    }
    return {"unit": name, "average": found.average if found.average is not None else "—", **counts}
