"""Is every paper PDF/A by the clauses of ISO 19005-2 that can be seen in its objects, and would a breach be noticed?"""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.utils import timezone
from pikepdf import Array, Dictionary, Name, Stream, String

from documents import signatures
from documents.certificates import make_trial_certificate
from documents.registry import FORMS
from documents.rendering import PaperMeta, render_pdf
from tests.documents.pdfa import RULES, breaches

META = PaperMeta(number="蒙样交执〔2026〕001号", verify_url="https://example.org/v/abc", sealed=True)


@pytest.mark.parametrize("key", sorted(FORMS))
def test_every_form_is_pdf_a(key: str) -> None:
    assert breaches(render_pdf(key, FORMS[key].samples()["typical"], meta=META)) == []


@cache
def sample() -> bytes:
    return render_pdf("penalty-decision", FORMS["penalty-decision"].samples()["typical"], meta=META)


def test_a_signed_paper_is_pdf_a_too(settings: Any, tmp_path: Path) -> None:
    make_trial_certificate(tmp_path, "样例旗交通运输局", now=timezone.now())
    settings.SIGNING_PKCS12, settings.SIGNING_PASSPHRASE_FILE = tmp_path / "bureau.p12", tmp_path / "passphrase"
    signed = signatures.sign(sample(), reason="处罚")
    assert len(signed) > len(sample())
    assert breaches(signed) == []


Spoil = Callable[[pikepdf.Pdf], None]
SPOILT: dict[str, list[Spoil]] = {}


def spoils(number: str) -> Callable[[Spoil], Spoil]:
    def keep(spoil: Spoil) -> Spoil:
        SPOILT.setdefault(number, []).append(spoil)
        return spoil

    return keep


def first(pdf: pikepdf.Pdf, key: str, value: str) -> Any:
    return next(one for one in pdf.objects if isinstance(one, (Dictionary, Stream)) and one.get(key) == value)


@spoils("6.1.7.1")
def _(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/Subtype", "/Form").F = String("elsewhere")


@spoils("6.1.13")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Note = String("x" * 40_000)


@spoils("6.1.13")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].MediaBox = Array([0, 0, 595, 20_000])


@spoils("6.1.13")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"q " * 30 + b"Q " * 30)


@spoils("6.2.3")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


@spoils("6.2.3")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("FOGRA39")


@spoils("6.2.4.3")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 0 1 k")


@spoils("6.2.4.3")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Note = Array([Name.DeviceCMYK])


@spoils("6.2.5")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Note = Dictionary(Type=Name.ExtGState, TR=Name.Identity)


@spoils("6.2.8")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Note = pdf.make_stream(b"", Subtype=Name.Image, Interpolate=True)


@spoils("6.2.9")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Note = pdf.make_stream(b"", Subtype=Name.PS)


@spoils("6.2.9")
def _(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/Subtype", "/Form").Ref = Dictionary()


@spoils("6.2.10")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Note = Dictionary(BM=Name.Dazzling)


@spoils("6.2.10")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents
    pdf.pages[0].Group = Dictionary(S=Name.Transparency)


@spoils("6.2.11.3")
def _(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/Subtype", "/Type0").Encoding = Name("/GBK-EUC-H")


@spoils("6.2.11.4")
def _(pdf: pikepdf.Pdf) -> None:
    descriptor = first(pdf, "/Type", "/FontDescriptor")
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


@spoils("6.2.11.7")
def _(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "/Subtype", "/Type0").ToUnicode


@spoils("6.3")
def _(pdf: pikepdf.Pdf) -> None:
    box = Array([0, 0, 10, 10])
    pdf.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=box, F=2)])


@spoils("6.4")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(NeedAppearances=True, Fields=Array())


@spoils("6.5")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@spoils("6.5")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].AA = Dictionary()


@spoils("our own: nothing from outside")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Note = Dictionary(S=Name.URI, URI=String("https://example.org/"))


@spoils("6.6.2")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


@spoils("6.6.3")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = String("another title")


@spoils("6.6.3")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/CreationDate"] = String("D:20260310094000+08'00'")


@spoils("6.6.4")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b'part="2"', b'part="1"'))


@spoils("6.8")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["sums.csv"] = b"1,2"


@spoils("6.9")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array())


@spoils("6.10")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].PresSteps = Dictionary()


@spoils("6.11")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Requirements = Array()


CASES = [(number, place) for number, all_of_it in SPOILT.items() for place in range(len(all_of_it))]


@pytest.mark.parametrize(("number", "place"), CASES)
def test_a_breach_of_a_clause_is_noticed_by_its_number(number: str, place: int) -> None:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(sample())) as pdf:
        SPOILT[number][place](pdf)
        pdf.save(written, fix_metadata_version=False)
    assert [one for one in breaches(written.getvalue()) if one.startswith(f"{number} ")]


@pytest.mark.parametrize(
    ("number", "spoilt"),
    [
        ("6.1.2", lambda data: b"%PDF-2.0" + data[8:]),
        ("6.1.3", lambda data: data + b"more"),
        ("6.1.3", lambda data: rewritten(data, encryption=pikepdf.Encryption(owner="a", user=""))),
        ("6.1.7.2", lambda data: data.replace(b"/FlateDecode", b"/LZWDecode")),
    ],
)
def test_a_breach_in_the_bytes_is_noticed_too(number: str, spoilt: Callable[[bytes], bytes]) -> None:
    assert [one for one in breaches(spoilt(small())) if one.startswith(f"{number} ")]


def rewritten(data: bytes, **how: Any) -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(written, **how)
    return written.getvalue()


def small() -> bytes:
    """A page on which nothing is drawn, and one packed stream that nobody reads."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Note = pdf.make_stream(b"abc" * 100)
        written = io.BytesIO()
        pdf.save(written, compress_streams=True, deterministic_id=True)
    return written.getvalue()


def test_every_rule_is_broken_once() -> None:
    in_bytes = {"6.1.2", "6.1.3", "6.1.7.2"}
    assert set(SPOILT) | in_bytes == set(RULES)


def test_a_paper_of_part_three_may_hold_a_file_whose_part_is_told() -> None:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(sample())) as pdf:
        pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b'part="2"', b'part="3"'))
        pdf.attachments["sums.csv"] = pikepdf.AttachedFileSpec(pdf, b"1,2", relationship=Name.Data)
        pdf.save(written, fix_metadata_version=False)
    assert [one for one in breaches(written.getvalue()) if one.startswith(("6.8", "6.6.4"))] == []
