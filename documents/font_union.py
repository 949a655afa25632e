"""How do the papers of one case share a typeface, though each brings only the characters it prints?

A paper's font file is a subset in which every glyph kept its number (WeasyPrint asks HarfBuzz for that), without
subroutines. Two subsets of one face so differ only in which glyphs are empty, and one file can serve all papers: the
glyphs of each, byte for byte. What is not exactly of this shape stays as it is; it costs room, never a character.
"""

import re
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import pikepdf

Glyphs = Mapping[int, bytes]
ENDCHAR = b"\x0e"
RUN = re.compile(rb"(\d+) (?:\[([^\]]*)\]|(\d+) [\d.]+)")


class OtherShape(ValueError):
    """A font file that is not built as ours are."""


@dataclass(frozen=True)
class Sfnt:
    """The tables of an OpenType or TrueType file."""

    flavour: bytes
    tables: dict[bytes, bytes]

    @classmethod
    def read(cls, data: bytes) -> "Sfnt":
        flavour, count = data[:4], struct.unpack(">H", data[4:6])[0]
        tables = {}
        for at in range(12, 12 + 16 * count, 16):
            tag, _sum, start, length = struct.unpack(">4sLLL", data[at : at + 16])
            tables[tag] = data[start : start + length]
        return cls(flavour, tables)

    def written(self) -> bytes:
        count = len(self.tables)
        power = count.bit_length() - 1
        head = self.flavour + struct.pack(">HHHH", count, 16 << power, power, (count - (1 << power)) * 16)
        directory, body, start = [], [], 12 + 16 * count
        for tag, table in sorted(self.tables.items()):
            padded = table + b"\0" * (-len(table) % 4)
            directory.append(struct.pack(">4sLLL", tag, _checksum(padded), start, len(table)))
            body.append(padded)
            start += len(padded)
        return head + b"".join(directory) + b"".join(body)


def _checksum(padded: bytes) -> int:
    total: int = sum(struct.unpack(f">{len(padded) // 4}L", padded))
    return total & 0xFFFFFFFF


# --- TrueType -----------------------------------------------------------------------------------------
def _outlines(font: Sfnt) -> dict[int, bytes]:
    """Every glyph that draws something, by its number; parts of composed glyphs are among them."""
    long = font.tables[b"head"][50:52] == b"\0\1"
    loca, glyf = font.tables[b"loca"], font.tables[b"glyf"]
    starts: Sequence[int] = struct.unpack(f">{len(loca) // (4 if long else 2)}{'L' if long else 'H'}", loca)
    unit = 1 if long else 2
    # An empty glyph begins where the next one does: of equal starts the last is the one with the outline.
    last = dict(zip(starts, range(len(starts)), strict=True))
    edges = list(last)
    if edges != sorted(edges):
        raise OtherShape("glyphs out of order")
    return {last[here]: glyf[here * unit : there * unit] for here, there in pairwise(edges)}


def _with_outlines(font: Sfnt, glyphs: Glyphs) -> dict[bytes, bytes]:
    count = _count(font)
    padded = [glyphs.get(gid, b"") for gid in range(count)]
    padded = [one + b"\0" * (-len(one) % 4) for one in padded]
    head = bytearray(font.tables[b"head"])
    head[50:52] = b"\0\1"
    loca = struct.pack(f">{count + 1}L", *accumulate(map(len, padded), initial=0))
    return {b"glyf": b"".join(padded), b"loca": loca, b"head": bytes(head)}


