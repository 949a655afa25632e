"""How does a page of the dossier get its number, without laying anything out again?"""

import io
from dataclasses import dataclass
from functools import cache
from typing import Any

import pikepdf
from django.template.loader import render_to_string

from documents.rendering import pdf_from_html

FACE = pikepdf.Name("/PageNumber")
DIGITS = "0123456789"
A4 = (595.276, 841.89)
POINTS_PER_PIXEL = 0.75
"""WeasyPrint draws in the pixels of CSS."""


@dataclass(frozen=True)
class Digits:
    """The ten digits as once printed by the stylesheet: a typeface with nothing else in it, and where they stand."""

    pdf: bytes
    codes: tuple[bytes, ...]
    widths: tuple[float, ...]
    size: float
    from_right: float
    from_top: float

    def drawn(self, number: int, box: tuple[float, float, float, float], turned: int) -> bytes:
        """Content that prints a number into the upper right corner as the reader holds the page."""
        places = [DIGITS.index(digit) for digit in str(number)]
        inset = self.from_right + sum(self.widths[place] for place in places)
        left, bottom, right, top = box
        matrix = {
            0: (1, 0, 0, 1, right - inset, top - self.from_top),
            90: (0, 1, -1, 0, left + self.from_top, top - inset),
            180: (-1, 0, 0, -1, left + inset, bottom + self.from_top),
            270: (0, -1, 1, 0, right - self.from_top, bottom + inset),
        }[turned]
        placed = " ".join(f"{value:.3f}" for value in matrix)
        text = b"".join(self.codes[place] for place in places).hex()
        return f"q BT 0 g {FACE} {self.size:g} Tf {placed} Tm <{text}> Tj ET Q\n".encode()


@cache
def digits() -> Digits:
    data = pdf_from_html(render_to_string("documents/page-numbers.html", {"numbers": [DIGITS]}))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        (font,) = page.obj.Resources.Font.values()
        drawing = {str(one.operator): list(one.operands) for one in pikepdf.parse_content_stream(page)}
        (shown,) = drawing["TJ"]
        text = b"".join(bytes(one) for one in shown if isinstance(one, pikepdf.String))
        size = float(drawing["Tf"][1]) * POINTS_PER_PIXEL
        left, baseline = (float(value) * POINTS_PER_PIXEL for value in drawing["Tm"][4:])
        widths = [float(width) * size / 1000 for width in font.DescendantFonts[0].W[1]]
    codes = tuple(text[at : at + 2] for at in range(0, len(text), 2))
    return Digits(data, codes, tuple(widths), size, A4[0] - left - sum(widths), baseline)


def stamp_pages(bound: pikepdf.Pdf, first: int, count: int) -> None:
    """Print the volume's page number into the upper right corner of each page."""
    ten = digits()
    with pikepdf.open(io.BytesIO(ten.pdf)) as source:
        face = bound.copy_foreign(_face_of(source))
    before, after = bound.make_stream(b"q\n"), b"Q\n"
    for number in range(1, count + 1):
        page = bound.pages[first + number - 1]
        _lend(page, face)
        box = tuple(float(edge) for edge in page.trimbox)
        stamp = after + ten.drawn(number, (box[0], box[1], box[2], box[3]), int(page.obj.get("/Rotate", 0)) % 360)
        page.contents_add(before, prepend=True)
        page.contents_add(stamp)


def _face_of(source: pikepdf.Pdf) -> Any:
    (font,) = source.pages[0].obj.Resources.Font.values()
    return font if font.is_indirect else source.make_indirect(font)


def _lend(page: pikepdf.Page, face: Any) -> None:
    """The pages of one paper mostly share their resources: what is there is not added again."""
    resources = page.obj.get("/Resources")
    if not isinstance(resources, pikepdf.Dictionary):
        resources = page.obj["/Resources"] = pikepdf.Dictionary()
    fonts = resources.get("/Font")
    if not isinstance(fonts, pikepdf.Dictionary):
        fonts = resources["/Font"] = pikepdf.Dictionary()
    if FACE not in fonts:
        fonts[FACE] = face
