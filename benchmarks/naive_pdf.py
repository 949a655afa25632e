"""What does WeasyPrint do as its manual shows: a new HTML, a new style sheet and the fonts of the system each time?

A process of its own for benchmarks/decision_pdf.py, which asks for one paper per line: fontconfig is set per process.
"""

import logging
import sys
import time
from pathlib import Path

from weasyprint import CSS, HTML


def main(html: str, sheet: str) -> None:
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    for _line in sys.stdin:
        started = time.process_time()
        pdf = HTML(string=html).write_pdf(stylesheets=[CSS(string=sheet)])
        print(time.process_time() - started, len(pdf), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).read_text(), Path(sys.argv[2]).read_text())
