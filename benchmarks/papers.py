"""Which papers does every way of printing print, and how do they look to one that reads no HTML of ours?

The same content as HTML with the fonts of the system, as a list of paragraphs and tables (JSON), and as pictures.
The layout of the others is like ours, not the same.
"""

import base64
import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdfium2
import segno

from documents.press import print_job
from documents.printjob import Job
from documents.registry import paper_form
from documents.rendering import STYLESHEET, PaperMeta, render_html
from documents.seals import seal_image

FORMS = {"decision": ("penalty-decision", "facts"), "form": ("filing-form", "summary")}
VARIANTS = 8
META = PaperMeta(number="蒙样交执罚〔2026〕001号", verify_url="http://127.0.0.1:8000/v/ABCDEFGHJK", sealed=True)
# The faces a machine has from its packages; everything else of the sheet, and so the layout, is the same.
SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
SYSTEM_FACES = {
    '"Paper Kai Rare"': SERIF,
    '"Paper Latin"': SERIF,
    '"Paper FangSong"': SERIF,
    '"Paper Kai"': SERIF,
    '"Paper Song"': SERIF,
    '"Paper Title"': SERIF,
    '"Paper Hei"': SANS,
}
PLATES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫"
TYPST = """
#let blocks = json(sys.inputs.paper + ".json")
#set page(paper: "a4", margin: (top: 24mm, bottom: 25mm, left: 28mm, right: 24mm),
  footer: context align(center, [第 #counter(page).display() 页　共 #counter(page).final().first() 页]))
#set text(font: "Noto Serif CJK SC", lang: "zh")
#for block in blocks {
  if block.kind == "table" {
    table(columns: (1fr,) * 24, inset: 4pt,
      ..block.rows.flatten().chunks(5).map(c => table.cell(x: c.at(1), y: c.at(0), colspan: c.at(2), rowspan: c.at(3), c.at(4))))
  } else if block.kind == "image" {
    image(block.name + ".svg", width: block.mm * 1mm)
  } else {
    let where = (c: center, r: right).at(block.align, default: left)
    let body = text(size: block.size * 1pt, block.text)
    align(where, if block.align == "i" { par(first-line-indent: (amount: 2em, all: true), justify: true, body) } else { body })
  }
}
"""


def content_of(name: str) -> tuple[str, Any]:
    """“decision-3” is the decision with a text of its own, so that no two papers in a row are equal."""
    kind, number = name.split("-")
    form, field = FORMS[kind]
    content = paper_form(form).samples()["typical"]
    extra = f"另查明，{PLATES[int(number) % 16]}A{10007 + 37 * int(number)}号牵引车为第{number}次检查。"
    return form, replace(content, **{field: getattr(content, field) + extra})


def system_sheet() -> str:
    """Our style sheet with the faces that a machine has from its packages."""
    sheet = STYLESHEET.read_text()
    for role, face in SYSTEM_FACES.items():
        sheet = sheet.replace(role, f'"{face}"')
    return sheet


def write_papers(folder: Path) -> list[str]:
    """Everything that the engines read; the names of the papers."""
    (folder / "system.css").write_text(system_sheet())
    (folder / "paper.typ").write_text(TYPST)
    seal = seal_image("样例旗交通运输局")
    _pictures(folder, seal)
    names = [f"{kind}-{number}" for kind in FORMS for number in range(VARIANTS)]
    for name in names:
        form, content = content_of(name)
        html = render_html(form, content, meta=META)
        (folder / f"{name}.html").write_text(html)
        blocks = Outline()
        blocks.feed(html)
        (folder / f"{name}.json").write_text(json.dumps(blocks.found, ensure_ascii=False))
    return names


def _pictures(folder: Path, seal: str) -> None:
    code = segno.make(META.verify_url, error="m", micro=False, mask=3)
    code.save(str(folder / "qr.svg"), border=0)
    code.save(str(folder / "qr.png"), border=0, scale=8)
    html = f'<title>章</title><img src="{seal}" style="width: 42mm">'
    page = pypdfium2.PdfDocument(print_job(Job(html=html, sheet="@page { size: 42mm; margin: 0 }", images=(seal,))))[0]
    page.render(scale=300 / 72).to_pil().save(folder / "seal.png")
    (folder / "seal.svg").write_bytes(_decoded(seal))


def _decoded(uri: str) -> bytes:

    return base64.b64decode(uri.partition(",")[2])


class Outline(HTMLParser):
    """Title, lines, paragraphs, tables and pictures, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, Any]] = []
        self.text, self.depth = "", 0
        self.rows: list[list[list[Any]]] = []
        self.taken: set[tuple[int, int]] = set()
        self.cell: list[Any] | None = None
        self.classes = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "table":
            self.rows, self.taken = [], set()
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.cell = self._placed(int(given.get("colspan") or 1), int(given.get("rowspan") or 1))
            self.text = ""
        elif tag == "img":
            name = "seal" if given.get("class") == "seal" else "qr"
            self.found.append({"kind": "image", "name": name, "mm": 42 if name == "seal" else 15})
        elif tag in ("p", "h1", "div") and self.cell is None:
            self.text, self.classes = "", given.get("class") or tag

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self.cell is not None:
            self.cell[4] = self.text.strip()
            self.cell = None
        elif tag == "table":
            self.found.append({"kind": "table", "rows": self.rows})
        elif tag in ("p", "h1", "div") and self.cell is None and self.text.strip():
            align = "c" if tag == "h1" else "i" if "indent" in self.classes else "r" if tag == "div" else "l"
            size = 22 if tag == "h1" else 14 if tag == "p" else 12
            self.found.append({"kind": "text", "text": self.text.strip(), "align": align, "size": size})
            self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data

    def _placed(self, wide: int, high: int) -> list[Any]:
        y = len(self.rows) - 1
        x = next(x for x in range(24) if (y, x) not in self.taken)
        self.taken |= {(y + down, x + right) for down in range(high) for right in range(wide)}
        cell = [y, x, wide, high, ""]
        self.rows[-1].append(cell)
        return cell
