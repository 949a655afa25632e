"""Did the right people act: two of them, certified on the day, and never judge of their own case?"""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from officers.models import Certificate, Officer
from oversight import facts
from oversight.findings import Finding, at, rule


def _certified(officer: Officer, kind: str, on: date) -> bool:
    # Not officer.may_enforce(): somebody who has left since was certified all the same.
    return any(one.kind == kind and one.is_valid(on) for one in officer.certificates.all())


@rule("two-handlers", basis="行政处罚法:42.1")
def two_handlers(file: CaseFile) -> Iterator[Finding]:
    day = facts.decided_on(file)
    on_duty = {
        one.officer_id
        for one in file.case.assignments.all()
        if (one.until is None if day is None else one.since <= day and (one.until is None or one.until >= day))
    }
    if len(on_duty) < 2:
        yield Finding(
            _("本案承办人只有 %(count)d 名，不足两名。") % {"count": len(on_duty)},
            "行政处罚法:42.1",
            form="investigation-report",
            field=_("承办人"),
            curable=day is None,
            act="assign_officer",
            how=_("由办案机构负责人增加承办人。"),
        )


@rule("certificates-on-record-day", basis="行政处罚法:42.1")
def certificates_on_record_day(file: CaseFile) -> Iterator[Finding]:
    for inquiry in file.inquiries:
        day = facts.day_of(inquiry.started_at)
        for officer in (inquiry.first_officer, inquiry.second_officer):
            if not _certified(officer, Certificate.Kind.ENFORCEMENT, day):
                yield Finding(
                    _("%(name)s在 %(on)s 制作笔录时没有有效的行政执法证。") % {"name": officer.name, "on": day},
                    "行政处罚法:42.1",
                    **at(facts.record_of(file, inquiry), facts.RECORD_FORMS[inquiry.kind]),
                    field=_("执法证号"),
                    locator=str(inquiry),
                    curable=not file.decisions,
                    act="record_interview",
                    how=_("由持有效证件的两名执法人员重新制作笔录。"),
                )
        if inquiry.first_officer_id == inquiry.second_officer_id:
            yield Finding(
                _("%(title)s只有一名执法人员。") % {"title": str(inquiry)},
                "行政处罚法:42.1",
                **at(facts.record_of(file, inquiry), facts.RECORD_FORMS[inquiry.kind]),
                field=_("执法人员"),
                locator=str(inquiry),
                how=_("由两名执法人员重新制作笔录。"),
            )


@rule("certificates-on-filing-day", basis="行政处罚法:42.1")
def certificates_on_filing_day(file: CaseFile) -> Iterator[Finding]:
    day = file.case.filed_on
    for one in file.case.assignments.all():
        joined = one.since if day is None else max(one.since, day)
        if one.until is None and not _certified(one.officer, Certificate.Kind.ENFORCEMENT, joined):
            yield Finding(
                _("承办人%(name)s在 %(on)s 没有有效的行政执法证。") % {"name": one.officer.name, "on": joined},
                "行政处罚法:42.1",
                form="filing-form",
                field=_("承办人"),
                locator=one.officer.name,
                curable=not file.decisions,
                act="assign_officer",
                how=_("更新证件记录，或者更换承办人并重做其办理的事项。"),
            )


@rule("decider-did-not-handle", basis="行政处罚法:57.1")
def decider_did_not_handle(file: CaseFile) -> Iterator[Finding]:
    handled = facts.handled_ever(file)
    for decision in file.decisions:
        if decision.decided_by_id in handled:
            yield Finding(
                _("%(name)s承办过本案，又作出决定。") % {"name": decision.decided_by.name},
                "行政处罚法:57.1",
                **at(facts.decision_paper(file, decision), facts.DECISION_FORMS[decision.kind]),
                field=_("决定人"),
                how=_("决定已经作出，不能补正；应当自行纠正。"),
            )


@rule("handlers-did-not-vote", basis="行政处罚法:57.2")
def handlers_did_not_vote(file: CaseFile) -> Iterator[Finding]:
    handled = facts.handled_ever(file)
    for meeting in file.discussions:
        for voice in meeting.voices.all():
            if voice.officer_id in handled:
                yield Finding(
                    _("承办人%(name)s参加了集体讨论的表决。") % {"name": voice.officer.name},
                    "行政处罚法:57.2",
                    **at(facts.paper_about(file, "discussion-minutes", meeting), "discussion-minutes"),
                    field=_("参加人"),
                    locator=voice.officer.name,
                    curable=not file.decisions,
                    act="hold_discussion",
                    how=_("重新集体讨论，承办人只汇报、不表决。"),
                )


@rule("reviewer-did-not-handle", basis="行政处罚法:58.1")
def reviewer_did_not_handle(file: CaseFile) -> Iterator[Finding]:
    handled = facts.handled_ever(file)
    for review in file.reviews:
        if review.reviewer_id in handled:
            yield Finding(
                _("%(name)s承办过本案，又进行法制审核。") % {"name": handled[review.reviewer_id]},
                "行政处罚法:58.1",
                **at(facts.paper_about(file, "legal-review-opinion", review), "legal-review-opinion"),
                field=_("审核人员"),
                curable=not file.decisions,
                act="resubmit_for_review",
                how=_("由没有参与调查的审核人员重新审核。"),
            )


@rule("reviewer-is-qualified", basis="行政处罚法:58.2")
def reviewer_is_qualified(file: CaseFile) -> Iterator[Finding]:
    for review in file.reviews:
        if review.reviewer is None or review.concluded_on is None:
            continue
        if not _certified(review.reviewer, Certificate.Kind.LEGAL, review.concluded_on):
            yield Finding(
                _("审核人员%(name)s没有登记法律职业资格。") % {"name": review.reviewer.name},
                "行政处罚法:58.2",
                **at(facts.paper_about(file, "legal-review-opinion", review), "legal-review-opinion"),
                field=_("审核人员"),
                curable=True,
                how=_("登记审核人员的法律职业资格证书；没有资格的，由有资格的人员重新审核。"),
            )


@rule("chair-did-not-handle", basis="行政处罚法:64(4)")
def chair_did_not_handle(file: CaseFile) -> Iterator[Finding]:
    handled = facts.handled_ever(file)
    for hearing in file.hearings:
        for officer_id, duty in ((hearing.chair_id, _("主持人")), (hearing.recorder_id, _("记录人"))):
            if officer_id in handled:
                yield Finding(
                    _("听证%(duty)s%(name)s是本案调查人员。") % {"duty": duty, "name": handled[officer_id]},
                    "行政处罚法:64(4)",
                    **at(facts.paper_about(file, "hearing-notice", hearing), "hearing-notice"),
                    field=duty,
                    curable=hearing.state == "convened" and not file.decisions,
                    how=_("另行指定听证人员，重新通知当事人。"),
                )
