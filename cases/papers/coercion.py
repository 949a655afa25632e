"""The papers about things that are held by force."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import override

from cases.coercion import Fate
from cases.models import CoerciveMeasure, CustodyChange, Disposal, MeasureTest, Thing
from cases.models.coercion import clock_words
from cases.objects import about_of
from cases.papers.parts import (
    Drawing,
    chinese,
    chinese_day,
    handlers,
    local,
    officer_line,
    opinion_of,
    party_block,
    party_blocks,
)
from documents.forms.coercion import (
    CustodyRecord,
    DisposalApproval,
    MeasureApproval,
    MeasureDecision,
    MeasureExtension,
    MeasureRelease,
    ReturnList,
    TestNotice,
    ThingsTransferNotice,
)
from documents.forms.parts import HandedOver, OfficerLine, Opinion
from law.citations import cite_all, print_citations
from law.wording import wording

REMEDY = "remedy-clause-measure"


def rows(things: Any, remarks: str = "") -> tuple[HandedOver, ...]:
    return tuple(
        HandedOver(
            name=one.name,
            specification=one.specification,
            quantity=one.quantity,
            remarks=remarks or one.condition,
        )
        for one in things
    )


def inventory(measure: CoerciveMeasure) -> list[Thing]:
    return sorted(measure.things.all(), key=lambda one: one.pk)


def objects(things: list[Thing]) -> str:
    return "、".join(f"{one.name}（{one.quantity}）" for one in things)


def taken_on(measure: CoerciveMeasure) -> date | None:
    return localdate(measure.carried_out_at) if measure.carried_out_at else None


def decision_number(drawing: Drawing, measure: CoerciveMeasure) -> str:
    papers = [one for one in drawing.file.papers_of("measure-decision") if one.subject_key == about_of(measure)]
    return papers[-1].number if papers else ""


def remedy(drawing: Drawing) -> str:
    bureau = drawing.bureau
    return wording(REMEDY, drawing.on).format(reviewing_government=bureau.reviewing_government, court=bureau.court)


def who_carried_out(drawing: Drawing, measure: CoerciveMeasure) -> tuple[OfficerLine, ...]:
    officers = [measure.proposed_by, measure.second_officer]
    return tuple(officer_line(one, drawing.on) for one in officers if one) or handlers(drawing)


def measure_approval(drawing: Drawing) -> MeasureApproval:
    measure: CoerciveMeasure = drawing.about
    return MeasureApproval(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        parties=(party_block(measure.party, drawing.on),),
        summary=drawing.file.case.summary,
        measure=measure.title,
        kind=measure.manner,
        basis=print_citations(cite_all(measure.basis)),
        things=rows(inventory(measure)),
        follows=measure.follows,
        urgent=measure.urgent,
        carried_out_at=local(measure.carried_out_at) if measure.carried_out_at else None,
        reported_at=local(measure.reported_at) if measure.reported_at else None,
        late=lateness(measure),
        handler=Opinion(text=measure.reason, name=measure.proposed_by.name, on=measure.proposed_on),
        head=approval_of(measure, drawing),
    )


def lateness(measure: CoerciveMeasure) -> str:
    late = measure.late_by(measure.reported_at)
    if not late:
        return ""
    with override("zh-hans"):
        return f"超过二十四小时期限{clock_words(late)}，原因：{measure.late_reason}"


def approval_of(measure: CoerciveMeasure, drawing: Drawing) -> Opinion:
    """The head's, once given; a refusal is signed by who refuses."""
    if measure.approved_by and measure.approved_at:
        return Opinion(text=measure.approval_opinion, name=measure.approved_by.name, on=localdate(measure.approved_at))
    if measure.approval_opinion:
        return Opinion(text=measure.approval_opinion, name=drawing.ask.officer.name, on=drawing.on)
    return Opinion()


LEAD = re.compile(r"(?P<day>\d{4}年\d{1,2}月\d{1,2}日[^，,。；]{0,12})[，,]\s*")
ADDRESSED = re.compile(r"(你（单位）|你单位|你|当事人)[，,]?")


def found(drawing: Drawing, measure: CoerciveMeasure) -> tuple[str, str]:
    """The day and the conduct for …年…月…日，你（单位）…: the form says whom it means, the reason need not say it again."""
    reason = measure.reason.strip().rstrip("。")
    lead = LEAD.match(reason)
    rest = reason[lead.end() :] if lead else reason
    rest = rest.removeprefix(measure.party.name)
    if named := ADDRESSED.match(rest):
        rest = rest[named.end() :]
    return (lead["day"] if lead else chinese_day(drawing.file.case.occurred_on)), rest


