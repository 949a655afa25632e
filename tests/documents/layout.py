"""Is a page laid out soundly: nothing beyond its margins, no line over another, no empty box for a letter?"""

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4
SIDES = (25 * MM, 190 * MM)
HEIGHTS = (8 * MM, 290 * MM)
TOUCH = 1.5
"""Points by which the ink of two neighbours may reach into each other: brackets, swashes, rounding."""

Ink = tuple[float, float, float, float]


def faults(data: bytes) -> list[str]:
    return [*_overflows_and_overlaps(data), *_blank_boxes(data)]


def _overflows_and_overlaps(data: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, start=1):
            layer = page.get_textpage()
            texts = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,), max_depth=1, textpage=layer)
            inks = [(one.get_bounds(), one) for one in texts]
            yield from (f"page {number}: {told(one)} leaves the margins at {ink}" for ink, one in inks if beyond(ink))
            yield from (f"page {number}: {told(one)} over {told(two)}" for one, two in overlaps(inks))
            pictures = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM), max_depth=1)
            yield from (f"page {number}: a picture leaves the margins" for one in pictures if beyond(one.get_bounds()))
            layer.close()


def beyond(ink: Ink) -> bool:
    left, bottom, right, top = ink
    return not (SIDES[0] < left <= right < SIDES[1] and HEIGHTS[0] < bottom <= top < HEIGHTS[1])


def overlaps(inks: list[tuple[Ink, pypdfium2.PdfTextObj]]) -> Iterator[tuple[object, object]]:
    """Pairs whose ink lies over each other; sorted by their foot, so that only neighbours are compared."""
    ordered = sorted(inks, key=lambda one: one[0][1])
    for place, ((left, _bottom, right, top), one) in enumerate(ordered):
        for (left2, bottom2, right2, top2), two in ordered[place + 1 :]:
            if bottom2 >= top - TOUCH:
                break
            if min(right, right2) - max(left, left2) > TOUCH and min(top, top2) - bottom2 > TOUCH:
                yield one, two


def told(one: object) -> str:
    return repr(one.extract()[:20]) if hasattr(one, "extract") else "a text"


def _blank_boxes(data: bytes) -> Iterator[str]:
    """Glyph 0 of a face is its empty box; WeasyPrint writes glyphs as groups of four hexadecimal digits."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            page.contents_coalesce()
            for run in re.findall(rb"<([0-9a-fA-F]+)>", page.Contents.read_bytes()):
                if any(run[at : at + 4] == b"0000" for at in range(0, len(run), 4)):
                    yield f"page {number}: an empty box"


def fonts_without_file(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        described = [one for one in found if one.get("/Subtype") != "/Type0"]
        return [str(one.BaseFont) for one in described if not _has_file(one)] if described else ["no font at all"]


def _has_file(font: pikepdf.Dictionary) -> bool:
    descriptor = font.get("/FontDescriptor", {})
    return any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))
