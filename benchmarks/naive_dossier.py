"""What does it take to print all papers of a case again, as WeasyPrint's manual shows, and to join them?

A process of its own for benchmarks/dossier.py, which asks for one dossier per line: fontconfig is set per process.
"""

import io
import logging
import sys
import time
from pathlib import Path

import pikepdf
from weasyprint import CSS, HTML


def main(folder: Path) -> None:
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    papers = [path.read_text() for path in sorted(folder.glob("paper-*.html"))]
    sheet = (folder / "paper.css").read_text()
    for _line in sys.stdin:
        started = time.process_time()
        target = io.BytesIO()
        with pikepdf.new() as bound:
            for html in papers:
                pdf = HTML(string=html).write_pdf(stylesheets=[CSS(string=sheet)])
                bound.pages.extend(pikepdf.open(io.BytesIO(pdf)).pages)
            bound.save(target)
        print(time.process_time() - started, len(target.getvalue()), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
