"""The papers of an investigation that stands still, goes on again, or ends."""

from cases.papers.parts import Drawing, opinion_of, opinions, party_blocks
from documents.forms.sideways import ApprovalSheet, Line
from law.wording import wording


def suspension_form(drawing: Drawing) -> ApprovalSheet:
    case, suspension = drawing.file.case, drawing.about
    lines = [
        Line(label="中止调查的情形", text=suspension.ground_title),
        Line(label="具体情况", text=suspension.explanation),
    ]
    if suspension.resumed_on:
        lines.append(Line(label="恢复调查的理由", text=suspension.resume_reason))
    return ApprovalSheet(
        case_number=drawing.case_number,
        heading="恢复调查审批表" if suspension.resumed_on else "中止调查审批表",
        cause=case.cause,
        filed_on=case.filed_on,
        parties=party_blocks(drawing),
        summary=case.findings or case.summary,
        lines=tuple(lines),
        basis=wording("basis-suspension", drawing.on),
        **opinions(drawing, "suspension"),
    )


def ending_form(drawing: Drawing) -> ApprovalSheet:
    case = drawing.file.case
    return ApprovalSheet(
        case_number=drawing.case_number,
        cause=case.cause,
        filed_on=case.filed_on,
        parties=party_blocks(drawing),
        summary=case.findings or case.summary,
        lines=(Line(label="终止调查的理由", text=opinion_of(drawing, "ending", "case_officers").text),),
        basis=wording("basis-ending", drawing.on),
        **opinions(drawing, "ending"),
    )
