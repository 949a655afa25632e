"""How does the yearly report on the rule of law begin, and what stands in the place of its figures?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from law.rule_of_law_report import sections_on
from officers.models import Bureau, Officer
from oversight.annual.keeping import kept_report
from oversight.annual.models import AnnualReport, RuleOfLawReport, RuleOfLawVersion
from oversight.annual.report import Report

GAP = "〔待填〕"
TOKEN = re.compile(r"\{([a-z-]+\.[a-z_-]+)\}|(〔待填[^〕]*〕)")
HEADING = re.compile(r"[一二三四五六七八九十]+、")


class Overtaken(RuntimeError):
    """Somebody else saved a version meanwhile; why, in words for the person."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text; a figure has the key of its cell, a gap nothing but its mark."""

    text: str
    cell: str = ""
    is_gap: bool = False


@dataclass(frozen=True)
class Paragraph:
    pieces: tuple[Piece, ...]
    is_heading: bool


def first_text(year: int, bureau: str) -> str:
    """The draft for a year, with its figures as {table.column}."""
    parts = [part for one in sections_on(date(year, 12, 31)) for part in (one.title, one.text) if part]
    return "\n".join(parts).replace("{year}", str(year)).replace("{bureau}", bureau)


@transaction.atomic
def begin(year: int, figures: AnnualReport, officer: Officer, now: datetime) -> RuleOfLawReport:
    """Once a year: the first version, drafted from the dated sections. Raises Overtaken."""
    bureau = Bureau.objects.first()
    try:
        with transaction.atomic():
            report = RuleOfLawReport.objects.create(year=year, begun_by=officer, begun_on=now.date())
    except IntegrityError:
        raise Overtaken(_("%(year)s年度的报告已经起草，打开它修改。") % {"year": year}) from None
    text = first_text(year, bureau.name if bureau else "")
    report.versions.create(number=1, figures=figures, text=text, written_by=officer, written_at=now)
    return report


def save(
    report: RuleOfLawReport, *, after: int, figures: AnnualReport, text: str, officer: Officer, now: datetime
) -> RuleOfLawVersion:
    """The next version, of somebody who had read version `after`. Raises Overtaken."""
    try:
        with transaction.atomic():
            if (last := latest(report).number) != after:
                raise Overtaken(_("您打开以后，别人保存了第 %(number)d 版。对照以后再保存一次。") % {"number": last})
            return report.versions.create(
                number=after + 1, figures=figures, text=text, written_by=officer, written_at=now
            )
    except IntegrityError:
        raise Overtaken(_("刚才有人保存了另一个版本。对照以后再保存一次。")) from None


def latest(report: RuleOfLawReport) -> RuleOfLawVersion:
    return report.versions.select_related("figures", "written_by").latest("number")


def paragraphs(version: RuleOfLawVersion) -> list[Paragraph]:
    """As it is read and printed: numbers in the place of the keys, a gap where nothing counts."""
    report = kept_report(version.figures)
    lines = [line.strip() for line in version.text.splitlines()]
    return [Paragraph(tuple(_pieces(line, report)), bool(HEADING.match(line))) for line in lines if line]


def gaps(found: list[Paragraph]) -> int:
    return sum(piece.is_gap for one in found for piece in one.pieces)


def _pieces(line: str, report: Report) -> Iterator[Piece]:
    end = 0
    for found in TOKEN.finditer(line):
        if before := line[end : found.start()]:
            yield Piece(before)
        key, mark = found.groups()
        yield Piece(mark, is_gap=True) if mark else _figure(key, report)
        end = found.end()
    if line[end:]:
        yield Piece(line[end:])


def _figure(key: str, report: Report) -> Piece:
    """Of what has no source, or nothing to divide by, there is no number: a person fills it in."""
    cell = report.cell(key)
    if cell is None or cell.value is None:
        return Piece(GAP, is_gap=True)
    return Piece(cell.text, cell=key)
