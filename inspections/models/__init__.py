"""What comes before a case: sources, the two registers and the list of random inspection, tasks and checks."""

from inspections.models.checks import Check, CheckCase, CheckEvent, CheckPartner, PointAnswer
from inspections.models.draws import CapWaiver, Draw, DrawnObject, Exclusion, Substitution
from inspections.models.draws_plan import DrawPlan, PlanPartner
from inspections.models.draws_register import CreditChange, InspectorTrade, Recusal
from inspections.models.hazards import CheckOrder, Hazard, Talk
from inspections.models.outings import Campaign, DutyPost, Meeting, Outing
from inspections.models.ratings import RatingSlip, VisitRating
from inspections.models.registers import CheckItem, CheckObject
from inspections.models.sources import (
    Forwarding,
    Informant,
    InformantReading,
    Source,
    SourceLink,
    SourceStep,
)
from inspections.models.sources_machines import Candidate, CandidateFile, Equipment, EquipmentCertificate
from inspections.models.task import Task

__all__ = [
    "Campaign",
    "Candidate",
    "CandidateFile",
    "CapWaiver",
    "Check",
    "CheckCase",
    "CheckEvent",
    "CheckItem",
    "CheckObject",
    "CheckOrder",
    "CheckPartner",
    "CreditChange",
    "Draw",
    "DrawPlan",
    "DrawnObject",
    "DutyPost",
    "Equipment",
    "EquipmentCertificate",
    "Exclusion",
    "Forwarding",
    "Hazard",
    "Informant",
    "InformantReading",
    "InspectorTrade",
    "Meeting",
    "Outing",
    "PlanPartner",
    "PointAnswer",
    "RatingSlip",
    "Recusal",
    "Source",
    "SourceLink",
    "SourceStep",
    "Substitution",
    "Talk",
    "Task",
    "VisitRating",
]
