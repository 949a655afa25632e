"""How does a report become a workbook that no spreadsheet executes?"""

from io import BytesIO
from typing import Any

import xlsxwriter
from django.conf import settings
from django.utils.timezone import localtime, make_naive
from xlsxwriter.worksheet import Worksheet

from oversight import figures
from oversight.places import article, paper_title, place_url
from oversight.report import Report

# Nothing that a person typed may become a formula, a link or a number: every cell is written by its type.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDEST = 60
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def report_workbook(report: Report) -> bytes:
    """Five sheets: 汇总, 分单位, 分检查项, 明细, 口径. Equal reports give equal numbers."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        # Kept time, not now: the file of a kept review says when it was made.
        book.set_properties({"title": "案卷评查报告", "created": make_naive(report.made_at)})
        head = book.add_format({"bold": True, "bg_color": "#e8eef6", "border": 1, "text_wrap": True})
        link = book.add_format({"font_color": "#0b4a8f", "underline": 1})
        sheets = {
            "汇总": (["项目", "数值"], summary_rows(report)),
            "分单位": (["单位", "件数", "平均分", *_grades(report), "有否决项"], unit_rows(report)),
            "分检查项": (["检查项", "部分", "内容", "分值", "件数", "处数", "扣分合计"], item_rows(report)),
        }
        for name, (titles, rows) in sheets.items():
            fill(book.add_worksheet(name), titles, rows, head)
        _findings(book.add_worksheet("明细"), report, head, link)
        fill(book.add_worksheet("口径"), ["项目", "说明"], method_rows(report), head)
    return target.getvalue()


def summary_rows(report: Report) -> list[list[Any]]:
    mean = figures.average_of(report.tally)
    few = f"不足 {figures.FEWEST_FOR_AN_AVERAGE} 件，不计算"
    return [
        ["结案日期", f"{report.begins} 至 {report.ends}"],
        ["单位", report.unit_name or "全部单位"],
        ["评查件数", report.tally.files],
        ["平均分", float(mean) if mean is not None else few],
        *[[title, count] for title, count in figures.by_grade(report).items()],
        ["有否决项", report.tally.vetoed],
        ["发现问题（处）", report.tally.findings],
        ["评查时间", f"{localtime(report.made_at):%Y-%m-%d %H:%M}"],
    ]


def unit_rows(report: Report) -> list[list[Any]]:
    few = f"不足 {figures.FEWEST_FOR_AN_AVERAGE} 件"
    return [
        [
            row.name,
            row.files,
            float(row.average) if row.average is not None else few,
            *[row.grades.get(title, 0) for title in _grades(report)],
            row.vetoed,
        ]
        for row in figures.by_unit(report)
    ]


def item_rows(report: Report) -> list[list[Any]]:
    return [
        [
            row.item.number,
            row.item.section,
            row.item.text,
            "否决" if row.item.veto else float(row.item.points),
            row.files,
            row.findings,
            float(row.points),
        ]
        for row in figures.by_item(report)
    ]


def method_rows(report: Report) -> list[list[Any]]:
    standard = report.standard
    machine = [item for item in standard.items if item.rules]
    return [
        ["评查标准", standard.title],
        ["标准施行日期", standard.in_force_from.isoformat()],
        ["标准说明", standard.note],
        ["评查范围", "结案日期在期间内（含首尾两日）的全部已立案案件，不抽样。"],
        ["计分", "得分 = 100 × 参评项目得分 ÷ 参评项目标准分；不涉及的项目不参评；有一项否决即为 0 分。"],
        ["机器评查", f"标准共 {len(standard.items)} 项，机器检查 {len(machine)} 项；其余须人工核对，不计入得分。"],
        ["平均分", f"不足 {figures.FEWEST_FOR_AN_AVERAGE} 件的不计算平均分；不对人员排名。"],
        *[["等次", f"{grade.title}：{grade.at_least} 分以上"] for grade in standard.grades],
    ]


def _grades(report: Report) -> list[str]:
    return [grade.title for grade in report.standard.grades]


def fill(sheet: Worksheet, titles: list[str], rows: list[list[Any]], head: Any) -> None:
    _head(sheet, titles, head)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            _write(sheet, number, column, value)
    _widths(sheet, titles, rows)


def _findings(sheet: Worksheet, report: Report, head: Any, link: Any) -> None:
    titles = ["案号", "当事人", "单位", "结案日期", "得分", "等次", "检查项", "问题"]
    titles += ["依据", "文书", "栏目", "位置", "扣分", "能否补正", "办法", "链接"]
    _head(sheet, titles, head)
    rows = []
    for number, (file, one) in enumerate(figures.every_finding(report), start=1):
        row = [
            file.number,
            file.party,
            file.unit_name,
            file.closed_on,
            float(file.score) if file.score else "",
            file.grade,
            one.item,
        ]
        row += [one.sentence, article(one.basis), paper_title(one.form), one.field, one.locator]
        row += ["否决" if one.veto else float(one.points), "能" if one.curable else "不能", one.how]
        for column, value in enumerate(row):
            _write(sheet, number, column, value)
        address = settings.PUBLIC_BASE_URL.rstrip("/") + place_url(file.case, one.document, "")
        sheet.write_url(number, len(row), address, link, "打开")
        rows.append(row)
    _widths(sheet, titles, rows)
    sheet.autofilter(0, 0, max(len(rows), 1), len(titles) - 1)


def _head(sheet: Worksheet, titles: list[str], head: Any) -> None:
    for column, title in enumerate(titles):
        sheet.write_string(0, column, title, head)
    sheet.freeze_panes(1, 0)


def _write(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    if isinstance(value, int | float):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, str(value))


def _widths(sheet: Worksheet, titles: list[str], rows: list[list[Any]]) -> None:
    for column, title in enumerate(titles):
        longest = max([len(title), *(len(str(row[column])) for row in rows[:200] if column < len(row))])
        sheet.set_column(column, column, min(longest * 2 + 2, WIDEST))
