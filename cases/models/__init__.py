"""The legal objects of the procedure."""

from cases.models.appraisal import Appraisal, Sampling
from cases.models.case import Case, CaseOfficer
from cases.models.charge import Charge, FiredRule, Sanction
from cases.models.correction import Correction, EducationRecord, Recheck
from cases.models.decision import Decision, Payment
from cases.models.evidence import Evidence, EvidenceLink, Inquiry, Showing
from cases.models.hearing import Hearing, ServiceRecord, Statement
from cases.models.party import Party
from cases.models.preservation import Preservation
from cases.models.record import RecordEntry, RecordHead, RecordPayload
from cases.models.review import Approval, Discussion, LegalReview, ReviewComment, ReviewPoint, Voice
from cases.models.term import Term, TermExclusion, TermExtension

__all__ = [
    "Appraisal",
    "Approval",
    "Case",
    "CaseOfficer",
    "Charge",
    "Correction",
    "Decision",
    "Discussion",
    "EducationRecord",
    "Evidence",
    "EvidenceLink",
    "FiredRule",
    "Hearing",
    "Inquiry",
    "LegalReview",
    "Party",
    "Payment",
    "Preservation",
    "Recheck",
    "RecordEntry",
    "RecordHead",
    "RecordPayload",
    "ReviewComment",
    "ReviewPoint",
    "Sampling",
    "Sanction",
    "ServiceRecord",
    "Showing",
    "Statement",
    "Term",
    "TermExclusion",
    "TermExtension",
    "Voice",
]
