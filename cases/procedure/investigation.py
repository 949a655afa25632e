"""调查取证: parties, charges, evidence, inquiries and the report (行政处罚法 54–57)."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.guards.apart import guard_apart
from cases.guards.evidence import (
    every_fact_is_supported,
    evidence_has_its_form,
    minors_have_a_guardian,
    monitoring_records_are_audited,
    monitoring_records_were_shown,
)
from cases.guards.facts import (
    certificates_were_shown,
    conduct_is_still_punishable,
    every_charge_has_a_proposal,
    every_party_is_charged,
    has_a_party,
    has_an_inquiry,
    has_evidence,
    kinds_are_provided,
    within_lawful_range,
    within_limitation,
)
from cases.guards.income import FOR_INCOME
from cases.guards.joinder import no_split_is_half_done, not_merged_away
from cases.guards.people import (
    assigned_did_not_judge,
    case_officers,
    decider_did_not_investigate,
    handlers_hold_certificates,
    head_of_bureau,
    head_of_unit,
    two_handlers,
)
from cases.guards.reckoning import (
    deviation_has_a_reason,
    exempt_conduct_is_not_punished,
    no_second_fine_for_one_act,
    one_act_is_of_one_party,
)
from cases.guards.recusal import recused_handler
from cases.guards.suspension import not_suspended
from cases.originals import kept
from cases.reckoned import keep_reckonings
from cases.states import BEFORE_DECISION, State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, Charge, Evidence, EvidenceExclusion, Inquiry, Party

OPEN_TO_FACTS = (State.LEAD, State.INVESTIGATING)
# A reviewer who returns a case for missing evidence must get it without a new round of approvals.
OPEN_TO_EVIDENCE = (State.LEAD, State.INVESTIGATING, State.NOTIFIED)
BEFORE_AND_DURING = (State.LEAD, State.FILING_PROPOSED, State.FILING_ENDORSED, *sorted(BEFORE_DECISION))
GROUP_FACTS = _("当事人和违法行为")
GROUP_EVIDENCE = _("证据和笔录")
GROUP_PEOPLE = _("承办人")
Supports = Iterable[tuple[int, int]]
"""Charges and lines of their facts."""
handler_apart_from_keeper = guard_apart("handler_apart_from_keeper", lambda ask: ask.facts.get("assigned"))


class Investigating:
    """The acts by which facts come into the file."""

    @act(
        title=_("添加当事人"),
        basis="行政处罚法:54.1",
        source=OPEN_TO_FACTS,
        by=case_officers,
        asks="cases.forms.facts.PartyForm",
        group=GROUP_FACTS,
    )
    def add_party(self: "Case", *, officer: Officer, on: date, **identity: Any) -> "Party":
        return self.parties.create(**identity)

    @act(
        title=_("剔除当事人"),
        basis="行政处罚法:54.1",
        source=OPEN_TO_FACTS,
        by=case_officers,
        asks="cases.forms.facts.WithdrawPartyForm",
        group=GROUP_FACTS,
    )
    def withdraw_party(self: "Case", *, party: "Party", reason: str, on: date, **facts: Any) -> None:
        party.withdrawn_on = on
        party.save(update_fields=["withdrawn_on"])
        self.charges.filter(party=party, withdrawn_on=None).update(withdrawn_on=on)

    @act(
        title=_("添加违法行为"),
        basis="行政处罚法:54.1",
        source=OPEN_TO_FACTS,
        by=case_officers,
        requires=(one_act_is_of_one_party,),
        asks="cases.forms.facts.ChargeForm",
        group=GROUP_FACTS,
    )
    def add_charge(self: "Case", *, officer: Officer, on: date, **conduct: Any) -> "Charge":
        twin = conduct.pop("same_act_as", None)
        return self.charges.create(same_act_as=twin and (twin.same_act_as or twin), **conduct)

    @act(
        title=_("撤回违法行为"),
        basis="行政处罚法:57.1",
        source=OPEN_TO_FACTS,
        by=case_officers,
        asks="cases.forms.facts.WithdrawChargeForm",
        group=GROUP_FACTS,
    )
    def withdraw_charge(self: "Case", *, charge: "Charge", reason: str, on: date, **facts: Any) -> None:
        charge.withdrawn_on = on
        charge.save(update_fields=["withdrawn_on"])

    @act(
        title=_("添加证据"),
        basis="行政处罚法:46",
        source=OPEN_TO_EVIDENCE,
        by=case_officers,
        asks="cases.forms.evidence.EvidenceForm",
        group=GROUP_EVIDENCE,
        drafts=("evidence-list",),
        issues=("recording-note",),
    )
    def add_evidence(
        self: "Case", *, officer: Officer, on: date, supports: Supports = (), **evidence: Any
    ) -> "Evidence":
        added = self.evidence.create(collected_by=officer, added_on=on, **kept(evidence))
        for charge_id, line in supports:
            added.links.create(charge_id=charge_id, line=line)
        return added

    @act(
        title=_("补正证据"),
        basis="行政处罚法:46.2",
        source=OPEN_TO_EVIDENCE,
        by=case_officers,
        asks="cases.forms.evidence.CompleteEvidenceForm",
        group=GROUP_EVIDENCE,
        drafts=("evidence-list",),
        issues=("recording-note",),
    )
    def complete_evidence(
        self: "Case", *, evidence: "Evidence", formalities: dict[str, str], supports: Supports = (), **facts: Any
    ) -> "Evidence":
        evidence.formalities = formalities
        evidence.save(update_fields=["formalities"])
        for charge_id, line in supports:
            evidence.links.get_or_create(charge_id=charge_id, line=line)
        return evidence

    @act(
        title=_("排除非法证据"),
        basis="行政处罚法:46.3",
        source=BEFORE_AND_DURING,
        by=case_officers,
        asks="cases.forms.evidence.ExcludeEvidenceForm",
        group=GROUP_EVIDENCE,
        drafts=("evidence-list",),
        explains=_("以非法手段取得的证据不得作为认定事实的根据；材料留在案卷中，不再用来定案。"),
    )
    def exclude_evidence(self: "Case", *, officer: Officer, on: date, **exclusion: Any) -> "EvidenceExclusion":
        return self.exclusions.create(excluded_on=on, excluded_by=officer, **exclusion)

    @act(
        title=_("制作现场笔录"),
        basis="行政处罚法:55",
        source=OPEN_TO_EVIDENCE,
        by=case_officers,
        requires=(two_handlers, handlers_hold_certificates),
        asks="cases.forms.inquiry.SceneForm",
        group=GROUP_EVIDENCE,
        issues=("scene-record",),
    )
    def record_scene(self: "Case", *, officer: Officer, on: date, **inquiry: Any) -> "Inquiry":
        return self.inquiries.create(kind="scene", first_officer=officer, **inquiry)

    @act(
        title=_("制作勘验笔录"),
        basis="行政处罚法:55",
        source=OPEN_TO_EVIDENCE,
        by=case_officers,
        requires=(two_handlers, handlers_hold_certificates),
        asks="cases.forms.inquiry.InspectionForm",
        group=GROUP_EVIDENCE,
        issues=("inspection-record",),
    )
    def record_inspection(self: "Case", *, officer: Officer, on: date, **inquiry: Any) -> "Inquiry":
        return self.inquiries.create(kind="inspection", first_officer=officer, **inquiry)

    @act(
        title=_("制作询问笔录"),
        basis="行政处罚法:55",
        source=OPEN_TO_EVIDENCE,
        by=case_officers,
        requires=(
            two_handlers,
            handlers_hold_certificates,
            minors_have_a_guardian,
        ),
        asks="cases.forms.inquiry.InterviewForm",
        group=GROUP_EVIDENCE,
        issues=("interview-record",),
    )
    def record_interview(
        self: "Case", *, officer: Officer, on: date, person_born_on: date | None = None, **inquiry: Any
    ) -> "Inquiry":
        return self.inquiries.create(kind="interview", first_officer=officer, **inquiry)

    @act(
        title=_("增加承办人"),
        basis="行政处罚法:42.1",
        source=BEFORE_AND_DURING,
        by=head_of_unit,
        requires=(assigned_did_not_judge, handler_apart_from_keeper, recused_handler),
        asks="cases.forms.people.AssignForm",
        group=GROUP_PEOPLE,
    )
    def assign_officer(self: "Case", *, assigned: Officer, reason: str, on: date, **facts: Any) -> None:
        self.assignments.create(officer=assigned, since=on, reason=reason)

    @act(
        title=_("调查终结"),
        basis="行政处罚法:57.1",
        source=State.INVESTIGATING,
        target=State.REPORT_SUBMITTED,
        by=case_officers,
        requires=(
            not_suspended,
            not_merged_away,
            no_split_is_half_done,
            two_handlers,
            handlers_hold_certificates,
            has_a_party,
            every_party_is_charged,
            has_evidence,
            evidence_has_its_form,
            monitoring_records_are_audited,
            monitoring_records_were_shown,
            every_fact_is_supported,
            has_an_inquiry,
            certificates_were_shown,
            within_limitation,
            every_charge_has_a_proposal,
            conduct_is_still_punishable,
            kinds_are_provided,
            within_lawful_range,
            exempt_conduct_is_not_punished,
            no_second_fine_for_one_act,
            deviation_has_a_reason,
            *FOR_INCOME,
        ),
        asks="cases.forms.report.ReportForm",
        opinion_on="report",
        drafts=("investigation-report",),
        issues=("evidence-list",),
        explains=_("写出调查报告，对每个违法行为提出处理意见，报审核批准。"),
    )
    def conclude_investigation(self: "Case", *, on: date, **facts: Any) -> None:
        self.round += 1
        self.recommendation = facts["recommendation"]
        self.findings = facts["findings"]
        self.proposal_reasons = facts["opinion"]
        self.is_complex = facts["is_complex"]
        self.concerns_public_interest = facts["concerns_public_interest"]
        for charge_id, sanction in facts["sanctions"].items():
            self.charges.get(pk=charge_id).sanctions.create(stage="proposed", round=self.round, **sanction)
        keep_reckonings(self, facts.get("found") or {}, on)

    @act(
        title=_("审核调查报告"),
        basis="程序规定:68",
        source=State.REPORT_SUBMITTED,
        target=State.REPORT_ENDORSED,
        by=head_of_unit,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="report",
        drafts=("investigation-report",),
    )
    def endorse_report(self: "Case", **facts: Any) -> None:
        """The head of the unit agrees with the report."""

    @act(
        title=_("退回补充调查"),
        basis="程序规定:68",
        source=(State.REPORT_SUBMITTED, State.REPORT_ENDORSED),
        target=State.INVESTIGATING,
        by=head_of_unit,
        asks="cases.forms.approval.ReturnForm",
        opinion_on="report",
        exit=True,
        returns=True,
    )
    def return_report(self: "Case", **facts: Any) -> None:
        """Back to the investigation with an opinion."""

    @act(
        title=_("批准处理意见"),
        basis="行政处罚法:57.1",
        source=State.REPORT_ENDORSED,
        target=State.PROPOSAL_APPROVED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="report",
        issues=("investigation-report",),
        explains=_("批准后按处理意见告知当事人、不予处罚、撤销立案或者移送。"),
    )
    def approve_report(self: "Case", **facts: Any) -> None:
        """The head of the bureau approves the proposed outcome."""
