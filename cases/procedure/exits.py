"""Ways out before a decision: withdrawal of the filing and transfer (行政处罚法 57.1(3)(4))."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.clocks import end_all
from cases.guards.coercion import nothing_is_held
from cases.guards.decision import transfer_is_recommended, withdrawal_is_recommended
from cases.guards.people import decider_did_not_investigate, head_of_bureau
from cases.states import State

if TYPE_CHECKING:
    from cases.models import Case


class Exits:
    """A filed case that ends without a decision on the merits."""

    @act(
        title=_("撤销立案"),
        basis="行政处罚法:57.1(3)",
        source=State.PROPOSAL_APPROVED,
        target=State.WITHDRAWN,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, withdrawal_is_recommended, nothing_is_held),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="exit",
        meets=("decide",),
        issues=("withdrawal-form",),
        exit=True,
        explains=_("违法事实不能成立的，写明理由，撤销立案。"),
    )
    def withdraw_case(self: "Case", *, opinion: str, on: Any, **facts: Any) -> None:
        self.exit_reason = opinion
        end_all(self, on, note="撤销立案", natures=("soft", "right"))

    @act(
        title=_("移送其他机关"),
        basis="行政处罚法:57.1(4)",
        source=State.PROPOSAL_APPROVED,
        target=State.TRANSFERRED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, transfer_is_recommended),
        asks="cases.forms.decision.TransferForm",
        opinion_on="exit",
        meets=("decide",),
        issues=("transfer-letter",),
        exit=True,
        explains=_("不属于本机关管辖或者涉嫌犯罪的，移送有管辖权的机关。"),
    )
    def transfer_case(self: "Case", *, opinion: str, transferred_to: str, on: Any, **facts: Any) -> None:
        self.exit_reason, self.transferred_to = opinion, transferred_to
        end_all(self, on, note="移送", natures=("soft", "right"))
