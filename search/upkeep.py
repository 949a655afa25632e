"""What stands in the index about a case, and how does it stay true to the case?"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import transaction

from cases.models import ArchiveFile, Case, Charge, Inquiry, Party
from documents.models import Document
from law.violations import UnknownViolation, violation
from search.models import CaseWords
from search.tokens import (
    code_words,
    identity_words,
    joined,
    name_words,
    number_words,
    phone_words,
    plate_words,
    text_words,
)

AT_ONCE = 500
Rows = dict[int, list[list[str]]]


def index_case(case_id: int) -> None:
    """Write the words of one case anew, in the transaction of the act that changed it."""
    index_cases([case_id])


def index_cases(ids: Sequence[int]) -> int:
    """Write the words of these cases anew; what was taken away from a case leaves the index with that."""
    texts = texts_of(ids)
    CaseWords.objects.filter(pk__in=ids).delete()
    CaseWords.objects.bulk_create(CaseWords(case_id=pk, words=joined(found)) for pk, found in texts.items())
    return len(texts)


def rebuild() -> Iterator[int]:
    """Every case, a portion at a time, each portion in a transaction of its own; yields how many are done."""
    done, last = 0, 0
    with transaction.atomic():
        CaseWords.objects.exclude(case__in=Case.objects.values("pk")).delete()
    while ids := list(Case.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            done += index_cases(ids)
        last = ids[-1]
        yield done


def texts_of(ids: Sequence[int]) -> Rows:
    """The texts of each case, cut into words. A case whose dossier was destroyed has none any more."""
    gone = ArchiveFile.objects.filter(case__in=ids, state=ArchiveFile.State.DISPOSED)
    cases = Case.objects.filter(pk__in=ids).exclude(pk__in=gone.values("case"))
    texts: Rows = {one.pk: list(_case_texts(one)) for one in cases}
    for model, of_row in ((Party, party_texts), (Charge, _charge_texts)):
        for row in model.objects.filter(case__in=ids, withdrawn_on=None).order_by("pk"):
            texts.get(row.case_id, []).extend(of_row(row))
    _add(texts, Inquiry.objects.filter(case__in=ids).exclude(plate=""), "plate", plate_words)
    _add(texts, Document.objects.filter(case__in=ids).exclude(number=""), "number", number_words)
    return texts


def _add(texts: Rows, rows: Any, field: str, cut: Any) -> None:
    for case_id, value in rows.order_by("pk").values_list("case", field):
        texts.get(case_id, []).append(cut(value))


def _case_texts(case: Case) -> Iterable[list[str]]:
    yield number_words(case.number or "")
    for text in (case.cause, case.place, case.source_detail, case.summary, case.findings):
        yield text_words(text)


def party_texts(party: Party) -> Iterable[list[str]]:
    """By what a party is found: its name, its own or its head's, its codes and its telephone."""
    yield name_words(party.name)
    yield name_words(party.representative)
    yield code_words(party.uscc)
    yield identity_words(party.id_number)
    yield phone_words(party.phone)


def _charge_texts(charge: Charge) -> Iterable[list[str]]:
    yield plate_words(charge.plate) if charge.plate else []
    yield text_words(_violation_name(charge))
    yield text_words(charge.facts)


def _violation_name(charge: Charge) -> str:
    try:
        return violation(charge.violation_code, charge.conduct_on).name
    except UnknownViolation:
        return ""
