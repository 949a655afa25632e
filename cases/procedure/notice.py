"""告知: what is intended, on which facts and basis, and the party's answer (行政处罚法 44, 45, 62)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Choice, act
from cases.case_file import load_case_file
from cases.clocks import end_all
from cases.guards.decision import penalty_is_recommended
from cases.guards.facts import every_charge_has_a_proposal, kinds_are_provided, within_lawful_range
from cases.guards.income import FOR_INCOME
from cases.guards.notice import hearings_are_over
from cases.guards.notified import (
    consequence_follows_the_answer,
    lightened_once,
    lighter_has_its_reason,
    not_heavier_than_notified,
    party_was_found_right,
    proposal_is_lighter,
    two_officers_take_it_down,
)
from cases.guards.people import case_officers, handlers_hold_certificates, two_handlers
from cases.guards.service import LAWFUL_SERVICE
from cases.notified import substance_of
from cases.procedure.service import serve_paper
from cases.reckoned import revise_reckonings
from cases.states import State
from documents.services import void
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, ServiceRecord, Statement

GROUP = _("陈述申辩")
# What a notice opened ends with the notice.
HEARD_TERMS = ("statement", "hearing_request", "hearing_notice", "review")


def _after_service(case: "Case", **facts: Any) -> str:
    notices = case.documents.filter(form_key="violation-notice", subject_key=f"round-{case.round}")
    return State.NOTIFYING if notices.exclude(state="voided").filter(services=None).exists() else State.NOTIFIED


class Notifying:
    """The acts by which each party learns what is intended and answers."""

    @act(
        title=_("制作违法行为通知书"),
        basis="行政处罚法:44",
        source=State.PROPOSAL_APPROVED,
        target=State.NOTIFYING,
        by=case_officers,
        requires=(two_handlers, handlers_hold_certificates, penalty_is_recommended),
        issues=("violation-notice",),
        explains=_("按批准的处理意见，为每名当事人出具违法行为通知书并编号。"),
    )
    def issue_notice(self: "Case", *, on: date, **facts: Any) -> None:
        """The notices follow from the approved proposal; what they say is frozen for each party."""
        file = load_case_file(self.pk)
        for party in file.parties:
            self.notifications.create(party=party, round=self.round, substance=substance_of(file, party), issued_on=on)

    @act(
        title=_("登记送达违法行为通知书"),
        basis="行政处罚法:44",
        source=State.NOTIFYING,
        target=Choice((State.NOTIFYING, State.NOTIFIED), _after_service),
        by=case_officers,
        requires=(two_handlers, *LAWFUL_SERVICE),
        asks="cases.forms.service.ServeNoticeForm",
        serves=("violation-notice",),
        issues=("service-receipt",),
        explains=_("当事人签收之日起，陈述申辩期和要求听证的期限开始计算。"),
    )
    def serve_notice(self: "Case", *, officer: Officer, on: date, **service: Any) -> "ServiceRecord":
        return serve_paper(self, officer=officer, on=on, **service)

    @act(
        title=_("登记陈述申辩"),
        basis="行政处罚法:45.1",
        source=State.NOTIFIED,
        by=case_officers,
        requires=(two_officers_take_it_down,),
        asks="cases.forms.notice.StatementForm",
        group=GROUP,
        issues=("statement-record",),
        explains=_("书面、口头都登记，可以登记多次；逐次复核。"),
    )
    def record_statement(self: "Case", *, officer: Officer, on: date, **statement: Any) -> "Statement":
        return self.statements.create(kind="statement", round=self.round, made_on=on, taken_by=officer, **statement)

    @act(
        title=_("登记放弃陈述申辩和听证"),
        basis="行政处罚法:62",
        source=State.NOTIFIED,
        by=case_officers,
        asks="cases.forms.notice.WaiverForm",
        issues=("waiver-statement",),
        group=GROUP,
        explains=_("只有当事人明确放弃的才登记；沉默不是放弃。"),
    )
    def record_waiver(self: "Case", *, officer: Officer, on: date, **statement: Any) -> "Statement":
        return self.statements.create(kind="waiver", round=self.round, made_on=on, **statement)

    @act(
        title=_("复核陈述申辩"),
        basis="行政处罚法:45.1",
        source=State.NOTIFIED,
        by=case_officers,
        requires=(consequence_follows_the_answer,),
        asks="cases.forms.notice.AnswerForm",
        group=GROUP,
        issues=("statement-answer",),
        explains=_("对当事人提出的事实、理由和证据逐项复核；成立的应当采纳，不得因陈述申辩加重处罚。"),
    )
    def answer_statement(self: "Case", *, statement: Any, officer: Officer, on: date, **answer: Any) -> "Statement":
        statement.accepted, statement.answer = answer["accepted"], answer["answer"]
        statement.findings, statement.consequence = answer.get("findings", ""), answer.get("consequence", "none")
        statement.answered_on, statement.answered_by = on, officer
        statement.save()
        return statement  # type: ignore[no-any-return]

    @act(
        title=_("提出更轻的处理意见"),
        basis="行政处罚法:45.1",
        source=State.NOTIFIED,
        by=case_officers,
        requires=(
            two_handlers,
            party_was_found_right,
            lightened_once,
            every_charge_has_a_proposal,
            kinds_are_provided,
            within_lawful_range,
            not_heavier_than_notified,
            proposal_is_lighter,
            lighter_has_its_reason,
            *FOR_INCOME,
        ),
        asks="cases.forms.notice.LighterForm",
        group=GROUP,
        explains=_("采纳陈述申辩或者听证后从轻的，不必重新告知；写明理由，随案报审核和决定。"),
    )
    def lighten_proposal(self: "Case", *, sanctions: dict[int, dict[str, Any]], on: date, **facts: Any) -> None:
        for charge in self.charges.filter(withdrawn_on=None):
            charge.sanctions.create(stage="lightened", round=self.round, **sanctions[charge.pk])
        if "found" in facts:
            revise_reckonings(self, facts["found"], on)

    @act(
        title=_("说明告知后补充的证据"),
        basis="行政处罚法:44",
        source=State.NOTIFIED,
        by=case_officers,
        asks="cases.forms.notice.LateEvidenceForm",
        group=GROUP,
        explains=_("印证已经告知的事实的，交当事人质证；证明没有告知过的不利事实的，重新告知。"),
    )
    def judge_late_evidence(self: "Case", *, evidence: Any, officer: Officer, on: date, **said: Any) -> Any:
        return self.late_evidence.create(evidence=evidence, judged_by=officer, judged_on=on, **said)

    @act(
        title=_("退回调查，重新告知"),
        basis="行政处罚法:44",
        source=(State.PROPOSAL_APPROVED, State.NOTIFYING, State.NOTIFIED, State.REVIEWED, State.READY, State.DISCUSSED),
        target=State.INVESTIGATING,
        by=case_officers,
        requires=(hearings_are_over,),
        asks="cases.forms.approval.ReturnForm",
        exit=True,
        explains=_("事实、依据或者处罚要变更的，重新提出处理意见并重新告知；原通知书作废。"),
    )
    def reopen_investigation(self: "Case", *, opinion: str, officer: Officer, on: date, **facts: Any) -> None:
        notices = self.documents.filter(form_key="violation-notice", subject_key=f"round-{self.round}")
        for notice in notices.exclude(state="voided"):
            void(notice, officer=officer, on=on, reason=opinion[:200])
        end_all(self, on, note="退回调查", keys=HEARD_TERMS)
