"""What comes before a case: sources, the two registers and the list of random inspection, tasks and checks."""

from inspections.models.draws import CapWaiver, Draw, DrawnObject, Exclusion, Substitution
from inspections.models.draws_plan import DrawPlan, PlanPartner
from inspections.models.draws_register import CreditChange, InspectorTrade, Recusal
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
    "Candidate",
    "CandidateFile",
    "CapWaiver",
    "CheckItem",
    "CheckObject",
    "CreditChange",
    "Draw",
    "DrawPlan",
    "DrawnObject",
    "Equipment",
    "EquipmentCertificate",
    "Exclusion",
    "Forwarding",
    "Informant",
    "InformantReading",
    "InspectorTrade",
    "PlanPartner",
    "Recusal",
    "Source",
    "SourceLink",
    "SourceStep",
    "Substitution",
    "Task",
]
