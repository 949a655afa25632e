"""How does a report go to other programs? docs/annual-report-json.md tells them."""

import json
from typing import Any

from oversight.annual.report import Cell, Report

SCHEMA = "annual-report/1"


def as_json(report: Report) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "begins": report.period.begins.isoformat(),
        "ends": report.period.ends.isoformat(),
        "unit": report.unit_name or None,
        "counted_at": report.made_at.isoformat(),
        "kept": report.kept,
        "sha256": report.sha256 or None,
        "tables": [
            {
                "key": one.table.key,
                "number": one.table.number,
                "title": one.table.title,
                "notes": list(one.table.notes),
                "columns": [_column(cell) for cell in one.cells],
            }
            for one in report.tables
        ],
    }


def _column(cell: Cell) -> dict[str, Any]:
    return {
        "key": cell.key,
        "group": cell.column.group,
        "title": cell.column.title,
        "measure": cell.column.measure.value,
        "rule": cell.column.rule,
        "value": f"{cell.value:f}" if cell.value is not None else None,
        "missing": cell.why or None,
        "rows": [
            {
                "what": row.what,
                "on": row.on.isoformat(),
                "label": row.label,
                "case": row.case,
                "amount": f"{row.amount:.2f}",
            }
            for row in cell.rows or ()
        ],
    }


def json_file(report: Report) -> bytes:
    return json.dumps(as_json(report), ensure_ascii=False, indent=1).encode()
