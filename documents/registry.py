"""Which papers exist: the key of each form with its schema, its template and its samples."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from documents.forms import (
    closing,
    coercion,
    correction,
    decision,
    enforcement,
    filing,
    hearing,
    investigation,
    measures,
    notices,
    paper_repair,
    records,
    remedy,
    review,
    service,
    sideways,
    spot,
)
from law.forms import FormRule, form_rule


class UnknownForm(LookupError):
    """No paper has this key."""


@dataclass(frozen=True)
class PaperForm:
    key: str
    schema: type
    samples_module: str

    @property
    def rule(self) -> FormRule:
        return form_rule(self.key)

    @property
    def template(self) -> str:
        return f"documents/{self.key}.html"

    def samples(self) -> Mapping[str, Any]:
        """Content by name: shortest, typical and longest, for the gallery and the tests."""
        samples: Mapping[str, Mapping[str, Any]] = import_module(f"documents.samples.{self.samples_module}").SAMPLES
        return samples[self.key]


FORMS: dict[str, PaperForm] = {
    key: PaperForm(key, schema, module)
    for key, schema, module in (
        ("filing-form", filing.FilingForm, "filing"),
        ("no-filing-form", filing.NoFilingForm, "filing"),
        ("withdrawal-form", filing.WithdrawalForm, "filing"),
        ("transfer-letter", filing.TransferLetter, "filing"),
        ("scene-record", records.SceneRecord, "records"),
        ("interview-record", records.InterviewRecord, "records"),
        ("statement-record", records.StatementRecord, "records"),
        ("hearing-record", records.HearingRecord, "records"),
        ("evidence-list", investigation.EvidenceList, "investigation"),
        ("investigation-report", investigation.InvestigationReport, "investigation"),
        ("violation-notice", notices.ViolationNotice, "notices"),
        ("hearing-notice", notices.HearingNotice, "notices"),
        ("correction-order", notices.CorrectionOrder, "notices"),
        ("statement-answer", review.StatementAnswer, "review"),
        ("legal-review-opinion", review.LegalReviewOpinion, "review"),
        ("discussion-minutes", review.DiscussionMinutes, "review"),
        ("penalty-decision", decision.PenaltyDecision, "decision"),
        ("no-penalty-decision", decision.NoPenaltyDecision, "decision"),
        ("spot-decision", spot.SpotDecision, "spot"),
        ("service-receipt", service.ServiceReceipt, "service"),
        ("public-notice", service.PublicNoticePaper, "service"),
        ("service-address-confirmation", service.AddressConfirmation, "service"),
        ("entrustment-letter", service.EntrustmentLetter, "service"),
        ("hearing-request-record", hearing.HearingRequestRecord, "hearing"),
        ("hearing-refusal", hearing.HearingRefusal, "hearing"),
        ("hearing-announcement", hearing.HearingAnnouncement, "hearing"),
        ("hearing-recusal-decision", hearing.HearingRecusalDecision, "hearing"),
        ("hearing-change-notice", hearing.HearingChangeNotice, "hearing"),
        ("hearing-report", hearing.HearingReport, "hearing"),
        ("closing-report", closing.ClosingReport, "closing"),
        ("dossier-cover", closing.DossierCover, "closing"),
        ("dossier-contents", closing.DossierContents, "closing"),
        ("remedy-answer", remedy.RemedyAnswer, "remedy"),
        ("decision-withdrawal", remedy.DecisionWithdrawal, "remedy"),
        ("restitution-decision", remedy.RestitutionDecision, "remedy"),
        ("back-sheet", closing.BackSheet, "closing"),
        ("archive-transfer-list", closing.ArchiveTransferList, "closing"),
        ("loan-slip", closing.LoanSlip, "closing"),
        ("disposal-list", closing.DisposalList, "closing"),
        ("preservation-list", measures.PreservationList, "measures"),
        ("preservation-release", measures.PreservationRelease, "measures"),
        ("return-receipt", measures.ReturnReceipt, "measures"),
        ("showing-record", measures.ShowingRecord, "measures"),
        ("inspection-record", records.InspectionRecord, "records"),
        ("sampling-record", measures.SamplingRecord, "measures"),
        ("appraisal-letter", measures.AppraisalLetter, "measures"),
        ("appraisal-notice", measures.AppraisalNotice, "measures"),
        ("recheck-record", correction.RecheckRecord, "correction"),
        ("education-record", correction.EducationSheet, "correction"),
        ("measure-approval", coercion.MeasureApproval, "coercion"),
        ("measure-decision", coercion.MeasureDecision, "coercion"),
        ("measure-extension", coercion.MeasureExtension, "coercion"),
        ("test-notice", coercion.TestNotice, "coercion"),
        ("measure-release", coercion.MeasureRelease, "coercion"),
        ("return-list", coercion.ReturnList, "coercion"),
        ("custody-record", coercion.CustodyRecord, "coercion"),
        ("disposal-approval", coercion.DisposalApproval, "coercion"),
        ("things-transfer-notice", coercion.ThingsTransferNotice, "coercion"),
        ("payment-plan-notice", enforcement.PaymentPlanNotice, "enforcement"),
        ("demolition-notice", enforcement.DemolitionNotice, "enforcement"),
        ("reminder", enforcement.Reminder, "enforcement"),
        ("enforcement-decision", enforcement.EnforcementDecision, "enforcement"),
        ("substitute-decision", enforcement.SubstituteDecision, "enforcement"),
        ("enforcement-notice", enforcement.EnforcementNotice, "enforcement"),
        ("cost-demand", enforcement.CostDemand, "enforcement"),
        ("cost-application", enforcement.CostApplication, "enforcement"),
        ("enforcement-agreement", enforcement.EnforcementAgreement, "enforcement"),
        ("court-application", enforcement.CourtApplication, "enforcement"),
        ("crime-report", sideways.ApprovalSheet, "sideways"),
        ("crime-transfer", sideways.CrimeTransfer, "sideways"),
        ("transfer-notice", sideways.TransferNotice, "sideways"),
        ("police-reconsideration", sideways.PoliceRequest, "sideways"),
        ("supervision-suggestion", sideways.PoliceRequest, "sideways"),
        ("suspension-form", sideways.ApprovalSheet, "sideways"),
        ("ending-form", sideways.ApprovalSheet, "sideways"),
        ("transfer-receipt", sideways.IncomingAnswer, "sideways"),
        ("transfer-answer", sideways.IncomingAnswer, "sideways"),
        ("designation-request", sideways.DesignationRequest, "sideways"),
        ("assistance-letter", sideways.AssistanceLetter, "sideways"),
        ("home-copy", sideways.HomeCopy, "sideways"),
        ("joinder-form", sideways.ApprovalSheet, "sideways"),
        ("recusal-decision", sideways.RecusalDecision, "sideways"),
        ("preservation-approval", sideways.ApprovalSheet, "approvals"),
        ("preservation-release-approval", sideways.ApprovalSheet, "approvals"),
        ("measure-extension-approval", sideways.ApprovalSheet, "approvals"),
        ("measure-release-approval", sideways.ApprovalSheet, "approvals"),
        ("decision-extension-form", sideways.ApprovalSheet, "approvals"),
        ("waiver-statement", records.WaiverStatement, "records"),
        ("recording-note", investigation.RecordingNote, "investigation"),
        ("paper-correction", paper_repair.PaperCorrectionDecision, "paper_repair"),
    )
}

ON_A_ROLL = {"spot-decision": "documents/spot-decision-80mm.html"}
"""Forms that are printed on the road too: the template lays the same content out 80 mm wide."""


def paper_form(key: str) -> PaperForm:
    try:
        return FORMS[key]
    except KeyError:
        raise UnknownForm(key) from None
