"""Which tables does the report of a year have on a given day, with which columns, and how is each column counted?"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows
from law.violations import PenaltyKind

NAME = "annual_tables"
DETENTION = "detention"


class Measure(StrEnum):
    COUNT = "count"
    YUAN = "yuan"
    PERCENT = "percent"
    SUM = "sum"
    """Of the numbers that the rows carry, such as the officers of an outing."""
    SHARE = "share"
    """As a percentage, of the numbers that the rows of `of` carry."""

    @property
    def adds_up(self) -> bool:
        """It reads the rows' amounts; the others only count the rows."""
        return self in (Measure.YUAN, Measure.SUM, Measure.SHARE)


@dataclass(frozen=True)
class Column:
    """figures: keys of what is counted, added up. of: for a percentage, of what."""

    key: str
    title: str
    group: str
    figures: tuple[str, ...]
    measure: Measure
    of: tuple[str, ...]
    rule: str


@dataclass(frozen=True)
class ColumnSet:
    key: str
    columns: tuple[Column, ...]
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@dataclass(frozen=True)
class Table:
    """columns: filled in for a day by tables_on()."""

    key: str
    number: str
    title: str
    sets: tuple[str, ...]
    notes: tuple[str, ...]
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True)
class Choice:
    key: str
    title: str
    values: tuple[str, ...]
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_sets() -> tuple[ColumnSet, ...]:
    return tuple(_read_set(row) for row in toml_rows(NAME, "set"))


@cached_per_folder
def all_tables() -> tuple[Table, ...]:
    return tuple(
        Table(
            number=need(row, "number", row["where"]),
            title=need(row, "title", row["where"]),
            sets=tuple(need(row, "sets", row["where"])),
            notes=tuple(row.get("notes", ())),
            **_common(row),
        )
        for row in toml_rows(NAME, "table")
    )


@cached_per_folder
def all_choices() -> tuple[Choice, ...]:
    return tuple(
        Choice(title=need(row, "title", row["where"]), values=tuple(need(row, "values", row["where"])), **_common(row))
        for row in toml_rows(NAME, "choice")
    )


def tables_on(on: date) -> tuple[Table, ...]:
    """The tables in force on a day, with their columns. Raises BadLawData where they could not be filled in truly."""
    sets = {one.key: one for one in in_force(all_sets(), on)}
    return tuple(_filled(table, sets) for table in in_force(all_tables(), on))


def choice(key: str, on: date) -> tuple[str, ...]:
    """Raises KeyError."""
    return {one.key: one.values for one in in_force(all_choices(), on)}[key]


def penalty_figure(kind: str) -> str:
    """The key of what counts the penalties whose heaviest kind is this one."""
    return f"penalties.{kind}"


def _filled(table: Table, sets: dict[str, ColumnSet]) -> Table:
    where = f"{NAME}.toml [[table]] {table.key}"
    if missing := [key for key in table.sets if key not in sets]:
        raise BadLawData(f"{where}: no [[set]] {', '.join(missing)} on that day")
    columns = tuple(column for key in table.sets for column in sets[key].columns)
    if twice := [key for key, times in Counter(one.key for one in columns).items() if times > 1]:
        raise BadLawData(f"{where}: column {', '.join(twice)} twice")
    _every_kind_has_one_place(where, columns)
    return replace(table, columns=columns)


def _every_kind_has_one_place(where: str, columns: tuple[Column, ...]) -> None:
    """Or the kinds would not add up to the total."""
    kinds = {penalty_figure(kind) for kind in (*PenaltyKind.values, DETENTION)}
    placed = Counter(figure for one in columns for figure in one.figures if figure in kinds)
    if placed and placed != Counter(dict.fromkeys(kinds, 1)):
        wrong = sorted(kind for kind in kinds if placed[kind] != 1)
        raise BadLawData(f"{where}: every kind of penalty in one column: {', '.join(wrong)}")


def _read_set(row: Row) -> ColumnSet:
    where = row["where"]
    return ColumnSet(columns=tuple(_read_column(one, where) for one in need(row, "column", where)), **_common(row))


def _read_column(row: Row, where: str) -> Column:
    key = need(row, "key", where)
    try:
        measure = Measure(row.get("measure", "count"))
    except ValueError as reason:
        raise BadLawData(f"{where} {key}: {reason}") from reason
    column = Column(
        key=key,
        title=need(row, "title", where),
        group=row.get("group", ""),
        figures=tuple(need(row, "figures", where)),
        measure=measure,
        of=tuple(row.get("of", ())),
        rule=row.get("rule", ""),
    )
    if not column.figures or (measure in (Measure.PERCENT, Measure.SHARE)) != bool(column.of):
        raise BadLawData(f"{where} {key}: figures, and `of` for a percentage only")
    return column


def _common(row: Row) -> dict[str, Any]:
    where = row["where"]
    return {
        "key": need(row, "key", where),
        "certainty": row.get("certainty", "R"),
        "source": row.get("source", ""),
        "in_force_from": as_date(need(row, "in_force_from", where), where),
        "in_force_until": as_optional_date(row.get("in_force_until"), where),
    }
