"""What does the paper carry that puts a slip of the pen in an issued paper right?"""

from dataclasses import dataclass
from datetime import date

from documents.forms.parts import Letterhead


@dataclass(frozen=True, kw_only=True)
class PaperCorrectionDecision:
    """补正决定书 (auxiliary; 行政处罚法75.2)."""

    case_number: str
    addressee: str
    cause: str
    corrected_title: str
    corrected_number: str
    corrected_on: date
    wrong: str
    right: str
    reason: str
    """Why it is a slip of the pen and nothing of the decision changes."""
    basis: str
    letterhead: Letterhead