# --- CFF ----------------------------------------------------------------------------------------------
class Index:
    """An INDEX of CFF, of which an entry is read when it is asked for: a face has thousands."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at
        self.count: int = struct.unpack(">H", data[at : at + 2])[0]
        self.width = data[at + 2] if self.count else 0
        self.base: int = at + 2 + (self.count + 1) * self.width
        self.end: int = self.edge(self.count) if self.count else at + 2

    def edge(self, number: int) -> int:
        place = self.at + 3 + number * self.width
        return self.base + int.from_bytes(self.data[place : place + self.width], "big")

    def __getitem__(self, number: int) -> tuple[int, int]:
        if not 0 <= number < self.count:
            raise IndexError(number)
        return self.edge(number), self.edge(number + 1)


class Cff:
    """One face with one private part, its glyphs self-contained."""

    def __init__(self, data: bytes) -> None:
        top = Index(data, Index(data, data[2]).end)
        described = _dict(data, *top[0])
        faces = Index(data, described[12, 36][-1][0])
        self.data, self.start = data, described[17][-1][0]
        self.glyphs = Index(data, self.start)
        private, self.private_at, length = _dict(data, *faces[0])[18][-1]
        if (top.count, faces.count, length) != (1, 1, 5) or private < self.glyphs.end:
            raise OtherShape("more than one face, or its private part elsewhere")
        self.after = data[self.glyphs.end :]

    def glyph(self, gid: int) -> bytes:
        first, last = self.glyphs[gid]
        return self.data[first:last]

    def written(self, glyphs: Glyphs) -> bytes:
        found = [glyphs.get(gid, ENDCHAR) for gid in range(self.glyphs.count)]
        ends = accumulate(map(len, found), initial=1)
        index = struct.pack(">HB", len(found), 4) + struct.pack(f">{len(found) + 1}L", *ends) + b"".join(found)
        before = bytearray(self.data[: self.start])
        place = slice(self.private_at + 1, self.private_at + 5)
        moved = len(index) - (self.glyphs.end - self.start)
        before[place] = struct.pack(">l", struct.unpack(">l", before[place])[0] + moved)
        return bytes(before) + index + self.after


Operand = tuple[int, int, int]
"""Value, place and length in bytes."""


def _dict(data: bytes, at: int, end: int) -> dict[Any, list[Operand]]:
    """The operands of each operator; real numbers count as zero, nobody here asks for one."""
    found: dict[Any, list[Operand]] = {}
    operands: list[Operand] = []
    while at < end:
        first = data[at]
        if first <= 21:
            key: Any = (12, data[at + 1]) if first == 12 else first
            found[key], operands = operands, []
            at += 2 if first == 12 else 1
            continue
        value, length = _operand(data, at, first)
        operands.append((value, at, length))
        at += length
    return found


def _operand(data: bytes, at: int, first: int) -> tuple[int, int]:
    if first == 28:
        return struct.unpack(">h", data[at + 1 : at + 3])[0], 3
    if first == 29:
        return struct.unpack(">l", data[at + 1 : at + 5])[0], 5
    if first == 30:
        end = at + 1
        while data[end] & 15 != 15 and data[end] >> 4 != 15:
            end += 1
        return 0, end + 1 - at
    if first <= 246:
        return first - 139, 1
    if first <= 250:
        return (first - 247) * 256 + data[at + 1] + 108, 2
    return -(first - 251) * 256 - data[at + 1] - 108, 2


# --- one file for all ---------------------------------------------------------------------------------
def _count(font: Sfnt) -> int:
    return int(struct.unpack(">H", font.tables[b"maxp"][4:6])[0])


def face_of(font: Sfnt) -> bytes:
    """Revision, design size, and the seconds in which the face was made and changed: one face's subsets agree."""
    head = font.tables[b"head"]
    return font.flavour + head[4:8] + head[18:36]


def union(fonts: Sequence[tuple[bytes, Iterable[int]]]) -> bytes:
    """One font file with the glyphs of all; each with the numbers of the glyphs that it is used for.

    Raises OtherShape when they are not subsets of one face, built as ours are.
    """
    try:
        read = [(Sfnt.read(data), sorted({0, *used})) for data, used in fonts]
        return _union(read)
    except (struct.error, KeyError, IndexError, ValueError) as broken:
        raise OtherShape(str(broken)) from broken


