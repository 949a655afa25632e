"""申请人民法院强制执行: proposed, signed by the head, answered by the court (行政强制法 53–59)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Choice, Opening, act
from cases.clocks import end_payment, end_terms_of
from cases.execution_states import EnforcementState
from cases.guards.enforcement import (
    everything_is_performed,
    execution_is_not_stopped,
    inside_the_court_window,
    materials_are_complete,
    no_remedy_is_undecided,
    reminder_period_is_over,
    statement_after_reminder_is_answered,
    still_unperformed,
)
from cases.guards.people import case_officers, decider_did_not_investigate, head_of_bureau, two_handlers
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import CourtApplication, Enforcement

State = EnforcementState
GROUNDS_FOR_COURT = (
    still_unperformed,
    execution_is_not_stopped,
    no_remedy_is_undecided,
    inside_the_court_window,
    reminder_period_is_over,
    statement_after_reminder_is_answered,
)


def _as_ruled(enforcement: "Enforcement", *, granted: bool, **facts: Any) -> str:
    return State.GRANTED if granted else State.DENIED


def _as_reviewed(enforcement: "Enforcement", *, accepted: bool, **facts: Any) -> str:
    return State.ACCEPTED if accepted else State.ENDED


class Applying:
    """The road through the court."""

    over_on: Any

    @act(
        title=_("提请申请法院强制执行"),
        basis="行政强制法:53;行政强制法:55",
        source=State.REMINDED,
        target=State.PROPOSED,
        by=case_officers,
        requires=(two_handlers, *GROUNDS_FOR_COURT, materials_are_complete),
        asks="cases.forms.enforcement.ProposeApplicationForm",
        drafts=("court-application",),
        explains=_("五项材料备齐，由负责人签名、盖章；逾期申请的，法院不予受理。"),
    )
    def propose_application(
        self: "Enforcement", *, on: date, officer: Officer, **application: Any
    ) -> "CourtApplication":
        return self.applications.create(proposed_on=on, **application)

    @act(
        title=_("批准申请法院强制执行"),
        basis="行政强制法:53;行政强制法:55.2",
        source=State.PROPOSED,
        target=State.APPLIED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, *GROUNDS_FOR_COURT),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="court_application",
        opens=(Opening("court_acceptance"),),
        meets=("court_application", "court_application_warning"),
        issues=("court-application",),
    )
    def apply_to_court(self: "Enforcement", *, on: date, officer: Officer, **facts: Any) -> "CourtApplication":
        application = self.applications.latest("pk")
        application.applied_on, application.applied_by = on, officer
        application.save()
        return application

    @act(
        title=_("退回申请"),
        basis="行政强制法:55.2",
        source=State.PROPOSED,
        target=State.REMINDED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="court_application",
        exit=True,
    )
    def return_application(self: "Enforcement", **facts: Any) -> None:
        """The opinion says what is missing; the draft stays."""

    @act(
        title=_("登记法院受理"),
        basis="行政强制法:56.1",
        source=State.APPLIED,
        target=State.ACCEPTED,
        by=case_officers,
        asks="cases.forms.enforcement.AcceptedForm",
        opens=(Opening("court_ruling"),),
        meets=("court_acceptance",),
        explains=_("法院受理后，案件可以按结案处理，执行完毕再归档。"),
    )
    def record_acceptance(self: "Enforcement", *, court_number: str, on: date, **facts: Any) -> None:
        application = self.applications.latest("pk")
        application.court_number, application.accepted_on = court_number, on
        application.save()

    @act(
        title=_("登记法院不予受理"),
        basis="行政强制法:56.2",
        source=State.APPLIED,
        target=State.REJECTED,
        by=case_officers,
        asks="cases.forms.enforcement.RejectedForm",
        opens=(Opening("court_review"),),
        meets=("court_acceptance",),
        exit=True,
        explains=_("对不予受理的裁定有异议的，十五日内向上一级人民法院申请复议。"),
    )
    def record_rejection(self: "Enforcement", *, reason: str, on: date, **facts: Any) -> None:
        application = self.applications.latest("pk")
        application.ruled_on, application.reason = on, reason
        application.save()

    @act(
        title=_("登记执行裁定"),
        basis="行政强制法:57;行政强制法:58",
        source=State.ACCEPTED,
        target=Choice((State.GRANTED, State.DENIED), _as_ruled),
        by=case_officers,
        asks="cases.forms.enforcement.RulingForm",
        opens=(Opening("court_review", when=lambda file, party: _was_denied(file, party)),),
        explains=_("七日内裁定，听取意见的三十日内；对不准予执行的裁定有异议的，十五日内申请复议。"),
    )
    def record_ruling(self: "Enforcement", *, granted: bool, reason: str, on: date, **facts: Any) -> None:
        application = self.applications.latest("pk")
        application.ruled_on, application.reason = on, reason
        application.save()
        # Either answer of the court ends the wait, also the longer one after a hearing (58.2).
        end_terms_of(self.case, self, on, note="法院已裁定")

    @act(
        title=_("登记上一级法院复议结果"),
        basis="行政强制法:56.2;行政强制法:58.3",
        source=(State.REJECTED, State.DENIED),
        target=Choice((State.ACCEPTED, State.ENDED), _as_reviewed),
        by=case_officers,
        asks="cases.forms.enforcement.HigherCourtForm",
    )
    def record_higher_court(
        self: "Enforcement", *, accepted: bool, reviewed_by: str, reason: str, on: date, **facts: Any
    ) -> None:
        application = self.applications.latest("pk")
        application.reviewed_by, application.reason = reviewed_by, reason
        application.save()
        end_terms_of(self.case, self, on, note="上一级法院已裁定")
        if not accepted:
            self.over_on, self.over_ground, self.over_reason = on, "court", reason
            end_payment(self.case, self.party, on, note="法院不予执行")

    @act(
        title=_("登记法院执行完毕"),
        basis="行政强制法:57;程序规定:116",
        source=State.GRANTED,
        target=State.DONE,
        by=case_officers,
        requires=(everything_is_performed,),
        asks="cases.forms.enforcement.OverForm",
    )
    def record_court_execution(self: "Enforcement", *, over_reason: str, on: date, **facts: Any) -> None:
        self.over_on, self.over_reason = on, over_reason
        end_terms_of(self.case, self, on, note="法院执行完毕")


def _was_denied(file: Any, party: Any) -> bool:
    return any(one.party_id == party.pk and one.state == State.DENIED for one in file.case.enforcements.all())
