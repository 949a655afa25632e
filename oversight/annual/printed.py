"""How do the tables and the report on the rule of law become official papers?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import localtime

from documents import rendering
from law.annual_tables import Measure
from officers.models import Bureau
from oversight.annual.models import RuleOfLawVersion
from oversight.annual.narrative import gaps, paragraphs
from oversight.annual.report import Cell, Filled, Report, lines

MOST_COLUMNS = 16
"""More do not fit across a sheet of A4; the table goes on below."""
LANDSCAPE = Path(rendering.__file__).resolve().parent / "style" / "landscape.css"


@dataclass(frozen=True)
class Head:
    title: str
    span: int
    is_group: bool
    is_money: bool = False


@dataclass(frozen=True)
class Grid:
    """As much of a table as fits across: first and second line of its head, then a line for each unit."""

    first: tuple[Head, ...]
    second: tuple[str, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]


def annual_pdf(report: Report) -> bytes:
    """The official tables on A4 across. Chinese whoever reads it; equal reports give equal bytes. Raises MissingGlyph."""
    context = {
        "report": report,
        "made_at": localtime(report.made_at),
        "bureau": _bureau(),
        "sign_off": sign_off(report),
        "tables": [{"table": one.table, "grids": list(_grids(report, one))} for one in report.tables],
    }
    with translation.override("zh-hans"):
        html = render_to_string("oversight/annual/paper.html", context)
        return rendering.pdf_from_html(html, more=LANDSCAPE.read_text())


def rule_of_law_pdf(version: RuleOfLawVersion) -> bytes:
    found = paragraphs(version)
    context = {"version": version, "paragraphs": found, "gaps": gaps(found), "bureau": _bureau()}
    context["written_on"] = localtime(version.written_at).date()
    with translation.override("zh-hans"):
        return rendering.pdf_from_html(render_to_string("oversight/annual/rule_of_law_paper.html", context))


def sign_off(report: Report) -> str:
    """单位负责人、报表人 sign by hand; the telephone is the bureau's."""
    bureau = Bureau.objects.first()
    phone = bureau.phone if bureau else ""
    made = localtime(report.made_at)
    return f"单位负责人：　　　　　　报表人：　　　　　　联系电话：{phone}　　　　填报日期：{made.year}年{made.month}月{made.day}日"


def _bureau() -> str:
    bureau = Bureau.objects.first()
    return bureau.name if bureau else ""


def _grids(report: Report, one: Filled) -> Iterator[Grid]:
    told, start = lines(report, one), 0
    for cells in _parted(one.cells):
        end = start + len(cells)
        heads = tuple(_heads(cells))
        second = tuple(cell.column.title for cell in cells if cell.column.group)
        yield Grid(heads, second, tuple((name, tuple(texts[start:end])) for name, texts in told))
        start = end


def _parted(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Parts of about the same width, never through a group."""
    wide = ceil(len(cells) / ceil(len(cells) / MOST_COLUMNS))
    part: list[Cell] = []
    for group, members in groupby(cells, key=lambda cell: cell.column.group):
        for block in [list(members)] if group else [[cell] for cell in members]:
            if part and len(part) + len(block) > (MOST_COLUMNS if group else wide + 1):
                yield part
                part = []
            part = [*part, *block]
    yield part


def _heads(cells: Sequence[Cell]) -> Iterator[Head]:
    for group, members in groupby(cells, key=lambda cell: cell.column.group):
        if group:
            yield Head(group, len(list(members)), True)
        else:
            yield from (Head(cell.column.title, 1, False, cell.column.measure == Measure.YUAN) for cell in members)
