"""What comes before a case: sources, the two registers and the list of random inspection, tasks and checks."""

from inspections.models.registers import CheckItem, CheckObject
from inspections.models.task import Task

__all__ = ["CheckItem", "CheckObject", "Task"]
