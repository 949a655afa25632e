"""中止、终止调查: an investigation stands still or ends, with its ground and the head's approval (程序规定 117 [R])."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.clocks import end_all
from cases.guards.people import case_officers, decider_did_not_investigate, head_of_bureau
from cases.guards.police import not_with_the_police
from cases.guards.suspension import (
    SUSPENDABLE,
    ending_is_proposed,
    is_still_investigated,
    measures_are_lifted,
    no_suspension_is_open,
    suspension_is_provided,
)
from cases.standstill import SUSPENSION, go_on, stand_still
from cases.states import State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, Suspension

GROUP = _("中止和终止调查")


class Pausing:
    """What the case itself does: propose to stand still, and end without a result."""

    @act(
        title=_("报请中止调查"),
        basis="行政处罚法:60",
        source=SUSPENDABLE,
        by=case_officers,
        requires=(suspension_is_provided, no_suspension_is_open),
        asks="cases.forms.suspension.SuspensionForm",
        opinion_on="suspension",
        drafts=("suspension-form",),
        group=GROUP,
        explains=_("写明情形；经负责人批准后办案期限停止计算，情形消失即恢复。"),
    )
    def propose_suspension(
        self: "Case", *, ground: str, explanation: str, officer: Officer, on: date, **facts: Any
    ) -> "Suspension":
        return self.suspensions.create(ground=ground, explanation=explanation, proposed_on=on)

    @act(
        title=_("报请终止调查"),
        basis="行政处罚法:57.1",
        source=State.INVESTIGATING,
        by=case_officers,
        asks="cases.forms.suspension.EndingForm",
        opinion_on="ending",
        drafts=("ending-form",),
        group=GROUP,
        explains=_("没有违法事实、已过追究时效或者有其他终止情形的，写明理由报负责人批准。"),
    )
    def propose_ending(self: "Case", **facts: Any) -> None:
        """The handlers' reasons are kept by the declaration."""

    @act(
        title=_("退回终止调查报请"),
        basis="行政处罚法:57.1",
        source=State.INVESTIGATING,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, ending_is_proposed),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="ending",
        returns=True,
        group=GROUP,
    )
    def return_ending(self: "Case", **facts: Any) -> None:
        """The investigation goes on; the opinion says why."""

    @act(
        title=_("批准终止调查"),
        basis="行政处罚法:57.1",
        source=State.INVESTIGATING,
        target=State.WITHDRAWN,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, ending_is_proposed, not_with_the_police, measures_are_lifted),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="ending",
        meets=("decide",),
        issues=("ending-form",),
        exit=True,
        explains=_("批准以前须已解除强制措施；案件随后报请结案。"),
    )
    def end_investigation(self: "Case", *, on: date, **facts: Any) -> None:
        self.exit_reason = self.approvals.filter(act="propose_ending").latest("pk").opinion
        end_all(self, on, note="终止调查", natures=("soft", "right"))


class Suspending:
    """The acts of one suspension."""

    began_on: Any
    resumed_on: Any

    @act(
        title=_("批准中止调查"),
        basis="行政处罚法:60",
        source="proposed",
        target="running",
        by=head_of_bureau,
        requires=(decider_did_not_investigate, is_still_investigated),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="suspension",
        issues=("suspension-form",),
        explains=_("批准以后，法律数据列明的期限从次日起停止计算。"),
    )
    def approve_suspension(self: "Suspension", *, on: date, **facts: Any) -> None:
        self.began_on = on
        stand_still(self.case, SUSPENSION, on=on)

    @act(
        title=_("不批准中止调查"),
        basis="行政处罚法:60",
        source="proposed",
        target="refused",
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="suspension",
        issues=("suspension-form",),
        exit=True,
    )
    def refuse_suspension(self: "Suspension", **facts: Any) -> None:
        """The investigation goes on; the opinion says why."""

    @act(
        title=_("恢复调查"),
        basis="行政处罚法:60",
        source="running",
        target="resumed",
        by=head_of_bureau,
        asks="cases.forms.suspension.ResumeForm",
        opinion_on="suspension",
        issues=("suspension-form",),
        exit=True,
        explains=_("中止的情形消失以后恢复调查，期限继续计算；中止的日子不计入。"),
    )
    def resume_investigation(self: "Suspension", *, opinion: str, on: date, **facts: Any) -> None:
        self.resumed_on, self.resume_reason = on, opinion
        go_on(self.case, SUSPENSION, on=on, reason="中止调查期间", basis="行政处罚法:60")
