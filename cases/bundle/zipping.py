"""How are the pieces packed as they are read, the same bytes each time, whatever their size?"""

import zipfile
from collections.abc import Iterator, Sequence

from cases.bundle.contents import Piece, TamperedEvidence

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can write; the real days stand on the papers."""
UNIX, READABLE = 3, 0o100644 << 16


class _Outlet:
    """What the ZIP writes into; it cannot go back, and so nothing needs to be kept."""

    def __init__(self) -> None:
        self.waiting: list[bytes] = []

    def write(self, data: bytes) -> int:
        self.waiting.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """There is nothing to close."""

    def taken(self) -> bytes:
        data = b"".join(self.waiting)
        self.waiting.clear()
        return data


def packed(found: Sequence[Piece]) -> Iterator[bytes]:
    """The ZIP in pieces. Stored, not deflated: PDF and pictures are, and no two libraries deflate alike.

    Raises TamperedEvidence when a file changed since it was measured.
    """
    outlet = _Outlet()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_STORED) as pack:
        for piece in found:
            yield from _member(pack, piece, outlet)
    yield outlet.taken()


def _member(pack: zipfile.ZipFile, piece: Piece, outlet: _Outlet) -> Iterator[bytes]:
    info = zipfile.ZipInfo(piece.path, LONG_AGO)
    info.create_system, info.external_attr, info.file_size = UNIX, READABLE, piece.size
    written = 0
    with pack.open(info, "w", force_zip64=piece.size >= zipfile.ZIP64_LIMIT) as member:
        for chunk in piece.chunks():
            written += len(chunk)
            if written > piece.size:
                break
            member.write(chunk)
            yield outlet.taken()
    if written != piece.size:
        raise TamperedEvidence(f"“{piece.title}”在打包时变了。")
    yield outlet.taken()
