"""Does a paper get its seal by itself when it is issued, or does it wait for the keeper of the seal?"""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from cases.act import Act
from cases.models import RecordEntry
from cases.record import PRINTED_OF_HASH
from documents.models import Document
from documents.services import issue
from law.forms import all_forms
from law.limits import limit
from officers.models import Officer


def waits_for_keeper(paper: Document, act: Act, on: date) -> bool:
    """By the bureau's own dated rule. What the same act hands over (on the road) was sealed before it was filled in."""
    asked = bool(limit("seal_by_keeper", on))
    return asked and paper.form.rule.sealed and paper.form_key not in act.hands_over


def issue_and_seal(paper: Document, act: Act, *, officer: Officer, on: date) -> Document:
    waits = waits_for_keeper(paper, act, on)
    issued = issue(paper, officer=officer, on=on, awaits_seal=waits, follows=followed(paper))
    if waits:
        case: Any = issued.case
        case.seal_uses.create(document=issued, requested_on=on)
    return issued


def followed(paper: Document) -> str:
    """The case's last entry so far. The entry of the issue itself holds the paper's digest: the paper cannot hold its."""
    if not paper.form.rule.served:
        return ""
    last = RecordEntry.objects.filter(case=paper.case_id).order_by("-cseq").first()
    return last.hash[:PRINTED_OF_HASH] if last else ""


def register_of_seals() -> QuerySet[Document]:
    """用印登记簿: every paper that was ever issued under the seal, and those that wait for it."""
    sealed = [rule.key for rule in all_forms() if rule.sealed]
    issued = Document.objects.filter(form_key__in=sealed, issued_on__isnull=False)
    return issued.select_related("case", "drawn_by", "seal_use__placed_by").order_by("-issued_on", "-pk")
