"""What stands on a printed page: text without spaces, faces, sizes, and how far the ink reaches?"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


@dataclass(frozen=True)
class Printed:
    data: bytes

    @cached_property
    def pdf(self) -> pypdfium2.PdfDocument:
        return pypdfium2.PdfDocument(self.data)

    @property
    def sizes(self) -> set[tuple[int, int]]:
        return {(round(page.get_width() / MM), round(page.get_height() / MM)) for page in self.pdf}

    @cached_property
    def text(self) -> str:
        return squeeze("".join(page.get_textpage().get_text_range() for page in self.pdf))

    def body(self, *, foot: float = 24, head: float = 21) -> str:
        """Text between the running head and the running foot (heights in mm), pages joined."""
        found = []
        for page in self.pdf:
            area = {"bottom": foot * MM, "top": page.get_height() - head * MM}
            found.append(page.get_textpage().get_text_bounded(left=0, right=page.get_width(), **area))
        return squeeze("".join(found))

    def ink(self) -> Iterator[tuple[float, float, float, float]]:
        """Left, bottom, right, top of each text of the page itself (not of the seal) in mm."""
        for page in self.pdf:
            for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,), max_depth=1):
                left, bottom, right, top = item.get_bounds()
                yield left / MM, bottom / MM, right / MM, top / MM

    @property
    def faces(self) -> set[tuple[str, bool]]:
        """Name of each typeface, and whether it is embedded."""
        found = set()
        for page in self.pdf:
            for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,)):
                font = pdfium.FPDFTextObj_GetFont(item)
                name = ctypes.create_string_buffer(100)
                pdfium.FPDFFont_GetBaseFontName(font, name, 100)
                found.add((name.value.decode(), bool(pdfium.FPDFFont_GetIsEmbedded(font))))
        return found


def strings(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a content with the path of its field."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item, path)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))
