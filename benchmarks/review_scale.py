"""How do time, queries and memory of one review grow with its files, done by the worker chunk by chunk?

python -m benchmarks.review_scale --files 1000 10000
"""

import argparse
import json
import logging
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from typing import Any

FOLDER = os.environ.get("REVIEW_SCALE_DIR") or tempfile.mkdtemp(prefix="review-scale-")
os.environ |= {"EMBEDDED": "true", "VAR_DIR": FOLDER, "LOG_LEVEL": "ERROR", "DJANGO_SETTINGS_MODULE": "bureau.settings"}
os.environ.pop("DATABASE_URL", None)

import django  # noqa: E402
import structlog  # noqa: E402

django.setup()
structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from benchmarks.copies import copy_case  # noqa: E402
from bureau.sample import stories  # noqa: E402
from bureau.sample.people import hire_everyone  # noqa: E402
from cases.models import Inquiry  # noqa: E402
from documents.outbox import drain, is_waiting  # noqa: E402
from officers.models import Officer  # noqa: E402
from oversight.jobs import ask_for_review  # noqa: E402
from oversight.models import ReviewRun  # noqa: E402
from oversight.report import BATCH, kept_report  # noqa: E402
from oversight.screens import report_context  # noqa: E402
from oversight.self_report import self_report  # noqa: E402
from oversight.self_report_workbook import self_report_workbook  # noqa: E402

BEGINS, ENDS = date(2026, 1, 1), date(2026, 12, 31)
MEGABYTE = 1024  # ru_maxrss counts in kilobytes
STEPS = ("prepare", "review")


class Queries:
    """How many statements ran; the log of the connection would be cut off and costs time itself."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute: Any, *arguments: Any) -> Any:
        self.count += 1
        return execute(*arguments)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, nargs="+", default=[1_000, 10_000])
    options.add_argument("--step", choices=STEPS, help="for the processes that this one starts")
    chosen = options.parse_args()
    if chosen.step:
        return step(chosen.step, chosen.files[0])
    try:
        show([one_size(files) for files in chosen.files])
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
    return 0


def one_size(files: int) -> dict[str, Any]:
    """Written and reviewed in processes of their own, so that the peak of memory is the review's alone."""
    with tempfile.TemporaryDirectory(prefix="review-scale-") as folder:
        for name in STEPS:
            command = [sys.executable, "-m", "benchmarks.review_scale", "--step", name, "--files", str(files)]
            environment = os.environ | {"REVIEW_SCALE_DIR": folder}
            done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
        result: dict[str, Any] = json.loads(done.stdout)
    return result


def step(name: str, files: int) -> int:
    try:
        if name == "prepare":
            prepare(files)
        else:
            json.dump(review(), sys.stdout)
    finally:
        connection.close()
    return 0


def prepare(files: int) -> None:
    """Copies of one finished case by bulk insert; every tenth with a defect, as a real year has them."""
    call_command("migrate", verbosity=0)
    cast = hire_everyone()
    overload = stories.overload(cast)
    overload.exempt(date(2026, 4, 14), "样例案件")
    overload.close(date(2026, 4, 14), "罚款已缴清。")
    with transaction.atomic():
        made = copy_case(overload.case, files - 1, closed_from=date(2026, 4, 20), days=240)
        for start in range(0, len(made), 500):
            Inquiry.objects.filter(case__in=made[start : start + 500][::10]).update(rights_told=False)


def review() -> dict[str, Any]:
    idle, queries = peak(), Queries()
    wall, cpu = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(queries):
        run = ask_for_review(BEGINS, ENDS, None, Officer.objects.order_by("pk")[0])
        while is_waiting():
            drain()
    result: dict[str, Any] = {
        "wall": time.perf_counter() - wall,
        "cpu": time.process_time() - cpu,
        "queries": queries.count,
        "idle": idle,
        "peak": peak(),
    }
    run = ReviewRun.objects.get(pk=run.pk)
    result["files"] = run.done
    result["page"] = seconds(lambda: report_context(kept_report(ReviewRun.objects.get(pk=run.pk)), f"run={run.pk}"))
    result["workbook"] = seconds(lambda: self_report_workbook(self_report(run)))
    return result


def seconds(work: Any) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE


def show(rows: list[dict[str, Any]]) -> None:
    head = ["files", "clock", "CPU", "CPU a file", "growth", "queries", "a chunk", "a file", "memory before", "peak"]
    head += ["page", "workbook"]
    sys.stdout.write("| " + " | ".join(head) + " |\n|" + " ---: |" * len(head) + "\n")
    first = rows[0]["cpu"] / rows[0]["files"]
    for row in rows:
        files, each = row["files"], row["cpu"] / row["files"]
        chunks = files // BATCH + 1
        cells = [f"{files:,}", f"{row['wall']:.1f} s", f"{row['cpu']:.1f} s", f"{1000 * each:.1f} ms"]
        cells += [f"×{each / first:.2f}", f"{row['queries']:,}", f"{row['queries'] / chunks:.0f}"]
        cells += [f"{row['queries'] / files:.2f}", f"{row['idle']} MB", f"{row['peak']} MB"]
        cells += [f"{row['page']:.2f} s", f"{row['workbook']:.2f} s"]
        sys.stdout.write("| " + " | ".join(cells) + " |\n")
    sys.stdout.write(f"\nSQLite; one worker; chunks of {BATCH} files.\n")


if __name__ == "__main__":
    sys.exit(main())
