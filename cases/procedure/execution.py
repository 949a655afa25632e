"""执行: money, and the excuse from publication (行政处罚法 48, 67)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.clocks import excuse, settle
from cases.guards.closing import publication_is_due
from cases.guards.people import finance, head_of_bureau
from cases.states import State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, Payment

AFTER_SERVICE = (State.SERVED, State.CLOSING_PROPOSED, State.CLOSING_ENDORSED)


class Executing:
    """The acts after a decision has been served."""

    @act(
        title=_("登记缴款"),
        basis="行政处罚法:67",
        source=AFTER_SERVICE,
        by=finance,
        asks="cases.forms.execution.PaymentForm",
        group=_("执行"),
        explains=_("罚款决定与收缴分离：由财务人员按银行回单登记，执法人员不得收款。"),
    )
    def record_payment(self: "Case", *, officer: Officer, on: date, **payment: Any) -> "Payment":
        paid = self.payments.create(entered_by=officer, paid_on=on, **payment)
        settle(self, paid.party, on)
        return paid

    @act(
        title=_("批准不予公示"),
        basis="行政处罚法:48.1",
        source=(State.DECIDED, State.SERVED),
        by=head_of_bureau,
        requires=(publication_is_due,),
        asks="cases.forms.execution.ExcusePublicationForm",
        group=_("公示"),
        explains=_("涉及国家秘密、商业秘密、个人隐私或者未成年人等不应公开的，写明理由，经批准不予公示。"),
    )
    def excuse_publication(self: "Case", *, reason: str, on: date, **facts: Any) -> None:
        excuse(self, "publish", reason=reason, on=on)
