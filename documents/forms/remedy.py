"""What the bureau writes in a reconsideration or a lawsuit, when it sets its own decision aside, and makes good."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from documents.forms.parts import Letterhead, PartyBlock


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


@dataclass(frozen=True, kw_only=True)
class DecisionWithdrawal:
    """撤销行政处罚决定书, or that it is found unlawful: the bureau sets its own decision aside (no form of the ministry; 行政处罚法 75.2)."""

    case_number: str
    party: PartyBlock
    decision_number: str
    decided_on: date
    annulled: bool
    """False: it is only found unlawful, and stands."""
    reasons: str
    decided_anew: bool
    remedy: str
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class RestitutionDecision:
    """恢复原状（退还、补偿）决定书 (no form of the ministry; 行政强制法 28.2, 41)."""

    case_number: str
    party: PartyBlock
    decision_number: str
    """Of the penalty; empty where nothing was decided yet."""
    ground: str
    """annulled, mistaken or low_price."""
    subject: str
    """What was carried out or sold."""
    reasons: str
    manner: str
    """return, licence, restore, compensate or damages."""
    what: str
    amount: Decimal = Decimal(0)
    reckoning: str = ""
    within: int
    remedy: str
    letterhead: Letterhead