def measure_decision(drawing: Drawing) -> MeasureDecision:
    measure: CoerciveMeasure = drawing.about
    things, hold = inventory(measure), measure.hold
    day, facts = found(drawing, measure)
    return MeasureDecision(
        case_number=drawing.case_number,
        party=party_block(measure.party, drawing.on),
        found=day,
        facts=facts,
        basis=print_citations(cite_all(measure.basis)),
        objects=objects(things),
        measure=measure.title,
        begins=taken_on(measure),
        ends=hold.due_on if hold else None,
        remedy=remedy(drawing),
        things=rows(things),
        notes=f"存放于{measure.place}，不收取保管费用。",
        officers=who_carried_out(drawing, measure),
        letterhead=drawing.letterhead,
    )


def _addressed(drawing: Drawing, measure: CoerciveMeasure) -> dict[str, Any]:
    return {
        "case_number": drawing.case_number,
        "addressee": measure.party.name,
        "taken_on": taken_on(measure),
        "measure": measure.title,
        "decision_number": decision_number(drawing, measure),
        "letterhead": drawing.letterhead,
    }


def measure_extension(drawing: Drawing) -> MeasureExtension:
    measure: CoerciveMeasure = drawing.about
    hold = measure.hold
    return MeasureExtension(
        **_addressed(drawing, measure),
        facts=found(drawing, measure)[1],
        reason=str(drawing.ask.facts.get("reason", "")).rstrip("。"),
        until=hold.due_on if hold else None,
        remedy=remedy(drawing),
    )


def test_notice(drawing: Drawing) -> TestNotice:
    test: MeasureTest = drawing.about
    measure = test.measure
    hold = measure.hold
    return TestNotice(
        **_addressed(drawing, measure),
        objects=objects(measure.still_held()),
        subject=test.purpose,
        institution=test.institution,
        first=test.first,
        last=test.last,
        until=hold.due_on if hold else None,
    )


def measure_release(drawing: Drawing) -> MeasureRelease:
    measure: CoerciveMeasure = drawing.about
    return MeasureRelease(
        **_addressed(drawing, measure),
        facts=found(drawing, measure)[1],
        ground=measure.ground or 5,
        from_day=measure.released_on,
        things=rows(measure.still_held()),
        officers=handlers(drawing),
    )


def return_list(drawing: Drawing) -> ReturnList:
    measure: CoerciveMeasure = drawing.about
    returned = [one for one in inventory(measure) if one.fate == Fate.RETURNED]
    sold = drawing.ask.facts.get("proceeds")
    return ReturnList(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        party=measure.party.name,
        measure=measure.title,
        decision_number=decision_number(drawing, measure),
        things=rows(returned),
        proceeds=Decimal(sold) if sold else None,
        returned_on=measure.returned_on,
        returned_to=measure.returned_to,
        note=measure.return_note,
        officers=handlers(drawing),
    )


def custody_record(drawing: Drawing) -> CustodyRecord:
    change: CustodyChange = drawing.about
    measure = change.measure
    return CustodyRecord(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        party=measure.party.name,
        measure=measure.title,
        things=rows(measure.unsettled()),
        giver=change.giver.name,
        handed_at=local(change.handed_at),
        taker=change.taker.name,
        taken_at=local(change.taken_at) if change.taken_at else None,
        place=change.place,
        condition=change.condition,
        remark=change.remark,
    )


def disposal_approval(drawing: Drawing) -> DisposalApproval:
    disposal: Disposal = drawing.about
    return DisposalApproval(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        parties=party_blocks(drawing),
        things=rows(disposal.things.all()),
        ground=chinese(disposal.get_ground_display()),
        basis=print_citations(cite_all(disposal.basis)),
        manner=chinese(disposal.get_manner_display()),
        valuation=disposal.valuation,
        valued_by=disposal.valued_by,
        handler=Opinion(text=disposal.reason, name=disposal.asked_by.name, on=disposal.asked_on),
        head=opinion_of(drawing, "disposal", "bureau_head") if disposal.approved_by else Opinion(),
    )


def things_transfer_notice(drawing: Drawing) -> ThingsTransferNotice:
    measure: CoerciveMeasure = drawing.about
    along = [one for one in inventory(measure) if one.fate == Fate.HANDED_ALONG]
    return ThingsTransferNotice(
        **_addressed(drawing, measure),
        cause=drawing.file.case.cause,
        receiver=measure.handed_along_to,
        receipt=measure.receipt,
        things=rows(along),
    )
