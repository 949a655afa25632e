"""How long does the review of 10,000 files take, with how many queries and how much memory, next to one by one?

python -m benchmarks.review_report --files 10000
"""

import argparse
import logging
import os
import resource
import shutil
import sys
import tempfile
import time
from datetime import date
from typing import Any

FOLDER = tempfile.mkdtemp(prefix="review-benchmark-")
os.environ |= {"EMBEDDED": "true", "VAR_DIR": FOLDER, "LOG_LEVEL": "ERROR", "DJANGO_SETTINGS_MODULE": "bureau.settings"}
os.environ.pop("DATABASE_URL", None)

import django  # noqa: E402
import structlog  # noqa: E402

django.setup()
structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.copies import copy_case  # noqa: E402
from bureau.sample import stories  # noqa: E402
from bureau.sample.people import hire_everyone  # noqa: E402
from cases.case_file import load_case_file  # noqa: E402
from cases.models import Case, Inquiry  # noqa: E402
from law.review_standard import review_standard  # noqa: E402
from oversight.models import ReviewRun  # noqa: E402
from oversight.pdf import report_pdf  # noqa: E402
from oversight.report import BATCH, closed_cases, file_result, make_report, run_review  # noqa: E402
from oversight.report import kept_report as open_kept  # noqa: E402
from oversight.screens import report_context  # noqa: E402
from oversight.workbook import report_workbook  # noqa: E402

BEGINS, ENDS = date(2026, 1, 1), date(2026, 12, 31)
ONE_BY_ONE = 100


class Clock:
    """Seconds on the wall, and of this process alone: the machine may be shared."""

    def __init__(self) -> None:
        self.wall, self.cpu = time.perf_counter(), time.process_time()

    def stop(self) -> "Clock":
        self.wall, self.cpu = time.perf_counter() - self.wall, time.process_time() - self.cpu
        return self

    def columns(self, times: float = 1) -> list[str]:
        return [f"{self.wall * times:.1f} s", f"{self.cpu * times:.1f} s"]


class Queries:
    """How many statements ran; the log of the connection would be cut off and costs time itself."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute: Any, *arguments: Any) -> Any:
        self.count += 1
        return execute(*arguments)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=10_000)
    files = options.parse_args().files
    try:
        rows = [*measured("Rows written", lambda: prepare(files)), *review(files)]
    finally:
        connection.close()
        shutil.rmtree(FOLDER, ignore_errors=True)
    show(rows)
    return 0


def prepare(files: int) -> int:
    """Half overload cases, half no-penalty cases; every tenth with a defect, as a real year has them."""
    call_command("migrate", verbosity=0)
    cast = hire_everyone()
    overload, first_offence = stories.overload(cast), stories.first_offence(cast)
    overload.exempt(date(2026, 4, 14), "样例案件")
    overload.close(date(2026, 4, 14), "罚款已缴清。")
    with transaction.atomic():
        half = files // 2
        made = copy_case(overload.case, half, closed_from=date(2026, 4, 20), days=240)
        made += copy_case(first_offence.case, files - half - 2, closed_from=date(2026, 8, 20), days=120)
        for start in range(0, len(made), 500):
            chunk = made[start : start + 500][::10]
            Inquiry.objects.filter(case__in=chunk).update(rights_told=False)
    return Case.objects.count()


def review(files: int) -> list[list[str]]:
    now = timezone.now()
    queries = Queries()
    with connection.execute_wrapper(queries):
        clock = Clock()
        report = make_report(BEGINS, ENDS, None, now=now, language="zh-hans")
        clock.stop()
    batches = -(-len(report.files) // BATCH)
    per_batch = (queries.count - 1) / batches
    rows = [["Review of all files, in batches", str(len(report.files)), *clock.columns(), f"{per_batch:.0f} a batch"]]
    sample = closed_cases(BEGINS, ENDS)[:: max(files // ONE_BY_ONE, 1)][:ONE_BY_ONE]
    alone, naive_queries = one_by_one(sample)
    name = f"Review file by file (measured on {len(sample)}, extrapolated)"
    rows.append([name, str(files), *alone.columns(files / len(sample)), f"{naive_queries:.0f} a file"])
    run = run_review(report, officer=None)
    rows += measured(
        "Page from a kept review", lambda: report_context(open_kept(ReviewRun.objects.get(pk=run.pk)), "run=1")
    )
    rows += measured("Workbook (.xlsx)", lambda: report_workbook(report))
    rows += measured("Paper (.pdf)", lambda: report_pdf(report))
    return rows


def one_by_one(ids: list[int]) -> tuple[Clock, float]:
    """The same rules, each file with queries of its own: what a loop over cases does. The time of all, the queries per file."""
    standard = review_standard(ENDS)
    queries = Queries()
    with connection.execute_wrapper(queries):
        clock = Clock()
        for pk in ids:
            file_result(load_case_file(pk), standard)
        clock.stop()
    return clock, queries.count / len(ids)


def measured(name: str, work: Any) -> list[list[str]]:
    queries = Queries()
    with connection.execute_wrapper(queries):
        clock = Clock()
        result = work()
        clock.stop()
    size = str(result) if isinstance(result, int) else f"{len(result) // 1024} KB" if isinstance(result, bytes) else ""
    return [[name, size, *clock.columns(), str(queries.count)]]


def show(rows: list[list[str]]) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print("| what | size | time | CPU | queries |\n|---|---:|---:|---:|---:|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(f"\nPeak memory {peak} MB; SQLite; one process.")


if __name__ == "__main__":
    sys.exit(main())
