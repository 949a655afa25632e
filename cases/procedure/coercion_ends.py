"""解除、退还、没收、移送: how a measure ends, also when nobody ends it (行政强制法 21, 27, 28)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases import clocks
from cases.act import Choice, act
from cases.coercion import HOLDING, Fate, MeasureState
from cases.guards.auction import auction_house_is_lawful
from cases.guards.coercion import (
    case_is_transferred,
    confiscation_is_decided,
    every_thing_has_its_end,
    hold_has_run_out,
    public_notice_was_given,
    release_ground_applies,
)
from cases.guards.custody import (
    disposal_ground_applies,
    no_disposal_is_pending,
    no_handing_over_is_pending,
    proceeds_go_back,
    things_are_still_here,
    things_await_no_other_disposal,
)
from cases.guards.people import case_officers, decider_did_not_investigate, head_of_bureau, system, two_handlers
from cases.guards.restitution import low_price_is_decided_on
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import CoerciveMeasure, Disposal

GROUP_THINGS = _("财物")


def _after_confiscation(measure: "CoerciveMeasure", **facts: Any) -> str:
    return MeasureState.IN_FORCE if measure.things.filter(fate=Fate.HELD).exists() else MeasureState.CONFISCATED


def give_fate(measure: "CoerciveMeasure", fate: str, on: date, things: Any = None) -> None:
    for one in measure.things.filter(fate=Fate.HELD) if things is None else things:
        one.fate, one.fate_on = fate, on
        one.save(update_fields=["fate", "fate_on"])


class Ending:
    """The ways in which the authority lets go of the things, or keeps them for good."""

    returned_on: Any
    released_on: Any
    ground: Any

    @act(
        title=_("退还财物"),
        basis="行政强制法:28.2",
        source=(MeasureState.RELEASED, MeasureState.LAPSED),
        target=MeasureState.RETURNED,
        by=case_officers,
        requires=(
            two_handlers,
            no_disposal_is_pending,
            no_handing_over_is_pending,
            proceeds_go_back,
            low_price_is_decided_on,
        ),
        asks="cases.forms.custody.ReturnThingsForm",
        meets=("measure_return", "seizure", "custody_handover"),
        issues=("return-list",),
        explains=_("解除后立即退还；当事人逐件查验签名。已变卖的，退还所得款项。"),
    )
    def return_things(self: "CoerciveMeasure", *, on: date, returned_to: str, return_note: str, **facts: Any) -> None:
        self.returned_on, self.returned_to, self.return_note = on, returned_to, return_note
        give_fate(self, Fate.RETURNED, on)
        self.release_terms_met(on)

    @act(
        title=_("解除强制措施"),
        basis="行政强制法:28.1",
        source=(MeasureState.IN_FORCE, MeasureState.LAPSED),
        target=MeasureState.RELEASED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, release_ground_applies),
        asks="cases.forms.coercion.ReleaseForm",
        opinion_on="measure",
        meets=("seizure",),
        issues=("measure-release", "measure-release-approval"),
        exit=True,
        explains=_("五种情形之一，及时解除；财物立即退还。"),
    )
    def release_measure(self: "CoerciveMeasure", *, ground: int, opinion: str, on: date, **facts: Any) -> None:
        # A lapsed hold has opened the period for the return already; it is not given a second one.
        if not self.terms_of("measure_return"):
            clocks.open_term_about(self, "measure_return", on)
        self.ground, self.release_reason, self.released_on = ground, opinion, on
        self.release_terms_met(on)

    @act(
        title=_("登记没收财物"),
        basis="行政强制法:27",
        source=MeasureState.IN_FORCE,
        target=Choice((MeasureState.IN_FORCE, MeasureState.CONFISCATED), _after_confiscation),
        by=case_officers,
        requires=(confiscation_is_decided, no_disposal_is_pending),
        asks="cases.forms.custody.ConfiscateForm",
        meets=("seizure",),
        exit=True,
        explains=_("处罚决定没收的财物，转为没收；其余的解除并退还。"),
    )
    def confiscate_things(self: "CoerciveMeasure", *, things: Any, on: date, **facts: Any) -> None:
        give_fate(self, Fate.CONFISCATED, on, things)
        if not self.still_held():
            self.release_terms_met(on)

    @act(
        title=_("随案移送财物"),
        basis="行政强制法:21",
        source=(MeasureState.IN_FORCE, MeasureState.LAPSED),
        target=MeasureState.HANDED_ALONG,
        by=case_officers,
        requires=(two_handlers, case_is_transferred, no_disposal_is_pending),
        asks="cases.forms.custody.HandAlongForm",
        meets=("seizure", "measure_return", "custody_handover"),
        issues=("things-transfer-notice",),
        exit=True,
        explains=_("案件移送的，查封、扣押的财物一并移送，并书面告知当事人。"),
    )
    def hand_things_along(
        self: "CoerciveMeasure", *, handed_along_to: str, receipt: str, on: date, **facts: Any
    ) -> None:
        self.handed_along_to, self.receipt = handed_along_to, receipt
        give_fate(self, Fate.HANDED_ALONG, on)
        self.release_terms_met(on)

    @act(
        title=_("登记财物处理完毕"),
        basis="行政处罚法:74.1",
        source=MeasureState.CONFISCATED,
        target=MeasureState.SETTLED,
        by=case_officers,
        requires=(every_thing_has_its_end,),
        meets=("custody_handover",),
    )
    def settle_things(self: "CoerciveMeasure", **facts: Any) -> None:
        """Every thing of the inventory has its end."""

    @act(
        title=_("登记无人领取的财物处理完毕"),
        basis="公路安全保护条例:72.2",
        source=MeasureState.IN_FORCE,
        target=MeasureState.SETTLED,
        by=case_officers,
        requires=(public_notice_was_given, every_thing_has_its_end),
        meets=("custody_handover",),
        exit=True,
    )
    def settle_unclaimed_things(self: "CoerciveMeasure", on: date, **facts: Any) -> None:
        """Nobody came within the three months; what was done with each thing stands on its row."""
        self.release_terms_met(on)

    @act(
        title=_("提请处理财物"),
        basis="行政处罚法:74.1",
        source=(*HOLDING, MeasureState.CONFISCATED, MeasureState.RELEASED, MeasureState.RETURNED),
        by=case_officers,
        requires=(
            things_are_still_here,
            disposal_ground_applies,
            things_await_no_other_disposal,
            auction_house_is_lawful,
        ),
        asks="cases.forms.custody.DisposalForm",
        drafts=("disposal-approval",),
        group=GROUP_THINGS,
        explains=_("拍卖、变卖、销毁、移交、上缴国库，估价后报负责人批准。"),
    )
    def propose_disposal(
        self: "CoerciveMeasure", *, things: Any, officer: Officer, on: date, **asked: Any
    ) -> "Disposal":
        disposal = self.disposals.create(case=self.case, asked_by=officer, asked_on=on, **asked)
        disposal.things.set(things)
        return disposal

    @act(
        title=_("强制措施期限届满"),
        basis="行政强制法:25.1",
        source=HOLDING,
        target=MeasureState.LAPSED,
        by=system,
        requires=(hold_has_run_out,),
        exit=True,
        explains=_("期限届满没有处理决定，强制措施失去效力，财物必须立即退还。"),
    )
    def lapse_measure(self: "CoerciveMeasure", **facts: Any) -> None:
        """The hold has no force any more; its term stays open as a missed duty until the things are back.

        They are due on the day after the hold ended, not after the sweep came by.
        """
        if (hold := self.hold) is not None:
            clocks.open_term_about(self, "measure_return", hold.due_on)

    def release_terms_met(self: "CoerciveMeasure", on: date) -> None:
        """After a decision on the case every hold is to be ended: done when this was the last one."""
        if not self.case.measures.filter(state__in=HOLDING).exclude(pk=self.pk).exists():
            clocks.meet_terms(self.case, ("measure_release",), on)
