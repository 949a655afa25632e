"""What does a browser without a window do with the same HTML and sheet, kept open, one page for all papers?"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.engines.loop import serve

FOLDER, PROGRAM = Path(sys.argv[1]), sys.argv[2]
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
)


def main() -> None:
    sheet = (FOLDER / "system.css").read_text()
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=PROGRAM, args=list(QUIET)).new_page()

        def paper(name: str) -> int:
            html = (FOLDER / f"{name}.html").read_text()
            page.set_content(html.replace("</head>", f"<style>{sheet}</style></head>"), wait_until="load")
            return len(page.pdf(prefer_css_page_size=True, print_background=True))

        serve(paper)


if __name__ == "__main__":
    main()
