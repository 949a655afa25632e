"""Backwards with a reason: whoever examines may send back what is not ripe, and the reason stays on the record."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Choice, act
from cases.guards.people import decider_did_not_investigate, head_of_bureau, head_of_unit
from cases.states import State

if TYPE_CHECKING:
    from cases.models import Case


def _before_closing(case: "Case", **facts: Any) -> str:
    """Where the closing was proposed from."""
    if case.decisions.exists():
        return State.SERVED
    return State.TRANSFERRED if case.transferred_to else State.WITHDRAWN


BEFORE_CLOSING = Choice((State.WITHDRAWN, State.TRANSFERRED, State.SERVED), _before_closing)


class SteppingBack:
    """The returns that the ordinary chapters leave out; each writes its reason into the approvals."""

    @act(
        title=_("负责人退回立案申请"),
        basis="程序规定:63",
        source=State.FILING_ENDORSED,
        target=State.LEAD,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="filing",
        returns=True,
        exit=True,
        explains=_("材料还不能判断是否立案的，写明要补正什么，退回承办人。"),
    )
    def send_back_filing(self: "Case", **facts: Any) -> None:
        """Back to the handlers with an opinion."""

    @act(
        title=_("负责人退回补充调查"),
        basis="行政处罚法:57.1",
        source=State.REPORT_ENDORSED,
        target=State.INVESTIGATING,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="report",
        returns=True,
        exit=True,
        explains=_("事实、证据或者处理意见还不能批准的，写明理由，退回调查。"),
    )
    def send_back_report(self: "Case", **facts: Any) -> None:
        """Back to the investigation with an opinion."""

    @act(
        title=_("负责人退回补正"),
        basis="行政处罚法:57.1",
        source=(State.REVIEWED, State.READY, State.DISCUSSED),
        target=State.NOTIFIED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="decision",
        exit=True,
        explains=_("决定以前发现材料、程序有缺陷的，写明理由，退回承办人补正；事实或者处罚要变的，承办人重新告知。"),
    )
    def send_back_undecided(self: "Case", **facts: Any) -> None:
        """Back to where the parties have been told."""

    @act(
        title=_("退回结案申请"),
        basis="程序规定:116",
        source=State.CLOSING_PROPOSED,
        target=BEFORE_CLOSING,
        by=head_of_unit,
        asks="cases.forms.approval.ReturnForm",
        opinion_on="closing",
        returns=True,
        exit=True,
    )
    def return_closing(self: "Case", **facts: Any) -> None:
        """Back to the handlers with an opinion."""

    @act(
        title=_("负责人退回结案申请"),
        basis="程序规定:116",
        source=State.CLOSING_ENDORSED,
        target=BEFORE_CLOSING,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="closing",
        returns=True,
        exit=True,
    )
    def send_back_closing(self: "Case", **facts: Any) -> None:
        """Back to the handlers with an opinion."""
