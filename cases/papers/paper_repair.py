"""The paper by which a slip of the pen is put right, and the paper that takes the place of a void one."""

from typing import Any

from cases.act import Act, Ask
from cases.clerical import corrected
from cases.papers.parts import Drawing
from cases.sealing import issue_and_seal
from documents.forms.paper_repair import PaperCorrectionDecision
from documents.models import Document
from documents.services import content_of, draw
from law.wording import wording


def paper_correction(drawing: Drawing) -> PaperCorrectionDecision:
    correction = drawing.about
    paper = correction.paper
    return PaperCorrectionDecision(
        case_number=drawing.case_number,
        addressee=drawing.the_party.name,
        cause=drawing.file.case.cause,
        corrected_title=paper.title,
        corrected_number=paper.number or drawing.case_number,
        corrected_on=paper.issued_on,
        wrong=correction.wrong,
        right=correction.right,
        reason=correction.reason,
        basis=wording("basis-paper-correction", drawing.on),
        letterhead=drawing.letterhead,
    )


def issue_anew(voiding: Any, act: Act, ask: Ask) -> list[Document]:
    """The void paper once more, under a new number; the words that were wrong are put right."""
    if not voiding.reissue:
        return []
    old = voiding.paper
    content = corrected(content_of(old), voiding.wrong, voiding.right) if voiding.wrong else content_of(old)
    fresh = draw(
        case=old.case,
        form_key=old.form_key,
        content=content,
        officer=ask.officer,
        on=ask.on,
        party=old.party,
        subject_key=old.subject_key,
    )
    voiding.replacement = issue_and_seal(fresh, act, officer=ask.officer, on=ask.on)
    voiding.save(update_fields=["replacement"])
    return [voiding.replacement]
