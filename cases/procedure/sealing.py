"""用印: a paper that must bear the bureau's seal waits for the one who keeps it (行政处罚法 59)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.guards.people import case_officers
from cases.guards.sealing import paper_still_counts, seal_keeper, seal_keeper_apart
from documents.services import seal
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import SealUse


class Sealing:
    """From the issue of the paper to the seal on it."""

    @act(
        title=_("用印"),
        basis="行政处罚法:59",
        source="waiting",
        target="placed",
        by=seal_keeper,
        requires=(seal_keeper_apart, paper_still_counts),
        explains=_("核对文书、文号和审批以后用印；用印以后文书才能送达，并记入用印登记簿。"),
    )
    def place_seal(self: "SealUse", *, officer: Officer, on: date, **facts: Any) -> None:
        self.keep(placed_by=officer, placed_on=on)
        seal(self.document)

    @act(
        title=_("退回用印申请"),
        basis="行政处罚法:59",
        source="waiting",
        target="refused",
        by=seal_keeper,
        asks="cases.forms.approval.ReturnForm",
        explains=_("文书、文号或者审批有误的，写明理由退回承办人。"),
    )
    def refuse_seal(self: "SealUse", *, opinion: str, **facts: Any) -> None:
        self.keep(refusal=opinion)

    @act(
        title=_("重新申请用印"),
        basis="行政处罚法:59",
        source="refused",
        target="waiting",
        by=case_officers,
        requires=(paper_still_counts,),
        explains=_("说明清楚以后重新申请；文书确有错误的，作废以后另行出具。"),
    )
    def request_seal_again(self: "SealUse", **facts: Any) -> None:
        self.keep(refusal="")
