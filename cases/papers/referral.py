"""The papers to other organs: asked, told, answered."""

from datetime import date

from cases.papers.parts import Drawing, penalty_words
from documents.forms.sideways import AssistanceLetter, DesignationRequest, HomeCopy, IncomingAnswer


def assistance_letter(drawing: Drawing) -> AssistanceLetter:
    request = drawing.about
    return AssistanceLetter(
        case_number=drawing.case_number,
        addressee=request.addressee,
        cause=drawing.file.case.cause,
        questions=request.questions,
        due_on=request.due_on,
        letterhead=drawing.letterhead,
    )


def designation_request(drawing: Drawing) -> DesignationRequest:
    case, dispute = drawing.file.case, drawing.about
    return DesignationRequest(
        case_number=drawing.case_number,
        superior=dispute.superior,
        cause=case.cause,
        occurred_on=case.occurred_on,
        place=case.place,
        filed_on=case.filed_on,
        other_agency=dispute.other_agency,
        question=dispute.question,
        opinion=drawing.ask.facts["opinion"],
        letterhead=drawing.letterhead,
    )


def transfer_receipt(drawing: Drawing) -> IncomingAnswer:
    return _to_sender(drawing, "")


def transfer_answer(drawing: Drawing) -> IncomingAnswer:
    return _to_sender(drawing, drawing.about.answer)


def _to_sender(drawing: Drawing, answer: str) -> IncomingAnswer:
    incoming = drawing.about
    return IncomingAnswer(
        case_number=drawing.case_number,
        addressee=incoming.sender,
        letter_number=incoming.letter_number,
        received_on=incoming.received_on,
        cause=drawing.file.case.cause,
        materials=incoming.materials,
        answer=answer,
        letterhead=drawing.letterhead,
    )


def home_copy(drawing: Drawing) -> HomeCopy:
    """To the authority where the vehicle is registered, about the one vehicle that the act names."""
    file, facts = drawing.file, drawing.ask.facts
    charges = [one for one in file.charges if one.is_overload]
    charge = next((one for one in charges if one.plate == facts["plate"]), charges[0])
    decision = file.decision_for(charge.party)
    paper = next((one for one in file.papers_of("penalty-decision", charge.party) if one.number), None)
    return HomeCopy(
        case_number=drawing.case_number,
        addressee=facts["authority"],
        plate=facts["plate"],
        party=charge.party.name,
        occurred_on=charge.conduct_on,
        place=file.case.place,
        total_kg=charge.total_kg or 0,
        limit_kg=charge.limit_kg or 0,
        decision_number=paper.number if paper else "",
        decided_on=_decided(decision),
        penalty=penalty_words(file.sanctions_of(charge.party, "decided")),
        letterhead=drawing.letterhead,
    )


def _decided(decision: object) -> date | None:
    return getattr(decision, "decided_on", None)
