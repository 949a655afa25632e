"""恢复、退还、补偿: what was carried out wrongly is put back, else paid for (行政强制法 28.2, 41)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Opening, act
from cases.clocks import end_of
from cases.coercion import Fate
from cases.execution_states import RestitutionState
from cases.guards.people import case_officers, decider_did_not_investigate, head_of_bureau, two_handlers
from cases.guards.restitution import compensation_has_its_sum, something_is_to_be_made_good
from cases.states import BEFORE_DECISION, State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Case, Restitution

ANY_TIME = (
    *sorted(BEFORE_DECISION),
    State.DECIDED,
    State.SERVED,
    State.WITHDRAWN,
    State.TRANSFERRED,
    State.CLOSING_PROPOSED,
    State.CLOSING_ENDORSED,
    State.CLOSED,
    State.ARCHIVED,
)


def _within(file: "CaseFile") -> int | None:
    """As the head has just ordered it."""
    ordered = [one for one in file.case.restitutions.all() if one.state == RestitutionState.ORDERED and one.within]
    last = max(ordered, key=lambda one: (one.decided_on, one.pk), default=None)
    return last.within if last else None


class AskingToMakeGood:
    """Where it begins: the handlers tell the head what is to be made good."""

    @act(
        title=_("提请恢复、退还或者补偿"),
        basis="行政强制法:41;行政强制法:28.2",
        source=ANY_TIME,
        by=case_officers,
        requires=(something_is_to_be_made_good, compensation_has_its_sum),
        asks="cases.forms.restitution.ProposeForm",
        group=_("执行"),
        explains=_(
            "执行以后决定被撤销、变更或者执行错误的，恢复原状或者退还财物；不能的依法赔偿。低价变卖造成损失的给予补偿。"
        ),
    )
    def propose_restitution(self: "Case", *, officer: Officer, on: date, **asked: Any) -> "Restitution":
        return self.restitutions.create(proposed_by=officer, proposed_on=on, **asked)


class MakingGood:
    """Decided by the head, carried out in the time that the head sets, or turned into a claim for damages."""

    within: Any
    decided_by: Any
    decided_on: Any
    done_on: Any

    @act(
        title=_("决定恢复、退还或者补偿"),
        basis="行政强制法:41;行政强制法:28.2",
        source=RestitutionState.PROPOSED,
        target=RestitutionState.ORDERED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.restitution.OrderForm",
        opens=(Opening("restitution", length=_within),),
        opinion_on="restitution",
        issues=("restitution-decision",),
    )
    def approve_restitution(
        self: "Restitution", *, within: int, opinion: str, officer: Officer, on: date, **facts: Any
    ) -> None:
        self.within = within
        self.decided_by, self.decided_on, self.decision = officer, on, opinion

    @act(
        title=_("不予恢复、退还或者补偿"),
        basis="行政强制法:41;行政强制法:28.2",
        source=RestitutionState.PROPOSED,
        target=RestitutionState.REFUSED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="restitution",
        exit=True,
        explains=_("没有造成损失等不需要恢复、补偿的，写明理由。"),
    )
    def refuse_restitution(self: "Restitution", *, opinion: str, officer: Officer, on: date, **facts: Any) -> None:
        self.decided_by, self.decided_on, self.decision = officer, on, opinion

    @act(
        title=_("登记已经恢复、退还或者补偿"),
        basis="行政强制法:41;行政强制法:28.2",
        source=RestitutionState.ORDERED,
        target=RestitutionState.DONE,
        by=case_officers,
        requires=(two_handlers,),
        asks="cases.forms.restitution.DoneForm",
        meets=("restitution",),
        explains=_("写明怎样办理，附当事人的收据、退付凭证或者发证机关的文书。"),
    )
    def carry_out_restitution(
        self: "Restitution", *, done_how: str, proof: str, on: date, officer: Officer, **facts: Any
    ) -> None:
        self.done_on, self.done_how, self.proof = on, done_how, proof
        if self.measure is not None and self.manner == "return":
            for thing in self.measure.things.filter(fate=Fate.CONFISCATED):
                thing.fate, thing.fate_on = Fate.RETURNED, on
                thing.save(update_fields=["fate", "fate_on"])

    @act(
        title=_("不能恢复、退还，转国家赔偿"),
        basis="行政强制法:41;国家赔偿法:9",
        source=RestitutionState.ORDERED,
        target=RestitutionState.TURNED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.restitution.TurnForm",
        opinion_on="restitution",
        exit=True,
        explains=_("不能恢复原状或者退还财物的，书面告知当事人依法申请国家赔偿，赔偿另案办理。"),
    )
    def turn_to_damages(self: "Restitution", *, opinion: str, told: str, on: date, **facts: Any) -> None:
        self.done_on, self.done_how, self.proof = on, opinion, told
        end_of(self, "restitution", on, ending="moot", note=opinion)
