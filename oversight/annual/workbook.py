"""How does a report become a workbook: the official tables, every row behind them, and how they were counted?"""

from decimal import Decimal
from io import BytesIO
from itertools import groupby
from typing import Any

import xlsxwriter
from django.utils.timezone import localtime, make_naive
from xlsxwriter.worksheet import Worksheet

from oversight.annual.printed import sign_off
from oversight.annual.report import Cell, Filled, Report, lines
from oversight.workbook import OPTIONS

UNIT, HEAD_ROW, FIRST_ROW = "单位名称", 3, 5
DETAIL = ["表", "栏目", "日期", "所计的事项", "案号或者编号", "单位", "金额（元）"]
METHOD = ["表", "栏目", "口径", "出处", "把握"]


def annual_workbook(report: Report) -> bytes:
    """A sheet for each table, 明细, 口径. Equal reports give equal numbers."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        book.set_properties({"title": "行政执法统计年报", "created": make_naive(report.made_at)})
        head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"})
        title = book.add_format({"bold": True, "font_size": 14})
        edge = book.add_format({"border": 1, "align": "center"})
        for one in report.tables:
            sheet = book.add_worksheet(f"{one.table.number} {one.table.title}"[:31])
            _table(sheet, report, one, {"head": head, "title": title, "edge": edge})
        _rows(book.add_worksheet("明细"), DETAIL, _details(report), head)
        _rows(book.add_worksheet("口径"), METHOD, _methods(report), head)
    return target.getvalue()


def _table(sheet: Worksheet, report: Report, one: Filled, formats: dict[str, Any]) -> None:
    sheet.write_string(0, 0, f"{report.title}{one.table.title}", formats["title"])
    sheet.write_string(1, 0, f"统计期间：{report.period.begins} 至 {report.period.ends}")
    _heads(sheet, one, formats["head"])
    row = FIRST_ROW
    for row, (name, told) in enumerate(lines(report, one), start=FIRST_ROW):
        sheet.write_string(row, 0, name, formats["edge"])
        for column, (cell, text) in enumerate(zip(one.cells, told, strict=True), start=1):
            _write(sheet, row, column, text, cell, formats["edge"])
    for below, note in enumerate((*(f"注：{note}" for note in one.table.notes), sign_off(report)), start=row + 2):
        sheet.write_string(below, 0, note)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, len(one.cells), 13)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _heads(sheet: Worksheet, one: Filled, head: Any) -> None:
    """Two lines: groups over their columns; a column without one takes both lines."""
    sheet.merge_range(HEAD_ROW, 0, HEAD_ROW + 1, 0, UNIT, head)
    place = 1
    for group, cells in groupby(one.cells, key=lambda cell: cell.column.group):
        members = list(cells)
        if group and len(members) > 1:
            sheet.merge_range(HEAD_ROW, place, HEAD_ROW, place + len(members) - 1, group, head)
        elif group:
            sheet.write_string(HEAD_ROW, place, group, head)
        for cell in members:
            if group:
                sheet.write_string(HEAD_ROW + 1, place, cell.column.title, head)
            else:
                sheet.merge_range(HEAD_ROW, place, HEAD_ROW + 1, place, cell.column.title, head)
            place += 1


def _write(sheet: Worksheet, row: int, column: int, text: str, cell: Cell, style: Any) -> None:
    """A number as a number, and what is missing as the word for it."""
    number = text.replace(",", "")
    if number.replace(".", "", 1).isdecimal():
        sheet.write_number(row, column, float(number) if "." in number else int(number), style)
    else:
        sheet.write_string(row, column, text, style)


def _details(report: Report) -> list[list[Any]]:
    return [
        [
            cell.table.title,
            _name(cell),
            row.on.isoformat(),
            row.what,
            row.label,
            report.units.get(row.unit, "") if row.unit else "",
            row.amount if cell.column.measure.adds_up else "",
        ]
        for one in report.tables
        for cell in one.cells
        for row in cell.rows or ()
    ]


def _methods(report: Report) -> list[list[Any]]:
    found: list[list[Any]] = [
        ["统计时间", "", f"{localtime(report.made_at):%Y-%m-%d %H:%M}", "", ""],
        ["校验码", "", report.sha256 or "没有存档", "", ""],
    ]
    for one in report.tables:
        sure = "有出处" if one.table.certainty == "S" else "凭记忆，须核对"
        found += [[one.table.title, "", note, one.table.source, sure] for note in one.table.notes]
        found += [[one.table.title, _name(cell), cell.column.rule, "", ""] for cell in one.cells if cell.column.rule]
    return found


def _name(cell: Cell) -> str:
    return " ".join(filter(None, [cell.column.group, cell.column.title]))


def _rows(sheet: Worksheet, titles: list[str], rows: list[list[Any]], head: Any) -> None:
    for column, title in enumerate(titles):
        sheet.write_string(0, column, title, head)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, int | float | Decimal):
                sheet.write_number(number, column, float(value))
            else:
                sheet.write_string(number, column, str(value))
    sheet.set_column(0, len(titles) - 1, 24)
