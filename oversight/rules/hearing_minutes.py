"""Was the hearing offered, announced, conducted stage by stage and followed by a report and a review?"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.hearing_states import TOOK_PLACE
from law.thresholds import Scope
from oversight import facts
from oversight.findings import Finding, at, rule

INVESTIGATOR, PARTY_SPEAKS, LAST_WORD = ("调查",), ("当事人", "代理人"), ("最后陈述",)


@rule("notice-tells-hearing-right", basis="行政处罚法:63.1")
def notice_tells_hearing_right(file: CaseFile) -> Iterator[Finding]:
    for party in file.parties:
        paper = facts.notice_paper(file, party)
        if paper is None or paper.issued_on is None:
            continue
        offered = facts.required_by(file, Scope.HEARING, party, paper.issued_on, "proposed")
        said = paper.content.get("hearing_right") and paper.content.get("hearing_sentence")
        if offered and not said:
            yield Finding(
                _("%(why)s，通知书没有告知要求听证的权利。") % {"why": offered[0].title},
                "行政处罚法:63.1",
                **at(paper),
                field=_("听证权利"),
                locator=party.name,
                curable=not file.decisions,
                act="reopen_investigation",
                how=_("退回调查，重新制作并送达通知书。"),
            )


def _held(file: CaseFile) -> Iterator[tuple[Any, Any]]:
    for one in file.hearings:
        if one.state in TOOK_PLACE:
            yield one, facts.paper_about(file, "hearing-record", one)


def _stage(key: str, words: tuple[str, ...], text: Any, field: Any) -> None:
    def check(file: CaseFile) -> Iterator[Finding]:
        for hearing, paper in _held(file):
            said = [row for row in (paper.content.get("proceedings") or ()) if row.get("text")] if paper else []
            if not any(word in row.get("name", "") + row.get("duty", "") for row in said for word in words):
                yield Finding(
                    str(text()),
                    "行政处罚法:64(7)" if words is not LAST_WORD else "行政处罚法:64(6)",
                    **at(paper, "hearing-record"),
                    field=str(field()),
                    locator=str(hearing),
                    how=_("书面说明并附卷；影响当事人权利的，重新听证。"),
                )

    rule(key, basis="行政处罚法:64(6);行政处罚法:64(7)")(check)


_stage(
    "hearing-investigators-spoke",
    INVESTIGATOR,
    lambda: _("听证笔录没有记录调查人员提出的事实、证据和建议。"),
    lambda: _("调查人员的意见"),
)
_stage("hearing-party-spoke", PARTY_SPEAKS, lambda: _("听证笔录没有记录当事人的申辩和质证。"), lambda: _("申辩和质证"))
_stage("hearing-last-word", LAST_WORD, lambda: _("听证笔录没有记录当事人的最后陈述。"), lambda: _("最后陈述"))


@rule("hearing-record-signed", basis="行政处罚法:64(7)")
def hearing_record_signed(file: CaseFile) -> Iterator[Finding]:
    for hearing, paper in _held(file):
        if not hearing.signed and not hearing.unsigned_reason.strip():
            yield Finding(
                _("听证笔录没有当事人签名，也没有注明原因。"),
                "行政处罚法:64(7)",
                **at(paper, "hearing-record"),
                field=_("签名"),
                locator=str(hearing),
                curable=True,
                how=_("由主持人书面注明拒签的情况并附卷。"),
            )


@rule("public-hearing-announced", basis="行政处罚法:64(3)")
def public_hearing_announced(file: CaseFile) -> Iterator[Finding]:
    for hearing, _paper in _held(file):
        if hearing.is_public and facts.paper_about(file, "hearing-announcement", hearing) is None:
            yield Finding(
                _("公开举行的听证没有听证公告。"),
                "行政处罚法:64(3)",
                form="hearing-announcement",
                field=_("听证公告"),
                locator=str(hearing),
                how=_("听证已经举行，不能补正；说明情况并附卷。"),
            )


@rule("hearing-notice-is-served", basis="行政处罚法:64(2)")
def hearing_notice_is_served(file: CaseFile) -> Iterator[Finding]:
    for hearing, _paper in _held(file):
        paper = facts.paper_about(file, "hearing-notice", hearing)
        service = facts.service_of(file, paper)
        if service is None or (hearing.held_on and service.served_on > hearing.held_on):
            yield Finding(
                _("听证通知书没有在听证前送达。"),
                "行政处罚法:64(2)",
                **at(paper, "hearing-notice"),
                field=_("送达日期"),
                locator=str(hearing),
                how=_("听证已经举行，不能补正；说明情况并附卷。"),
            )


@rule("hearing-has-a-report", basis="行政处罚法:65")
def hearing_has_a_report(file: CaseFile) -> Iterator[Finding]:
    for hearing, _paper in _held(file):
        if hearing.state == "reported" and facts.paper_about(file, "hearing-report", hearing) is None:
            yield Finding(
                _("案卷没有听证报告。"),
                "行政处罚法:65",
                form="hearing-report",
                field=_("听证报告"),
                locator=str(hearing),
                how=_("查找原件，补入案卷。"),
                curable=True,
            )


@rule("review-after-hearing", basis="行政处罚法:58.1(2)")
def review_after_hearing(file: CaseFile) -> Iterator[Finding]:
    passed = [one for one in file.reviews if one.outcome == "passed" and one.concluded_on]
    for hearing, _paper in _held(file):
        if passed and hearing.held_on and passed[-1].concluded_on < hearing.held_on:
            form = "legal-review-opinion"
            yield Finding(
                _("听证以后没有再提请法制审核。"),
                "行政处罚法:58.1(2)",
                **at(facts.paper_about(file, form, passed[-1]), form),
                field=_("审核日期"),
                curable=not file.decisions,
                act="resubmit_for_review",
                how=_("重新提请法制审核。"),
            )
