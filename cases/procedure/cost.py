"""代履行费用: reckoned by cost, borne by the party unless the law says otherwise (行政强制法 51.2, 53, 54)."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Choice, act
from cases.clocks import end_of
from cases.execution_states import CostState
from cases.guards.apart import guard_apart
from cases.guards.cost import (
    cost_is_not_overpaid,
    cost_over_budget_is_explained,
    cost_reminder_is_over,
    costs_are_overdue,
    costs_are_still_to_be_accounted,
    inside_the_window_for_costs,
)
from cases.guards.enforcement import materials_are_complete, no_remedy_is_undecided
from cases.guards.people import case_officers, decider_did_not_investigate, finance, head_of_bureau, two_handlers
from cases.procedure.restitution import ANY_TIME
from cases.states import State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, CostClaim, CostPayment

UNPAID = (CostState.DEMANDED, CostState.REMINDED, CostState.PROPOSED, CostState.APPLIED, CostState.ACCEPTED)
GROUNDS_FOR_COURT = (cost_reminder_is_over, no_remedy_is_undecided, inside_the_window_for_costs)


def _after_payment(claim: "CostClaim", **facts: Any) -> str:
    return str(claim.state) if claim.left else CostState.PAID


def _after_the_court(claim: "CostClaim", *, accepted: bool, **facts: Any) -> str:
    return CostState.ACCEPTED if accepted else CostState.REMINDED


class AccountingForCosts:
    """Where it begins: what it cost in the end, against the budget."""

    @act(
        title=_("决算代履行费用"),
        basis="行政强制法:51.2",
        source=(State.LEAD, *ANY_TIME),
        by=case_officers,
        requires=(two_handlers, costs_are_still_to_be_accounted, cost_over_budget_is_explained),
        asks="cases.forms.cost.AccountForm",
        issues=("cost-demand",),
        group=_("执行"),
        explains=_("费用按照成本合理确定，由当事人承担，法律另有规定的除外；通知当事人缴纳，预付的多退少补。"),
    )
    def account_for_costs(self: "Case", *, officer: Officer, on: date, **account: Any) -> "CostClaim":
        settled = account["prepaid"] >= account["cost"]
        state = CostState.WAIVED if account["waiver"] else CostState.PAID if settled else CostState.DEMANDED
        return self.cost_claims.create(state=state, accounted_by=officer, accounted_on=on, **account)


class ClaimingCosts:
    """Paid, or reminded and brought before the court."""

    reminded_on: Any
    proposed_on: Any
    applied_on: Any
    applied_by: Any

    @act(
        title=_("登记缴纳代履行费用"),
        basis="行政强制法:51.2",
        source=UNPAID,
        target=Choice((*UNPAID, CostState.PAID), _after_payment),
        by=finance,
        requires=(guard_apart("payment_apart"), cost_is_not_overpaid),
        asks="cases.forms.cost.CostPaymentForm",
        meets=("cost_payment",),
    )
    def record_cost_payment(
        self: "CostClaim", *, amount: Decimal, receipt_number: str, officer: Officer, on: date, **facts: Any
    ) -> "CostPayment":
        paid = {"amount": amount, "receipt_number": receipt_number, "paid_on": on}
        return self.cost_payments.create(entered_by=officer, **paid)

    @act(
        title=_("催告缴纳代履行费用"),
        basis="行政强制法:54",
        source=CostState.DEMANDED,
        target=CostState.REMINDED,
        by=case_officers,
        requires=(two_handlers, costs_are_overdue),
        issues=("cost-demand",),
        explains=_("逾期不缴纳的，书面催告；催告送达满十个工作日仍不缴纳的，可以申请法院强制执行。"),
    )
    def remind_of_costs(self: "CostClaim", *, on: date, **facts: Any) -> None:
        self.reminded_on = on

    @act(
        title=_("提请申请法院强制执行代履行费用"),
        basis="行政强制法:53;行政强制法:54;行政强制法:55",
        source=CostState.REMINDED,
        target=CostState.PROPOSED,
        by=case_officers,
        requires=(two_handlers, *GROUNDS_FOR_COURT, materials_are_complete),
        asks="cases.forms.cost.ProposeApplicationForm",
        drafts=("cost-application",),
        explains=_("五项材料备齐，由负责人签名、盖章；逾期申请的，法院不予受理。"),
    )
    def propose_cost_application(
        self: "CostClaim",
        *,
        court: str,
        requests: str,
        assets: str,
        materials: dict[str, str],
        officer: Officer,
        on: date,
        **facts: Any,
    ) -> None:
        self.court, self.requests, self.assets, self.materials = court, requests, assets, materials
        self.proposed_on = on

    @act(
        title=_("批准申请法院强制执行代履行费用"),
        basis="行政强制法:53;行政强制法:55.2",
        source=CostState.PROPOSED,
        target=CostState.APPLIED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, *GROUNDS_FOR_COURT),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="cost",
        issues=("cost-application",),
    )
    def apply_for_costs(self: "CostClaim", *, officer: Officer, on: date, **facts: Any) -> None:
        self.applied_on, self.applied_by = on, officer

    @act(
        title=_("退回代履行费用的申请"),
        basis="行政强制法:55.2",
        source=CostState.PROPOSED,
        target=CostState.REMINDED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="cost",
        exit=True,
    )
    def return_cost_application(self: "CostClaim", **facts: Any) -> None:
        """The opinion says what is missing; the draft stays."""

    @act(
        title=_("登记法院对代履行费用的处理"),
        basis="行政强制法:56",
        source=CostState.APPLIED,
        target=Choice((CostState.REMINDED, CostState.ACCEPTED), _after_the_court),
        by=case_officers,
        asks="cases.forms.cost.CourtForm",
    )
    def record_court_on_costs(
        self: "CostClaim", *, accepted: bool, court_number: str, court_reason: str, on: date, **facts: Any
    ) -> None:
        self.court_number, self.court_reason = court_number, court_reason
        if accepted:
            end_of(self, "cost_payment", on, ending="moot", note="法院已受理")
