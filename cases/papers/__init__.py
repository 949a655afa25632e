"""Which papers does an act produce, and from what are they drawn?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from cases.act import Act, Ask
from cases.case_file import CaseFile
from cases.clocks import parties_concerned
from cases.papers import (
    agreement,
    approvals,
    archive,
    coercion,
    correction,
    cost,
    decision,
    enforcement,
    filing,
    hearing,
    investigation,
    joinder,
    measures,
    notice,
    paper_repair,
    police,
    recusal,
    referral,
    remedy,
    restitution,
    service,
    spot,
    stale,
    standstill,
)
from cases.papers.parts import Drawing
from cases.sealing import issue_and_seal
from documents.models import Document
from documents.services import content_of, draw, mark_served
from law.forms import form_rule
from officers.models import Bureau


@dataclass(frozen=True)
class Builder:
    """How a form is filled, and what tells two papers of one form apart: the round, or the row it is about."""

    build: Callable[[Drawing], Any]
    one_per: str = "case"
    when: Callable[[Any], bool] | None = None
    """Asked of the row the paper is about: not every one of its kind has this paper."""

    def subject_key(self, drawing: Drawing) -> str:
        if self.one_per == "round":
            return f"round-{drawing.file.case.round}"
        if self.one_per == "row":
            return f"{drawing.about._meta.model_name}-{drawing.about.pk}"
        return ""


BUILDERS = {
    "filing-form": Builder(filing.filing_form),
    "no-filing-form": Builder(filing.no_filing_form),
    "withdrawal-form": Builder(filing.withdrawal_form),
    "transfer-letter": Builder(filing.transfer_letter),
    "scene-record": Builder(investigation.scene_record, "row"),
    "interview-record": Builder(investigation.interview_record, "row"),
    "evidence-list": Builder(investigation.evidence_list),
    "investigation-report": Builder(investigation.investigation_report, "round"),
    "correction-order": Builder(investigation.correction_order, "row"),
    "violation-notice": Builder(notice.violation_notice, "round"),
    "statement-record": Builder(notice.statement_record, "row"),
    "statement-answer": Builder(notice.statement_answer, "row"),
    "service-receipt": Builder(service.service_receipt, "row"),
    "public-notice": Builder(service.public_notice, "row"),
    "service-address-confirmation": Builder(service.address_confirmation, "row"),
    "entrustment-letter": Builder(service.entrustment_letter, "row"),
    "hearing-notice": Builder(hearing.hearing_notice, "row"),
    "hearing-record": Builder(hearing.hearing_record, "row"),
    "hearing-request-record": Builder(hearing.request_record, "row", when=lambda asked: asked.oral),
    "hearing-refusal": Builder(hearing.hearing_refusal, "row"),
    "hearing-announcement": Builder(hearing.hearing_announcement, "row", when=lambda one: one.is_public),
    "hearing-recusal-decision": Builder(hearing.recusal_decision, "row"),
    "hearing-change-notice": Builder(hearing.change_notice, "row"),
    "hearing-report": Builder(hearing.hearing_report, "row"),
    "legal-review-opinion": Builder(decision.legal_review_opinion, "row"),
    "discussion-minutes": Builder(decision.discussion_minutes, "row"),
    "penalty-decision": Builder(decision.penalty_decision, "round"),
    "no-penalty-decision": Builder(decision.no_penalty_decision, "round"),
    "closing-report": Builder(decision.closing_report),
    "archive-transfer-list": Builder(archive.archive_transfer_list, "row"),
    "loan-slip": Builder(archive.loan_slip, "row"),
    "disposal-list": Builder(archive.disposal_list, "row"),
    "payment-plan-notice": Builder(enforcement.payment_plan_notice, "row"),
    "demolition-notice": Builder(enforcement.demolition_notice, "row"),
    "reminder": Builder(enforcement.reminder, "row"),
    "enforcement-decision": Builder(enforcement.enforcement_decision, "row"),
    "substitute-decision": Builder(enforcement.substitute_decision, "row"),
    "enforcement-notice": Builder(enforcement.enforcement_notice, "row"),
    "enforcement-agreement": Builder(enforcement.enforcement_agreement, "row"),
    "court-application": Builder(enforcement.court_application, "row"),
    "remedy-answer": Builder(remedy.remedy_answer, "row"),
    "cost-demand": Builder(cost.cost_demand, "row", when=cost.is_demanded),
    "cost-application": Builder(cost.cost_application, "row"),
    "restitution-decision": Builder(restitution.restitution_decision, "row"),
    "decision-withdrawal": Builder(remedy.decision_withdrawal, "row"),
    "preservation-list": Builder(measures.preservation_list, "row"),
    "preservation-release": Builder(measures.preservation_release, "row"),
    "return-receipt": Builder(measures.return_receipt, "row"),
    "showing-record": Builder(measures.showing_record, "row"),
    "inspection-record": Builder(investigation.inspection_record, "row"),
    "sampling-record": Builder(measures.sampling_record, "row"),
    "appraisal-letter": Builder(measures.appraisal_letter, "row"),
    "appraisal-notice": Builder(measures.appraisal_notice, "row"),
    "recheck-record": Builder(correction.recheck_record, "row"),
    "education-record": Builder(correction.education_record, "row"),
    "measure-approval": Builder(coercion.measure_approval, "row"),
    "measure-decision": Builder(coercion.measure_decision, "row"),
    "measure-extension": Builder(coercion.measure_extension, "row"),
    "test-notice": Builder(coercion.test_notice, "row"),
    "measure-release": Builder(coercion.measure_release, "row"),
    "return-list": Builder(coercion.return_list, "row"),
    "custody-record": Builder(coercion.custody_record, "row"),
    "disposal-approval": Builder(coercion.disposal_approval, "row"),
    "things-transfer-notice": Builder(coercion.things_transfer_notice, "row"),
    "spot-decision": Builder(spot.spot_decision, "row"),
    "crime-report": Builder(police.crime_report, "row"),
    "crime-transfer": Builder(police.crime_transfer, "row"),
    "transfer-notice": Builder(police.transfer_notice),
    "police-reconsideration": Builder(police.police_reconsideration, "row"),
    "supervision-suggestion": Builder(police.supervision_suggestion, "row"),
    "suspension-form": Builder(standstill.suspension_form, "row"),
    "ending-form": Builder(standstill.ending_form),
    "transfer-receipt": Builder(referral.transfer_receipt, "row"),
    "transfer-answer": Builder(referral.transfer_answer, "row"),
    "designation-request": Builder(referral.designation_request, "row"),
    "assistance-letter": Builder(referral.assistance_letter, "row"),
    "home-copy": Builder(referral.home_copy),
    "joinder-form": Builder(joinder.joinder_form, "row"),
    "recusal-decision": Builder(recusal.recusal_decision, "row"),
    "preservation-approval": Builder(approvals.preservation_approval, "row"),
    "preservation-release-approval": Builder(approvals.preservation_release_approval, "row"),
    "measure-extension-approval": Builder(approvals.measure_extension_approval, "row"),
    "measure-release-approval": Builder(approvals.measure_release_approval, "row"),
    "decision-extension-form": Builder(approvals.decision_extension_form, "row"),
    "waiver-statement": Builder(notice.waiver_statement, "row"),
    "recording-note": Builder(investigation.recording_note, "row", when=investigation.is_recorded),
    "paper-correction": Builder(paper_repair.paper_correction, "row"),
}


def produce(file: CaseFile, act: Act, ask: Ask, about: Any) -> list[Document]:
    """Draw what the act declares, issue what it declares as issued, and anew what it has voided."""
    drawn = [_draw(form, drawing, ask) for form in act.drafts for drawing in _drawings(form, file, ask, about)]
    if act.redraws:
        drawn += [stale.refresh(one, ask) for one in stale_drafts(file)]
    for form in act.issues:
        for drawing in _drawings(form, file, ask, about):
            paper = _draw(form, drawing, ask)
            agreement.check(form, content_of(paper), drawing)
            if not _says_what_was_issued(paper, file):
                drawn.append(issue_and_seal(paper, act, officer=ask.officer, on=ask.on))
    if act.reissues:
        drawn += paper_repair.issue_anew(about, act, ask)
    return drawn


def stale_drafts(file: CaseFile) -> list[stale.StaleDraft]:
    """The drafts that would be filled otherwise today."""
    return list(stale.stale_drafts(file, BUILDERS))


def hand_over(drawn: list[Document], act: Act, ask: Ask, about: Any) -> None:
    """Papers that the act itself puts into the party's hands are served by it (行政处罚法 52.1, 61.1)."""
    for paper in drawn:
        if paper.form_key in act.hands_over:
            served: Any = mark_served(paper, on=ask.on)
            served.case.services.create(
                document=served, party=served.party, served_on=ask.on, server=ask.officer, **about.handing_over(ask)
            )


