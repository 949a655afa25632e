"""送达: the decision reaches its party (行政处罚法 61)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Choice, Opening, act
from cases.guards.notice import served_after_it_was_issued
from cases.guards.people import case_officers, two_handlers
from cases.procedure.notice import serve_paper
from cases.states import State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, ServiceRecord

DECISIONS = ("penalty-decision", "no-penalty-decision")


def _after_service(case: "Case", **facts: Any) -> str:
    unserved = case.documents.filter(form_key__in=DECISIONS, services=None).exclude(state="voided")
    return State.DECIDED if unserved.exists() else State.SERVED


class Serving:
    """One act: service of a decision, with its proof."""

    @act(
        title=_("登记送达决定书"),
        basis="行政处罚法:61",
        source=State.DECIDED,
        target=Choice((State.DECIDED, State.SERVED), _after_service),
        by=case_officers,
        requires=(two_handlers, served_after_it_was_issued),
        asks="cases.forms.service.ServeDecisionForm",
        opens=(
            Opening("payment", when=lambda file, party: file.owed_by(party) > 0),
            Opening("reconsideration"),
            Opening("litigation"),
        ),
        meets=("serve_decision",),
        issues=("service-receipt",),
        explains=_("送达之日起，缴款、行政复议和行政诉讼的期限开始计算。"),
    )
    def serve_decision(self: "Case", *, officer: Officer, on: date, **service: Any) -> "ServiceRecord":
        return serve_paper(self, officer=officer, on=on, **service)