def _union(read: Sequence[tuple[Sfnt, Sequence[int]]]) -> bytes:
    if len({face_of(font) for font, _used in read}) != 1:
        raise OtherShape("not one face")
    largest = max((font for font, _used in read), key=_count)
    glyphs: dict[int, bytes] = {}
    metrics = bytearray(_metrics(largest))
    is_cff = b"CFF " in largest.tables
    cffs = {id(font): Cff(font.tables[b"CFF "]) for font, _used in read} if is_cff else {}
    if len({one.after for one in cffs.values()}) > 1:
        raise OtherShape("other private part")
    for font, used in read:
        mine = {gid: cffs[id(font)].glyph(gid) for gid in used} if is_cff else _outlines(font)
        for gid, outline in mine.items():
            if glyphs.setdefault(gid, outline) != outline:
                raise OtherShape(f"two outlines of glyph {gid}")
        own = _metrics(font)
        for gid in {*mine, *used}:
            metrics[4 * gid : 4 * gid + 4] = own[4 * gid : 4 * gid + 4]
    changed = {b"CFF ": cffs[id(largest)].written(glyphs)} if is_cff else _with_outlines(largest, glyphs)
    maxp = [font.tables[b"maxp"] for font, _used in read]
    return Sfnt(largest.flavour, {**largest.tables, **changed, b"hmtx": bytes(metrics), b"maxp": _most(maxp)}).written()


def _metrics(font: Sfnt) -> bytes:
    if struct.unpack(">H", font.tables[b"hhea"][34:36])[0] != _count(font):
        raise OtherShape("widths left out")
    return font.tables[b"hmtx"]


def _most(tables: Sequence[bytes]) -> bytes:
    """The largest of each limit; the version is the same."""
    limits = [struct.unpack(f">{len(one) // 2 - 2}H", one[4:]) for one in tables]
    return tables[0][:4] + struct.pack(f">{len(limits[0])}H", *map(max, *limits, [0] * len(limits[0])))


# --- in a PDF -----------------------------------------------------------------------------------------
def share_typefaces(pdf: pikepdf.Pdf, fonts: Iterable[Any]) -> int:
    """Let the composite fonts of one face use one file; returns how many files were spared."""
    files: dict[tuple[int, int], tuple[Any, set[int]]] = {}
    holders: dict[tuple[int, int], list[tuple[Any, str]]] = defaultdict(list)
    groups: dict[tuple[str, bytes], list[tuple[int, int]]] = defaultdict(list)
    for font in fonts:
        for one in font.get("/DescendantFonts", []):
            descriptor = one.get("/FontDescriptor", {})
            key = next((name for name in ("/FontFile2", "/FontFile3") if name in descriptor), "")
            if not key or one.get("/CIDToGIDMap", "/Identity") != "/Identity":
                continue
            stream = descriptor[key]
            files.setdefault(stream.objgen, (stream, set()))[1].update(_used(one.get("/W", pikepdf.Array())))
            holders[stream.objgen].append((descriptor, key))
    for place, (stream, _gids) in files.items():
        name = str(holders[place][0][0].get("/FontName", "")).partition("+")[2]
        groups[name, repr(stream.get("/Subtype")).encode()].append(place)
    return sum(
        _share(pdf, [files[place] for place in places], [holders[place] for place in places])
        for places in groups.values()
        if len(places) > 1
    )


def _share(pdf: pikepdf.Pdf, files: Sequence[tuple[Any, set[int]]], holders: Sequence[Any]) -> int:
    try:
        data = union([(stream.read_bytes(), used) for stream, used in files])
    except (OtherShape, pikepdf.PdfError):
        return 0
    shared = pdf.make_stream(data)
    shared["/Length1"] = len(data)
    if "/Subtype" in files[0][0]:
        shared["/Subtype"] = files[0][0]["/Subtype"]
    for descriptor, key in (one for group in holders for one in group):
        descriptor[key] = shared
    return len(files) - 1


def _used(widths: Any) -> Iterator[int]:
    """Glyph numbers of a /W array: `first [w w w]` or `first last w`."""
    # Read as text: each number asked of the PDF library is a call of its own.
    for first, listed, last in RUN.findall(widths.unparse(resolved=True)):
        yield from range(int(first), int(first) + len(listed.split()) if listed else int(last) + 1)
