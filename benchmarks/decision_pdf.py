"""How long does a warm decision paper take, next to WeasyPrint as its manual shows it, with the fonts of the system?

python -m benchmarks.decision_pdf --rounds 25
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks.installation import begin, machine, milliseconds, table

begin()

from django.conf import settings  # noqa: E402

from documents.registry import paper_form  # noqa: E402
from documents.rendering import STYLESHEET, PaperMeta, render_html, render_pdf  # noqa: E402

FORM = "penalty-decision"
META = PaperMeta(number="蒙样交执罚〔2026〕001号", verify_url="http://127.0.0.1:8000/v/ABCDEFGHJK", sealed=True)
# The faces a machine has from its packages; everything else of the sheet, and so the layout, is the same.
SYSTEM_FACES = {
    "Paper Latin": "Noto Serif CJK SC",
    "Paper FangSong": "Noto Serif CJK SC",
    "Paper Kai Rare": "Noto Serif CJK SC",
    "Paper Kai": "Noto Serif CJK SC",
    "Paper Song": "Noto Serif CJK SC",
    "Paper Title": "Noto Serif CJK SC",
    "Paper Hei": "Noto Sans CJK SC",
}


class Naive:
    """The other process: one line in, one paper out."""

    def __init__(self, html: str, sheet: str) -> None:
        folder = Path(settings.VAR_DIR)
        (folder / "paper.html").write_text(html)
        (folder / "paper.css").write_text(sheet)
        command = [sys.executable, "-m", "benchmarks.naive_pdf", folder / "paper.html", folder / "paper.css"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def paper(self) -> tuple[float, int]:
        """CPU seconds and bytes."""
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError("The other process has no pipes.")
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        seconds, size = self.process.stdout.readline().split()
        return float(seconds), int(size)

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()


def ours() -> tuple[float, int]:
    """Everything a preview does: template, QR code, seal, layout, fonts."""
    started = time.process_time()
    pdf = render_pdf(FORM, paper_form(FORM).samples()["typical"], meta=META)
    return time.process_time() - started, len(pdf)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=25)
    rounds = options.parse_args().rounds
    html = render_html(FORM, paper_form(FORM).samples()["typical"], meta=META)
    naive = Naive(html, system_sheet())
    ours(), naive.paper()
    pairs = [(naive.paper(), ours()) for _ in range(rounds)]
    naive.end()
    show([one for one, _other in pairs], [other for _one, other in pairs])
    return 0


def system_sheet() -> str:
    sheet = STYLESHEET.read_text()
    for role, face in SYSTEM_FACES.items():
        sheet = sheet.replace(f'"{role}"', f'"{face}"')
    return sheet


def show(naive: list[tuple[float, int]], ours: list[tuple[float, int]]) -> None:
    ratio = median(slow / fast for (slow, _size), (fast, _other) in zip(naive, ours, strict=True))
    rows = [_row("naive, system fonts", naive, "×1"), _row("ours", ours, f"×{ratio:.1f}")]
    print(table(("行政处罚决定书, warm", "p50", "p95", "size", "naive ÷ this"), rows))
    print(f"\nCPU time; {len(ours)} rounds in turn, two processes, ratio pair by pair; {machine()}.")


def _row(name: str, measured: list[tuple[float, int]], ratio: str) -> tuple[str, ...]:
    half, most = milliseconds([seconds for seconds, _size in measured])
    return name, f"{half:.0f} ms", f"{most:.0f} ms", f"{measured[0][1] // 1024} KB", ratio


if __name__ == "__main__":
    sys.exit(main())
