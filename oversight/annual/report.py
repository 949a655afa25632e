"""What do the tables of a period say, and which rows stand behind each of their figures?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext_noop

from cases.figures.registry import Counted, Period, count, divides_by_unit
from law.annual_tables import Column, Measure, Table, tables_on
from officers.models import Department

TENTH = Decimal("0.1")
# Kept and printed in Chinese; pages translate them.
NO_SOURCE, NOT_BY_UNIT, NOTHING_TO_DIVIDE = gettext_noop("未登记"), gettext_noop("不分单位"), "—"
Figures = Mapping[str, tuple[Counted, ...]]


@dataclass(frozen=True)
class Cell:
    """rows: what the figure counts, None where nothing counts it; why: then the word that stands in its place."""

    table: Table
    column: Column
    rows: tuple[Counted, ...] | None
    of: tuple[Counted, ...] = ()
    why: str = ""

    @property
    def key(self) -> str:
        return f"{self.table.key}.{self.column.key}"

    @property
    def value(self) -> Decimal | None:
        return None if self.rows is None else self.value_of(None)

    def value_of(self, unit: int | None) -> Decimal | None:
        """Of one department's rows alone; None: of all."""
        mine, base = ([row for row in rows or () if unit in (None, row.unit)] for rows in (self.rows, self.of))
        part, whole = (self._together(rows) for rows in (mine, base))
        if self.column.measure in (Measure.PERCENT, Measure.SHARE):
            return (part * 100 / whole).quantize(TENTH, ROUND_HALF_UP) if whole else None
        return part

    def _together(self, rows: list[Counted]) -> Decimal:
        return sum((row.amount for row in rows), Decimal(0)) if self.column.measure.adds_up else Decimal(len(rows))

    @property
    def text(self) -> str:
        return self.why if self.rows is None else self.text_of(None)

    def text_of(self, unit: int | None) -> str:
        value = self.value_of(unit)
        if value is None:
            return NOTHING_TO_DIVIDE
        if self.column.measure == Measure.YUAN:
            return f"{value:,.2f}"
        # A kept report has every amount with its cents, also where heads are added up.
        return f"{value:.0f}" if self.column.measure == Measure.SUM else f"{value:f}"


@dataclass(frozen=True)
class Filled:
    """A table with its cells in the order of its columns."""

    table: Table
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Report:
    """kept: the id of the kept report it was read from; nothing for one that was counted just now."""

    period: Period
    unit_name: str
    made_at: datetime
    tables: tuple[Filled, ...]
    figures: Figures
    units: Mapping[int, str]
    kept: int | None = None
    sha256: str = ""

    def cell(self, key: str) -> Cell | None:
        """By "table.column"."""
        return next((cell for filled in self.tables for cell in filled.cells if cell.key == key), None)

    @property
    def title(self) -> str:
        begins, ends = self.period.days
        if (begins, ends) == (date(begins.year, 1, 1), date(begins.year, 12, 31)):
            return f"{begins.year}年度"
        return f"{begins.year}年{begins.month}月{begins.day}日至{ends.year}年{ends.month}月{ends.day}日"


def annual_report(period: Period, *, now: datetime, only: str = "") -> Report:
    """Counted now, from the database as it is; only: one cell, "table.column", and nothing else.

    Raises law.loading.BadLawData, law.annual.NoCountingRule.
    """
    tables = tables_on(period.ends)
    tables = tuple(_narrowed(tables, only)) if only else tables
    figures = count(period, wanted(tables))
    units = dict(Department.objects.order_by("name").values_list("pk", "name"))
    name = units.get(period.unit, "") if period.unit else ""
    return Report(period, name, now, filled(tables, figures, period), figures, units)


def _narrowed(tables: tuple[Table, ...], key: str) -> Iterator[Table]:
    for table in tables:
        columns = tuple(one for one in table.columns if f"{table.key}.{one.key}" == key)
        if columns:
            yield replace(table, columns=columns)


def wanted(tables: tuple[Table, ...]) -> list[str]:
    columns = [column for table in tables for column in table.columns]
    return list(dict.fromkeys(key for column in columns for key in (*column.figures, *column.of)))


def filled(tables: tuple[Table, ...], figures: Figures, period: Period) -> tuple[Filled, ...]:
    return tuple(
        Filled(table, tuple(_cell(table, column, figures, period) for column in table.columns)) for table in tables
    )


def _cell(table: Table, column: Column, figures: Figures, period: Period) -> Cell:
    keys = (*column.figures, *column.of)
    if any(key not in figures for key in keys):
        return Cell(table, column, None, why=NO_SOURCE)
    if period.unit is not None and not all(divides_by_unit(key) for key in keys):
        return Cell(table, column, None, why=NOT_BY_UNIT)
    rows, of = (tuple(row for key in each for row in figures[key]) for each in (column.figures, column.of))
    return Cell(table, column, rows, of)


def year_before(period: Period) -> Period:
    """The same days of the year before; 29 February becomes the 28th."""
    begins, ends = (_a_year_back(day) for day in period.days)
    return Period(begins, ends, period.unit)


def _a_year_back(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def lines(report: Report, table: Filled) -> list[tuple[str, list[str]]]:
    """As the official table has them: a line for each unit with something in it, then the total; or the total alone."""
    total = (report.unit_name or "合计", [cell.text for cell in table.cells])
    if report.period.unit is not None:
        return [total]
    by_unit = {row.unit for cell in table.cells for row in cell.rows or ()} - {None}
    named = sorted((report.units.get(unit, str(unit)), unit) for unit in by_unit if unit is not None)
    return [(name, [_of_unit(cell, unit) for cell in table.cells]) for name, unit in named] + [total]


def _of_unit(cell: Cell, unit: int) -> str:
    if cell.rows is None:
        return cell.why
    if any(not divides_by_unit(key) for key in cell.column.figures):
        return NOTHING_TO_DIVIDE
    return cell.text_of(unit)
