"""How does the self-review report become a workbook, with the register of cases as a sheet of its own?"""

from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils import translation
from django.utils.timezone import make_naive

from oversight.register import Entry, register
from oversight.self_report import SelfReport, basic_rows
from oversight.workbook import OPTIONS, fill

REGISTER = ["序号", "案号", "案由", "当事人", "决定书文号", "决定日期", "处理结果", "罚款（元）", "没收违法所得（元）"]
REGISTER += ["结案日期", "承办单位", "评查得分", "等次"]


def self_report_workbook(said: SelfReport) -> bytes:
    """Four sheets: 案卷基本情况, 案件目录登记表, 三项制度落实情况, 问题和整改措施. Chinese whoever reads it."""
    target = BytesIO()
    with translation.override("zh-hans"), xlsxwriter.Workbook(target, OPTIONS) as book:
        book.set_properties({"title": "案卷评查自查报告", "created": make_naive(said.run.run_at)})
        head = book.add_format({"bold": True, "bg_color": "#e8eef6", "border": 1, "text_wrap": True})
        sheets: dict[str, tuple[list[str], list[list[Any]]]] = {
            "案卷基本情况": (["项目", "数值"], _basic(said)),
            "案件目录登记表": (REGISTER, [_row(number, one) for number, one in enumerate(register(said.run), start=1)]),
            "三项制度落实情况": (
                ["制度", "依据", "落实情况"],
                [[one.title, one.basis, one.sentence] for one in said.systems],
            ),
            "问题和整改措施": (["检查项", "存在的问题", "依据", "件数", "处数", "整改措施"], _problems(said)),
        }
        for name, (titles, rows) in sheets.items():
            fill(book.add_worksheet(name), titles, rows, head)
    return target.getvalue()


def _basic(said: SelfReport) -> list[list[Any]]:
    rows: list[list[Any]] = [["结案日期", f"{said.run.begins} 至 {said.run.ends}"]]
    rows += [["单位", said.report.unit_name or "全部单位"], ["评查标准", said.report.standard.title]]
    return rows + [
        [one["label"], one["value"] if isinstance(one["value"], int) else str(one["value"])] for one in basic_rows(said)
    ]


def _row(number: int, one: Entry) -> list[Any]:
    decided_on = one.decided_on.isoformat() if one.decided_on else ""
    row: list[Any] = [number, one.number, one.cause, one.party, one.paper, decided_on, one.outcome]
    row += [float(one.fine), float(one.confiscation), one.closed_on.isoformat(), one.unit]
    return [*row, float(one.score) if one.score else "", one.grade]


def _problems(said: SelfReport) -> list[list[Any]]:
    rows: list[list[Any]] = [
        [one.item.number, one.item.text, one.basis, one.files, one.findings, one.measure] for one in said.problems
    ]
    return rows + ([["", "其他需要说明的情况", "", "", "", said.other]] if said.other else [])
