"""延期、分期缴纳罚款: granted or refused on the party's request (行政处罚法 66.2, 72.2)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.clocks import open_dated, settle
from cases.execution_states import PlanState
from cases.guards.money import asked_before_it_was_due, fine_is_still_owed, instalments_make_up_the_fine
from cases.guards.people import decider_did_not_investigate, head_of_bureau
from law.terms import compute, term_rule
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Instalment, PaymentPlan


class Planning:
    """The head's answer to a party that asks to pay later."""

    decided_on: Any
    decided_by: Any

    @act(
        title=_("批准延期、分期缴纳"),
        basis="行政处罚法:66.2",
        source=PlanState.ASKED,
        target=PlanState.APPROVED,
        by=head_of_bureau,
        requires=(
            decider_did_not_investigate,
            fine_is_still_owed,
            asked_before_it_was_due,
            instalments_make_up_the_fine,
        ),
        asks="cases.forms.money.ApprovePlanForm",
        opinion_on="payment_plan",
        issues=("payment-plan-notice",),
        explains=_("每一期单独出具通知书；缴款期限和加处罚款按批准的日期计算，没收的违法所得不延期。"),
    )
    def approve_plan(
        self: "PaymentPlan", *, instalments: list[dict[str, Any]], opinion: str, officer: Officer, on: date
    ) -> "list[Instalment]":
        self.decided_on, self.decided_by, self.decision = on, officer, opinion
        rows = [
            self.instalments.create(number=number, last_day=last_day_of(one["due_on"]), **one)
            for number, one in enumerate(instalments, start=1)
        ]
        for row in rows:
            open_dated(self.case, "instalment", row.due_on, on, self.party, self, f"第{row.number}期 {row.amount} 元")
        settle(self.case, self.party, on)
        return rows

    @act(
        title=_("不同意延期、分期缴纳"),
        basis="行政处罚法:66.2",
        source=PlanState.ASKED,
        target=PlanState.REFUSED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="payment_plan",
        issues=("payment-plan-notice",),
        exit=True,
    )
    def refuse_plan(self: "PaymentPlan", *, opinion: str, officer: Officer, on: date) -> None:
        self.decided_on, self.decided_by, self.decision = on, officer, opinion


def last_day_of(due_on: date) -> date:
    """The day itself, or the next working day."""
    return compute(term_rule("instalment", due_on), due_on).due
