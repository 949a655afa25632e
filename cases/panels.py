"""What do the apps above the cases add to a case's page, and to an officer's day?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.case_file import CaseFile
from cases.screens.worklist import WorkRow
from officers.models import Officer


@dataclass(frozen=True)
class Panel:
    title: str
    template: str
    context: Any


Make = Callable[[CaseFile, Officer, date], Panel | None]
_makers: list[Make] = []


def add_panel(make: Make) -> None:
    """Called once, when the app that offers the panel is ready."""
    if make not in _makers:
        _makers.append(make)


def panels_for(file: CaseFile, officer: Officer, today: date) -> list[Panel]:
    return [panel for make in _makers if (panel := make(file, officer, today)) is not None]


Errands = Callable[[Officer, date], list[WorkRow]]
_errands: list[Errands] = []


def add_errands(make: Errands) -> None:
    """Called once, when an app that gives officers something to do outside the cases is ready."""
    if make not in _errands:
        _errands.append(make)


def errands_for(officer: Officer, today: date) -> list[WorkRow]:
    """What waits for the officer and belongs to no case, soonest due first within each app."""
    return [row for make in _errands for row in make(officer, today)]
