"""退款: money goes back through the treasury, asked for by finance and approved by the head (行政处罚法 74.3)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.execution_states import RefundState
from cases.guards.people import finance, head_of_bureau

if TYPE_CHECKING:
    from cases.models import Refund


class Refunding:
    """From the request to the voucher."""

    decided_on: Any
    refunded_on: Any

    @act(
        title=_("批准退款"),
        basis="行政处罚法:74.3",
        source=RefundState.REQUESTED,
        target=RefundState.APPROVED,
        by=head_of_bureau,
        asks="cases.forms.approval.OpinionForm",
        opinion_on="refund",
    )
    def approve_refund(self: "Refund", *, opinion: str, on: date, **facts: Any) -> None:
        self.decided_on, self.decision = on, opinion

    @act(
        title=_("不予退款"),
        basis="行政处罚法:74.3",
        source=RefundState.REQUESTED,
        target=RefundState.REFUSED,
        by=head_of_bureau,
        asks="cases.forms.approval.ReturnForm",
        opinion_on="refund",
        exit=True,
    )
    def refuse_refund(self: "Refund", *, opinion: str, on: date, **facts: Any) -> None:
        self.decided_on, self.decision = on, opinion

    @act(
        title=_("登记已退款"),
        basis="行政处罚法:74.3",
        source=RefundState.APPROVED,
        target=RefundState.REFUNDED,
        by=finance,
        asks="cases.forms.money.RefundedForm",
        explains=_("财政部门退付后，按退付凭证登记。"),
    )
    def pay_refund(self: "Refund", *, voucher_number: str, on: date, **facts: Any) -> None:
        self.refunded_on, self.voucher_number = on, voucher_number
