"""What does WeasyPrint do as its manual shows: a new HTML, a new style sheet and the fonts of the system each time?"""

import logging
import sys
from pathlib import Path

from weasyprint import CSS, HTML

from benchmarks.engines.loop import serve

FOLDER = Path(sys.argv[1])


def paper(name: str) -> int:
    sheet = (FOLDER / "system.css").read_text()
    return len(HTML(string=(FOLDER / f"{name}.html").read_text()).write_pdf(stylesheets=[CSS(string=sheet)]))


if __name__ == "__main__":
    for noisy in ("weasyprint", "fontTools"):
        logging.getLogger(noisy).setLevel(logging.ERROR)
    serve(paper)
