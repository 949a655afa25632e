"""May this hearing be asked for, refused, announced, held or ended as it is?"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.case_file import CaseFile
from cases.guards.apart import guard_apart
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD
from cases.objects import about_of
from cases.states import State
from law.holidays import add_working_days
from law.limits import limit
from law.terms import term_rule
from officers.models import Officer
from officers.roles import Role

SETS_ANEW = frozenset({"postponed", "resumed"})
CHAIR = Role.HEARING_CHAIR.label
STAGES: tuple[tuple[str, Text], ...] = (
    ("opening", gettext_lazy("核对身份、宣布纪律、告知权利")),
    ("charge", gettext_lazy("调查人员提出的事实、证据和处罚建议")),
    ("evidence", gettext_lazy("举证和质证")),
    ("defence", gettext_lazy("当事人的陈述和申辩")),
    ("debate", gettext_lazy("辩论")),
    ("last", gettext_lazy("最后陈述")),
)
"""What a record must show of the course of a hearing (行政处罚法 64(7); 程序规定)."""


def notice_of(file: CaseFile, hearing: Any) -> Any | None:
    """The issued paper that tells the party on which day the hearing is: the last one that set it."""
    set_anew = [one.pk for one in hearing.changes.all() if one.kind in SETS_ANEW]
    form = "hearing-change-notice" if set_anew else "hearing-notice"
    about = f"hearingchange-{max(set_anew)}" if set_anew else about_of(hearing)
    found = (one for one in file.papers_of(form, hearing.party) if one.subject_key == about and one.state != "draft")
    return next(found, None)


def _had_the_right_in_time(ask: Ask) -> tuple[bool, bool]:
    hearing = ask.subject
    term = ask.file.term("hearing_request", hearing.party)
    if term is None:
        return False, False
    return True, hearing.requested_on <= term.due_on


@guard(basis="行政处罚法:64(1)", cure=gettext_lazy("一名当事人一次告知只登记一次听证申请"), by=HANDLERS)
def hearing_is_asked_for_once(ask: Ask) -> Iterator[Text]:
    party = ask.facts.get("party")
    if party is not None and ask.file.hearing_of(party):
        yield _("%(name)s已经要求过听证。") % {"name": party.name}


@guard(basis="行政处罚法:63", cure=gettext_lazy("案件已经离开听证阶段，不再办理"), by=HANDLERS)
def hearing_is_of_this_round(ask: Ask) -> Iterator[Text]:
    if ask.file.case.state != State.NOTIFIED or ask.subject.round != ask.file.case.round:
        yield _("案件现在不在告知、听证阶段，不能再办理这次听证。")


@guard(
    basis="行政处罚法:64(1)",
    cure=gettext_lazy("不予受理并书面说明理由"),
    by=HANDLERS,
    act="hearing.refuse_hearing",
)
def asked_for_hearing_in_time(ask: Ask) -> Iterator[Text]:
    hearing = ask.subject
    has_right, in_time = _had_the_right_in_time(ask)
    if not has_right:
        yield _("本案拟作出的处罚不属于应当告知听证权利的范围。")
    elif not in_time:
        term = ask.file.term("hearing_request", hearing.party)
        yield _("%(name)s要求听证的期限已于 %(due)s 届满。") % {
            "name": hearing.party.name,
            "due": term.due_on if term else "",
        }


@guard(
    basis="行政处罚法:63.1",
    cure=gettext_lazy("通知并举行听证"),
    by=HANDLERS,
    act="hearing.convene_hearing",
)
def request_may_be_refused(ask: Ask) -> Iterator[Text]:
    has_right, in_time = _had_the_right_in_time(ask)
    if has_right and in_time:
        yield _("%(name)s在期限内要求听证，应当组织听证，不得不予受理。") % {"name": ask.subject.party.name}


@guard(basis="行政处罚法:64(2)", cure=gettext_lazy("把听证改到送达七个工作日以后"), by=HANDLERS)
def hearing_is_announced_in_time(ask: Ask) -> Iterator[Text]:
    set_for = ask.facts.get("set_for")
    if set_for is None:
        return
    # Full working days lie between service and the hearing.
    earliest = add_working_days(ask.on, term_rule("hearing_notice", ask.on).length) + timedelta(days=1)
    if localdate(set_for) < earliest:
        yield _("听证的七个工作日前应当通知当事人，最早可以在 %(earliest)s 举行。") % {"earliest": earliest}


@guard(
    basis="行政处罚法:64(2)",
    cure=gettext_lazy("登记送达听证的通知；送达晚了的，延期听证"),
    by=HANDLERS,
    act="serve_paper_on_party",
)
def notice_of_hearing_was_served(ask: Ask) -> Iterator[Text]:
    """The notice that set the day reached the party, and seven full working days lie between."""
    hearing, notice = ask.subject, notice_of(ask.file, ask.subject)
    service = ask.file.service_of(notice)
    if service is None:
        yield _("听证的时间、地点还没有通知到%(name)s：通知没有登记送达。") % {"name": hearing.party.name}
        return
    earliest = add_working_days(service.served_on, term_rule("hearing_notice", ask.on).length) + timedelta(days=1)
    if localdate(hearing.set_for) < earliest:
        yield _("听证通知 %(served)s 送达，听证最早可以在 %(earliest)s 举行。") % {
            "served": service.served_on,
            "earliest": earliest,
        }


@guard(basis="行政处罚法:64(3)", cure=gettext_lazy("公开举行，或者写明涉及哪一种秘密或者隐私"), by=HANDLERS)
def private_hearing_has_its_ground(ask: Ask) -> Iterator[Text]:
    if not ask.facts.get("is_public", True) and not (
        ask.facts.get("private_ground") and ask.facts.get("private_reason", "").strip()
    ):
        yield _("除涉及国家秘密、商业秘密或者个人隐私外，听证公开举行。")


@guard(basis="行政处罚法:64(2)", cure=gettext_lazy("在通知的日期举行；改期的，重新通知"), by=CHAIR)
def hearing_day_has_come(ask: Ask) -> Iterator[Text]:
    hearing = ask.subject
    if hearing.set_for and ask.on < localdate(hearing.set_for):
        yield _("听证定于 %(day)s 举行，还没有到。") % {"day": localdate(hearing.set_for)}


def _appointed(ask: Ask, function: str) -> Officer | None:
    if ask.facts.get("function") == function and ask.facts.get("granted"):
        return ask.facts.get("replacement")
    return ask.facts.get(function)


chair_is_apart = guard_apart("hearing_chair_apart", lambda ask: _appointed(ask, "chair"))
recorder_is_apart = guard_apart("hearing_recorder_apart", lambda ask: _appointed(ask, "recorder"))


@guard(basis="行政处罚法:64(4)", cure=gettext_lazy("主持人和记录人由不同的人担任"), by=HANDLERS)
def two_people_conduct_the_hearing(ask: Ask) -> Iterator[Text]:
    chair = _appointed(ask, "chair") or ask.subject.chair
    recorder = _appointed(ask, "recorder") or ask.subject.recorder
    if chair is not None and chair == recorder:
        yield _("%(name)s不能既是听证主持人又是记录人。") % {"name": chair.name}


@guard(basis="行政处罚法:64(4)", cure=gettext_lazy("同意回避的，同时另行指定人员"), by=HEAD)
def recused_person_is_replaced(ask: Ask) -> Iterator[Text]:
    if not ask.facts.get("granted"):
        return
    replacement, challenged = ask.facts.get("replacement"), getattr(ask.subject, ask.facts["function"])
    if replacement is None or replacement == challenged:
        yield _("同意回避而没有另行指定人员。")


@guard(basis="行政处罚法:64(5)", cure=gettext_lazy("由当事人确定由谁代理"), by=HANDLERS)
def agents_are_within_the_limit(ask: Ask) -> Iterator[Text]:
    most = limit("hearing_agents", ask.on)
    if len(ask.subject.agents.all()) >= most:
        yield _("当事人可以委托一至 %(most)d 人代理，已经登记 %(count)d 人。") % {
            "most": most,
            "count": len(ask.subject.agents.all()),
        }


@guard(basis="行政处罚法:64(5)", cure=gettext_lazy("收取授权委托书并附卷"), by=HANDLERS)
def agent_is_authorised(ask: Ask) -> Iterator[Text]:
    if ask.facts and not ask.facts.get("authorised"):
        yield _("%(name)s没有提交授权委托书，不能代理。") % {"name": ask.facts.get("name", "")}


@guard(basis="行政处罚法:64(7)", cure=gettext_lazy("补记听证的各个阶段"), by=CHAIR)
def every_stage_is_recorded(ask: Ask) -> Iterator[Text]:
    if "stages" not in ask.facts:
        return
    told = {one["stage"] for one in ask.facts["stages"] if one["text"].strip()}
    for key, title in STAGES:
        if key not in told:
            yield _("听证笔录没有记录“%(stage)s”。") % {"stage": title}


@guard(basis="行政处罚法:64(7)", cure=gettext_lazy("写明出示了哪些证据、当事人的质证意见"), by=CHAIR)
def evidence_was_shown(ask: Ask) -> Iterator[Text]:
    if "exhibits" in ask.facts and ask.file.evidence and not ask.facts["exhibits"]:
        yield _("听证笔录没有记录出示的证据和质证意见。")


@guard(basis="行政处罚法:64(8)", cure=gettext_lazy("由听证主持人在笔录中注明"), by=CHAIR)
def refusal_to_sign_is_noted(ask: Ask) -> Iterator[Text]:
    if not ask.facts.get("signed", True) and not ask.facts.get("unsigned_reason", "").strip():
        yield _("当事人或者代理人拒绝签名、盖章的，由听证主持人在笔录中注明。")
