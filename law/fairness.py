"""How many like decisions may be compared, and which fine stands out among them?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from statistics import quantiles

from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

CENT = Decimal("0.01")
LEAST_FOR_QUARTILES = 2


class NoSpreadRule(LookupError):
    """fairness.toml has no row in force on the day asked for."""


@dataclass(frozen=True)
class SpreadRule:
    key: str
    fewest: int
    times: Decimal
    least_percent: int
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None

    def bounds(self, box: "Box") -> tuple[Decimal, Decimal]:
        """The lowest and the highest fine that does not stand out."""
        room = max(self.times * (box.upper - box.lower), box.median * self.least_percent / 100)
        return box.lower - room, box.upper + room

    def stands_out(self, fine: Decimal, box: "Box") -> bool:
        low, high = self.bounds(box)
        return not low <= fine <= high


@dataclass(frozen=True)
class Box:
    """Quartiles by linear interpolation, both ends included."""

    count: int
    low: Decimal
    lower: Decimal
    median: Decimal
    upper: Decimal
    high: Decimal


def box_of(fines: Sequence[Decimal]) -> Box:
    """Of one fine all five are that fine. Raises ValueError for none."""
    found = sorted(fines)
    if len(found) < LEAST_FOR_QUARTILES:
        (only,) = found
        return Box(1, only, only, only, only, only)
    lower, median, upper = (one.quantize(CENT, ROUND_HALF_UP) for one in quantiles(found, n=4, method="inclusive"))
    return Box(len(found), found[0], lower, median, upper, found[-1])


@cached_per_folder
def all_spread_rules() -> tuple[SpreadRule, ...]:
    return tuple(_read(row) for row in toml_rows("fairness", "spread"))


def spread_rule(on: date) -> SpreadRule:
    """Raises NoSpreadRule."""
    for rule in in_force(all_spread_rules(), on):
        return rule
    raise NoSpreadRule(on.isoformat())


def _read(row: Row) -> SpreadRule:
    where = row["where"]
    rule = SpreadRule(
        key=need(row, "key", where),
        fewest=int(need(row, "fewest", where)),
        times=Decimal(str(need(row, "times", where))),
        least_percent=int(need(row, "least_percent", where)),
        basis=need(row, "basis", where),
        certainty=row.get("certainty", "R"),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
    if rule.fewest < LEAST_FOR_QUARTILES or rule.times < 0 or rule.least_percent < 0:
        raise BadLawData(f"{where}: at least two decisions, and no negative number")
    return rule
