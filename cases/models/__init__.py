"""The legal objects of the procedure."""

from cases.models.case import Case, CaseOfficer
from cases.models.charge import Charge, FiredRule, Sanction
from cases.models.decision import Decision, Payment
from cases.models.evidence import Evidence, Inquiry
from cases.models.hearing import Correction, Hearing, ServiceRecord, Statement
from cases.models.joinder import Joinder
from cases.models.party import Party
from cases.models.police import PoliceTransfer
from cases.models.record import RecordEntry, RecordHead, RecordPayload
from cases.models.recusal import RecusalRequest
from cases.models.referral import AgencyTransfer, Assistance, Dispute, IncomingTransfer
from cases.models.review import Approval, Discussion, LegalReview, ReviewComment, ReviewPoint, Voice
from cases.models.suspension import Suspension
from cases.models.term import Term, TermExclusion, TermExtension

__all__ = [
    "AgencyTransfer",
    "Approval",
    "Assistance",
    "Case",
    "CaseOfficer",
    "Charge",
    "Correction",
    "Decision",
    "Discussion",
    "Dispute",
    "Evidence",
    "FiredRule",
    "Hearing",
    "IncomingTransfer",
    "Inquiry",
    "Joinder",
    "LegalReview",
    "Party",
    "Payment",
    "PoliceTransfer",
    "RecordEntry",
    "RecordHead",
    "RecordPayload",
    "RecusalRequest",
    "ReviewComment",
    "ReviewPoint",
    "Sanction",
    "ServiceRecord",
    "Statement",
    "Suspension",
    "Term",
    "TermExclusion",
    "TermExtension",
    "Voice",
]
