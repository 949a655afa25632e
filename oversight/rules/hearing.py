"""Was the party told in time, waited for, heard and answered?"""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.hearing_states import CLOSED, TOOK_PLACE
from law.holidays import is_working_day
from law.thresholds import Scope
from oversight import facts
from oversight.findings import Finding, at, rule

DAYS_BEFORE_HEARING = 7
NOT_HELD = CLOSED - set(TOOK_PLACE)


@rule("notice-served-before-decision", basis="行政处罚法:62")
def notice_served_before_decision(file: CaseFile) -> Iterator[Finding]:
    for party, decision in facts.penalties(file):
        paper, told = facts.notice_paper(file, party), facts.notified_on(file, party)
        if told is None:
            text = _("没有向%(name)s送达违法行为通知书就作出了决定。") % {"name": party.name}
        elif told >= decision.decided_on:
            text = _("违法行为通知书 %(told)s 才送达%(name)s，决定却在 %(on)s 作出。") % {
                "told": told,
                "name": party.name,
                "on": decision.decided_on,
            }
        else:
            continue
        yield Finding(
            text,
            "行政处罚法:62",
            **at(paper, "violation-notice"),
            field=_("送达日期"),
            locator=party.name,
            how=_cannot(),
        )


@rule("statement-period-waited", basis="行政处罚法:45.1")
def statement_period_waited(file: CaseFile) -> Iterator[Finding]:
    yield from _waited(file, "statement", _("陈述申辩期"), "行政处罚法:45.1")


@rule("hearing-period-waited", basis="行政处罚法:64(1)")
def hearing_period_waited(file: CaseFile) -> Iterator[Finding]:
    asked = {one.party_id for one in file.hearings}
    for party, decision in facts.penalties(file):
        offered = facts.required_by(file, Scope.HEARING, party, decision.decided_on, "proposed")
        if offered and party.pk not in asked:
            yield from _waited(file, "hearing_request", _("要求听证的期限"), "行政处罚法:64(1)", only=party.pk)


def _waited(file: CaseFile, key: str, title: str, basis: str, only: int | None = None) -> Iterator[Finding]:
    for party, decision in facts.penalties(file):
        told, waived = facts.notified_on(file, party), facts.waived_on(file, party)
        if told is None or only not in (None, party.pk) or (waived and waived <= decision.decided_on):
            continue
        due = facts.last_day(key, told)
        if decision.decided_on <= due:
            yield Finding(
                _("%(name)s的%(title)s到 %(due)s 才届满，决定却在 %(on)s 作出。")
                % {"name": party.name, "title": title, "due": due, "on": decision.decided_on},
                basis,
                **at(facts.decision_paper(file, decision), "penalty-decision"),
                field=_("决定日期"),
                locator=party.name,
                how=_cannot(),
            )


@rule("statements-are-answered", basis="行政处罚法:45.1")
def statements_are_answered(file: CaseFile) -> Iterator[Finding]:
    for one in file.statements:
        if one.kind == "statement" and (one.answered_on is None or not one.answer.strip()):
            yield Finding(
                _("%(on)s 提出的陈述申辩没有复核意见和理由。") % {"on": one.made_on},
                "行政处罚法:45.1",
                **at(facts.paper_about(file, "statement-record", one), "statement-record"),
                field=_("复核意见"),
                curable=not file.decisions,
                act="answer_statement",
                how=_("复核并答复当事人的意见。"),
            )


@rule("statements-answered-before-decision", basis="行政处罚法:45.1")
def statements_answered_before_decision(file: CaseFile) -> Iterator[Finding]:
    day = facts.decided_on(file)
    for one in file.statements:
        if one.kind == "statement" and day and (one.answered_on is None or one.answered_on > day):
            yield Finding(
                _("%(made)s 提出的陈述申辩，到 %(on)s 作出决定时还没有复核。") % {"made": one.made_on, "on": day},
                "行政处罚法:45.1",
                **at(facts.paper_about(file, "statement-record", one), "statement-record"),
                field=_("陈述申辩内容"),
                how=_cannot(),
            )


@rule("hearings-held-before-decision", basis="行政处罚法:63.1")
def hearings_held_before_decision(file: CaseFile) -> Iterator[Finding]:
    day = facts.decided_on(file)
    for one in file.hearings:
        if day is None or one.state in NOT_HELD or (one.state in TOOK_PLACE and one.held_on and one.held_on <= day):
            continue
        yield Finding(
            _("当事人 %(asked)s 要求听证，到 %(on)s 作出决定时没有举行。") % {"asked": one.requested_on, "on": day},
            "行政处罚法:63.1",
            **at(facts.paper_about(file, "hearing-record", one), "hearing-record"),
            field=_("听证日期"),
            how=_cannot(),
        )


@rule("hearing-announced-in-time", basis="行政处罚法:64(2)")
def hearing_announced_in_time(file: CaseFile) -> Iterator[Finding]:
    for one in file.hearings:
        if one.convened_on is None or one.set_for is None or one.state not in ("convened", *TOOK_PLACE):
            continue
        between, day = 0, one.convened_on + timedelta(days=1)
        while day < facts.day_of(one.set_for):
            between += is_working_day(day)
            day += timedelta(days=1)
        if between < DAYS_BEFORE_HEARING:
            yield Finding(
                _("听证通知与听证之间只有 %(count)d 个工作日，不足七个工作日。") % {"count": between},
                "行政处罚法:64(2)",
                **at(facts.paper_about(file, "hearing-notice", one), "hearing-notice"),
                field=_("听证时间"),
                curable=one.state == "convened",
                how=_("听证还没有举行的，改期并重新通知。"),
            )


def _cannot() -> str:
    return _("决定已经作出，不能补正；应当撤销后重新告知。")
