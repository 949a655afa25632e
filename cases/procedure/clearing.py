"""立即代履行: what blocks or pollutes a road is cleared at once in the place of who cannot (行政强制法 52)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.execution_states import ClearingState
from cases.guards.clearing import cleared_after_the_decision, clearing_is_supervised, party_cannot_clear
from cases.guards.people import case_officers, decider_did_not_investigate, head_of_bureau, two_handlers
from cases.states import BEFORE_DECISION, State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, Clearing


class Clearings:
    """Where it begins: the case need not be decided, not even filed."""

    @act(
        title=_("决定立即代履行"),
        basis="行政强制法:52",
        source=(State.LEAD, *sorted(BEFORE_DECISION)),
        by=head_of_bureau,
        requires=(decider_did_not_investigate, party_cannot_clear),
        asks="cases.forms.clearing.ClearingForm",
        opinion_on="clearing",
        issues=("substitute-decision",),
        group=_("强制措施"),
        explains=_(
            "需要立即清除道路、河道、航道或者公共场所的遗洒物、障碍物或者污染物，当事人不能清除的，不经催告；当事人不在场的，事后立即通知。"
        ),
    )
    def clear_at_once(self: "Case", *, opinion: str, officer: Officer, on: date, **clearing: Any) -> "Clearing":
        return self.clearings.create(decided_on=on, decided_by=officer, reason=opinion, **clearing)


class ClearingAtOnce:
    """The one act on it: it was done, before whose eyes, at what cost."""

    @act(
        title=_("登记清除情况"),
        basis="行政强制法:51.1;行政强制法:52",
        source=ClearingState.DECIDED,
        target=ClearingState.DONE,
        by=case_officers,
        requires=(two_handlers, clearing_is_supervised, cleared_after_the_decision),
        asks="cases.forms.clearing.ClearedForm",
        explains=_("到场监督，代履行人和当事人或者见证人签名；费用按照成本合理确定，由当事人承担。"),
    )
    def record_clearing(self: "Clearing", *, on: date, officer: Officer, **done: Any) -> None:
        self.keep(**done)
