"""The papers of reconsideration and litigation."""

from cases.models import Remedy
from cases.papers.parts import Drawing
from documents.forms.remedy import RemedyAnswer

DECISIONS = ("penalty-decision", "no-penalty-decision", "spot-decision")


def remedy_answer(drawing: Drawing) -> RemedyAnswer:
    remedy = drawing.about
    assert isinstance(remedy, Remedy)
    file, bureau = drawing.file, drawing.bureau
    papers = [one for form in DECISIONS for one in file.papers_of(form, remedy.party) if one.number]
    return RemedyAnswer(
        case_number=drawing.case_number,
        in_court=remedy.kind == Remedy.Kind.LITIGATION,
        addressee=remedy.authority,
        authority_number=remedy.authority_number,
        applicant=remedy.applicant,
        respondent=bureau.name,
        decision_number=papers[0].number if papers else "",
        decided_on=remedy.decision.decided_on,
        claim=remedy.claim,
        answer=remedy.answer,
        evidence=tuple(dict.fromkeys([*(one.title for one in file.evidence), *(one.title for one in file.papers)])),
        letterhead=drawing.letterhead,
    )
