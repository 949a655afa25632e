"""先行登记保存: approved by the head, registered on the spot, decided in seven working days or over (行政处罚法 56)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from cases.act import Opening, act
from cases.clocks import end_of
from cases.guards.measures import preservation_period_runs, registered_on_the_day_of_the_act
from cases.guards.people import (
    case_officers,
    decider_did_not_investigate,
    handlers_hold_certificates,
    head_of_bureau,
    system,
    two_handlers,
)
from cases.measure_states import PreservationState as State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Preservation


def _registered(file: "CaseFile", facts: dict[str, Any], on: date) -> date:
    return localdate(facts["kept_at"])


class Preserving:
    """The acts on one preservation."""

    outcome: Any
    outcome_on: Any
    lapsed_on: Any
    returned_on: Any

    @act(
        title=_("批准登记保存"),
        basis="行政处罚法:56",
        source=State.PROPOSED,
        target=State.APPROVED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.OpinionForm",
        issues=("preservation-approval",),
        opinion_on="preservation",
        explains=_("证据可能灭失或者以后难以取得的，才能先行登记保存。"),
    )
    def approve_preservation(self: "Preservation", **facts: Any) -> None:
        """Only an approval opens the way to the party's things."""

    @act(
        title=_("不批准登记保存"),
        basis="行政处罚法:56",
        source=State.PROPOSED,
        target=State.REFUSED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        issues=("preservation-approval",),
        opinion_on="preservation",
        exit=True,
    )
    def refuse_preservation(self: "Preservation", **facts: Any) -> None:
        """Nothing is kept."""

    @act(
        title=_("清点并登记保存"),
        basis="行政处罚法:56",
        source=State.APPROVED,
        target=State.KEPT,
        by=case_officers,
        requires=(two_handlers, handlers_hold_certificates, registered_on_the_day_of_the_act),
        asks="cases.forms.measures.RegisterForm",
        opens=(Opening("preservation", since=_registered),),
        issues=("preservation-list",),
        explains=_("会同当事人当场清点，逐件登记，双方签名，清单当场交当事人一份；自登记之日起七个工作日内处理。"),
    )
    def register_things(self: "Preservation", *, officer: Officer, on: date, **kept: Any) -> None:
        self.keep(**kept)

    @act(
        title=_("解除登记保存"),
        basis="行政处罚法:56",
        source=State.KEPT,
        target=State.RELEASED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, preservation_period_runs),
        asks="cases.forms.measures.ReleaseForm",
        opens=("return_preserved",),
        meets=("preservation",),
        opinion_on="preservation",
        issues=("preservation-release", "preservation-release-approval"),
        explains=_("已经采取复制、拍照、录像等保全措施，不再需要保存的，或者违法事实不成立的，解除并返还。"),
    )
    def release_things(self: "Preservation", *, opinion: str, on: date, **facts: Any) -> None:
        self.keep(outcome=self.Outcome.RELEASE, outcome_on=on, outcome_reason=opinion)

    @act(
        title=_("转为其他处理"),
        basis="行政处罚法:56",
        source=State.KEPT,
        target=State.CONVERTED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, preservation_period_runs),
        asks="cases.forms.measures.ConvertForm",
        meets=("preservation",),
        opinion_on="preservation",
        explains=_("送交鉴定、转为查封扣押或者随处罚决定没收；各按自己的程序办理。"),
    )
    def convert_preservation(self: "Preservation", *, outcome: str, opinion: str, on: date, **facts: Any) -> None:
        self.keep(outcome=outcome, outcome_on=on, outcome_reason=opinion)

    @act(
        title=_("登记保存期满自动解除"),
        basis="行政处罚法:56",
        source=State.KEPT,
        target=State.LAPSED,
        by=system,
        opens=("return_preserved",),
        exit=True,
    )
    def lapse(self: "Preservation", *, on: date, **facts: Any) -> None:
        self.keep(lapsed_on=on)
        end_of(self, "preservation", on, ending="expired")

    @act(
        title=_("返还登记保存物品"),
        basis="行政处罚法:56",
        source=(State.RELEASED, State.LAPSED),
        target=State.RETURNED,
        by=case_officers,
        asks="cases.forms.measures.ReturnThingsForm",
        meets=("return_preserved",),
        issues=("return-receipt",),
        explains=_("逐件核对后返还，由领取人签名。"),
    )
    def return_things(self: "Preservation", *, receiver: str, note: str, on: date, **facts: Any) -> None:
        self.keep(returned_on=on, receiver=receiver, return_note=note)
