"""责令改正 and education: ordered, looked at again until it is done, and taught where nothing is imposed (行政处罚法 28, 33)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Choice, Opening, act
from cases.clocks import end_of
from cases.guards.measures import correction_date_is_later
from cases.guards.people import (
    case_officers,
    decider_did_not_investigate,
    handlers_hold_certificates,
    head_of_bureau,
    two_handlers,
)
from cases.measure_states import CorrectionState
from cases.states import State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Case, Correction, EducationRecord, Recheck


def _due(file: "CaseFile", facts: dict[str, Any], on: date) -> date:
    """The re-check follows the day by which the party had to put it right; at once means today."""
    return facts.get("due_on") or on


def _after_recheck(correction: "Correction", *, result: str, **facts: Any) -> str:
    return CorrectionState.CORRECTED if result == "corrected" else CorrectionState.ORDERED


class Corrections:
    """Where an order begins in a case, and the lesson that stands for a penalty."""

    @act(
        title=_("责令改正"),
        basis="行政处罚法:28.1",
        source=(State.INVESTIGATING, State.PROPOSAL_APPROVED, State.NOTIFIED),
        by=case_officers,
        asks="cases.forms.correction.CorrectionForm",
        group=_("改正和教育"),
        opens=(Opening("recheck", since=_due),),
        issues=("correction-order",),
    )
    def order_correction(self: "Case", *, officer: Officer, on: date, **order: Any) -> "Correction":
        return self.corrections.create(ordered_on=on, **order)

    @act(
        title=_("制作教育记录"),
        basis="行政处罚法:33.3",
        source=(
            State.PROPOSAL_APPROVED,
            State.READY,
            State.REVIEWED,
            State.DISCUSSED,
            State.DECIDED,
            State.SERVED,
        ),
        by=case_officers,
        requires=(two_handlers, handlers_hold_certificates),
        asks="cases.forms.correction.EducationForm",
        group=_("改正和教育"),
        issues=("education-record",),
        explains=_("依法不予行政处罚的，应当对当事人进行教育。"),
    )
    def record_education(self: "Case", *, officer: Officer, on: date, **lesson: Any) -> "EducationRecord":
        return self.education_records.create(first_officer=officer, **lesson)


class Correcting:
    """The acts on one order to correct."""

    due_on: Any
    corrected_on: Any

    @act(
        title=_("复查改正情况"),
        basis="行政处罚法:28.1",
        source=CorrectionState.ORDERED,
        target=Choice((CorrectionState.ORDERED, CorrectionState.CORRECTED), _after_recheck),
        by=case_officers,
        requires=(two_handlers, handlers_hold_certificates),
        asks="cases.forms.correction.RecheckForm",
        meets=("recheck",),
        issues=("recheck-record",),
        explains=_("没有改正完毕的，写明下一步怎样处理；可以再定期限、再次复查。"),
    )
    def recheck(
        self: "Correction", *, result: str, finding: str, officer: Officer, on: date, **check: Any
    ) -> "Recheck":
        self.keep(finding=finding[:200])
        if result == "corrected":
            self.keep(corrected_on=on)
        return self.rechecks.create(checked_on=on, first_officer=officer, result=result, finding=finding, **check)

    @act(
        title=_("改定改正期限"),
        basis="行政处罚法:28.1",
        source=CorrectionState.ORDERED,
        by=case_officers,
        requires=(correction_date_is_later,),
        asks="cases.forms.correction.ExtendCorrectionForm",
        opens=(Opening("recheck", since=_due),),
    )
    def extend_correction(self: "Correction", *, due_on: date, reason: str, on: date, **facts: Any) -> None:
        end_of(self, "recheck", on, ending="moot", note=reason)
        self.keep(due_on=due_on, extension_reason=reason)

    @act(
        title=_("没有改正，转其他处理"),
        basis="行政处罚法:28.1",
        source=CorrectionState.ORDERED,
        target=CorrectionState.HANDED_ON,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        meets=("recheck",),
        opinion_on="correction",
        exit=True,
    )
    def hand_on(self: "Correction", *, opinion: str, on: date, **facts: Any) -> None:
        self.keep(finding=opinion[:200])
