"""Do the papers of a file belong together: one case, one party, one issuer, days in order, nothing altered?"""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from documents.content import digest
from oversight import facts
from oversight.findings import Finding, at, rule


@rule("same-issuer", basis="行政处罚法:17")
def same_issuer(file: CaseFile) -> Iterator[Finding]:
    first = ""
    for paper in facts.final_papers(file):
        head = paper.content.get("letterhead") or {}
        name, seal = head.get("bureau", ""), head.get("seal_name", "")
        if not name:
            continue
        first = first or name
        if name != first:
            text = _("%(paper)s的署名机关“%(name)s”与其他文书不一致。") % {"paper": paper.title, "name": name}
        elif seal and seal != name:
            text = _("%(paper)s的印章“%(seal)s”与署名机关不一致。") % {"paper": paper.title, "seal": seal}
        else:
            continue
        yield Finding(
            text,
            "行政处罚法:17",
            **at(paper),
            field=_("署名和印章"),
            locator=paper.number,
            how=_("核对执法主体；以其他机关名义作出的文书应当作废重做。"),
        )


@rule("party-same-everywhere", basis="行政处罚法:40")
def party_same_everywhere(file: CaseFile) -> Iterator[Finding]:
    names = {one.pk: one.name for one in file.parties}
    for paper in facts.final_papers(file):
        content, expected = paper.content, names.get(paper.party_id)
        block = content.get("party")
        printed = block.get("name") if isinstance(block, dict) else content.get("addressee")
        # An individual business is printed with its keeper in brackets.
        if expected and printed and printed != expected and not printed.startswith(f"{expected}（"):
            yield Finding(
                _("%(paper)s的当事人是“%(printed)s”，立案查明的是“%(expected)s”。")
                % {"paper": paper.title, "printed": printed, "expected": expected},
                "行政处罚法:40",
                **at(paper),
                field=_("当事人"),
                locator=paper.number,
                how=_("有更名等合理解释的说明并附卷；否则应当作废重做。"),
            )


@rule("one-case-one-file", basis="行政处罚法:47")
def one_case_one_file(file: CaseFile) -> Iterator[Finding]:
    for paper in facts.final_papers(file):
        number = paper.content.get("case_number")
        # A record made before the filing has no case number yet.
        if number and number != file.case.number:
            yield Finding(
                _("%(paper)s的案号是%(number)s，不属于本案。") % {"paper": paper.title, "number": number},
                "行政处罚法:47",
                **at(paper),
                field=_("案号"),
                how=_("移入所属的案卷。"),
            )


@rule("issued-papers-unchanged", basis="行政处罚法:47")
def issued_papers_unchanged(file: CaseFile) -> Iterator[Finding]:
    for paper in facts.final_papers(file):
        if paper.content_sha256 != digest(paper.content):
            yield Finding(
                _("%(paper)s签发以后内容被改动。") % {"paper": paper.title},
                "行政处罚法:47",
                **at(paper),
                field=_("内容校验值"),
                locator=paper.number,
                how=_("以存档的文书为准，查明改动的经过。"),
            )


@rule("days-in-order", basis="行政处罚法:47")
def days_in_order(file: CaseFile) -> Iterator[Finding]:
    previous: tuple[str, date] | None = None
    for title, day, form in _milestones(file):
        if day is None:
            continue
        if previous and day < previous[1]:
            yield Finding(
                _("%(later)s（%(day)s）早于%(earlier)s（%(before)s）。")
                % {"later": title, "day": day, "earlier": previous[0], "before": previous[1]},
                "行政处罚法:47",
                form=form,
                field=title,
                how=_("核对日期，书面说明并附卷。"),
            )
        previous = (title, day)


def _milestones(file: CaseFile) -> Iterator[tuple[str, date | None, str]]:
    """The steps that can only follow one another, each with the paper that carries its day."""
    case = file.case
    report = facts.final_papers(file, "investigation-report")
    told = [day for party in file.parties if (day := facts.notified_on(file, party))]
    decided = [one.decided_on for one in file.decisions]
    served = [
        service.served_on
        for one in file.decisions
        if (service := facts.service_of(file, facts.decision_paper(file, one)))
    ]
    yield _("受案"), facts.day_of(case.received_at), "filing-form"
    yield _("立案"), case.filed_on, "filing-form"
    yield _("批准调查报告"), report[-1].issued_on if report else None, "investigation-report"
    yield _("送达通知书"), min(told, default=None), "violation-notice"
    yield _("作出决定"), min(decided, default=None), "penalty-decision"
    yield _("送达决定书"), min(served, default=None), "service-receipt"
    yield _("结案"), case.closed_on, "closing-report"
    yield _("归档"), case.archived_on, "dossier-cover"
