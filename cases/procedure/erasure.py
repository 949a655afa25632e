"""删除和保全: what an entry of the record says is taken away by two hands, or kept from being taken away.

The header stays, and with it the proof of what was done, when and by whom (个人信息保护法 47; 行政处罚法 47).
"""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.guards.apart import guard_apart
from cases.guards.erasure import (
    entry_may_be_erased,
    erasing_has_a_ground,
    nothing_bids_to_keep_it,
    period_of_keeping_is_over,
    second_hand_names_the_entry,
)
from cases.guards.people import case_officers, head_of_bureau
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, LegalHold, PayloadErasure

GROUP = _("记录的保全和删除")
approver_apart = guard_apart("payload_erasure_approver_apart")


class KeepingAndErasing:
    """What the handlers do for the case as a whole."""

    @act(
        title=_("保全案件记录"),
        basis="行政处罚法:47",
        source="*",
        by=case_officers,
        asks="cases.forms.erasure.HoldForm",
        group=GROUP,
        explains=_("投诉、监察、检察、国家赔偿等需要时保全：解除以前不得删除记录内容，不得销毁案卷。"),
    )
    def place_legal_hold(self: "Case", *, reason: str, officer: Officer, on: date, **facts: Any) -> "LegalHold":
        return self.legal_holds.create(reason=reason, placed_by=officer, placed_on=on)

    @act(
        title=_("提请删除记录内容"),
        basis="个人信息保护法:47",
        source="*",
        by=case_officers,
        requires=(entry_may_be_erased, erasing_has_a_ground, period_of_keeping_is_over, nothing_bids_to_keep_it),
        asks="cases.forms.erasure.ErasureForm",
        group=GROUP,
        explains=_("依法应当删除个人信息的，由负责人批准；摘要和这次删除永久留在记录中。"),
    )
    def propose_erasure(
        self: "Case", *, entry: Any, ground: str, reason: str, officer: Officer, on: date, **facts: Any
    ) -> "PayloadErasure":
        return self.payload_erasures.create(
            entry=entry, gseq=entry.gseq, ground=ground, reason=reason, proposed_by=officer, proposed_on=on
        )


class Holding:
    """The end of one hold."""

    lifted_by: Any
    lifted_on: Any
    lifting: str

    @act(
        title=_("解除保全"),
        basis="行政处罚法:47",
        source="in_force",
        target="lifted",
        by=head_of_bureau,
        asks="cases.forms.erasure.LiftForm",
        exit=True,
    )
    def lift_legal_hold(self: "LegalHold", *, lifting: str, officer: Officer, on: date, **facts: Any) -> None:
        self.lifted_by, self.lifted_on, self.lifting = officer, on, lifting


class Erasing:
    """The answer to one proposal."""

    approved_by: Any
    approved_on: Any

    @act(
        title=_("批准删除记录内容"),
        basis="个人信息保护法:47",
        source="proposed",
        target="erased",
        by=head_of_bureau,
        requires=(
            approver_apart,
            second_hand_names_the_entry,
            erasing_has_a_ground,
            period_of_keeping_is_over,
            nothing_bids_to_keep_it,
        ),
        asks="cases.forms.erasure.ApproveErasureForm",
        explains=_("批准后立即删除，不能恢复。"),
    )
    def approve_erasure(self: "PayloadErasure", *, officer: Officer, on: date, **facts: Any) -> None:
        self.approved_by, self.approved_on = officer, on
        self.take_away()

    @act(
        title=_("不批准删除记录内容"),
        basis="个人信息保护法:47",
        source="proposed",
        target="refused",
        by=head_of_bureau,
        requires=(approver_apart,),
        asks="cases.forms.approval.ReturnForm",
        exit=True,
    )
    def refuse_erasure(self: "PayloadErasure", **facts: Any) -> None:
        """What was said stays; the opinion says why."""
