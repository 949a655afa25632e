"""听证: asked for, announced, held or given up, reported (行政处罚法 63–65)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.guards.hearing import (
    agent_is_authorised,
    agents_are_within_the_limit,
    asked_for_hearing_in_time,
    chair_is_apart,
    every_stage_is_recorded,
    evidence_was_shown,
    hearing_day_has_come,
    hearing_is_announced_in_time,
    hearing_is_asked_for_once,
    hearing_is_of_this_round,
    notice_of_hearing_was_served,
    private_hearing_has_its_ground,
    recorder_is_apart,
    recused_person_is_replaced,
    refusal_to_sign_is_noted,
    request_may_be_refused,
    two_people_conduct_the_hearing,
)
from cases.guards.people import case_officers, head_of_bureau, hearing_chair, hearing_side
from cases.guards.recusal import recused_chair, recused_recorder
from cases.hearing_states import HearingState
from cases.states import State
from law.hearing_grounds import hearing_ground
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, Hearing, HearingAgent, HearingChange, HearingRecusal

GROUP = _("听证")
SET = (hearing_is_announced_in_time, private_hearing_has_its_ground)
CONDUCTED = (chair_is_apart, recorder_is_apart, two_people_conduct_the_hearing, recused_chair, recused_recorder)
BEFORE_IT = (HearingState.CONVENED, HearingState.SUSPENDED)


class Hearings:
    """The act of the case around a hearing; what follows are acts of the hearing itself."""

    @act(
        title=_("登记听证申请"),
        basis="行政处罚法:64(1)",
        source=State.NOTIFIED,
        by=case_officers,
        requires=(hearing_is_asked_for_once,),
        asks="cases.forms.hearing.RequestForm",
        group=GROUP,
        issues=("hearing-request-record",),
        explains=_("书面、口头提出都登记；逾期的或者没有听证权利的，登记以后不予受理并说明理由。"),
    )
    def request_hearing(self: "Case", *, officer: Officer, on: date, **request: Any) -> "Hearing":
        return self.hearings.create(round=self.round, requested_on=on, **request)


class ConductingHearings:
    """The acts of one hearing; the case does not pass on while it is asked for and not over."""

    @act(
        title=_("通知听证"),
        basis="行政处罚法:64(2)",
        source=HearingState.REQUESTED,
        target=HearingState.CONVENED,
        by=case_officers,
        requires=(hearing_is_of_this_round, asked_for_hearing_in_time, *SET, *CONDUCTED),
        asks="cases.forms.hearing.ConveneForm",
        opens=("hearing_notice",),
        issues=("hearing-notice", "hearing-announcement"),
        explains=_("举行听证的七个工作日前通知当事人时间、地点。"),
    )
    def convene_hearing(self: "Hearing", *, officer: Officer, on: date, **setting: Any) -> None:
        _note(self, convened_on=on, **setting)

    @act(
        title=_("不予受理听证"),
        basis="行政处罚法:64(1)",
        source=HearingState.REQUESTED,
        target=HearingState.REFUSED,
        by=case_officers,
        requires=(hearing_is_of_this_round, request_may_be_refused),
        asks="cases.forms.hearing.RefuseForm",
        issues=("hearing-refusal",),
        exit=True,
        explains=_("只有逾期要求或者依法没有听证权利的，才不予受理，并书面说明理由。"),
    )
    def refuse_hearing(self: "Hearing", *, ground: str, reason: str, officer: Officer, on: date, **facts: Any) -> None:
        self.ground, self.note = ground, reason

    @act(
        title=_("登记听证笔录"),
        basis="行政处罚法:64(8)",
        source=HearingState.CONVENED,
        target=HearingState.HELD,
        by=hearing_chair,
        requires=(
            hearing_is_of_this_round,
            hearing_day_has_come,
            notice_of_hearing_was_served,
            every_stage_is_recorded,
            evidence_was_shown,
            refusal_to_sign_is_noted,
        ),
        asks="cases.forms.hearing.HeldForm",
        meets=("hearing_notice",),
        opens=("hearing_report",),
        issues=("hearing-record",),
        explains=_("调查人员陈述、举证质证、当事人申辩、辩论和最后陈述，逐项记入笔录。"),
    )
    def hold_hearing(self: "Hearing", *, officer: Officer, on: date, **held: Any) -> None:
        _note(self, held_on=on, **held)

    @act(
        title=_("提交听证报告"),
        basis="行政处罚法:65",
        source=HearingState.HELD,
        target=HearingState.REPORTED,
        by=hearing_chair,
        requires=(hearing_is_of_this_round,),
        asks="cases.forms.hearing.ReportForm",
        issues=("hearing-report",),
        meets=("hearing_report",),
        explains=_("根据听证笔录写明基本情况和处理建议；听证以后须经法制审核。"),
    )
    def report_hearing(
        self: "Hearing", *, report: str, opinion: str, advice: str, officer: Officer, on: date, **facts: Any
    ) -> None:
        _note(self, report=report, opinion=opinion, advice=advice, reported_on=on)

    @act(
        title=_("延期听证"),
        basis="行政处罚法:64(2)",
        source=HearingState.CONVENED,
        target=HearingState.CONVENED,
        by=hearing_chair,
        requires=(hearing_is_of_this_round, hearing_is_announced_in_time),
        asks="cases.forms.hearing.PostponeForm",
        issues=("hearing-change-notice",),
        meets=("hearing_notice",),
        opens=("hearing_notice",),
        exit=True,
        explains=_("改期的重新通知，新的日期仍在七个工作日以后。"),
    )
    def postpone_hearing(self: "Hearing", *, officer: Officer, on: date, **change: Any) -> "HearingChange":
        return _set_anew(self, "postponed", officer, on, **change)

    @act(
        title=_("中止听证"),
        basis="行政处罚法:64(7)",
        source=HearingState.CONVENED,
        target=HearingState.SUSPENDED,
        by=hearing_chair,
        requires=(hearing_is_of_this_round,),
        asks="cases.forms.hearing.SuspendForm",
        issues=("hearing-change-notice",),
        meets=("hearing_notice",),
        exit=True,
    )
    def suspend_hearing(self: "Hearing", *, officer: Officer, on: date, **change: Any) -> "HearingChange":
        return self.changes.create(party=self.party, kind="suspended", on=on, decided_by=officer, **change)

    @act(
        title=_("恢复听证"),
        basis="行政处罚法:64(2)",
        source=HearingState.SUSPENDED,
        target=HearingState.CONVENED,
        by=hearing_chair,
        requires=(hearing_is_of_this_round, hearing_is_announced_in_time),
        asks="cases.forms.hearing.ResumeForm",
        issues=("hearing-change-notice",),
        opens=("hearing_notice",),
        explains=_("中止的原因消除以后重新通知时间、地点。"),
    )
    def resume_hearing(self: "Hearing", *, officer: Officer, on: date, **change: Any) -> "HearingChange":
        return _set_anew(self, "resumed", officer, on, **change)

    @act(
        title=_("登记无故缺席或者中途退出"),
        basis="行政处罚法:64(6)",
        source=HearingState.CONVENED,
        target=HearingState.WAIVED,
        by=hearing_chair,
        requires=(hearing_is_of_this_round, hearing_day_has_come, notice_of_hearing_was_served),
        asks="cases.forms.hearing.AbsentForm",
        issues=("hearing-change-notice",),
        meets=("hearing_notice",),
        exit=True,
        explains=_("当事人及其代理人无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利，听证终止。"),
    )
    def treat_as_waived(self: "Hearing", *, officer: Officer, on: date, **end: Any) -> "HearingChange":
        return _end(self, officer, on, **end)

    @act(
        title=_("登记撤回听证要求"),
        basis="行政处罚法:64(6)",
        source=(HearingState.REQUESTED, *BEFORE_IT),
        target=HearingState.WAIVED,
        by=case_officers,
        requires=(hearing_is_of_this_round,),
        asks="cases.forms.hearing.WaivedForm",
        issues=("hearing-change-notice",),
        meets=("hearing_notice",),
        exit=True,
        explains=_("只有当事人自己撤回的才登记，写明是怎样表示的。"),
    )
    def waive_hearing(self: "Hearing", *, reason: str, officer: Officer, on: date, **facts: Any) -> "HearingChange":
        return _end(self, officer, on, ground="ended-withdrawn", reason=reason)

    @act(
        title=_("终止听证"),
        basis="行政处罚法:64(6)",
        source=(HearingState.REQUESTED, *BEFORE_IT),
        target=HearingState.ENDED,
        by=hearing_side,
        requires=(hearing_is_of_this_round,),
        asks="cases.forms.hearing.EndForm",
        issues=("hearing-change-notice",),
        meets=("hearing_notice",),
        exit=True,
    )
    def end_hearing(self: "Hearing", *, officer: Officer, on: date, **end: Any) -> "HearingChange":
        return _end(self, officer, on, **end)

    @act(
        title=_("登记委托代理人"),
        basis="行政处罚法:64(5)",
        source=(HearingState.REQUESTED, *BEFORE_IT),
        by=case_officers,
        requires=(hearing_is_of_this_round, agents_are_within_the_limit, agent_is_authorised),
        asks="cases.forms.hearing.AgentForm",
        explains=_("可以委托一至二人；授权委托书附卷。"),
    )
    def register_agent(
        self: "Hearing", *, authorised: bool, officer: Officer, on: date, **agent: Any
    ) -> "HearingAgent":
        return self.agents.create(registered_on=on, **agent)

    @act(
        title=_("决定听证人员回避"),
        basis="行政处罚法:64(4)",
        source=BEFORE_IT,
        by=head_of_bureau,
        requires=(hearing_is_of_this_round, recused_person_is_replaced, *CONDUCTED),
        asks="cases.forms.hearing.RecusalForm",
        issues=("hearing-recusal-decision",),
        explains=_("当事人申请或者本人自行回避，由负责人决定；同意的另行指定人员。"),
    )
    def decide_recusal(
        self: "Hearing", *, function: str, granted: bool, officer: Officer, on: date, **facts: Any
    ) -> "HearingRecusal":
        challenged = getattr(self, function)
        if granted:
            setattr(self, function, facts["replacement"])
        return self.recusals.create(
            party=self.party,
            function=function,
            challenged=challenged,
            granted=granted,
            decided_by=officer,
            decided_on=on,
            **facts,
        )


def _note(hearing: "Hearing", **facts: Any) -> None:
    for name, value in facts.items():
        setattr(hearing, name, value)


def _set_anew(hearing: "Hearing", kind: str, officer: Officer, on: date, **change: Any) -> "HearingChange":
    before = hearing.set_for
    hearing.set_for, hearing.place, hearing.convened_on = change["set_for"], change["place"], on
    return hearing.changes.create(
        party=hearing.party, kind=kind, on=on, was_set_for=before, decided_by=officer, **change
    )


def _end(hearing: "Hearing", officer: Officer, on: date, *, ground: str, reason: str) -> "HearingChange":
    hearing.ground, hearing.note = ground, f"{hearing_ground(ground, on).title}：{reason}"
    return hearing.changes.create(
        party=hearing.party, kind="ended", on=on, ground=ground, reason=reason, decided_by=officer
    )
