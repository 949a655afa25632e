"""What do the papers carry on whether a violation was put right, and on the lesson in place of a penalty?"""

from dataclasses import dataclass
from datetime import date

from documents.forms.parts import OfficerLine, Period, Signature


@dataclass(frozen=True, kw_only=True)
class RecheckRecord:
    """责令改正复查记录 (auxiliary)."""

    case_number: str
    party: str
    order_number: str = ""
    ordered_on: date
    demand: str
    before: date | None = None
    ordinal: int
    checked_on: date
    result: str
    """corrected, partly or not."""
    finding: str
    next_step: str = ""
    officers: tuple[OfficerLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EducationSheet:
    """教育记录 (auxiliary; 行政处罚法33.3)."""

    case_number: str
    cause: str
    period: Period
    place: str
    party: str
    person: str
    content: str
    response: str = ""
    officers: tuple[OfficerLine, ...] = ()
    recorder: str = ""
    person_signature: Signature = Signature()
