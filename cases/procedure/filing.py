"""立案: from a lead to a filed case (行政处罚法 54.2, 交通运输行政执法程序规定 62–63)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.guards.coercion import nothing_is_held
from cases.guards.facts import every_party_is_charged, has_a_party, within_limitation
from cases.guards.people import (
    case_officers,
    decider_did_not_investigate,
    handlers_hold_certificates,
    head_of_bureau,
    head_of_unit,
    two_handlers,
)
from cases.guards.spot import follows_ordinary_procedure
from cases.numbering import number_case
from cases.states import State

if TYPE_CHECKING:
    from cases.models import Case


class Filing:
    """The acts that lead to filing, or to not filing."""

    number: Any
    filed_on: Any
    exit_reason: Any

    @act(
        title=_("提请立案"),
        basis="行政处罚法:54.2",
        source=State.LEAD,
        target=State.FILING_PROPOSED,
        by=case_officers,
        requires=(
            follows_ordinary_procedure,
            two_handlers,
            handlers_hold_certificates,
            has_a_party,
            every_party_is_charged,
            within_limitation,
        ),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="filing",
        drafts=("filing-form",),
        explains=_("把线索和初步证据提请办案机构负责人审核，由执法部门负责人批准立案。"),
    )
    def propose_filing(self: "Case", **facts: Any) -> None:
        """The handlers' proposal; the opinion is kept by the declaration."""

    @act(
        title=_("审核立案"),
        basis="程序规定:63",
        source=State.FILING_PROPOSED,
        target=State.FILING_ENDORSED,
        by=head_of_unit,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="filing",
        drafts=("filing-form",),
        explains=_("办案机构负责人审核后报执法部门负责人。"),
    )
    def endorse_filing(self: "Case", **facts: Any) -> None:
        """The head of the unit agrees."""

    @act(
        title=_("退回立案申请"),
        basis="程序规定:63",
        source=State.FILING_PROPOSED,
        target=State.LEAD,
        by=head_of_unit,
        asks="cases.forms.approval.ReturnForm",
        opinion_on="filing",
        returns=True,
        explains=_("写明要补正什么，退回承办人。"),
    )
    def return_filing(self: "Case", **facts: Any) -> None:
        """Back to the handlers with an opinion."""

    @act(
        title=_("批准立案"),
        basis="行政处罚法:54.2",
        source=State.FILING_ENDORSED,
        target=State.INVESTIGATING,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, two_handlers, handlers_hold_certificates, has_a_party),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="filing",
        opens=("decide",),
        meets=("filing",),
        issues=("filing-form",),
        explains=_("批准之日为立案之日，九十日办案期限从次日起算。"),
    )
    def approve_filing(self: "Case", *, on: date, **facts: Any) -> None:
        self.filed_on = on
        self.number = number_case(on)

    @act(
        title=_("不予立案"),
        basis="程序规定:62",
        source=State.FILING_ENDORSED,
        target=State.NOT_FILED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, nothing_is_held),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="filing",
        meets=("filing",),
        issues=("no-filing-form",),
        exit=True,
        explains=_("不符合立案条件的，写明理由，本案终结。"),
    )
    def refuse_filing(self: "Case", *, opinion: str, **facts: Any) -> None:
        self.exit_reason = opinion
