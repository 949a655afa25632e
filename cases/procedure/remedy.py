"""救济: reconsideration and litigation, and what their outcomes do to the decision (行政复议法, 行政诉讼法)."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Opening, act
from cases.case_file import CaseFile
from cases.clocks import end_all, meet_rights, void_payment
from cases.guards.people import head_of_bureau, legal_reviewer
from cases.guards.remedy import (
    answer_brings_evidence,
    appeal_period_is_over,
    appeal_period_runs,
    change_is_not_heavier,
    decision_can_be_contested,
    execution_is_not_stayed,
    execution_is_stayed,
    may_be_appealed,
    no_remedy_is_pending,
    redo_is_possible,
)
from cases.states import RemedyState, State
from officers.models import Bureau, Officer

if TYPE_CHECKING:
    from cases.models import Case, Decision, Remedy

GROUP = _("复议、诉讼")
CONTESTABLE = (State.SERVED, State.CLOSING_PROPOSED, State.CLOSING_ENDORSED, State.CLOSED, State.ARCHIVED)
PENDING = (RemedyState.RECEIVED, RemedyState.ANSWERED, RemedyState.CONCLUDED, RemedyState.APPEALED)
EFFECT = {"changed": "changed", "annulled": "annulled", "illegal": "illegal", "invalid": "invalid"}


def _simplified(file: CaseFile, party: Any) -> bool:
    return bool(file.remedies and file.remedies[-1].simplified)


def _not_simplified(file: CaseFile, party: Any) -> bool:
    return not _simplified(file, party)


def _was_published(file: CaseFile, party: Any) -> bool:
    """The outcome that has just taken effect sets aside a decision that is on show."""
    done = [one for one in file.remedies if one.state == RemedyState.FINAL and one.sets_aside]
    return bool(done) and any(one.key == "publish" and one.ending == "met" for one in file.terms)


def _just_final(file: CaseFile) -> Any:
    return max((one for one in file.remedies if one.effective_on), key=lambda one: (one.effective_on, one.pk))


class Remedies:
    """The acts on the case: what arrives from the reviewing government or the court, and the new decision."""

    @act(
        title=_("登记行政复议"),
        basis="行政复议法:48",
        source=CONTESTABLE,
        by=legal_reviewer,
        requires=(decision_can_be_contested, no_remedy_is_pending),
        asks="cases.forms.remedy.ReconsiderationForm",
        opens=(
            Opening("reconsideration_reply", when=_not_simplified, since=lambda file, facts, on: facts["received_on"]),
            Opening(
                "reconsideration_reply_short", when=_simplified, since=lambda file, facts, on: facts["received_on"]
            ),
        ),
        group=GROUP,
        explains=_("收到复议申请书副本之日起十日内书面答复并提交证据、依据；复议期间加处罚款不计算。"),
    )
    def register_reconsideration(self: "Case", *, officer: Officer, on: date, **facts: Any) -> "Remedy":
        meet_rights(self, facts["decision"].party, ("reconsideration",), facts["applied_on"])
        return self.remedies.create(kind="reconsideration", party=facts["decision"].party, **facts)

    @act(
        title=_("登记行政诉讼"),
        basis="行政诉讼法:67",
        source=CONTESTABLE,
        by=legal_reviewer,
        requires=(decision_can_be_contested, no_remedy_is_pending),
        asks="cases.forms.remedy.LitigationForm",
        opens=(Opening("litigation_reply", since=lambda file, facts, on: facts["received_on"]),),
        group=GROUP,
        explains=_("收到起诉状副本之日起十五日内提交答辩状和证据、依据；诉讼期间加处罚款不计算。"),
    )
    def register_litigation(self: "Case", *, officer: Officer, on: date, **facts: Any) -> "Remedy":
        rights = ("litigation", "litigation_after_reconsideration")
        meet_rights(self, facts["decision"].party, rights, facts["applied_on"])
        return self.remedies.create(kind="litigation", party=facts["decision"].party, **facts)

    @act(
        title=_("自行纠正决定"),
        basis="行政处罚法:75.2",
        source=CONTESTABLE,
        by=head_of_bureau,
        requires=(decision_can_be_contested, no_remedy_is_pending),
        asks="cases.forms.remedy.SetAsideForm",
        opens=(
            Opening("withdraw_publication", when=_was_published),
            Opening("redo", when=lambda file, party: _just_final(file).redo_ordered),
        ),
        opinion_on="set_aside",
        issues=("decision-withdrawal",),
        group=GROUP,
        exit=True,
        explains=_("发现决定有错误的，主动撤销或者确认违法：三日内撤回公示，多缴的退还，需要的重新调查处理。"),
    )
    def set_aside_decision(
        self: "Case", *, decision: "Decision", outcome: str, opinion: str, on: date, officer: Officer, **facts: Any
    ) -> "Remedy":
        bureau = Bureau.objects.get().name
        remedy: Remedy = self.remedies.create(
            kind="own",
            state=RemedyState.FINAL,
            decision=decision,
            party=decision.party,
            applicant=bureau,
            authority=bureau,
            applied_on=on,
            received_on=on,
            claim=opinion,
            outcome=outcome,
            outcome_on=on,
            outcome_reasons=opinion,
            effective_on=on,
            **{name: facts[name] for name in ("procedural", "redo_ordered")},
        )
        _change_decision(remedy, on)
        return remedy

    @act(
        title=_("重新调查处理"),
        basis="行政复议法:64;行政诉讼法:70;行政处罚法:75.2",
        source=CONTESTABLE,
        target=State.INVESTIGATING,
        by=head_of_bureau,
        requires=(redo_is_possible,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="redo",
        exit=True,
        explains=_("原决定被撤销、确认无效的，重新调查、告知、审核和决定；不得以同一事实和理由作出基本相同的决定。"),
    )
    def redo_case(self: "Case", *, opinion: str, on: date, **facts: Any) -> None:
        # A new round: nothing that was notified, reviewed or discussed before carries over to the new decision.
        self.round += 1
        self.recommendation, self.closed_on = "", None
        end_all(self, on, note="重新办理", natures=("soft",), keys=("archive", "copy_home_authority", "review"))


class AnsweringRemedy:
    """The acts on one reconsideration or lawsuit."""

    answered_by: Any
    answered_on: Any
    stay_since: Any
    stay_until: Any
    effective_on: Any

    @act(
        title=_("提交答复（答辩）"),
        basis="行政复议法:48;行政诉讼法:67",
        source=(RemedyState.RECEIVED, RemedyState.APPEALED),
        target=RemedyState.ANSWERED,
        by=legal_reviewer,
        requires=(answer_brings_evidence,),
        asks="cases.forms.remedy.AnswerForm",
        meets=("reconsideration_reply", "reconsideration_reply_short", "litigation_reply"),
        issues=("remedy-answer",),
        explains=_("逐项答复请求和理由，同时提交作出决定时的证据、依据和其他有关材料。"),
    )
    def answer_claim(self: "Remedy", *, answer: str, officer: Officer, on: date, **facts: Any) -> None:
        self.answer, self.answered_by, self.answered_on = answer, officer, on

    @act(
        title=_("登记停止执行"),
        basis="行政复议法:42;行政诉讼法:56",
        source=PENDING,
        by=legal_reviewer,
        requires=(execution_is_not_stayed,),
        asks="cases.forms.remedy.StayForm",
        explains=_(
            "复议、诉讼期间一般不停止执行；由本机关、复议机关或者法院决定停止执行的，登记后停止催告和强制执行。"
        ),
    )
    def stay_execution(self: "Remedy", *, stay_reason: str, on: date, **facts: Any) -> None:
        self.stay_since, self.stay_until, self.stay_reason = on, None, stay_reason

    @act(
        title=_("登记恢复执行"),
        basis="行政复议法:42;行政诉讼法:56",
        source=PENDING,
        by=legal_reviewer,
        requires=(execution_is_stayed,),
        asks="cases.forms.remedy.LiftStayForm",
    )
    def lift_stay(self: "Remedy", *, reason: str, on: date, **facts: Any) -> None:
        self.stay_until = on
        self.stay_reason = f"{self.stay_reason}；{reason}"[:200]

    @act(
        title=_("登记结果"),
        basis="行政复议法:75;行政诉讼法:69",
        source=(RemedyState.RECEIVED, RemedyState.ANSWERED, RemedyState.APPEALED),
        target=RemedyState.CONCLUDED,
        by=legal_reviewer,
        requires=(change_is_not_heavier,),
        asks="cases.forms.remedy.OutcomeForm",
        opens=(
            Opening(
                "litigation_after_reconsideration",
                when=lambda file, party: _last_of(file, party).kind == "reconsideration",
                since=lambda file, facts, on: facts["outcome_served_on"],
            ),
            Opening(
                "appeal",
                when=lambda file, party: _may_appeal(_last_of(file, party)),
                since=lambda file, facts, on: facts["outcome_served_on"],
            ),
        ),
        meets=("reconsideration_reply", "reconsideration_reply_short", "litigation_reply"),
        explains=_("照决定书、判决书、裁定书登记：结果、文号、日期、要点；被变更的逐项登记变更后的金额。"),
    )
    def record_outcome(self: "Remedy", *, outcome: str, on: date, **facts: Any) -> None:
        self.outcome = outcome
        names = ("outcome_number", "outcome_on", "outcome_served_on", "outcome_reasons", "procedural", "redo_ordered")
        for name in (*names, "redo_days", "changed_to"):
            setattr(self, name, facts[name])

    @act(
        title=_("登记上诉"),
        basis="行政诉讼法:85",
        source=RemedyState.CONCLUDED,
        target=RemedyState.APPEALED,
        by=legal_reviewer,
        requires=(may_be_appealed, appeal_period_runs),
        asks="cases.forms.remedy.AppealForm",
        opens=(Opening("litigation_reply", since=lambda file, facts, on: facts["received_on"]),),
        meets=("appeal",),
        exit=True,
        explains=_("不服一审判决的，十五日内上诉；一审判决不生效。"),
    )
    def register_appeal(self: "Remedy", *, authority: str, authority_number: str, on: date, **facts: Any) -> None:
        self.instance += 1
        self.authority, self.authority_number = authority, authority_number
        self.claim = f"{self.claim}\n{facts['claim']}"

    @act(
        title=_("登记生效"),
        basis="行政复议法:75;行政诉讼法:85",
        source=RemedyState.CONCLUDED,
        target=RemedyState.FINAL,
        by=legal_reviewer,
        requires=(appeal_period_is_over,),
        asks="cases.forms.remedy.EffectForm",
        opens=(
            Opening("withdraw_publication", when=_was_published, since=lambda file, facts, on: facts["effective_on"]),
            Opening(
                "redo",
                when=lambda file, party: _just_final(file).redo_ordered,
                since=lambda file, facts, on: facts["effective_on"],
                length=lambda file: _just_final(file).redo_days,
            ),
        ),
        meets=("appeal",),
        explains=_(
            "结果生效后回到本案：被变更、撤销、确认违法或者无效的，三日内撤回公示；多缴的退还；责令重作的重新处理。"
        ),
    )
    def take_effect(self: "Remedy", *, effective_on: date, on: date, officer: Officer, **facts: Any) -> None:
        self.effective_on = effective_on
        if self.stay_since and self.stay_until is None:
            self.stay_until = max(effective_on, self.stay_since)
        if self.outcome in EFFECT:
            _change_decision(self, on)


def _change_decision(remedy: "Remedy", on: date) -> None:
    decision = remedy.decision
    decision.effect, decision.effect_on = EFFECT[remedy.outcome], remedy.effective_on
    decision.save(update_fields=["effect", "effect_on"])
    for charge_id, sums in remedy.changed_to.items():
        charge = remedy.case.charges.get(pk=int(charge_id))
        before = charge.sanctions.get(stage="decided", round=decision.round)
        charge.sanctions.create(
            stage="changed",
            round=decision.round,
            kinds=before.kinds,
            fine=Decimal(sums["fine"]),
            confiscation=Decimal(sums["confiscation"]),
            other=before.other,
            reason=remedy.outcome_number,
        )
    if decision.effect in ("annulled", "invalid"):
        void_payment(remedy.case, remedy.party, on)


def _last_of(file: CaseFile, party: Any) -> Any:
    return [one for one in file.remedies if one.party_id == party.pk and one.state == RemedyState.CONCLUDED][-1]


def _may_appeal(remedy: Any) -> bool:
    return bool(remedy.kind == "litigation" and remedy.instance == 1 and remedy.outcome != "withdrawn")
