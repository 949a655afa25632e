"""How is a report kept so that it says the same for ever, and what has changed since?"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from cases.figures.registry import Counted, Period
from cases.models import RecordEntry
from cases.screens.timeline import titles
from law.annual_tables import Column, Measure, Table
from officers.models import Officer
from oversight.annual.models import AnnualReport
from oversight.annual.report import Report, annual_report, filled

ACTS_TOLD = 6


def keep(report: Report, *, officer: Officer | None) -> AnnualReport:
    """Freeze the tables, every row behind them, the columns and notes by which they were counted."""
    result = frozen(report)
    return AnnualReport.objects.create(
        begins=report.period.begins,
        ends=report.period.ends,
        unit_id=report.period.unit,
        kept_by=officer,
        kept_at=report.made_at,
        result=result,
        sha256=digest(result),
    )


def frozen(report: Report) -> dict[str, Any]:
    used = {row.unit for rows in report.figures.values() for row in rows} | {report.period.unit}
    return {
        "tables": [_table_out(one.table) for one in report.tables],
        "figures": {key: [_row_out(row) for row in rows] for key, rows in report.figures.items()},
        "units": {str(pk): name for pk, name in report.units.items() if pk in used},
    }


def digest(result: Mapping[str, Any]) -> str:
    """Of the content, however a database writes it down."""
    text = json.dumps(result, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def kept_report(kept: AnnualReport) -> Report:
    """As it was kept, whatever the cases and the law have become since."""
    tables = tuple(_table_in(row) for row in kept.result["tables"])
    figures = {key: tuple(_row_in(row) for row in rows) for key, rows in kept.result["figures"].items()}
    units = {int(pk): name for pk, name in kept.result["units"].items()}
    period = Period(kept.begins, kept.ends, kept.unit_id)
    name = units.get(kept.unit_id, "") if kept.unit_id else ""
    cells = filled(tables, figures, period)
    return Report(period, name, kept.kept_at, cells, figures, units, kept=kept.pk, sha256=kept.sha256)


def is_intact(kept: AnnualReport) -> bool:
    return digest(kept.result) == kept.sha256


def _table_out(table: Table) -> dict[str, Any]:
    days = {name: str(getattr(table, name) or "") for name in ("in_force_from", "in_force_until")}
    return asdict(table) | days


def _table_in(row: Mapping[str, Any]) -> Table:
    lists = {name: tuple(row[name]) for name in ("sets", "notes")}
    until = date.fromisoformat(row["in_force_until"]) if row["in_force_until"] else None
    days = {"in_force_from": date.fromisoformat(row["in_force_from"]), "in_force_until": until}
    return Table(**{**row, **lists, **days, "columns": tuple(_column_in(one) for one in row["columns"])})


def _column_in(row: Mapping[str, Any]) -> Column:
    lists = {name: tuple(row[name]) for name in ("figures", "of")}
    return Column(**{**row, **lists, "measure": Measure(row["measure"])})


def _row_out(row: Counted) -> dict[str, Any]:
    told = {"what": row.what, "on": row.on.isoformat(), "label": row.label, "case": row.case, "unit": row.unit}
    return told | {"amount": f"{row.amount:.2f}", "url": row.url}


def _row_in(row: Mapping[str, Any]) -> Counted:
    return Counted(**{**row, "on": date.fromisoformat(row["on"]), "amount": Decimal(row["amount"])})


# --- what changed since ----------------------------------------------------------------------------
@dataclass(frozen=True)
class Change:
    """One row that entered a cell, left it or counts otherwise in it, and what the record says was done since."""

    what: str
    row: Counted
    why: str


@dataclass(frozen=True)
class ChangedCell:
    table: str
    column: str
    before: str
    now: str
    changes: tuple[Change, ...]


def changes_since(kept: AnnualReport, *, now: datetime) -> list[ChangedCell]:
    """Cell by cell; nothing where the report would be the same today."""
    old, new = kept_report(kept), annual_report(Period(kept.begins, kept.ends, kept.unit_id), now=now)
    found: list[tuple[Any, Any, list[tuple[str, Counted]]]] = []
    for filled_ in old.tables:
        for cell in filled_.cells:
            live = new.cell(cell.key)
            if live and (rows := _different(cell.rows or (), live.rows or ())):
                found.append((cell, live, rows))
    reasons = _done_since([row for _old, _new, rows in found for _what, row in rows], kept.kept_at)
    return [
        ChangedCell(
            cell.table.title,
            " ".join(filter(None, [cell.column.group, cell.column.title])),
            cell.text,
            live.text,
            tuple(Change(what, row, reasons(row)) for what, row in rows),
        )
        for cell, live, rows in found
    ]


def _different(old: Iterable[Counted], new: Iterable[Counted]) -> list[tuple[str, Counted]]:
    before, after = {row.what: row for row in old}, {row.what: row for row in new}
    entered = [(_("新计入"), row) for what, row in after.items() if what not in before]
    left = [(_("不再计入"), row) for what, row in before.items() if what not in after]
    other = [
        (_("日期或者金额变动"), row)
        for what, row in after.items()
        if what in before and (row.on, row.amount) != (before[what].on, before[what].amount)
    ]
    return [*entered, *left, *other]


def _done_since(rows: Iterable[Counted], moment: datetime) -> Callable[[Counted], str]:
    """For a row, what the record of its case holds since the moment: the acts of its own day, else the last ones."""
    names = titles()
    done: dict[int, list[tuple[date, str]]] = {}
    entries = RecordEntry.objects.filter(case__in={row.case for row in rows if row.case}, recorded_at__gt=moment)
    for case, on, act in entries.order_by("gseq").values_list("case", "on", "act"):
        done.setdefault(case, []).append((on, f"{on} {names.get(act, act)}"))

    def why(row: Counted) -> str:
        if row.case is None:
            return _("登记的数据后来有增加或者更正。")
        acts = done.get(row.case, [])
        if not acts:
            return _("存档以后本案没有办理记录，可能是直接改动或者补登的数据，须核实。")
        told = [said for on, said in acts if on == row.on] or [said for _on, said in acts]
        shown = _("；").join(told[-ACTS_TOLD:])
        return _("%(shown)s（存档以后共 %(count)d 项）") % {"shown": shown, "count": len(acts)}

    return why
