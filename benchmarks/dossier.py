"""How fast and how large is a bound dossier, next to printing all its papers again? And one of 500 pages?

python -m benchmarks.dossier --rounds 5
"""

import argparse
import io
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from itertools import cycle
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

from benchmarks.installation import begin, machine, table

begin()

import pikepdf  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

from benchmarks.papers import system_sheet  # noqa: E402
from cases.models import Case  # noqa: E402
from documents.dossier import dossier_pdf  # noqa: E402
from documents.models import Document  # noqa: E402
from documents.outbox import drain  # noqa: E402
from documents.page_stamps import stamp_pages  # noqa: E402
from documents.registry import FORMS  # noqa: E402
from documents.services import draw, html_of, issue, pdf_of  # noqa: E402
from documents.sharing import share_equal_streams  # noqa: E402
from officers.models import Bureau, Department, Officer  # noqa: E402

DAY = date(2026, 4, 15)
PAPERS, PAGES = 25, 500
OF_A_CASE = (
    *("penalty-decision", "filing-form", "scene-record", "interview-record", "evidence-list", "investigation-report"),
    *("violation-notice", "statement-record", "service-receipt", "closing-report", "correction-order"),
)
Measured = tuple[float, int]
"""CPU seconds and bytes."""


class Naive:
    """The other process: one line in, one dossier out."""

    def __init__(self, papers: list[Document]) -> None:
        folder = Path(settings.VAR_DIR)
        (folder / "paper.css").write_text(system_sheet())
        for place, paper in enumerate(papers):
            (folder / f"paper-{place:03}.html").write_text(html_of(paper, stylesheets=()))
        command = [sys.executable, "-m", "benchmarks.naive_dossier", str(folder)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def dossier(self) -> Measured:
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError("The other process has no pipes.")
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        seconds, size = self.process.stdout.readline().split()
        return float(seconds), int(size)

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()


def case_with_papers() -> Case:
    """25 issued papers of eleven forms, each with something of its own in it, printed into the archive."""
    Bureau.objects.create(
        pk=1, name="样例旗交通运输局", number_prefix="蒙样交执", reviewing_government="样例旗人民政府"
    )
    unit = Department.objects.create(name="综合行政执法大队", handles_cases=True)
    officer = Officer.objects.create(staff_number="1001", name="巴特尔", department=unit)
    case = Case.objects.create(
        cause="涉嫌超限运输",
        source="inspection",
        received_at=datetime(2026, 3, 10, 9, 40, tzinfo=ZoneInfo("Asia/Shanghai")),
        occurred_on=DAY,
        registered_on=DAY,
        place="S210线",
        summary="车货总质量61320千克。",
        department=unit,
    )
    for place, key in zip(range(PAPERS), cycle(OF_A_CASE), strict=False):
        names = list(FORMS[key].samples())
        content = FORMS[key].samples()[names[place % len(names)] if place >= len(OF_A_CASE) else "typical"]
        paper = draw(case=case, form_key=key, content=content, officer=officer, on=DAY, subject_key=f"n-{place}")
        issue(paper, officer=officer, on=DAY)
    while drain():
        pass
    return case


def measured(make: Callable[[], bytes]) -> Measured:
    started = time.process_time()
    data = make()
    return time.process_time() - started, len(data)


def five_hundred(papers: list[Document]) -> Callable[[], bytes]:
    """The archived papers of twenty such cases, from the disk: joined, stamped, bookmarked, typefaces shared."""

    def make() -> bytes:
        target = io.BytesIO()
        with pikepdf.new() as bound:
            marks = []
            for paper in cycle(papers):
                if len(bound.pages) >= PAGES:
                    break
                marks.append(pikepdf.OutlineItem(paper.title, len(bound.pages)))
                with pikepdf.open(io.BytesIO(pdf_of(paper))) as pdf:
                    bound.pages.extend(pdf.pages)
            stamp_pages(bound, 0, len(bound.pages))
            with bound.open_outline() as outline:
                outline.root.extend(marks)
            share_equal_streams(bound)
            bound.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return target.getvalue()

    return make


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    rounds = options.parse_args().rounds
    call_command("migrate", verbosity=0)
    case = case_with_papers()
    papers = list(Document.objects.final().filter(case=case))
    archived = sum(paper.pdf.size for paper in papers)
    naive, whole = Naive(papers), five_hundred(papers)
    naive.dossier(), dossier_pdf(case.pk), whole()
    triples = [(naive.dossier(), measured(lambda: dossier_pdf(case.pk)), measured(whole)) for _round in range(rounds)]
    naive.end()
    show([one[0] for one in triples], [one[1] for one in triples], [one[2] for one in triples], archived)
    return 0


def show(naive: list[Measured], ours: list[Measured], whole: list[Measured], archived: int) -> None:
    faster = median(slow / fast for (slow, _size), (fast, _other) in zip(naive, ours, strict=True))
    smaller = naive[0][1] / ours[0][1]
    rows = [
        _row(f"{PAPERS} papers, naive: all printed again", naive, "×1", "1"),
        _row(f"{PAPERS} papers, ours: from the archive", ours, f"×{faster:.0f}", f"1/{smaller:.1f}"),
        _row(f"{PAGES} pages joined, stamped, bookmarked", whole, "", ""),
    ]
    print(table(("dossier, warm", "p50", "best", "size", "naive ÷ this", "size of naive"), rows))
    print(f"\nThe archived papers alone: {archived // 1024} KB. CPU time; {len(ours)} rounds in turn; {machine()}.")


def _row(name: str, measured: list[Measured], faster: str, smaller: str) -> tuple[str, ...]:
    seconds = sorted(one for one, _size in measured)
    half, best = median(seconds) * 1000, seconds[0] * 1000
    return name, f"{half:.0f} ms", f"{best:.0f} ms", f"{measured[0][1] // 1024} KB", faster, smaller


if __name__ == "__main__":
    sys.exit(main())
