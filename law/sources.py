"""Until when is a source answered, a lead verified, a machine's record reviewed, and an organ asked to answer?"""

from dataclasses import dataclass
from datetime import date

from law.counting import Derivation, Unit, derive
from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

TABLES = ("reply", "verify", "review", "forward")


class NoSourceRule(LookupError):
    """sources.toml has no row in force on the day."""


@dataclass(frozen=True)
class SourceRule:
    """One period, counted after the day of receipt; `extension` may be added once, in the same unit."""

    table: str
    key: str
    length: int
    unit: Unit
    extension: int
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None

    def counted(self, received_on: date, *, extended: bool = False) -> Derivation:
        """The last day and how it was counted. Raises law.holidays.CalendarMissing."""
        more = self.extension if extended else 0
        return derive(received_on, "收到", self.length, self.unit, rolls=True, extended_by=more)

    def due_on(self, received_on: date, *, extended: bool = False) -> date:
        return self.counted(received_on, extended=extended).due


@cached_per_folder
def all_source_rules() -> tuple[SourceRule, ...]:
    return tuple(_read(table, row) for table in TABLES for row in toml_rows("sources", table))


def reply_rule(kind: str, grade: str, on: date) -> SourceRule | None:
    """The row for a kind and its grade, else for the kind; None where nobody waits for an answer."""
    rows = {one.key: one for one in in_force(all_source_rules(), on) if one.table == "reply"}
    return rows.get(f"{kind}.{grade}") or rows.get(kind)


def source_rule(table: str, on: date) -> SourceRule:
    """The row of verify, review or forward. Raises NoSourceRule."""
    for one in in_force(all_source_rules(), on):
        if one.table == table:
            return one
    raise NoSourceRule(f"{table} {on.isoformat()}")


def _read(table: str, row: Row) -> SourceRule:
    where = row["where"]
    return SourceRule(
        table=table,
        key=need(row, "key", where),
        length=int(need(row, "length", where)),
        unit=Unit(need(row, "unit", where)),
        extension=int(row.get("extension", 0)),
        basis=need(row, "basis", where),
        certainty=row.get("certainty", "R"),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
