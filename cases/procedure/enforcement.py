"""催告、中止、终结、协议: what every enforcement has in common (行政强制法 34–43)."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Choice, Opening, act
from cases.clocks import end_payment, end_terms_of, settle
from cases.court_window import window_start
from cases.execution_states import LIVE, EnforcementState
from cases.guards.enforcement import (
    everything_is_performed,
    execution_is_not_stopped,
    only_the_surcharge_is_reduced,
    reminder_period_is_over,
    something_was_stated,
    statement_after_reminder_is_answered,
    still_unperformed,
    three_years_without_resumption,
)
from cases.guards.people import (
    case_officers,
    decider_did_not_investigate,
    handlers_hold_certificates,
    head_of_bureau,
    system,
    two_handlers,
)
from cases.guards.service import LAWFUL_SERVICE
from cases.procedure.service import serve_paper
from cases.serving import OF_ENFORCEMENT
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Enforcement, EnforcementAgreement, EnforcementSuspension, ServiceRecord

State = EnforcementState
AFTER_REMINDER = tuple(one for one in LIVE if one not in (State.OPEN, State.SUSPENDED, State.AGREED))
OWN_HAND = (State.REMINDED, State.DECIDED, State.SUBSTITUTE)
ONE_DAY = timedelta(days=1)


def _where_it_stood(enforcement: "Enforcement", **facts: Any) -> str:
    return enforcement.resumes_to


class Reminding:
    """The reminder, what the party says to it, and the answer."""

    reminded_on: Any
    stated_on: Any
    answered_on: Any

    @act(
        title=_("催告"),
        basis="行政强制法:35;行政强制法:54",
        source=State.OPEN,
        target=State.REMINDED,
        by=case_officers,
        requires=(two_handlers, handlers_hold_certificates, still_unperformed, execution_is_not_stopped),
        asks="cases.forms.enforcement.RemindForm",
        opens=(
            Opening("court_application", since=lambda file, facts, on: window_start(file, facts["party"]) or on),
            Opening(
                "court_application_warning", since=lambda file, facts, on: window_start(file, facts["party"]) or on
            ),
        ),
        issues=("reminder",),
        explains=_("写明期限、方式、金额和陈述申辩的权利；催告书直接送达，满十个工作日仍不履行的才可以申请法院。"),
    )
    def remind(self: "Enforcement", *, on: date, officer: Officer, **reminder: Any) -> None:
        self.reminded_on = on
        for name in ("amount", "manner", "demands", "measures", "other_measure"):
            setattr(self, name, reminder[name])

    @act(
        title=_("登记送达执行文书"),
        basis="行政强制法:38",
        source=LIVE,
        by=case_officers,
        requires=(two_handlers, *LAWFUL_SERVICE),
        serves=OF_ENFORCEMENT,
        asks="cases.forms.enforcement.ServeForm",
        issues=("service-receipt",),
        explains=_("催告书、强制执行决定书直接送达当事人；拒收或者无法直接送达的，依照民事诉讼法送达。"),
    )
    def serve(self: "Enforcement", *, officer: Officer, on: date, **service: Any) -> "ServiceRecord":
        return serve_paper(self.case, officer=officer, on=on, **service)

    @act(
        title=_("登记催告后的陈述申辩"),
        basis="行政强制法:36",
        source=AFTER_REMINDER,
        by=case_officers,
        asks="cases.forms.enforcement.StatementForm",
    )
    def record_statement_after_reminder(self: "Enforcement", *, statement: str, on: date, **facts: Any) -> None:
        self.statement, self.stated_on = statement, on
        self.accepted, self.answer, self.answered_on = "", "", None

    @act(
        title=_("复核催告后的陈述申辩"),
        basis="行政强制法:36",
        source=AFTER_REMINDER,
        by=case_officers,
        requires=(something_was_stated,),
        asks="cases.forms.enforcement.AnswerForm",
    )
    def answer_after_reminder(self: "Enforcement", *, accepted: str, answer: str, on: date, **facts: Any) -> None:
        self.accepted, self.answer, self.answered_on = accepted, answer, on


class Interrupting:
    """Suspension, resumption, agreement and end."""

    over_on: Any

    @act(
        title=_("中止执行"),
        basis="行政强制法:39.1",
        source=OWN_HAND,
        target=State.SUSPENDED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.enforcement.SuspendForm",
        opens=(Opening("suspension"),),
        issues=("enforcement-notice",),
        exit=True,
        explains=_("中止期间加处罚款不计算；情形消失后应当恢复执行。"),
    )
    def suspend(self: "Enforcement", *, on: date, officer: Officer, **suspension: Any) -> "EnforcementSuspension":
        self.resumes_to = str(self.state)
        return self.suspensions.create(first=on, **suspension)

    @act(
        title=_("恢复执行"),
        basis="行政强制法:39.2",
        source=State.SUSPENDED,
        target=Choice(OWN_HAND, _where_it_stood),
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        issues=("enforcement-notice",),
    )
    def resume(self: "Enforcement", *, on: date, opinion: str, **facts: Any) -> "EnforcementSuspension":
        suspension = self.suspensions.get(last=None)
        suspension.last = max(on - ONE_DAY, suspension.first)
        suspension.save()
        end_terms_of(self.case, self, on, note="恢复执行", keys=("suspension",))
        return suspension

    @act(
        title=_("达成执行协议"),
        basis="行政强制法:42.1",
        source=OWN_HAND,
        target=State.AGREED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, only_the_surcharge_is_reduced),
        asks="cases.forms.enforcement.AgreeForm",
        issues=("enforcement-agreement",),
        exit=True,
        explains=_("不损害公共利益和他人合法权益；可以分阶段履行，采取补救措施的可以减免加处的罚款，罚款本身不减免。"),
    )
    def agree(self: "Enforcement", *, on: date, officer: Officer, **agreement: Any) -> "EnforcementAgreement":
        self.resumes_to = str(self.state)
        made = self.agreements.create(agreed_on=on, **agreement)
        if made.relief:
            self.case.surcharge_reliefs.create(
                party=self.party,
                amount=made.relief,
                reason=made.remedial,
                basis="行政强制法:42.1",
                granted_on=on,
                granted_by=officer,
            )
            settle(self.case, self.party, on)
        return made

    @act(
        title=_("不履行协议，恢复执行"),
        basis="行政强制法:42.2",
        source=State.AGREED,
        target=Choice(OWN_HAND, _where_it_stood),
        by=head_of_bureau,
        requires=(decider_did_not_investigate, still_unperformed),
        asks="cases.forms.enforcement.BreachForm",
        issues=("enforcement-notice",),
    )
    def resume_after_breach(
        self: "Enforcement", *, on: date, officer: Officer, breach: str, **facts: Any
    ) -> "EnforcementAgreement":
        agreement = self.agreements.latest("pk")
        agreement.broken_on, agreement.breach = on, breach
        agreement.save()
        return agreement

    @act(
        title=_("登记已经履行"),
        basis="行政强制法:34",
        source=LIVE,
        target=State.DONE,
        by=case_officers,
        requires=(everything_is_performed,),
        asks="cases.forms.enforcement.OverForm",
        exit=True,
    )
    def confirm_performed(self: "Enforcement", *, over_reason: str, on: date, **facts: Any) -> None:
        self.over_on, self.over_reason = on, over_reason
        end_terms_of(self.case, self, on, note="已经履行")

    @act(
        title=_("终结执行"),
        basis="行政强制法:40",
        source=tuple(one for one in LIVE if one is not State.OPEN),
        target=State.ENDED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.enforcement.EndForm",
        issues=("enforcement-notice",),
        exit=True,
    )
    def end(self: "Enforcement", *, over_ground: str, over_reason: str, on: date, **facts: Any) -> None:
        self.over_on, self.over_ground, self.over_reason = on, over_ground, over_reason
        end_terms_of(self.case, self, on, note="终结执行")
        end_payment(self.case, self.party, on, note="终结执行")

    @act(
        title=_("满三年未恢复，不再执行"),
        basis="行政强制法:39.2",
        source=State.SUSPENDED,
        target=State.ENDED,
        by=system,
        requires=(three_years_without_resumption,),
        meets=("suspension",),
        exit=True,
    )
    def end_unresumed(self: "Enforcement", *, on: date, **facts: Any) -> None:
        self.over_on, self.over_ground, self.over_reason = on, "unresumed", "中止执行满三年未恢复执行，不再执行。"
        suspension = self.suspensions.get(last=None)
        suspension.last = on
        suspension.save()
        end_payment(self.case, self.party, on, note="不再执行")


READY_TO_ENFORCE = (
    still_unperformed,
    execution_is_not_stopped,
    reminder_period_is_over,
    statement_after_reminder_is_answered,
)
"""What stands before every kind of enforcement: unperformed, not stopped, reminded and heard (行政强制法 34–37)."""
