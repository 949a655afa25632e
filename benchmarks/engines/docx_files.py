"""How do the papers of the folder become .docx files for LibreOffice? Needs python-docx; run once, not measured."""

import json
import sys
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FOLDER = Path(sys.argv[1])
FACE = "Noto Serif CJK SC"


def write(source: Path) -> None:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = (
        Mm(28),
        Mm(24),
        Mm(24),
        Mm(25),
    )
    for block in json.loads(source.read_text()):
        if block["kind"] == "table":
            grid(document, block["rows"])
            continue
        paragraph = document.add_paragraph()
        if block["kind"] == "image":
            paragraph.add_run().add_picture(str(FOLDER / f"{block['name']}.png"), width=Mm(block["mm"]))
            continue
        run = paragraph.add_run(block["text"])
        run.font.size = Pt(block["size"])
        run.font.name = FACE
        run._element.rPr.rFonts.set(qn("w:eastAsia"), FACE)
        paragraph.alignment = {"c": WD_ALIGN_PARAGRAPH.CENTER, "r": WD_ALIGN_PARAGRAPH.RIGHT}.get(block["align"])
        paragraph.paragraph_format.space_after = Pt(0)
        if block["align"] == "i":
            paragraph.paragraph_format.first_line_indent = Pt(2 * block["size"])
    document.save(source.with_suffix(".docx"))


def grid(document: Document, rows: list[list[list]]) -> None:
    table = document.add_table(rows=len(rows), cols=24)
    table.style = "Table Grid"
    for y, x, wide, high, text in (cell for row in rows for cell in row):
        cell = table.cell(y, x)
        if wide > 1 or high > 1:
            cell = cell.merge(table.cell(y + high - 1, x + wide - 1))
        cell.text = text


if __name__ == "__main__":
    for paper in sorted(FOLDER.glob("*.json")):
        write(paper)