def _says_what_was_issued(draft: Document, file: CaseFile) -> bool:
    """Nothing was added since the list was issued: the draft goes, the paper in the file stays."""
    if BUILDERS[draft.form_key].one_per != "case":
        return False
    same = [one for one in file.papers_of(draft.form_key) if one.state != "draft" and one.content == draft.content]
    if same:
        draft.delete()
    return bool(same)


def _drawings(form: str, file: CaseFile, ask: Ask, about: Any) -> Iterator[Drawing]:
    bureau = Bureau.objects.get()
    builder = BUILDERS[form]
    if builder.when is not None and not builder.when(about):
        return
    if builder.one_per == "row":
        # An act that makes several rows, such as instalments, draws one paper for each.
        for row in about if isinstance(about, list) else [about]:
            yield Drawing(file, ask, bureau, getattr(row, "party", None), row)
        return
    if not form_rule(form).per_party:
        yield Drawing(file, ask, bureau, None, about)
        return
    for party in parties_concerned(file, ask.facts, ask.subject):
        yield Drawing(file, ask, bureau, party, about)


def _draw(form: str, drawing: Drawing, ask: Ask) -> Document:
    builder = BUILDERS[form]
    return draw(
        case=drawing.file.case,
        form_key=form,
        content=builder.build(drawing),
        party=drawing.party,
        officer=ask.officer,
        on=ask.on,
        subject_key=builder.subject_key(drawing),
    )
