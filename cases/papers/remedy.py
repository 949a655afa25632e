"""The papers of reconsideration and litigation."""

from typing import TYPE_CHECKING

from cases.models import Remedy
from cases.papers.parts import Drawing, party_block
from documents.forms.remedy import DecisionWithdrawal, RemedyAnswer
from law.wording import wording

if TYPE_CHECKING:
    from documents.models import Document

DECISIONS = ("penalty-decision", "no-penalty-decision", "spot-decision")


def numbered_decisions(drawing: Drawing, remedy: Remedy) -> "list[Document]":
    return [one for form in DECISIONS for one in drawing.file.papers_of(form, remedy.party) if one.number]


def remedy_answer(drawing: Drawing) -> RemedyAnswer:
    remedy = drawing.about
    assert isinstance(remedy, Remedy)
    file, bureau = drawing.file, drawing.bureau
    papers = numbered_decisions(drawing, remedy)
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


def decision_withdrawal(drawing: Drawing) -> DecisionWithdrawal:
    remedy = drawing.about
    assert isinstance(remedy, Remedy)
    papers = numbered_decisions(drawing, remedy)
    authorities = {"reviewing_government": drawing.bureau.reviewing_government, "court": drawing.bureau.court}
    return DecisionWithdrawal(
        case_number=drawing.case_number,
        party=party_block(remedy.party, drawing.on),
        decision_number=papers[-1].number if papers else "",
        decided_on=remedy.decision.decided_on,
        annulled=remedy.outcome == Remedy.Outcome.ANNULLED,
        reasons=remedy.outcome_reasons,
        decided_anew=remedy.redo_ordered,
        remedy=wording("remedy-clause-no-penalty", drawing.on).format(**authorities),
        letterhead=drawing.letterhead,
    )
