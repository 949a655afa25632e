"""The legal objects of the procedure."""

from cases.models.case import Case, CaseOfficer
from cases.models.charge import Charge, FiredRule, Sanction
from cases.models.coercion import CoerciveMeasure, MeasureTest, Thing
from cases.models.custody import CustodyChange, Disposal
from cases.models.decision import Decision, Payment
from cases.models.evidence import Evidence, Inquiry
from cases.models.hearing import Correction, Hearing, ServiceRecord, Statement
from cases.models.party import Party
from cases.models.record import RecordEntry, RecordHead, RecordPayload
from cases.models.review import Approval, Discussion, LegalReview, ReviewComment, ReviewPoint, Voice
from cases.models.term import Term, TermExclusion, TermExtension

__all__ = [
    "Approval",
    "Case",
    "CaseOfficer",
    "Charge",
    "CoerciveMeasure",
    "Correction",
    "CustodyChange",
    "Decision",
    "Discussion",
    "Disposal",
    "Evidence",
    "FiredRule",
    "Hearing",
    "Inquiry",
    "LegalReview",
    "MeasureTest",
    "Party",
    "Payment",
    "RecordEntry",
    "RecordHead",
    "RecordPayload",
    "ReviewComment",
    "ReviewPoint",
    "Sanction",
    "ServiceRecord",
    "Statement",
    "Term",
    "TermExclusion",
    "TermExtension",
    "Thing",
    "Voice",
]
