"""The paper of a recusal."""

from cases.papers.parts import Drawing, chinese
from documents.forms.sideways import RecusalDecision


def recusal_decision(drawing: Drawing) -> RecusalDecision:
    request = drawing.about
    by_party = request.applicant is not None
    return RecusalDecision(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        addressee=request.applicant.name if by_party else request.person.name,
        person=request.person.name,
        position=request.person.position,
        asked_by=f"{request.applicant.name}申请" if by_party else chinese(request.get_origin_display()),
        asked_on=request.requested_on,
        ground=request.ground_title,
        reason=request.reason,
        granted=request.state == "granted",
        reconsidered=request.state == "upheld",
        decision=request.decision,
        collective=request.collective,
        letterhead=drawing.letterhead,
    )
