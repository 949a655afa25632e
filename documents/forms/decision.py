"""What do the two decisions carry: the penalty (行政处罚法59) and the decision not to punish?"""

from dataclasses import dataclass
from decimal import Decimal

from documents.forms.parts import ChargeLine, Letterhead, PartyBlock


@dataclass(frozen=True, kw_only=True)
class PenaltyDecision:
    """行政处罚决定书, ministry form 15."""

    case_number: str
    party: PartyBlock
    facts: str
    evidence: tuple[str, ...]
    history: str
    """When the notice was served, what the party said, whether it was heard and what came of it."""
    discretion: str = ""
    charges: tuple[ChargeLine, ...]
    penalty: str
    """All penalties in one phrase; completes 决定给予…的行政处罚."""
    fine: Decimal = Decimal(0)
    bank: str = ""
    """Name and address of the collecting bank; needed when there is a fine."""
    account: str = ""
    payment: str = ""
    """The whole payment sentence as it stood on the day of the decision; bank and account are struck without a fine."""
    other_performance: str = ""
    """The order to correct, which goes with every penalty (行政处罚法 28.1), and what else is to be done by when."""
    reviewing_government: str
    court: str
    """The full name of the court, ending in 人民法院."""
    remedy: str
    """The whole remedy sentence as it stood on the day of the decision; must name both of the above."""
    publicity_note: str = ""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class NoPenaltyDecision:
    """不予行政处罚决定书 (auxiliary A17; 行政处罚法33, 57.1(2)(3))."""

    case_number: str
    party: PartyBlock
    facts: str
    evidence: tuple[str, ...]
    history: str = ""
    charges: tuple[ChargeLine, ...]
    grounds: str
    """Completes 鉴于…: why no penalty is imposed."""
    basis: str
    """Completes 根据…的规定，决定不予行政处罚."""
    education: str = ""
    reviewing_government: str
    court: str
    remedy: str
    letterhead: Letterhead
