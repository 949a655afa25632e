"""决定: the head decides after everything that must precede it (行政处罚法 57–60, 62)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Opening, act
from cases.clocks import extend
from cases.guards.coercion import no_measure_is_out_of_order
from cases.guards.decision import (
    correction_is_ordered_or_done,
    decision_period_may_be_extended,
    education_is_recorded,
    no_penalty_is_recommended,
    penalty_is_recommended,
    within_decision_period,
)
from cases.guards.examination import (
    discussed_where_required,
    nothing_changed_since_review,
    review_passed_where_required,
)
from cases.guards.facts import (
    conduct_is_still_punishable,
    every_charge_has_a_proposal,
    kinds_are_provided,
    within_lawful_range,
)
from cases.guards.grounds import GROUNDS_ARE_SHOWN
from cases.guards.income import FOR_INCOME
from cases.guards.joinder import not_merged_away
from cases.guards.notified import lighter_has_its_reason, not_heavier_than_notified
from cases.guards.people import (
    decider_did_not_investigate,
    decider_did_not_review,
    handlers_hold_certificates,
    head_of_bureau,
    two_handlers,
)
from cases.guards.police import not_with_the_police
from cases.guards.reckoning import (
    deviation_has_a_reason,
    exempt_conduct_is_not_punished,
    no_second_fine_for_one_act,
)
from cases.guards.referral import is_ours_to_decide
from cases.guards.remedy import not_the_same_again
from cases.procedure.review import HEARD
from cases.states import State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case

# What is held for the sake of a case is let go, or confiscated, once the case is decided (行政强制法 27, 28).
HOLDS_TO_END = Opening("measure_release", when=lambda file, party: any(one.holds for one in file.measures))


class Deciding:
    """The decisions, and the longer period for a complex case."""

    @act(
        title=_("作出行政处罚决定"),
        basis="行政处罚法:57.1(1)",
        source=(State.READY, State.REVIEWED, State.DISCUSSED),
        target=State.DECIDED,
        by=head_of_bureau,
        requires=(
            two_handlers,
            handlers_hold_certificates,
            decider_did_not_investigate,
            decider_did_not_review,
            penalty_is_recommended,
            *HEARD,
            review_passed_where_required,
            nothing_changed_since_review,
            discussed_where_required,
            within_decision_period,
            every_charge_has_a_proposal,
            conduct_is_still_punishable,
            kinds_are_provided,
            within_lawful_range,
            not_heavier_than_notified,
            exempt_conduct_is_not_punished,
            no_second_fine_for_one_act,
            deviation_has_a_reason,
            *FOR_INCOME,
            not_the_same_again,
            lighter_has_its_reason,
            no_measure_is_out_of_order,
            not_with_the_police,
            is_ours_to_decide,
            not_merged_away,
        ),
        asks="cases.forms.decision.PenaltyForm",
        opinion_on="decision",
        opens=("serve_decision", "publish", HOLDS_TO_END),
        meets=("decide", "redo"),
        issues=("penalty-decision",),
        explains=_("逐项核对后决定；决定书按当事人分别编号出具，七个工作日内送达。"),
    )
    def decide_penalty(
        self: "Case", *, sanctions: dict[int, dict[str, Any]], opinion: str, officer: Officer, on: date, **facts: Any
    ) -> None:
        for charge in self.charges.filter(withdrawn_on=None).exclude(party__in=_settled(self)):
            charge.sanctions.create(stage="decided", round=self.round, **sanctions[charge.pk])
        for party in self.parties.filter(withdrawn_on=None).exclude(pk__in=_settled(self)):
            self.decisions.create(
                party=party, round=self.round, kind="penalty", decided_on=on, decided_by=officer, reasons=opinion
            )

    @act(
        title=_("作出不予行政处罚决定"),
        basis="行政处罚法:57.1(2)",
        source=(State.PROPOSAL_APPROVED, State.READY, State.REVIEWED, State.DISCUSSED),
        target=State.DECIDED,
        by=head_of_bureau,
        requires=(
            two_handlers,
            decider_did_not_investigate,
            decider_did_not_review,
            no_penalty_is_recommended,
            within_decision_period,
            correction_is_ordered_or_done,
            *GROUNDS_ARE_SHOWN,
            education_is_recorded,
            no_measure_is_out_of_order,
            not_with_the_police,
        ),
        asks="cases.forms.decision.NoPenaltyForm",
        opinion_on="decision",
        opens=("serve_decision", HOLDS_TO_END),
        meets=("decide", "redo"),
        issues=("no-penalty-decision",),
        exit=True,
        explains=_("写明不予处罚的法定情形和理由，对当事人进行教育。"),
    )
    def decide_no_penalty(self: "Case", *, ground: str, opinion: str, officer: Officer, on: date, **facts: Any) -> None:
        guardian, harm = facts.get("guardian", ""), facts.get("harm", "")
        self.exit_reason = facts["education"] + (f"责令监护人{guardian}严加管教。" if guardian else "")
        reasons = f"{opinion.rstrip('。')}。{harm}" if harm else opinion
        for party in self.parties.filter(withdrawn_on=None).exclude(pk__in=_settled(self)):
            self.decisions.create(
                party=party,
                round=self.round,
                kind="no_penalty",
                decided_on=on,
                decided_by=officer,
                ground=ground,
                reasons=reasons,
            )

    @act(
        title=_("延长办案期限"),
        basis="行政处罚法:60",
        source=(
            State.INVESTIGATING,
            State.REPORT_SUBMITTED,
            State.REPORT_ENDORSED,
            State.PROPOSAL_APPROVED,
            State.NOTIFYING,
            State.NOTIFIED,
            State.UNDER_REVIEW,
            State.REVIEWED,
            State.READY,
            State.DISCUSSED,
        ),
        by=head_of_bureau,
        requires=(decider_did_not_investigate, decision_period_may_be_extended),
        asks="cases.forms.decision.ExtendForm",
        issues=("decision-extension-form",),
        group=_("期限"),
        explains=_("案情复杂、期限届满前不能办结的，经负责人批准延长一次。"),
    )
    def extend_decision_period(self: "Case", *, reason: str, officer: Officer, on: date, **facts: Any) -> Any:
        return extend(self.terms.get(key="decide", ended_on=None), reason=reason, officer=officer, on=on)


def _settled(case: "Case") -> Any:
    """Parties whose decision of an earlier round still counts: a new round decides only on the others."""
    return list(case.decisions.filter(effect__in=("standing", "changed", "illegal")).values_list("party", flat=True))
