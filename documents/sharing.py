"""How does a PDF made of many hold each seal, picture and typeface once?"""

import hashlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from documents.font_union import share_typefaces

FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
Place = tuple[int, int]


class Holding:
    """What the pages of one PDF draw with: pictures, and typefaces. Nothing is visited twice."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pictures: list[tuple[Any, str, Any]] = []
        """What refers to it, by which name, and the picture; masks before what they mask."""
        self.fonts: list[Any] = []
        """The dictionaries of the composite fonts."""
        self._seen: set[Place] = set()
        for page in pdf.pages:
            self._resources(page.obj.get("/Resources"))

    def _is_new(self, one: Any) -> bool:
        if not one.is_indirect:
            return True
        if one.objgen in self._seen:
            return False
        self._seen.add(one.objgen)
        return True

    def _resources(self, resources: Any) -> None:
        if not isinstance(resources, pikepdf.Dictionary) or not self._is_new(resources):
            return
        fonts, drawn = resources.get("/Font"), resources.get("/XObject")
        if isinstance(fonts, pikepdf.Dictionary) and self._is_new(fonts):
            self.fonts += [
                font for font in fonts.values() if isinstance(font, pikepdf.Dictionary) and self._is_new(font)
            ]
        if isinstance(drawn, pikepdf.Dictionary) and self._is_new(drawn):
            for name, stream in drawn.items():
                self._drawing(drawn, name, stream)

    def _drawing(self, holder: Any, name: str, stream: Any) -> None:
        if not isinstance(stream, pikepdf.Stream):
            return
        if self._is_new(stream):
            self._resources(stream.get("/Resources"))
            if "/SMask" in stream:
                self._drawing(stream, "/SMask", stream["/SMask"])
        if stream.get("/Subtype") == "/Image":
            self.pictures.append((holder, name, stream))

    def descriptors(self) -> Iterator[Any]:
        for font in self.fonts:
            for one in font.get("/DescendantFonts", [font]):
                descriptor = one.get("/FontDescriptor")
                if isinstance(descriptor, pikepdf.Dictionary):
                    yield descriptor


def share_equal_streams(pdf: pikepdf.Pdf) -> int:
    """Let equal pictures (a seal is one) and font files be one object each; returns how many were spared.

    What nobody refers to any more is not written when the PDF is saved.
    """
    holding = Holding(pdf)
    places = holding.pictures.copy()
    for descriptor in holding.descriptors():
        places += [(descriptor, key, descriptor[key]) for key in FONT_FILES if key in descriptor]
    first: dict[bytes, Any] = {}
    prints: dict[Place, bytes] = {}
    spared = set()
    for holder, name, stream in places:
        if stream.objgen not in prints:
            prints[stream.objgen] = _print_of(stream)
        known = first.setdefault(prints[stream.objgen], stream)
        if known.objgen != stream.objgen:
            holder[name] = known
            spared.add(stream.objgen)
    # Files that differ only in which characters they hold; equal ones are one already.
    return len(spared) + share_typefaces(pdf, holding.fonts)


def _print_of(stream: Any) -> bytes:
    described = pikepdf.Dictionary(dict(stream.items())).unparse()
    return hashlib.sha256(described + stream.read_raw_bytes()).digest()
