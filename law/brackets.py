"""Which step inside a penalty article applies: 情节严重, 拒不改正, the organisation or its responsible persons?"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from law.loading import Row, as_date, as_optional_date, cached_per_folder, csv_rows, in_force, need


@dataclass(frozen=True)
class Bracket:
    """The fine of one step, in yuan; without figures the step carries no fine (yet)."""

    key: str
    violations: tuple[str, ...]
    when: frozenset[str]
    """Keys of circumstances.toml that must all be found."""
    fine_min: Decimal | None
    fine_max: Decimal | None
    by_income: bool
    """False: the multiple of the illegal income does not apply to this step."""
    basis: str
    certainty: str
    in_force_from: date
    in_force_until: date | None

    @property
    def is_fined(self) -> bool:
        return self.fine_max is not None


@cached_per_folder
def all_brackets() -> tuple[Bracket, ...]:
    return tuple(_read(row) for row in csv_rows("brackets", "key"))


def brackets_of(violation: str, on: date) -> tuple[Bracket, ...]:
    return tuple(each for each in in_force(all_brackets(), on) if violation in each.violations)


def bracket_for(violation: str, on: date, found: Set[str]) -> Bracket | None:
    """The row with the most conditions that are all found; None: the catalogue's own figures apply."""
    open_ones = [each for each in brackets_of(violation, on) if each.when <= found]
    return max(open_ones, key=lambda each: (len(each.when), each.key), default=None)


def conditions_of(violation: str, on: date) -> frozenset[str]:
    """What an officer must say about this violation, so that its step can be found."""
    return frozenset(key for each in brackets_of(violation, on) for key in each.when)


def _read(row: Row) -> Bracket:
    where = row["where"]
    return Bracket(
        key=need(row, "key", where),
        violations=tuple(row["violations"].split(";")),
        when=frozenset(key for key in row["when"].split(";") if key),
        fine_min=Decimal(row["fine_min"]) if row["fine_min"] else None,
        fine_max=Decimal(row["fine_max"]) if row["fine_max"] else None,
        by_income=row["by_income"] != "no",
        basis=row["basis"],
        certainty=row["certainty"],
        in_force_from=as_date(row["in_force_from"], where),
        in_force_until=as_optional_date(row["in_force_until"], where),
    )
