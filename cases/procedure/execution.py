"""执行: money, what becomes of who does not pay, and the excuse from publication (行政处罚法 48, 66, 67, 72)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.carrying_out import imposed_for
from cases.case_file import load_case_file
from cases.clocks import settle
from cases.guards.apart import guard_apart
from cases.guards.carrying_out import (
    carried_out_after_service,
    penalty_is_still_to_be_carried_out,
    performance_is_proven,
)
from cases.guards.enforcement import something_is_overdue
from cases.guards.money import money_was_paid_too_much, surcharge_may_be_forgone
from cases.guards.people import case_officers, decider_did_not_investigate, finance, head_of_bureau, two_handlers
from cases.states import State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, Charge, Enforcement, Payment, PaymentPlan, Performance, Refund, SurchargeRelief

AFTER_SERVICE = (State.SERVED, State.CLOSING_PROPOSED, State.CLOSING_ENDORSED)
# A case that the court has taken up may be closed; what it brings in still arrives (程序规定 116).
WHILE_MONEY_MAY_MOVE = (*AFTER_SERVICE, State.CLOSED)
GROUP = _("执行")


class Executing:
    """The acts after a decision has been served."""

    @act(
        title=_("登记缴款"),
        basis="行政处罚法:67",
        source=WHILE_MONEY_MAY_MOVE,
        by=finance,
        requires=(guard_apart("payment_apart"),),
        asks="cases.forms.execution.PaymentForm",
        group=GROUP,
        explains=_("罚款决定与收缴分离：由财务人员按银行回单登记，执法人员不得收款。"),
    )
    def record_payment(
        self: "Case", *, officer: Officer, on: date, paid_on: date | None = None, **payment: Any
    ) -> "Payment":
        # A file from the bank arrives later than the money: the day of payment is the one that counts.
        paid = self.payments.create(entered_by=officer, paid_on=paid_on or on, **payment)
        settle(self, paid.party, on, paid_on=paid.paid_on)
        return paid

    @act(
        title=_("登记处罚执行情况"),
        basis="行政处罚法:66.1",
        source=AFTER_SERVICE,
        by=case_officers,
        requires=(
            two_handlers,
            penalty_is_still_to_be_carried_out,
            performance_is_proven,
            carried_out_after_service,
        ),
        asks="cases.forms.carrying_out.PerformanceForm",
        group=GROUP,
        explains=_("停业、暂扣、吊销等罚款以外的处罚，逐项登记何时、怎样执行和证明；全部执行以后才能结案。"),
    )
    def record_performance(
        self: "Case", *, charge: "Charge", kind: str, officer: Officer, on: date, **shown: Any
    ) -> "Performance":
        penalty = imposed_for(load_case_file(self.pk), charge, kind)
        return self.performances.create(
            party=penalty.party,
            decision=penalty.decision,
            charge=penalty.charge,
            kind=penalty.kind,
            content=penalty.content,
            entered_by=officer,
            **shown,
        )

    @act(
        title=_("登记延期、分期申请"),
        basis="行政处罚法:66.2",
        source=State.SERVED,
        by=case_officers,
        asks="cases.forms.money.AskPlanForm",
        group=GROUP,
        explains=_("当事人确有经济困难的，凭申请和证明材料登记，由负责人批准。"),
    )
    def request_plan(self: "Case", *, officer: Officer, on: date, **asked: Any) -> "PaymentPlan":
        return self.payment_plans.create(asked_on=on, **asked)

    @act(
        title=_("提请退款"),
        basis="行政处罚法:74.3",
        source=WHILE_MONEY_MAY_MOVE,
        by=finance,
        requires=(money_was_paid_too_much,),
        asks="cases.forms.money.RefundForm",
        group=GROUP,
    )
    def request_refund(self: "Case", *, officer: Officer, on: date, **refund: Any) -> "Refund":
        return self.refunds.create(requested_on=on, entered_by=officer, **refund)

    @act(
        title=_("决定不加处罚款"),
        basis="行政处罚法:72.1(1)",
        source=AFTER_SERVICE,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, surcharge_may_be_forgone),
        asks="cases.forms.money.ForgoForm",
        opinion_on="surcharge",
        group=GROUP,
        explains=_("加处罚款是“可以”采取的措施；不加处或者部分不加处的写明理由，罚款本身不减免。"),
    )
    def forgo_surcharge(
        self: "Case", *, party: Any, amount: Any, opinion: str, officer: Officer, on: date
    ) -> "SurchargeRelief":
        relief = self.surcharge_reliefs.create(
            party=party, amount=amount, reason=opinion, basis="行政处罚法:72.1(1)", granted_on=on, granted_by=officer
        )
        settle(self, party, on)
        return relief

    @act(
        title=_("启动强制执行程序"),
        basis="行政强制法:34;行政强制法:53",
        source=AFTER_SERVICE,
        by=case_officers,
        requires=(two_handlers, something_is_overdue),
        asks="cases.forms.enforcement.BeginForm",
        group=GROUP,
        explains=_("当事人逾期不履行的，先催告，再依法强制执行或者申请法院。"),
    )
    def begin_enforcement(self: "Case", *, officer: Officer, on: date, **facts: Any) -> "Enforcement":
        return self.enforcements.create(begun_on=on, **facts)
