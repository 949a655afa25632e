"""What comes before a case: sources, the two registers and the list of random inspection, tasks and checks."""

from inspections.models.checks import Check, CheckCase, CheckEvent, CheckPartner, PointAnswer
from inspections.models.hazards import CheckOrder, Hazard, Talk
from inspections.models.outings import Campaign, DutyPost, Meeting, Outing
from inspections.models.ratings import RatingSlip, VisitRating
from inspections.models.registers import CheckItem, CheckObject
from inspections.models.task import Task

__all__ = [
    "Campaign",
    "Check",
    "CheckCase",
    "CheckEvent",
    "CheckItem",
    "CheckObject",
    "CheckOrder",
    "CheckPartner",
    "DutyPost",
    "Hazard",
    "Meeting",
    "Outing",
    "PointAnswer",
    "RatingSlip",
    "Talk",
    "Task",
    "VisitRating",
]
