"""The legal objects of the procedure."""

from cases.models.appraisal import Appraisal, Sampling
from cases.models.archive import ArchiveFile, Loan
from cases.models.case import Case, CaseOfficer
from cases.models.charge import Charge, FiredRule, Sanction
from cases.models.correction import Correction, EducationRecord, Recheck
from cases.models.decision import Decision, Payment
from cases.models.evidence import Evidence, EvidenceLink, Inquiry, Showing
from cases.models.hearing import Statement
from cases.models.hearings import Hearing, HearingAgent, HearingChange, HearingRecusal
from cases.models.notified import LateEvidence, Notification
from cases.models.party import Party
from cases.models.preservation import Preservation
from cases.models.reckoning import Reckoning
from cases.models.record import RecordEntry, RecordHead, RecordPayload
from cases.models.remedy import Remedy
from cases.models.review import Approval, Discussion, LegalReview, ReviewComment, ReviewPoint, Voice
from cases.models.service import Entrustment, PublicNotice, ServiceAddress, ServiceAttempt, ServiceProof, ServiceRecord
from cases.models.term import Term, TermExclusion, TermExtension

__all__ = [
    "Appraisal",
    "Approval",
    "ArchiveFile",
    "Case",
    "CaseOfficer",
    "Charge",
    "Correction",
    "Decision",
    "Discussion",
    "EducationRecord",
    "Entrustment",
    "Evidence",
    "EvidenceLink",
    "FiredRule",
    "Hearing",
    "HearingAgent",
    "HearingChange",
    "HearingRecusal",
    "Inquiry",
    "LateEvidence",
    "LegalReview",
    "Loan",
    "Notification",
    "Party",
    "Payment",
    "Preservation",
    "PublicNotice",
    "Recheck",
    "Reckoning",
    "RecordEntry",
    "RecordHead",
    "RecordPayload",
    "Remedy",
    "ReviewComment",
    "ReviewPoint",
    "Sampling",
    "Sanction",
    "ServiceAddress",
    "ServiceAttempt",
    "ServiceProof",
    "ServiceRecord",
    "Showing",
    "Statement",
    "Term",
    "TermExclusion",
    "TermExtension",
    "Voice",
]
