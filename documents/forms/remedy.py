"""What the bureau writes in a reconsideration or a lawsuit."""

from dataclasses import dataclass
from datetime import date

from documents.forms.parts import Letterhead


@dataclass(frozen=True, kw_only=True)
class RemedyAnswer:
    """行政复议答复书 / 行政诉讼答辩状 (no form of the ministry; 行政复议法 48, 行政诉讼法 67)."""

    case_number: str
    in_court: bool
    addressee: str
    """The reviewing government or the court."""
    authority_number: str
    applicant: str
    respondent: str
    decision_number: str
    decided_on: date
    claim: str
    answer: str
    evidence: tuple[str, ...] = ()
    """What is handed in with it, by name."""
    letterhead: Letterhead
