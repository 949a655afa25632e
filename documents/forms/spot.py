"""What does the decision made on the spot carry (行政处罚法 52; ministry form 14)?"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from documents.forms.parts import ChargeLine, Letterhead, OfficerLine, PartyBlock


@dataclass(frozen=True, kw_only=True)
class SpotDecision:
    """当场行政处罚决定书; printed on A4 and, for the roll printer on the road, 80 mm wide."""

    case_number: str
    party: PartyBlock
    given_at: datetime
    place: str
    facts: str
    evidence: tuple[str, ...] = ()
    charges: tuple[ChargeLine, ...]
    penalty: str
    """All penalties in one phrase; completes 决定给予…的行政处罚."""
    discretion: str = ""
    """Why this sum (行政处罚法 34, 44); the form has no line for it."""
    correction: str = ""
    """The order to correct, which goes with every penalty (行政处罚法 28.1); the form has no line for it."""
    fine: Decimal = Decimal(0)
    collected: bool = False
    """The fine was taken on the spot, against the treasury's receipt."""
    receipt_number: str = ""
    payment: str = ""
    """The sentence about the bank as it stood on the day; bank and account are struck where there is no fine."""
    bank: str = ""
    account: str = ""
    reviewing_government: str
    court: str
    remedy: str
    told: str
    """That the party was told before (行政处罚法 44), as the ministry's form says it."""
    statement: str = ""
    """What the party said and what was answered; empty when it said nothing."""
    signer: str = ""
    """Who signed for the party, where it was not the party itself."""
    signature: str = ""
    """The signature drawn on the screen, as a data URI; empty: there is a line for ink."""
    refusal: str = ""
    """Printed in place of the signature (行政处罚法 52.1)."""
    officers: tuple[OfficerLine, ...]
    publicity_note: str = ""
    letterhead: Letterhead

    @property
    def to_bank(self) -> bool:
        return self.fine > 0 and not self.collected
