"""What did the reviews by persons come to: confirmed scores, grades and vetoes by case, and what is still to put right?

For reports. Only what an administrator has confirmed is told, never what a single reviewer marked. A case that was
reviewed in several batches is told once for each, in the order of confirmation.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from oversight.batches.followup import Rectification
from oversight.batches.models import ReviewFile


@dataclass(frozen=True)
class ConfirmedResult:
    """`is_final`: nobody may object any more and every objection is decided. Days and points as they stand now."""

    file: int
    """Key of the ReviewFile; its page is oversight:review-file."""
    batch: int
    batch_title: str
    standard: str
    case: int
    case_number: str
    closed_on: date
    unit: int
    unit_name: str
    first_score: Decimal
    score: Decimal
    grade: str
    vetoed: bool
    confirmed_on: date
    is_final: bool


@dataclass(frozen=True)
class RectificationState:
    notice: int
    """Key of the Rectification; its page is oversight:rectification."""
    number: str
    case: int
    unit: int
    unit_name: str
    issued_on: date
    due_on: date
    done_on: date | None
    items: int
    passed: int
    is_overdue: bool


def confirmed_results(begins: date, ends: date, *, today: date, unit: int | None = None) -> list[ConfirmedResult]:
    """Of the cases closed in the period, first and last day included. A bounded number of queries."""
    found = ReviewFile.objects.filter(case__closed_on__range=(begins, ends), confirmed_on__isnull=False)
    if unit is not None:
        found = found.filter(unit=unit)
    found = (
        found.select_related("case", "unit", "draw__batch")
        .defer("machine", "draw__frame")
        .prefetch_related("objections")
    )
    return [_result(one, today) for one in found.order_by("confirmed_on", "pk")]


def _result(file: ReviewFile, today: date) -> ConfirmedResult:
    batch = file.draw.batch
    return ConfirmedResult(
        file=file.pk,
        batch=batch.pk,
        batch_title=batch.title,
        standard=batch.standard["key"],
        case=file.case_id,
        case_number=file.case.number or "",
        closed_on=file.case.closed_on,
        unit=file.unit_id,
        unit_name=file.unit.name,
        first_score=file.first_score,
        score=file.score,
        grade=file.grade,
        vetoed=file.vetoed,
        confirmed_on=file.confirmed_on,
        is_final=file.is_final(today),
    )


def rectifications(begins: date, ends: date, *, today: date, unit: int | None = None) -> list[RectificationState]:
    """The notices about cases closed in the period, in their order of issue. A bounded number of queries."""
    found = Rectification.objects.filter(file__case__closed_on__range=(begins, ends))
    if unit is not None:
        found = found.filter(file__unit=unit)
    found = found.select_related("file__unit").defer("file__machine").prefetch_related("items__answers")
    return [_state(one, today) for one in found.order_by("issued_on", "pk")]


def rectification_by_case(states: Iterable[RectificationState]) -> dict[int, list[RectificationState]]:
    """The same rows by case."""
    by_case: dict[int, list[RectificationState]] = {}
    for one in states:
        by_case.setdefault(one.case, []).append(one)
    return by_case


def _state(notice: Rectification, today: date) -> RectificationState:
    items = list(notice.items.all())
    return RectificationState(
        notice=notice.pk,
        number=notice.number,
        case=notice.file.case_id,
        unit=notice.file.unit_id,
        unit_name=notice.file.unit.name,
        issued_on=notice.issued_on,
        due_on=notice.due_on,
        done_on=notice.done_on,
        items=len(items),
        passed=sum(any(one.passed for one in item.answers.all()) for item in items),
        is_overdue=notice.is_overdue(today),
    )
