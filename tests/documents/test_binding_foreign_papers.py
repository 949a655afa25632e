"""Does the dossier say which papers were signed, and do pages of any build get their number in the reader's corner?"""

import io
from typing import Any

import pikepdf
import pypdfium2
import pytest

from cases.models import Case
from documents.dossier import Part, dossier_pdf
from documents.page_stamps import stamp_pages
from documents.registry import FORMS
from documents.services import draw, issue
from officers.models import Officer
from tests.documents.printed import squeeze
from tests.documents.test_dossier import DAY


def signed() -> bytes:
    """A page with a field that holds a signature; what it signs does not matter here."""
    target = io.BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        look = pdf.make_stream(
            b"0 0 40 20 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 40, 20]
        )
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Sig,
                T=pikepdf.String("signature"),
                Rect=[100, 100, 140, 120],
                F=4,
                P=page.obj,
                AP=pikepdf.Dictionary(N=look),
            )
        )
        page.obj.Annots = pdf.make_indirect(pikepdf.Array([field]))
        pdf.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=pikepdf.Array([field]))
        pdf.save(target)
    return target.getvalue()


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [squeeze(page.get_textpage().get_text_range()) for page in pdf]


@pytest.mark.django_db
def test_a_signed_paper_is_named_in_the_contents_and_on_the_back_sheet(
    case: Case, officer: Officer, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    content = FORMS["filing-form"].samples()["shortest"]
    issue(draw(case=case, form_key="filing-form", content=content, officer=officer, on=DAY), officer=officer, on=DAY)
    plain = pages(dossier_pdf(case.pk))
    assert not any("电子签名" in page for page in plain)
    data = dossier_pdf(case.pk, extras=[Part("鉴定意见", signed())])
    bound = pages(data)
    assert "电子签名见原件" in bound[1]
    assert "第2件有电子签名。合并成卷后签名不再有效，以单独保存的签名原件为准。" in bound[-1]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert not any("/Annots" in page.obj and len(page.obj.Annots) for page in pdf.pages)
    assert data == dossier_pdf(case.pk, extras=[Part("鉴定意见", signed())])


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("corner", [(0, 0), (-50, 30)])
def test_the_number_stands_in_the_upper_right_corner_as_the_page_is_read(turned: int, corner: tuple[int, int]) -> None:
    left, bottom = corner
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        page.mediabox = pikepdf.Array([left, bottom, left + 595, bottom + 842])
        page.obj.Rotate = turned
        stamp_pages(pdf, 0, 1)
        target = io.BytesIO()
        pdf.save(target)
    with pypdfium2.PdfDocument(target.getvalue()) as printed:
        picture = printed[0].render(scale=1).to_pil().convert("L").point(lambda light: 255 if light < 128 else 0)
        assert printed[0].get_textpage().get_text_range().strip() == "1"
        box = picture.getbbox()
    assert box is not None
    width = picture.width
    assert width - 60 < box[0] < box[2] < width - 30, box
    assert 20 < box[1] < box[3] < 50, box


def test_a_page_without_resources_and_one_that_leaves_its_drawing_turned_get_theirs_upright() -> None:
    with pikepdf.new() as pdf:
        bare, turned = pdf.add_blank_page(page_size=(595, 842)), pdf.add_blank_page(page_size=(595, 842))
        if "/Resources" in bare.obj:
            del bare.obj["/Resources"]
        turned.contents_add(b"0 1 -1 0 0 0 cm")
        stamp_pages(pdf, 0, 2)
        target = io.BytesIO()
        pdf.save(target)
    with pypdfium2.PdfDocument(target.getvalue()) as printed:
        boxes = [page.get_textpage().get_charbox(0) for page in printed]
        assert pages(target.getvalue()) == ["1", "2"]
    assert all(520 < left < 570 and 790 < low < 830 for left, low, _right, _top in boxes), boxes
