"""What do the pages about the bank's files show?"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Count, Q
from django.urls import reverse

from cases.models import BankFile, BankLine

SHOWN = 50


@dataclass(frozen=True)
class FileRow:
    name: str
    uploaded_at: datetime
    lines: int
    recorded: int
    open: int
    url: str


@dataclass(frozen=True)
class LineView:
    number: int
    paid_on: date | None
    amount: Decimal | None
    receipt: str
    decision: str
    payer: str
    label: str
    level: str
    reason: str
    case: str
    url: str


@dataclass(frozen=True)
class Group:
    label: str
    level: str
    lines: list[LineView]


@dataclass(frozen=True)
class FileView:
    name: str
    sha256: str
    uploaded_at: datetime
    uploaded_by: str
    groups: list[Group]


def files_view() -> list[FileRow]:
    recorded = Count("lines", filter=Q(lines__payment__isnull=False))
    rows = BankFile.objects.annotate(total=Count("lines"), recorded=recorded).order_by("-pk")[:SHOWN]
    return [
        FileRow(
            name=one.name,
            uploaded_at=one.uploaded_at,
            lines=one.total,
            recorded=one.recorded,
            open=one.total - one.recorded,
            url=reverse("cases:bank-file", args=[one.pk]),
        )
        for one in rows
    ]


def file_view(file: BankFile) -> FileView:
    """Lines by result: what needs somebody's eyes first."""
    lines = list(file.lines.select_related("payment__case").order_by("number"))
    order = ("unmatched", "unreadable", "overpaid", "underpaid", "duplicate", "matched")
    groups = [(BankLine.Status(key), [one for one in lines if one.status == key]) for key in order]
    return FileView(
        name=file.name,
        sha256=file.sha256,
        uploaded_at=file.uploaded_at,
        uploaded_by=file.uploaded_by.name,
        groups=[
            Group(str(status.label), status.level, [_line(one) for one in found]) for status, found in groups if found
        ],
    )


def _line(row: BankLine) -> LineView:
    case = row.payment.case if row.payment else None
    return LineView(
        number=row.number,
        paid_on=row.paid_on,
        amount=row.amount,
        receipt=row.receipt_number,
        decision=row.decision_number,
        payer=row.payer,
        label=str(row.standing.label),
        level=row.standing.level,
        reason=row.reason,
        case=str(case) if case else "",
        url=reverse("cases:case", args=[case.pk]) if case else "",
    )
