"""Which coercive measures may the authority take on a given day, on what things, and by which article?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class UnknownMeasure(KeyError):
    """No row of measures.toml with this key is in force on the day asked for."""


class Manner(StrEnum):
    """查封 in place, 扣押 into custody, 暂扣 of a vehicle."""

    SEAL = "seal"
    SEIZE = "seize"
    DETAIN = "detain"


class ThingKind(StrEnum):
    VEHICLE = "vehicle"
    TOOL = "tool"
    GOODS = "goods"
    FACILITY = "facility"
    PLACE = "place"


@dataclass(frozen=True)
class MeasureRule:
    """One authority to coerce. `when` is the situation its article demands."""

    key: str
    title: str
    manner: Manner
    things: frozenset[ThingKind]
    when: str
    basis: str
    unclaimed: str
    """The article that lets the authority deal with what nobody fetches after a public notice; empty: none does."""
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_measures() -> tuple[MeasureRule, ...]:
    return tuple(_read(row) for row in toml_rows("measures", "measure"))


def measures_in_force(on: date) -> tuple[MeasureRule, ...]:
    return in_force(all_measures(), on)


def measure_rule(key: str, on: date) -> MeasureRule:
    """Raises UnknownMeasure."""
    for each in measures_in_force(on):
        if each.key == key:
            return each
    raise UnknownMeasure(f"{key} ({on.isoformat()})")


def _read(row: Row) -> MeasureRule:
    where = row["where"]
    try:
        manner, things = Manner(need(row, "manner", where)), frozenset(map(ThingKind, need(row, "things", where)))
    except ValueError as reason:
        raise BadLawData(f"{where}: {reason}") from reason
    return MeasureRule(
        key=need(row, "key", where),
        title=need(row, "title", where),
        manner=manner,
        things=things,
        when=need(row, "when", where),
        basis=need(row, "basis", where),
        unclaimed=row.get("unclaimed", ""),
        certainty=need(row, "certainty", where),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
