"""Which part of a lawful range does a level of the facts get, where the bureau has loaded no tiers (行政处罚法 34)?"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

YUAN = Decimal(1)
FEN = Decimal("0.01")


class UnknownLevel(KeyError):
    """No row of discretion.toml with this key is in force on the day asked for."""


@dataclass(frozen=True)
class Level:
    key: str
    title: str
    of: str
    """range: shares of the lawful range. minimum: shares of its lowest fine, for mitigation."""
    low: Decimal
    high: Decimal
    point: Decimal
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None

    def band(self, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
        """The part of a lawful range, in yuan, that this level gets."""
        if self.of == "minimum":
            return (low * self.low).quantize(FEN), (low * self.high).quantize(FEN)
        width = high - low
        return (low + width * self.low).quantize(FEN), (low + width * self.high).quantize(FEN)

    def amount(self, low: Decimal, high: Decimal) -> Decimal:
        """The sum proposed inside a band: whole yuan, never below the band."""
        return point_between(low, high, self.point)


def point_between(low: Decimal, high: Decimal, share: Decimal) -> Decimal:
    return max((low + (high - low) * share).quantize(YUAN, ROUND_FLOOR), low)


@cached_per_folder
def all_levels() -> tuple[Level, ...]:
    return tuple(_read(row) for row in toml_rows("discretion", "level"))


def levels_in_force(on: date) -> tuple[Level, ...]:
    return in_force(all_levels(), on)


def level(key: str, on: date) -> Level:
    """Raises UnknownLevel."""
    for each in levels_in_force(on):
        if each.key == key:
            return each
    raise UnknownLevel(f"{key} ({on.isoformat()})")


def _read(row: Row) -> Level:
    where = row["where"]
    return Level(
        key=need(row, "key", where),
        title=need(row, "title", where),
        of=need(row, "of", where),
        low=Decimal(str(need(row, "low", where))),
        high=Decimal(str(need(row, "high", where))),
        point=Decimal(str(need(row, "point", where))),
        basis=need(row, "basis", where),
        certainty=row.get("certainty", "R"),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
