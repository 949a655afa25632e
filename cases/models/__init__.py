"""The legal objects of the procedure."""

from cases.models.archive import ArchiveFile, Loan
from cases.models.case import Case, CaseOfficer
from cases.models.charge import Charge, FiredRule, Sanction
from cases.models.decision import Decision, Payment
from cases.models.evidence import Evidence, Inquiry
from cases.models.hearing import Correction, Hearing, Statement
from cases.models.party import Party
from cases.models.reckoning import Reckoning
from cases.models.record import RecordEntry, RecordHead, RecordPayload
from cases.models.remedy import Remedy
from cases.models.review import Approval, Discussion, LegalReview, ReviewComment, ReviewPoint, Voice
from cases.models.service import (
    Entrustment,
    PublicNotice,
    ServiceAddress,
    ServiceAttempt,
    ServiceProof,
    ServiceRecord,
)
from cases.models.term import Term, TermExclusion, TermExtension

__all__ = [
    "Approval",
    "ArchiveFile",
    "Case",
    "CaseOfficer",
    "Charge",
    "Correction",
    "Decision",
    "Discussion",
    "Entrustment",
    "Evidence",
    "FiredRule",
    "Hearing",
    "Inquiry",
    "LegalReview",
    "Loan",
    "Party",
    "Payment",
    "PublicNotice",
    "Reckoning",
    "RecordEntry",
    "RecordHead",
    "RecordPayload",
    "Remedy",
    "ReviewComment",
    "ReviewPoint",
    "Sanction",
    "ServiceAddress",
    "ServiceAttempt",
    "ServiceProof",
    "ServiceRecord",
    "Statement",
    "Term",
    "TermExclusion",
    "TermExtension",
    "Voice",
]
