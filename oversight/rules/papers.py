"""Does each paper say what it must say, exactly and completely?"""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.case_file import CaseFile
from documents.models import Document
from oversight import facts
from oversight.findings import Finding, at, rule

# Amounts like 1000-2000元 or 一千元至两千元: announced so, nothing was announced.
A_RANGE = re.compile(
    r"[\d〇零一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]元?\s*(?:[-–—~～至到])\s*[\d一二三四五六七八九壹贰叁肆伍陆柒捌玖]"
)
ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千]+条")
VAGUE_COURT = ("有管辖权", "具有管辖权")

REQUIRED: dict[str, dict[str, Any]] = {
    "scene-record": {"place": gettext_lazy("地点"), "recorder": gettext_lazy("记录人")},
    "interview-record": {"place": gettext_lazy("地点"), "recorder": gettext_lazy("记录人")},
    "statement-answer": {"findings": gettext_lazy("复核意见"), "outcome": gettext_lazy("采纳情况")},
    "hearing-notice": {"held_at": gettext_lazy("听证时间"), "place": gettext_lazy("听证地点")},
    "hearing-record": {"place": gettext_lazy("听证地点"), "proceedings": gettext_lazy("听证内容")},
    "legal-review-opinion": {"reason": gettext_lazy("审核理由"), "conclusion": gettext_lazy("审核结论")},
    "discussion-minutes": {"place": gettext_lazy("地点"), "conclusion": gettext_lazy("结论")},
    "service-receipt": {"addressee": gettext_lazy("受送达人"), "rows": gettext_lazy("送达文书")},
    "no-penalty-decision": {"grounds": gettext_lazy("理由"), "basis": gettext_lazy("依据")},
    "closing-report": {"result": gettext_lazy("处理结果"), "execution": gettext_lazy("执行情况")},
}


def _blanks(paper: Document, labels: dict[str, Any], basis: str) -> Iterator[Finding]:
    for name, label in labels.items():
        if facts.is_blank(paper.content.get(name)):
            yield _on(
                paper, _("%(paper)s没有填写%(field)s。") % {"paper": paper.title, "field": label}, basis, str(label)
            )


def _on(paper: Document, text: str, basis: str, field: str) -> Finding:
    return Finding(
        text,
        basis,
        **at(paper),
        field=field,
        locator=paper.number,
        how=_("签发后的文书不能改动；另行补正或者说明并附卷。"),
    )


@rule("papers-have-a-template", basis="行政处罚法:47")
def papers_have_a_template(file: CaseFile) -> Iterator[Finding]:
    for paper in facts.final_papers(file):
        if not paper.template_version:
            text = _("%(paper)s没有使用统一的文书格式。") % {"paper": paper.title}
            yield _on(paper, text, "行政处罚法:47", _("文书格式"))


@rule("required-fields-filled", basis="行政处罚法:47")
def required_fields_filled(file: CaseFile) -> Iterator[Finding]:
    for paper in facts.final_papers(file):
        yield from _blanks(paper, REQUIRED.get(paper.form_key, {}), "行政处罚法:47")


@rule("outward-papers-numbered", basis="行政处罚法:47")
def outward_papers_numbered(file: CaseFile) -> Iterator[Finding]:
    for paper in facts.final_papers(file):
        if paper.form.rule.series and not paper.number:
            yield _on(paper, _("%(paper)s没有文号。") % {"paper": paper.title}, "行政处罚法:47", _("文号"))


@rule("report-complete", basis="行政处罚法:57.1")
def report_complete(file: CaseFile) -> Iterator[Finding]:
    labels = {
        "facts": _("违法事实"),
        "evidence": _("证据"),
        "charges": _("违法行为和依据"),
        "conclusion": _("处理意见"),
    }
    for paper in facts.final_papers(file, "investigation-report"):
        yield from _blanks(paper, labels, "行政处罚法:57.1")


@rule("report-signed-by-two", basis="行政处罚法:42.1")
def report_signed_by_two(file: CaseFile) -> Iterator[Finding]:
    for paper in facts.final_papers(file, "investigation-report"):
        signed = [one for one in paper.content.get("signatures", ()) if one.get("name") and one.get("on")]
        if len(signed) < 2:
            text = _("案件调查报告只有 %(count)d 名承办人签名并注明日期。") % {"count": len(signed)}
            yield _on(paper, text, "行政处罚法:42.1", _("承办人签名"))


