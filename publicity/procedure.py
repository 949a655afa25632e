"""公示: redacted by one person, approved by another, withdrawn with a reason (行政处罚法 48, 50; 公开条例 15, 17)."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.clocks import meet_terms
from officers.models import Officer
from publicity.guards import (
    decision_is_served,
    decision_still_stands,
    duties_are_performed,
    nothing_protected_is_shown,
    nothing_protected_is_typed,
    party_is_of_age,
    penalty_is_shown,
    publisher,
    publisher_or_head,
    reason_names_nobody,
    redactor_does_not_approve,
    shortest_term_is_over,
)
from publicity.showing import erase_run_out, leave_tombstone, put_on_show
from publicity.states import PublicationState

if TYPE_CHECKING:
    from publicity.models import Publication

PUBLISHABLE = (decision_is_served, decision_still_stands, party_is_of_age, penalty_is_shown)


class Publishing:
    """The acts on the public copy of one decision."""

    @act(
        title=_("制作公示稿"),
        basis="行政处罚法:48.1",
        source=(PublicationState.DUE, PublicationState.REDACTED),
        target=PublicationState.REDACTED,
        by=publisher,
        requires=(*PUBLISHABLE, nothing_protected_is_typed),
        asks="publicity.forms.RedactForm",
        explains=_("公开的文字从决定书重新摘录，个人信息已按规则隐去。逐句读一遍，拿不准的删去。"),
    )
    def redact(self: "Publication", *, officer: Officer, on: date, **texts: Any) -> None:
        for name in self.EDITED:
            setattr(self, name, texts[name])
        self.redacted_by, self.redacted_on, self.return_reason = officer, on, ""

    @act(
        title=_("退回公示稿"),
        basis="公开条例:17",
        source=PublicationState.REDACTED,
        target=PublicationState.DUE,
        by=publisher_or_head,
        asks="publicity.forms.ReturnForm",
        explains=_("写明哪一处要改，由制作人改后再交。"),
    )
    def return_redaction(self: "Publication", *, opinion: str, **facts: Any) -> None:
        self.return_reason = opinion

    @act(
        title=_("审核并公示"),
        basis="行政处罚法:48.1;公开条例:17",
        source=PublicationState.REDACTED,
        target=PublicationState.PUBLISHED,
        by=publisher_or_head,
        requires=(*PUBLISHABLE, redactor_does_not_approve, nothing_protected_is_shown),
        asks="publicity.forms.ApproveForm",
        explains=_("审核人与制作人不得为同一人。办理后立即向社会公开，到期自动停止公示。"),
    )
    def approve(self: "Publication", *, officer: Officer, on: date, **facts: Any) -> None:
        """The case's term is met when its last decision is published, hence not declared with `meets`."""
        self.approved_by, self.published_on = officer, on
        put_on_show(self, on)
        if not self.others_to_publish().exists():
            meet_terms(self.case, ("publish",), on)

    @act(
        title=_("更新履行情况"),
        basis="行政处罚法:48.1",
        source=PublicationState.PUBLISHED,
        by=publisher,
        requires=(nothing_protected_is_typed,),
        asks="publicity.forms.FulfilmentForm",
        explains=_("当事人履行以后及时更新，公众看到的要与事实相符。"),
    )
    def update_fulfilment(self: "Publication", *, fulfilment_public: str, on: date, **facts: Any) -> None:
        self.fulfilment_public = fulfilment_public
        if self.is_on_show(on):
            put_on_show(self, on)

    @act(
        title=_("登记信用修复"),
        basis="行政处罚法:48.1",
        source=PublicationState.PUBLISHED,
        by=publisher_or_head,
        requires=(shortest_term_is_over, duties_are_performed, nothing_protected_is_typed),
        asks="publicity.forms.RepairForm",
        explains=_("信用修复决定作出以后登记，自登记之日起停止公示，下一次向信用平台移交时一并变更。"),
    )
    def note_repair(self: "Publication", *, repair_number: str, on: date, **facts: Any) -> None:
        """The day before is the last one shown: from the day of the repair on nobody sees it."""
        self.repaired_on, self.repair_number = on, repair_number
        self.public_until = on - timedelta(days=1)
        put_on_show(self, on)
        erase_run_out(on)

    @act(
        title=_("撤回公示"),
        basis="行政处罚法:48.2",
        source=PublicationState.PUBLISHED,
        target=PublicationState.WITHDRAWN,
        by=publisher_or_head,
        requires=(nothing_protected_is_typed, reason_names_nobody),
        asks="publicity.forms.WithdrawForm",
        meets=("withdraw_publication",),
        exit=True,
        explains=_("决定被变更、撤销、确认违法或者确认无效的，三日内撤回并公开说明理由；原页面只留撤回公告。"),
    )
    def withdraw(self: "Publication", *, reason: str, on: date, **facts: Any) -> None:
        self.withdrawn_on, self.withdrawal_reason = on, reason
        leave_tombstone(self, reason, on)
