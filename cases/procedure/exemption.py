"""不予公示: a penalty that must not be public is kept back by two people, with the reason (行政处罚法 48.1, 50)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.clocks import excuse
from cases.guards.closing import publication_is_due
from cases.guards.exemption import exemption_is_not_asked_twice, exemption_proposer_apart, handlers_or_publisher
from cases.guards.people import head_of_bureau
from cases.states import State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, PublicationExemption


class AskingForExemption:
    """What is asked for the case as a whole."""

    @act(
        title=_("提请不予公示"),
        basis="行政处罚法:48.1",
        source=(State.DECIDED, State.SERVED),
        by=handlers_or_publisher,
        requires=(publication_is_due, exemption_is_not_asked_twice),
        asks="cases.forms.execution.ExemptionForm",
        group=_("公示"),
        explains=_("涉及国家秘密、商业秘密、个人隐私或者未成年人等不应公开的，写明理由，由负责人批准。"),
    )
    def propose_exemption(
        self: "Case", *, reason: str, officer: Officer, on: date, **facts: Any
    ) -> "PublicationExemption":
        return self.exemptions.create(reason=reason, proposed_by=officer, proposed_on=on)


class Exempting:
    """The answer to one proposal."""

    case: Any
    reason: str
    decided_by: Any
    decided_on: Any

    @act(
        title=_("批准不予公示"),
        basis="行政处罚法:48.1",
        source="proposed",
        target="approved",
        by=head_of_bureau,
        requires=(exemption_proposer_apart, publication_is_due),
        explains=_("批准后本案不再公示，理由留在案件和公示期限总览中。"),
    )
    def excuse_publication(self: "PublicationExemption", *, officer: Officer, on: date, **facts: Any) -> None:
        self.decided_by, self.decided_on = officer, on
        excuse(self.case, "publish", reason=self.reason, on=on)

    @act(
        title=_("不批准不予公示"),
        basis="行政处罚法:48.1",
        source="proposed",
        target="refused",
        by=head_of_bureau,
        asks="cases.forms.approval.ReturnForm",
        exit=True,
    )
    def refuse_exemption(self: "PublicationExemption", *, officer: Officer, on: date, **facts: Any) -> None:
        self.decided_by, self.decided_on = officer, on
