"""Do papers that share one font file look and read exactly as before, and is what is built otherwise left alone?"""

import io
from collections.abc import Callable, Iterator

import pikepdf
import pypdfium2
import pytest

from documents.font_union import OtherShape, Sfnt, union
from documents.sharing import Holding, share_equal_streams
from tests.documents.printed import Printed

Sample = Callable[[str, str], Printed]
PAPERS = [
    ("penalty-decision", "typical"),
    ("filing-form", "longest"),
    ("violation-notice", "longest"),
    ("interview-record", "typical"),
]


def joined(papers: list[Printed], *, shared: bool) -> bytes:
    target = io.BytesIO()
    with pikepdf.new() as bound:
        for paper in papers:
            with pikepdf.open(io.BytesIO(paper.data)) as pdf:
                bound.pages.extend(pdf.pages)
        if shared:
            assert share_equal_streams(bound) > 0
        bound.save(target, deterministic_id=True)
    return target.getvalue()


def seen(data: bytes) -> Iterator[tuple[bytes, str]]:
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            yield page.render(scale=2).to_pil().tobytes(), page.get_textpage().get_text_range()


@pytest.fixture
def papers(printed_sample: Sample) -> list[Printed]:
    return [printed_sample(key, name) for key, name in PAPERS]


def font_files(data: bytes) -> list[tuple[str, bytes, set[int]]]:
    """Name, bytes and glyphs with an outline of each TrueType file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            (str(one.FontName).partition("+")[2], one["/FontFile2"].read_bytes(), set())
            for one in Holding(pdf).descriptors()
            if "/FontFile2" in one
        ]


def test_every_page_looks_and_reads_as_before_and_the_file_is_less_than_half(papers: list[Printed]) -> None:
    apart, shared = joined(papers, shared=False), joined(papers, shared=True)
    assert list(seen(apart)) == list(seen(shared))
    assert len(shared) < len(apart) * 0.6
    with pikepdf.open(io.BytesIO(shared)) as pdf:
        files = {}
        for descriptor in Holding(pdf).descriptors():
            stream = descriptor.get("/FontFile2") or descriptor.get("/FontFile3")
            files.setdefault(str(descriptor.FontName).partition("+")[2], set()).add(stream.objgen)
    assert len(files) >= 4 and {len(one) for one in files.values()} == {1}, files


def test_joined_again_it_is_the_same(papers: list[Printed]) -> None:
    assert joined(papers, shared=True) == joined(papers, shared=True)


def test_faces_of_two_revisions_are_not_joined(papers: list[Printed]) -> None:
    first, second = (next(data for name, data, _ in font_files(one.data) if "Latin" in name) for one in papers[:2])
    assert union([(first, []), (second, [])])
    changed = Sfnt.read(second)
    head = bytearray(changed.tables[b"head"])
    head[4:8] = b"\0\x09\0\0"
    other = Sfnt(changed.flavour, {**changed.tables, b"head": bytes(head)}).written()
    with pytest.raises(OtherShape, match="not one face"):
        union([(first, []), (other, [])])


def test_two_outlines_of_one_glyph_are_not_joined(papers: list[Printed]) -> None:
    data = next(data for name, data, _ in font_files(papers[0].data) if "Latin" in name)
    changed = Sfnt.read(data)
    glyf = bytearray(changed.tables[b"glyf"])
    glyf[12] ^= 1
    other = Sfnt(changed.flavour, {**changed.tables, b"glyf": bytes(glyf)}).written()
    with pytest.raises(OtherShape, match="two outlines"):
        union([(data, []), (other, [])])


@pytest.mark.parametrize("nonsense", [b"", b"OTTO", b"\0" * 400, b"OTTO\0\x05" + b"\xff" * 200])
def test_what_is_no_font_of_ours_is_left_alone(nonsense: bytes, papers: list[Printed]) -> None:
    data = next(data for name, data, _ in font_files(papers[0].data) if "Latin" in name)
    with pytest.raises(OtherShape):
        union([(data, []), (nonsense, [])])
