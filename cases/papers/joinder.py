"""The paper by which cases are joined or parted; each of the two files keeps one."""

from cases.models import Joinder
from cases.papers.parts import Drawing, party_blocks
from documents.forms.parts import Opinion
from documents.forms.sideways import ApprovalSheet, Line
from law.wording import wording


def joinder_form(drawing: Drawing) -> ApprovalSheet:
    case, joinder = drawing.file.case, drawing.about
    counterpart = joinder.other if joinder.case_id == case.pk else joinder.case
    names = "、".join(one.name for one in joinder.case.parties.all() if one.pk in joinder.parties)
    lines = [Line(label="并案的理由" if joinder.is_merger else "分案的理由", text=joinder.reason)]
    if counterpart is not None:
        lines.append(Line(label="另一案件", text=f"{counterpart}　{counterpart.cause}"))
    if names:
        lines.append(Line(label="分出的当事人", text=names))
    return ApprovalSheet(
        case_number=drawing.case_number,
        heading="并案审批表" if joinder.is_merger else "分案审批表",
        cause=case.cause,
        filed_on=case.filed_on,
        parties=party_blocks(drawing),
        summary=case.findings or case.summary,
        lines=tuple(lines),
        basis=wording("basis-joinder", drawing.on),
        handler=_opinion(joinder, "case_officers"),
        head=_opinion(joinder, "bureau_head"),
    )


def _opinion(joinder: Joinder, post: str) -> Opinion:
    """Given in the case where it was proposed, printed in both."""
    given = joinder.case.approvals.filter(matter="joinder", post=post).order_by("pk").last()
    return Opinion(text=given.opinion, name=given.officer.name, on=given.given_on) if given else Opinion()
