"""Counts the yearly tables of enforcement and writes them as PDF, workbook or JSON."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cases.figures.registry import Period
from documents.rendering import CANNOT_PRINT
from officers.models import Department
from oversight.annual.as_json import json_file
from oversight.annual.forms import FIRST
from oversight.annual.keeping import keep, kept_report
from oversight.annual.printed import annual_pdf
from oversight.annual.report import Report, annual_report
from oversight.annual.workbook import annual_workbook

WRITERS = {"pdf": annual_pdf, "xlsx": annual_workbook, "json": json_file}


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("year", type=int, metavar="YEAR")
        parser.add_argument("--month", type=int, choices=range(1, 13), help="only this month of the year")
        parser.add_argument("--unit", default="", metavar="NAME", help="only the cases of this department")
        parser.add_argument("--format", choices=sorted(WRITERS), help="else by the name of --out, else a summary")
        parser.add_argument("--out", type=Path, metavar="FILE", help="where to write; JSON goes to the screen without")
        parser.add_argument("--keep", action="store_true", help="keep the report, as the page does")

    def handle(self, *, year: int, month: int | None, unit: str, out: Path | None, **options: Any) -> None:
        this_year = timezone.localdate().year
        if not FIRST.year < year <= this_year:
            raise CommandError(f"YEAR lies after {FIRST.year} and not after {this_year}")
        report = annual_report(_period(year, month, _unit(unit)), now=timezone.now())
        if options["keep"]:
            report = kept_report(keep(report, officer=None))
        wanted = options["format"] or (out.suffix.removeprefix(".") if out else "")
        if wanted and wanted not in WRITERS:
            raise CommandError(f"--out ends in one of {', '.join(sorted(WRITERS))}")
        if not wanted:
            self.print_summary(report)
        elif out:
            self.write(report, wanted, out)
        elif wanted == "json":
            self.stdout.write(json_file(report).decode())
        else:
            raise CommandError(f"--format {wanted} wants --out FILE")

    def write(self, report: Report, wanted: str, out: Path) -> None:
        try:
            out.write_bytes(WRITERS[wanted](report))
        except (*CANNOT_PRINT, OSError) as reason:
            raise CommandError(f"{out}: {reason}") from reason

    def print_summary(self, report: Report) -> None:
        for one in report.tables:
            self.stdout.write(f"{one.table.number} {report.title}{one.table.title}")
            for cell in one.cells:
                self.stdout.write(f"  {' '.join(filter(None, [cell.column.group, cell.column.title]))}: {cell.text}")


def _period(year: int, month: int | None, unit: int | None) -> Period:
    if month is None:
        return Period(date(year, 1, 1), date(year, 12, 31), unit)
    after = date(year + month // 12, month % 12 + 1, 1)
    return Period(date(year, month, 1), date.fromordinal(after.toordinal() - 1), unit)


def _unit(name: str) -> int | None:
    if not name:
        return None
    found = Department.objects.filter(name=name).first()
    if found is None:
        raise CommandError(f"No department is called {name}")
    return found.pk
