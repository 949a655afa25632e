"""Reviews the files of all cases closed in a period and prints or writes the report."""

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from law.review_standard import UnknownStandard
from oversight import figures
from oversight.pdf import report_pdf
from oversight.report import Report, make_report, run_review
from oversight.standards import standard_on
from oversight.workbook import report_workbook, summary_rows

WRITERS = {".xlsx": report_workbook, ".pdf": report_pdf}


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", dest="begins", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
        parser.add_argument("--to", dest="ends", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
        parser.add_argument("--json", action="store_true", help="print the whole result as JSON")
        parser.add_argument("--output", type=Path, metavar="FILE", help="write a workbook (.xlsx) or a paper (.pdf)")
        parser.add_argument("--standard", default="", metavar="KEY", help="by which standard; else the bureau's choice")
        parser.add_argument("--keep", action="store_true", help="keep the result, as the page does")

    def handle(self, *, begins: date, ends: date, output: Path | None, **options: Any) -> None:
        if ends < begins:
            raise CommandError("--to lies before --from")
        try:
            key = standard_on(ends, options["standard"]).key
        except UnknownStandard as reason:
            raise CommandError(f"No such review standard is in force: {reason}") from reason
        if output and output.suffix not in WRITERS:
            raise CommandError(f"--output wants one of {', '.join(WRITERS)}")
        report = make_report(begins, ends, None, now=timezone.now(), language="zh-hans", standard_key=key)
        if options["keep"]:
            run_review(report, officer=None)
        if output:
            output.write_bytes(WRITERS[output.suffix](report))
        if options["json"]:
            self.stdout.write(json.dumps(as_json(report), ensure_ascii=False, indent=1))
        else:
            self.print_summary(report)

    def print_summary(self, report: Report) -> None:
        for title, value in summary_rows(report):
            self.stdout.write(f"{title}: {value}")
        for row in figures.by_item(report):
            self.stdout.write(f"{row.item.number} {row.item.text}: {row.files}")


def as_json(report: Report) -> dict[str, Any]:
    return {
        "begins": report.begins.isoformat(),
        "ends": report.ends.isoformat(),
        "standard": report.standard.key,
        "grades": figures.by_grade(report),
        "vetoed": report.tally.vetoed,
        "files": [
            {
                "case": one.case,
                "number": one.number,
                "unit": one.unit_name,
                "closed_on": one.closed_on,
                "score": float(one.score) if one.score else None,
                "grade": one.grade,
                "findings": [
                    {
                        "item": found.item,
                        "veto": found.veto,
                        "points": float(found.points),
                        "sentence": found.sentence,
                        "basis": found.basis,
                        "paper": found.form,
                        "document": found.document,
                        "field": found.field,
                        "locator": found.locator,
                        "curable": found.curable,
                    }
                    for found in one.found
                ],
            }
            for one in report.files
        ],
    }
