"""How does one finished case become thousands, row for row, without going through the procedure each time?"""

import copy
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, Model

from cases.models import (
    Approval,
    Case,
    CaseOfficer,
    Charge,
    Correction,
    Decision,
    Discussion,
    Evidence,
    EvidenceLink,
    FiredRule,
    Hearing,
    HearingAgent,
    HearingChange,
    HearingRecusal,
    Inquiry,
    LateEvidence,
    LegalReview,
    Notification,
    Party,
    Payment,
    ReviewComment,
    ReviewPoint,
    Sanction,
    ServiceRecord,
    Statement,
    Term,
    TermExtension,
    Voice,
)
from documents.content import digest
from documents.models import Document

# In the order in which they refer to each other, and in which the database lets a decision follow what it rests on;
# the path leads from the row to its case.
PATHS: dict[type[Model], str] = {
    Party: "case",
    CaseOfficer: "case",
    Document: "case",
    ServiceRecord: "case",
    Charge: "case",
    Sanction: "charge__case",
    FiredRule: "case",
    Evidence: "case",
    EvidenceLink: "evidence__case",
    Inquiry: "case",
    Statement: "case",
    Hearing: "case",
    HearingAgent: "hearing__case",
    HearingChange: "hearing__case",
    HearingRecusal: "hearing__case",
    LateEvidence: "case",
    Notification: "case",
    Correction: "case",
    Approval: "case",
    LegalReview: "case",
    ReviewPoint: "review__case",
    ReviewComment: "review__case",
    Discussion: "case",
    Voice: "discussion__case",
    Decision: "case",
    Payment: "case",
    Term: "case",
    TermExtension: "term__case",
}
CHUNK = 500


def copy_case(source: Case, copies: int, *, closed_from: date | None = None, days: int = 1) -> list[int]:
    """So many equal files with numbers of their own; given a day, their closing is spread over the days after it."""
    family = _Family(source)
    made: list[int] = []
    for start in range(0, copies, CHUNK):
        numbers = range(start, min(start + CHUNK, copies))
        cases = [family.case(number, closed_from, days) for number in numbers]
        Case.objects.bulk_create(cases)
        for model in PATHS:
            rows = [row for number in numbers for row in family.rows(model, number)]
            model._default_manager.bulk_create(rows)
        made += [one.pk for one in cases]
    return made


class _Family:
    """The rows of one case, and which key each gets in the n-th copy."""

    def __init__(self, source: Case) -> None:
        self.source = Case.objects.get(pk=source.pk)
        self.originals = {
            model: list(model._default_manager.filter(**{path: source.pk}).order_by("pk"))
            for model, path in PATHS.items()
        }
        self.places = {model: {row.pk: i for i, row in enumerate(rows)} for model, rows in self.originals.items()}
        self.first = {model: _highest(model) + 1 for model in (*PATHS, Case)}
        self.first_seq = Document.objects.aggregate(top=Max("number_seq"))["top"] or 0

    def key(self, model: type[Model], original: int, number: int) -> int:
        if model is Case:
            return self.first[Case] + number
        return self.first[model] + number * len(self.places[model]) + self.places[model][original]

    def case(self, number: int, closed_from: date | None, days: int) -> Case:
        row = copy.copy(self.source)
        row.pk = self.key(Case, self.source.pk, number)
        row.number = f"{self.source.number}-{row.pk}"
        if closed_from is not None:
            row.closed_on = closed_from + timedelta(days=number % days)
        return row

    def rows(self, model: type[Model], number: int) -> Iterator[Any]:
        for original in self.originals[model]:
            row: Any = copy.copy(original)
            row.pk = self.key(model, original.pk, number)
            for field in model._meta.concrete_fields:
                if field.related_model in self.first and getattr(original, field.attname) is not None:
                    value = getattr(original, field.attname)
                    setattr(row, field.attname, self.key(field.related_model, value, number))
            if isinstance(row, Document):
                self._renew(row, number)
            elif isinstance(row, Payment):
                row.receipt_number = f"{row.receipt_number}-{row.pk}"
            yield row

    def _renew(self, row: Document, number: int) -> None:
        """A copied paper names its own case, has a number of its own and the hash of what it says now."""
        row.verify_code = None
        if row.series:
            row.number_seq = self.first_seq + 1 + number * len(self.places[Document]) + (row.number_seq or 0)
        name, _dash, about = row.subject_key.rpartition("-")
        for model in PATHS:
            if model._meta.model_name == name:
                row.subject_key = f"{name}-{self.key(model, int(about), number)}"
        case_number = f"{self.source.number}-{self.key(Case, self.source.pk, number)}"
        if row.content.get("case_number"):
            row.content = row.content | {"case_number": case_number}
        row.content_sha256 = digest(row.content) if row.content_sha256 else ""


def _highest(model: type[Model]) -> int:
    return int(model._default_manager.aggregate(top=Max("pk"))["top"] or 0)