@rule("notice-is-exact", basis="行政处罚法:44")
def notice_is_exact(file: CaseFile) -> Iterator[Finding]:
    labels = {"facts": _("违法事实"), "charges": _("违法行为"), "proposal": _("拟作出的处罚")}
    for paper in facts.final_papers(file, "violation-notice"):
        yield from _blanks(paper, labels, "行政处罚法:44")
        proposal = paper.content.get("proposal", "")
        fined = "罚款" in proposal
        if A_RANGE.search(proposal) or (fined and not re.search(r"\d", proposal)):
            yield _on(paper, _("通知书拟处罚的数额不具体，视为没有告知。"), "行政处罚法:44", _("拟作出的处罚"))
        yield from _uncited(paper)
        if not paper.content.get("statement_right", True):
            yield _on(paper, _("通知书没有告知陈述申辩的权利。"), "行政处罚法:44", _("陈述申辩"))


def _uncited(paper: Document) -> Iterator[Finding]:
    for line in paper.content.get("charges", ()):
        if not ARTICLE.search(line.get("violated") or "") or not ARTICLE.search(line.get("penalty_basis") or ""):
            text = _("%(paper)s引用的法律依据没有具体到条。") % {"paper": paper.title}
            yield _on(paper, text, "行政处罚法:59.1(3)", _("依据"))


@rule("notice-has-proof-of-service", basis="行政处罚法:61.1")
def notice_has_proof_of_service(file: CaseFile) -> Iterator[Finding]:
    yield from _proof(file, facts.final_papers(file, "violation-notice"), "serve_notice")


@rule("decision-has-proof-of-service", basis="行政处罚法:61.1")
def decision_has_proof_of_service(file: CaseFile) -> Iterator[Finding]:
    papers = [one for form in facts.DECISION_FORMS.values() for one in facts.final_papers(file, form)]
    yield from _proof(file, papers, "serve_decision")


def _proof(file: CaseFile, papers: list[Document], act: str) -> Iterator[Finding]:
    for paper in papers:
        service, receipt = facts.service_of(file, paper), facts.receipt_of(file, paper)
        if service is None:
            if paper.state == "served" or file.case.closed_on:
                text = _("%(paper)s没有送达记录。") % {"paper": paper.title}
                yield _on(paper, text, "行政处罚法:61.1", _("送达日期"))
            continue
        if receipt is None:
            yield _on(paper, _("%(paper)s没有送达回证。") % {"paper": paper.title}, "行政处罚法:61.1", _("送达回证"))
            continue
        if not service.receiver.strip() and service.manner != "public":
            yield _on(receipt, _("送达回证没有收件人签收。"), "行政处罚法:61.1", _("收件人"))
        if service.manner == "left" and not service.witness.strip():
            yield _on(receipt, _("留置送达没有见证人。"), "民事诉讼法:89", _("见证人"))


@rule("decision-complete", basis="行政处罚法:59.1")
def decision_complete(file: CaseFile) -> Iterator[Finding]:
    labels = {
        "party": _("当事人"),
        "facts": _("违法事实"),
        "evidence": _("证据"),
        "charges": _("违法行为"),
        "penalty": _("处罚内容"),
    }
    papers = facts.final_papers(file, "penalty-decision")
    punished = {decision.party_id for _party, decision in facts.penalties(file)}
    if missing := punished - {one.party_id for one in papers}:
        for party in file.parties:
            if party.pk in missing:
                text = _("案卷没有%(name)s的行政处罚决定书。") % {"name": party.name}
                yield Finding(text, "行政处罚法:59.1", form="penalty-decision", locator=party.name)
    for paper in papers:
        yield from _blanks(paper, labels, "行政处罚法:59.1")
        yield from _uncited(paper)


@rule("performance-is-stated", basis="行政处罚法:59.1(4)")
def performance_is_stated(file: CaseFile) -> Iterator[Finding]:
    for paper in facts.final_papers(file, "penalty-decision"):
        content = paper.content
        owed = float(content.get("fine") or 0) > 0
        if owed and not (content.get("bank") and content.get("account") and content.get("payment")):
            yield _on(paper, _("决定书没有写明缴款的期限、银行和账号。"), "行政处罚法:59.1(4)", _("履行方式和期限"))


@rule("remedies-are-stated", basis="行政处罚法:59.1(5)")
def remedies_are_stated(file: CaseFile) -> Iterator[Finding]:
    for form in (*facts.DECISION_FORMS.values(), facts.SPOT_FORM):
        for paper in facts.final_papers(file, form):
            content = paper.content
            court, organ, remedy = (content.get(name) or "" for name in ("court", "reviewing_government", "remedy"))
            if not organ.strip() or organ not in remedy:
                yield _on(paper, _("决定书没有写明具体的行政复议机关。"), "行政处罚法:59.1(5)", _("行政复议"))
            vague = any(word in court for word in VAGUE_COURT)
            if vague or not court.endswith("人民法院") or court not in remedy:
                yield _on(paper, _("决定书没有写明具体的人民法院。"), "行政处罚法:59.1(5)", _("行政诉讼"))
