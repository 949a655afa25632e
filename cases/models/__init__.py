"""The legal objects of the procedure."""

from cases.models.appraisal import Appraisal, Sampling
from cases.models.archive import ArchiveFile, Loan
from cases.models.bank import BankFile, BankLine
from cases.models.case import Case, CaseOfficer
from cases.models.charge import Charge, FiredRule, Sanction
from cases.models.clearing import Clearing
from cases.models.coercion import CoerciveMeasure, MeasureTest, Thing
from cases.models.comment import FieldComment
from cases.models.correction import Correction, EducationRecord, Recheck
from cases.models.custody import Auction, CustodyChange, Disposal
from cases.models.decision import Decision, Payment
from cases.models.desk import Digest, DigestChoice, SavedFilter
from cases.models.draft import ActDraft
from cases.models.enforcement import (
    CourtApplication,
    Enforcement,
    EnforcementAgreement,
    EnforcementSuspension,
    OwnExecution,
)
from cases.models.erasure import LegalHold, PayloadErasure
from cases.models.evidence import Evidence, EvidenceExclusion, EvidenceLink, Inquiry, Showing
from cases.models.exemption import PublicationExemption
from cases.models.hearing import Statement
from cases.models.hearings import Hearing, HearingAgent, HearingChange, HearingRecusal
from cases.models.joinder import Joinder
from cases.models.money import Instalment, PaymentPlan, Refund, SurchargeRelief
from cases.models.notified import LateEvidence, Notification
from cases.models.paper_repair import PaperCorrection, PaperVoiding
from cases.models.party import Party
from cases.models.performance import Performance
from cases.models.police import PoliceTransfer
from cases.models.preservation import Preservation
from cases.models.reckoning import Reckoning
from cases.models.record import RecordCheckpoint, RecordEntry, RecordHead, RecordPayload
from cases.models.recusal import RecusalRequest
from cases.models.referral import AgencyTransfer, Assistance, Dispute, IncomingTransfer
from cases.models.remedy import Remedy
from cases.models.restitution import Restitution
from cases.models.review import (
    Approval,
    Discussion,
    LegalReview,
    ReviewAdvice,
    ReviewComment,
    ReviewDispute,
    ReviewPoint,
    Voice,
)
from cases.models.review_phrase import ReviewPhrase
from cases.models.sealing import SealUse
from cases.models.service import Entrustment, PublicNotice, ServiceAddress, ServiceAttempt, ServiceProof, ServiceRecord
from cases.models.spot import SpotCollection, SpotPenalty
from cases.models.substitute_cost import CostClaim, CostPayment
from cases.models.suspension import Suspension
from cases.models.term import Term, TermExclusion, TermExtension

__all__ = [
    "ActDraft",
    "AgencyTransfer",
    "Appraisal",
    "Approval",
    "ArchiveFile",
    "Assistance",
    "Auction",
    "BankFile",
    "BankLine",
    "Case",
    "CaseOfficer",
    "Charge",
    "Clearing",
    "CoerciveMeasure",
    "Correction",
    "CostClaim",
    "CostPayment",
    "CourtApplication",
    "CustodyChange",
    "Decision",
    "Digest",
    "DigestChoice",
    "Discussion",
    "Disposal",
    "Dispute",
    "EducationRecord",
    "Enforcement",
    "EnforcementAgreement",
    "EnforcementSuspension",
    "Entrustment",
    "Evidence",
    "EvidenceExclusion",
    "EvidenceLink",
    "FieldComment",
    "FiredRule",
    "Hearing",
    "HearingAgent",
    "HearingChange",
    "HearingRecusal",
    "IncomingTransfer",
    "Inquiry",
    "Instalment",
    "Joinder",
    "LateEvidence",
    "LegalHold",
    "LegalReview",
    "Loan",
    "MeasureTest",
    "Notification",
    "OwnExecution",
    "PaperCorrection",
    "PaperVoiding",
    "Party",
    "PayloadErasure",
    "Payment",
    "PaymentPlan",
    "Performance",
    "PoliceTransfer",
    "Preservation",
    "PublicNotice",
    "PublicationExemption",
    "Recheck",
    "Reckoning",
    "RecordCheckpoint",
    "RecordEntry",
    "RecordHead",
    "RecordPayload",
    "RecusalRequest",
    "Refund",
    "Remedy",
    "Restitution",
    "ReviewAdvice",
    "ReviewComment",
    "ReviewDispute",
    "ReviewPhrase",
    "ReviewPoint",
    "Sampling",
    "Sanction",
    "SavedFilter",
    "SealUse",
    "ServiceAddress",
    "ServiceAttempt",
    "ServiceProof",
    "ServiceRecord",
    "Showing",
    "SpotCollection",
    "SpotPenalty",
    "Statement",
    "SurchargeRelief",
    "Suspension",
    "Term",
    "TermExclusion",
    "TermExtension",
    "Thing",
    "Voice",
]
