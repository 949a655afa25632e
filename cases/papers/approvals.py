"""The internal sheets on which the head approves what is kept, held longer, given back, or given more time."""

from datetime import date

from cases.measure_states import PreservationState
from cases.models import CoerciveMeasure, Preservation
from cases.papers.coercion import objects, taken_on
from cases.papers.parts import Drawing, chinese_day, handlers, local, opinion_of, party_block, party_blocks
from documents.forms.parts import Opinion, PartyBlock
from documents.forms.sideways import ApprovalSheet, Line
from law.numerals import to_chinese
from law.terms import term_rule
from law.wording import wording


def _sheet(drawing: Drawing, parties: tuple[PartyBlock, ...], basis: str, **rows: object) -> ApprovalSheet:
    case = drawing.file.case
    return ApprovalSheet(
        case_number=drawing.case_number,
        cause=case.cause,
        filed_on=case.filed_on,
        parties=parties,
        summary=case.findings or case.summary,
        basis=basis,
        **rows,  # type: ignore[arg-type]
    )


def _handlers(drawing: Drawing, text: str, on: date) -> Opinion:
    return Opinion(text=text, name="　".join(one.name for one in handlers(drawing)), on=on)


def _decided(drawing: Drawing, text: str) -> Opinion:
    """The head's, who carries out the act that asks for the sheet."""
    return Opinion(text=text, name=drawing.ask.officer.name, on=drawing.on)


def _things(kept: Preservation) -> str:
    return "；".join("　".join(filter(None, (one["name"], one.get("quantity", "")))) for one in kept.things)


def preservation_approval(drawing: Drawing) -> ApprovalSheet:
    kept: Preservation = drawing.about
    days = to_chinese(term_rule("preservation", drawing.on).length)
    basis = wording("basis-preservation", drawing.on)
    return _sheet(
        drawing,
        (party_block(kept.party, drawing.on),),
        basis,
        lines=(
            Line(label="登记保存的理由", text=kept.reason),
            Line(label="拟登记保存的物品", text=_things(kept)),
        ),
        handler=_handlers(
            drawing, f"根据{basis}的规定，拟对上列物品予以先行登记保存{days}个工作日。", kept.proposed_on
        ),
        head=opinion_of(drawing, "preservation", "bureau_head")
        if kept.state != PreservationState.PROPOSED
        else Opinion(),
    )


def preservation_release_approval(drawing: Drawing) -> ApprovalSheet:
    kept: Preservation = drawing.about
    kept_on = chinese_day(local(kept.kept_at).date()) if kept.kept_at else ""
    return _sheet(
        drawing,
        (party_block(kept.party, drawing.on),),
        wording("basis-preservation", drawing.on),
        lines=(
            Line(label="登记保存的物品", text=_things(kept)),
            Line(label="登记保存情况", text=f"{kept_on}登记保存，存放于{kept.place}，保管人{kept.keeper}。"),
        ),
        head=_decided(drawing, kept.outcome_reason),
    )


def measure_extension_approval(drawing: Drawing) -> ApprovalSheet:
    measure: CoerciveMeasure = drawing.about
    until = chinese_day(measure.hold.due_on) if measure.hold else ""
    return _sheet(
        drawing,
        (party_block(measure.party, drawing.on),),
        wording("basis-measure-extension", drawing.on),
        lines=(_measure_taken(measure), Line(label="延长期限的理由", text=str(drawing.ask.facts.get("reason", "")))),
        head=_decided(drawing, f"批准延长至{until}。"),
    )


def measure_release_approval(drawing: Drawing) -> ApprovalSheet:
    measure: CoerciveMeasure = drawing.about
    item = to_chinese(measure.ground) if measure.ground else "　"
    return _sheet(
        drawing,
        (party_block(measure.party, drawing.on),),
        f"{wording('basis-measure-release', drawing.on)}第{item}项",
        lines=(_measure_taken(measure), Line(label="拟退还的财物", text=objects(measure.still_held()))),
        head=_decided(drawing, measure.release_reason),
    )


def _measure_taken(measure: CoerciveMeasure) -> Line:
    since = taken_on(measure)
    said = f"{chinese_day(since)}起{measure.title}" if since else measure.title
    return Line(label="已采取的强制措施", text=f"{said}：{objects(list(measure.things.all()))}")


def decision_extension_form(drawing: Drawing) -> ApprovalSheet:
    extension = drawing.about
    due = f"{chinese_day(extension.previous_due_on)}延长至{chinese_day(extension.due_on)}"
    return _sheet(
        drawing,
        party_blocks(drawing),
        wording("basis-decision-extension", drawing.on),
        lines=(Line(label="延长办案期限的理由", text=extension.reason), Line(label="办案期限", text=f"由{due}")),
        head=_decided(drawing, "批准延长办案期限。"),
    )
