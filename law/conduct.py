"""What is known about a party and its conduct when a penalty is reckoned?"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from law.violations import Violation


@dataclass(frozen=True)
class ChargeFacts:
    """One charge against one party. Amounts in yuan, weights in kilograms."""

    key: str
    violation: Violation
    """The catalogue's row in force on the day of the conduct."""
    conduct_on: date
    income: Decimal | None = None
    base: Decimal | None = None
    """The sum of which the law takes a share: price of the contract, value of the timber."""
    total_kg: int | None = None
    limit_kg: int | None = None
    circumstances: frozenset[str] = frozenset()
    """Keys of circumstances.toml that the officer found."""
    level: str = ""
    """The level found: a level of the bureau's tier pack, or "mitigated"."""
    act: str = ""
    """Charges with the same act are one and the same conduct; empty: a conduct of its own."""
    ended_on: date | None = None
    grave_harm: bool = False
    discovered_on: date | None = None


@dataclass(frozen=True)
class EarlierPenalty:
    violation: str
    decided_on: date


@dataclass(frozen=True)
class PartyFacts:
    """born_on of a person; None where it is unknown or the party is an organisation."""

    charges: tuple[ChargeFacts, ...]
    kind: str = "organisation"
    born_on: date | None = None
    earlier: tuple[EarlierPenalty, ...] = ()

    def has_reached(self, years: int, on: date) -> bool | None:
        """An age is reached on the day after the birthday (周岁从生日的第二天起算); None: the birthday is unknown."""
        if self.born_on is None or self.kind == "organisation":
            return None
        passed = on.year - self.born_on.year - ((on.month, on.day) <= (self.born_on.month, self.born_on.day))
        return passed >= years
