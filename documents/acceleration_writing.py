"""Which steps of writing a PDF need not be taken for every paper anew: numbers, streams, typefaces?

See documents/acceleration.py: this is the part of its list that concerns the file.
"""

import zlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pydyf
from weasyprint.pdf import fonts as pdf_fonts
from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset

FLATE_LEVEL = 3
"""Of what level 9 saves, this keeps all but 2 % in a third of its time."""

# --- writing: numbers become bytes once, a stream is packed once ----------------------------------


@lru_cache(maxsize=50_000)
def _real(number: float) -> bytes:
    if number.is_integer():
        return b"%d" % number
    return f"{number:f}".rstrip("0").encode("ascii")


_BYTES: dict[type, Callable[[Any], bytes]] = {
    bytes: lambda item: item,
    str: lambda item: item.encode("ascii"),
    int: lambda item: b"%d" % item,
    float: _real,
}
_original_bytes = pydyf._to_bytes


def _dictionary_data(self: pydyf.Dictionary) -> bytes:
    return b"<<%b>>" % b"".join([b"/%b %b" % (_to_bytes(key), _to_bytes(value)) for key, value in self.items()])


def _array_data(self: pydyf.Array) -> bytes:
    return b"[%b]" % b" ".join([_to_bytes(item) for item in self])


_BYTES[pydyf.Dictionary] = _dictionary_data
_BYTES[pydyf.Array] = _array_data


def _to_bytes(item: Any) -> bytes:
    convert = _BYTES.get(type(item))
    return convert(item) if convert else _original_bytes(item)


def _stream_data(self: pydyf.Stream) -> bytes:
    """The digest in the trailer asks for the data of every object a second time; by then it does not change."""
    kept: bytes | None = self.__dict__.get("_written")
    if kept is not None:
        return kept
    data = b"\n".join(map(_to_bytes, self.stream))
    extra = pydyf.Dictionary(self.extra.copy())
    if self.compress:
        extra["Filter"] = "/FlateDecode"
        data = zlib.compress(data, FLATE_LEVEL)
    extra["Length"] = len(data)
    return b"\n".join((extra.data, b"stream", data, b"endstream"))


def _indirect(self: pydyf.Object) -> bytes:
    """Only the writer asks for this, when all is drawn."""
    data = self.data
    if isinstance(self, pydyf.Stream):
        self._written = data
    return b"%d %d obj\n%b\nendobj" % (self.number, self.generation, data)


# --- typefaces: read once for all papers, cut down in one pass ------------------------------------

ffi.cdef("hb_face_t * hb_subset_preprocess(hb_face_t *source); int malloc_trim(size_t pad);")
_DROPPED = (b"BASE", b"DSIG", b"EBDT", b"EBLC", b"EBSC", b"GPOS", b"GSUB", b"JSTF", b"LTSH", b"PCLT", b"SVG ")
_prepared: dict[int, tuple[Any, Any]] = {}
_by_file: dict[tuple[int, int, bytes], Any] = {}
_original_subset = pdf_fonts.Font.subset
_face_data = pdf_fonts.get_hb_object_data


def _no_copy(hb_object: Any, *more: Any) -> bytes:
    """A new Font copies its whole file, up to eleven megabytes, only to drop it when it is cut down."""
    return _face_data(hb_object, *more) if more else b""


def _subset(self: pdf_fonts.Font, to_unicode: dict[int, str], hinting: bool) -> None:
    if not to_unicode or "fvar" in self.tables:
        self.file_content = _face_data(self.hb_face)
        _original_subset(self, to_unicode, hinting)
        return
    flags = (
        harfbuzz_subset.HB_SUBSET_FLAGS_RETAIN_GIDS
        | harfbuzz_subset.HB_SUBSET_FLAGS_PASSTHROUGH_UNRECOGNIZED
        | harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE
    )
    if not hinting:
        flags |= harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING
    if self.missing:
        flags |= harfbuzz_subset.HB_SUBSET_FLAGS_NOTDEF_OUTLINE
    plan = ffi.gc(harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy)
    _fill(harfbuzz_subset.hb_subset_input_glyph_set(plan), sorted(to_unicode))
    dropped = harfbuzz_subset.hb_subset_input_set(plan, harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG)
    _fill(dropped, [harfbuzz.hb_tag_from_string(name, -1) for name in _DROPPED])
    harfbuzz_subset.hb_subset_input_set_flags(plan, flags)
    face = harfbuzz_subset.hb_subset_or_fail(_prepared_face(self.hb_face), plan)
    if face == ffi.NULL:
        self.file_content = _face_data(self.hb_face)
        _original_subset(self, to_unicode, hinting)
        return
    self.file_content = _face_data(face)
    harfbuzz.hb_face_destroy(face)


def _fill(chosen: Any, values: list[int]) -> None:
    harfbuzz.hb_set_add_sorted_array(chosen, ffi.new("hb_codepoint_t[]", values), len(values))


def _prepared_face(face: Any) -> Any:
    """HarfBuzz's own form of the face for cutting, one for each file, however many style sheets use it."""
    address = int(ffi.cast("uintptr_t", face))
    if address not in _prepared:
        same = _file_of(face)
        if same not in _by_file:
            _by_file[same] = harfbuzz_subset.hb_subset_preprocess(face)
            _give_back()
        # The reference keeps the address from being given to another face.
        _prepared[address] = harfbuzz.hb_face_reference(face), _by_file[same]
    return _prepared[address][1]


def _file_of(face: Any) -> tuple[int, int, bytes]:
    """Table “head” has the checksum of the whole file in it."""
    blob = harfbuzz.hb_face_reference_table(face, harfbuzz.hb_tag_from_string(b"head", -1))
    with ffi.new("unsigned int *") as length:
        data = harfbuzz.hb_blob_get_data(blob, length)
        head = bytes(ffi.buffer(data, length[0])) if length[0] else b""
    harfbuzz.hb_blob_destroy(blob)
    return harfbuzz.hb_face_get_glyph_count(face), harfbuzz.hb_face_get_index(face), head


def _give_back() -> None:
    """Preparing a face of 7 MB takes 120 MB for a moment, which the C library would keep."""
    library = ffi.dlopen(None)
    if hasattr(library, "malloc_trim"):
        library.malloc_trim(0)


REPLACED: list[tuple[Any, str, Any]] = [
    (pydyf, "_to_bytes", _to_bytes),
    (pydyf.Stream, "data", property(_stream_data)),
    (pydyf.Dictionary, "data", property(_dictionary_data)),
    (pydyf.Array, "data", property(_array_data)),
    (pydyf.Object, "indirect", property(_indirect)),
    (pdf_fonts, "get_hb_object_data", _no_copy),
    (pdf_fonts.Font, "subset", _subset),
]
