"""The legal objects of the procedure."""

from cases.models.bank import BankFile, BankLine
from cases.models.case import Case, CaseOfficer
from cases.models.charge import Charge, FiredRule, Sanction
from cases.models.decision import Decision, Payment
from cases.models.enforcement import CourtApplication, Enforcement, EnforcementAgreement, OwnExecution, Suspension
from cases.models.evidence import Evidence, Inquiry
from cases.models.hearing import Correction, Hearing, ServiceRecord, Statement
from cases.models.money import Instalment, PaymentPlan, Refund, SurchargeRelief
from cases.models.party import Party
from cases.models.reckoning import Reckoning
from cases.models.record import RecordEntry, RecordHead, RecordPayload
from cases.models.remedy import Remedy
from cases.models.review import Approval, Discussion, LegalReview, ReviewComment, ReviewPoint, Voice
from cases.models.term import Term, TermExclusion, TermExtension

__all__ = [
    "Approval",
    "BankFile",
    "BankLine",
    "Case",
    "CaseOfficer",
    "Charge",
    "Correction",
    "CourtApplication",
    "Decision",
    "Discussion",
    "Enforcement",
    "EnforcementAgreement",
    "Evidence",
    "FiredRule",
    "Hearing",
    "Inquiry",
    "Instalment",
    "LegalReview",
    "OwnExecution",
    "Party",
    "Payment",
    "PaymentPlan",
    "Reckoning",
    "RecordEntry",
    "RecordHead",
    "RecordPayload",
    "Refund",
    "Remedy",
    "ReviewComment",
    "ReviewPoint",
    "Sanction",
    "ServiceRecord",
    "Statement",
    "SurchargeRelief",
    "Suspension",
    "Term",
    "TermExclusion",
    "TermExtension",
    "Voice",
]
