"""The papers of a transfer to the police."""

from typing import Any

from django.utils.timezone import localdate

from cases.papers.parts import (
    Drawing,
    handlers,
    opinions,
    party_blocks,
    penalty_words,
)
from documents.forms.parts import HandedOver
from documents.forms.sideways import ApprovalSheet, CrimeTransfer, Line, PoliceRequest, TransferNotice
from law.wording import wording


def crime_report(drawing: Drawing) -> ApprovalSheet:
    case, transfer = drawing.file.case, drawing.about
    team = "、".join((transfer.first_officer.name, transfer.second_officer.name))
    return ApprovalSheet(
        case_number=drawing.case_number,
        cause=case.cause,
        filed_on=case.filed_on,
        parties=party_blocks(drawing),
        summary=transfer.report,
        lines=(Line(label="涉嫌罪名", text=transfer.crime), Line(label="专案组成员", text=team)),
        basis=wording("basis-crime-report", drawing.on),
        **opinions(drawing, "crime"),
    )


def crime_transfer(drawing: Drawing) -> CrimeTransfer:
    transfer = drawing.about
    return CrimeTransfer(
        case_number=drawing.case_number,
        addressee=transfer.addressee,
        handlers=handlers(drawing),
        parties=party_blocks(drawing),
        crime=transfer.crime,
        finding=transfer.report,
        imposed=_imposed(drawing),
        goods=_listed(transfer.goods),
        materials=_listed(transfer.materials),
        no_expert_reason=drawing.ask.facts.get("no_expert_reason", ""),
        letterhead=drawing.letterhead,
    )


def _listed(rows: list[dict[str, Any]]) -> tuple[HandedOver, ...]:
    return tuple(HandedOver(name=one["name"], quantity=one["quantity"]) for one in rows)


def _imposed(drawing: Drawing) -> str:
    file = drawing.file
    told = [
        f"{one.decided_on.year}年{one.decided_on.month}月{one.decided_on.day}日对{one.party.name}作出："
        f"{penalty_words(file.sanctions_of(one.party, 'decided'))}"
        for one in file.decisions
        if one.kind == "penalty"
    ]
    return "；".join(told)


def transfer_notice(drawing: Drawing) -> TransferNotice:
    """To the police or to another organ: the act says to whom."""
    facts, case = drawing.ask.facts, drawing.file.case
    sent_at = facts.get("sent_at")
    return TransferNotice(
        case_number=drawing.case_number,
        party=drawing.the_party.name,
        transferred_on=localdate(sent_at) if sent_at else drawing.on,
        cause=case.cause,
        transferred_to=facts.get("addressee") or case.transferred_to,
        letterhead=drawing.letterhead,
    )


def police_reconsideration(drawing: Drawing) -> PoliceRequest:
    return _request(drawing, drawing.about.addressee)


def supervision_suggestion(drawing: Drawing) -> PoliceRequest:
    return _request(drawing, drawing.ask.facts["addressee_of_request"])


def _request(drawing: Drawing, addressee: str) -> PoliceRequest:
    transfer = drawing.about
    return PoliceRequest(
        case_number=drawing.case_number,
        addressee=addressee,
        police=transfer.addressee,
        party="、".join(one.name for one in drawing.file.parties),
        crime=transfer.crime,
        sent_on=localdate(transfer.sent_at) if transfer.sent_at else None,
        answer_number=transfer.answer_number,
        answered_on=transfer.answered_on,
        answer=transfer.answer,
        request=transfer.request,
        letterhead=drawing.letterhead,
    )
