"""Which decisions stand in the register of the reviewed files (行政处罚案件目录登记表), and what do they add up to?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db.models import Count, F, Q, Sum

from cases.models import Decision, Sanction
from documents.models import Document
from oversight.facts import DECISION_FORMS, SPOT_FORM
from oversight.models import ReviewedFile, ReviewRun

AT_ONCE = 500
PAPERS = (*DECISION_FORMS.values(), SPOT_FORM)


@dataclass(frozen=True)
class Entry:
    """One decision of a reviewed file; a file without a decision has one entry too, with its outcome empty."""

    place: int
    case: int
    number: str
    cause: str
    party: str
    paper: str
    """文号 of the decision."""
    decided_on: date | None
    outcome: str
    fine: Decimal
    confiscation: Decimal
    closed_on: date
    unit: str
    score: str
    grade: str

    @property
    def total(self) -> str:
        return f"{self.fine + self.confiscation:.2f}"


def register(run: ReviewRun, most: int | None = None) -> Iterator[Entry]:
    """In the order of closing; four queries for each five hundred files."""
    rows = run.reviewed.select_related("case").order_by("place").iterator(chunk_size=AT_ONCE)
    if most is not None:
        rows = islice(rows, most)
    while chunk := list(islice(rows, AT_ONCE)):
        yield from _entries(chunk)


def _entries(files: list[ReviewedFile]) -> Iterator[Entry]:
    cases = [one.case_id for one in files]
    decisions: dict[int, list[Decision]] = defaultdict(list)
    counted = Decision.objects.filter(case__in=cases, effect__in=Decision.COUNTS).select_related("party")
    for decision in counted.order_by("pk"):
        decisions[decision.case_id].append(decision)
    sanctions: dict[tuple[int, int], list[Sanction]] = defaultdict(list)
    imposed = Sanction.objects.filter(charge__case__in=cases, stage=Sanction.Stage.DECIDED).select_related("charge")
    for one in imposed.order_by("pk"):
        sanctions[one.charge.party_id, one.round].append(one)
    issued = Document.objects.filter(case__in=cases, form_key__in=PAPERS, issued_on__isnull=False, voided_on=None)
    papers: dict[Any, str] = dict(issued.order_by("pk").values_list("party", "number"))
    for file in files:
        for decision in decisions[file.case_id] or [None]:
            yield _entry(file, decision, sanctions, papers)


def _entry(file: ReviewedFile, decision: Decision | None, sanctions: Any, papers: dict[Any, str]) -> Entry:
    imposed = sanctions[decision.party_id, decision.round] if decision else []
    return Entry(
        place=file.place,
        case=file.case_id,
        number=file.number,
        cause=file.case.cause,
        party=decision.party.name if decision else file.party,
        paper=papers.get(decision.party_id, "") if decision else "",
        decided_on=decision.decided_on if decision else None,
        outcome=str(decision.get_kind_display()) if decision else "",
        fine=_sum(one.fine for one in imposed),
        confiscation=_sum(one.confiscation for one in imposed),
        closed_on=file.closed_on,
        unit=file.unit_name,
        score=str(file.score) if file.score is not None else "",
        grade=file.grade,
    )


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))


@dataclass(frozen=True)
class Sums:
    """Of the decisions on the reviewed files that still count, as they were decided."""

    ordinary: int
    summary: int
    penalties: int
    no_penalties: int
    fines: Decimal
    confiscations: Decimal


def sums_of(run: ReviewRun) -> Sums:
    """Three queries for any number of files."""
    cases = run.reviewed.values("case")
    files = run.reviewed.aggregate(
        ordinary=Count("pk", filter=Q(case__procedure="ordinary")),
        summary=Count("pk", filter=Q(case__procedure="summary")),
    )
    decided = Decision.objects.filter(case__in=cases, effect__in=Decision.COUNTS)
    kinds = decided.aggregate(
        penalties=Count("pk", filter=Q(kind=Decision.Kind.PENALTY)),
        no_penalties=Count("pk", filter=Q(kind=Decision.Kind.NO_PENALTY)),
    )
    # A party has one decision that counts, so that no row is counted twice.
    imposed = Sanction.objects.filter(
        charge__case__in=cases,
        stage=Sanction.Stage.DECIDED,
        charge__party__decisions__effect__in=Decision.COUNTS,
        charge__party__decisions__round=F("round"),
    ).aggregate(fines=Sum("fine"), confiscations=Sum("confiscation"))
    return Sums(**files, **kinds, **{name: amount or Decimal(0) for name, amount in imposed.items()})
