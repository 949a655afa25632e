"""What comes before a case: sources, the two registers and the list of random inspection, tasks and checks."""

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
    "CheckItem",
    "CheckObject",
    "Equipment",
    "EquipmentCertificate",
    "Forwarding",
    "Informant",
    "InformantReading",
    "Source",
    "SourceLink",
    "SourceStep",
    "Task",
]
