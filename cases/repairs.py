"""Which papers of a case may be corrected or voided, and what has become of each?"""

from typing import TYPE_CHECKING, Any

from cases import serving
from cases.case_file import CaseFile

if TYPE_CHECKING:
    from documents.models import Document


def correctable(file: CaseFile) -> "list[Document]":
    """Issued papers that the law wants served, served or not; internal sheets and records are signed anew instead."""
    return [one for one in serving.issued_for_service(file) if one.party_id]


def voidable(file: CaseFile) -> "list[Document]":
    """Issued papers that nobody has been served, and that stand on no attempt by public notice."""
    posted = {one.document_id for one in file.case.public_notices.all()}
    return [one for one in serving.unserved(file) if one.party_id and one.pk not in posted]


def open_to_correction(file: CaseFile) -> "list[Document]":
    return [one for one in correctable(file) if not pending(file, one)]


def open_to_voiding(file: CaseFile) -> "list[Document]":
    return [one for one in voidable(file) if not pending(file, one)]


def pending(file: CaseFile, paper: Any) -> list[Any]:
    """What is proposed about this paper and not yet answered."""
    rows: list[Any] = [*file.case.paper_corrections.all(), *file.case.paper_voidings.all()]
    return [one for one in rows if one.paper_id == paper.pk and one.state == "proposed"]


def has_twin(file: CaseFile, paper: Any) -> bool:
    """Is there another issued paper of the same form about the same thing: was this one issued twice?"""
    same = file.papers_of(paper.form_key)
    return any(
        one.pk != paper.pk
        and one.state != "draft"
        and (one.party_id, one.subject_key) == (paper.party_id, paper.subject_key)
        for one in same
    )


def identities(file: CaseFile) -> list[str]:
    """Names and numbers by which the parties are known; whoever was taken out of the case is still somebody."""
    return [text for one in file.case.parties.all() for text in (one.name, one.id_number, one.uscc) if text]


def is_about_to_be_voided(file: CaseFile, paper: "Document") -> bool:
    """Somebody has asked to void it and nobody has answered yet."""
    return any(one.state == "proposed" and one.paper_id == paper.pk for one in file.case.paper_voidings.all())
