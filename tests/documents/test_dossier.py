"""Is the dossier bound in order, numbered through, listed with its pages, and the same each time?"""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pikepdf
import pytest
from PIL import Image

from cases.models import Case
from documents.dossier import EmptyDossier, Part, UnknownFileKind, dossier_pdf
from documents.outbox import drain
from documents.registry import FORMS
from documents.services import draw, issue, void
from officers.models import Officer
from tests.documents.printed import Printed, squeeze

pytestmark = pytest.mark.django_db
DAY = date(2026, 4, 15)
# In the order of law/data/forms.toml, with the pages that the usual sample fills.
MAIN = ["行政处罚决定书", "立案登记表", "询问笔录", "结案报告"]


@pytest.fixture
def bound(case: Case, officer: Officer, settings: Any, tmp_path: Any) -> Case:
    settings.MEDIA_ROOT = tmp_path

    def drawn(key: str) -> Any:
        return draw(case=case, form_key=key, content=FORMS[key].samples()["typical"], officer=officer, on=DAY)

    for key in ("filing-form", "interview-record", "closing-report", "penalty-decision", "legal-review-opinion"):
        issue(drawn(key), officer=officer, on=DAY)
    drawn("evidence-list")
    void(issue(drawn("violation-notice"), officer=officer, on=DAY), officer=officer, on=DAY, reason="文号有误")
    drain()
    return case


@pytest.fixture
def reading() -> Any:
    opened: list[Printed] = []

    def read(data: bytes) -> list[str]:
        opened.append(Printed(data))
        return [squeeze(page.get_textpage().get_text_range()) for page in opened[-1].pdf]

    yield read
    for printed in opened:
        printed.pdf.close()


Reading = Callable[[bytes], list[str]]


def test_papers_stand_in_the_order_of_the_dossier_between_cover_and_back_sheet(bound: Case, reading: Reading) -> None:
    pages = reading(dossier_pdf(bound.pk))
    titles = [
        "行政处罚案卷",
        "卷内目录（正卷）",
        *MAIN,
        "备考表",
        "行政处罚案卷",
        "卷内目录（副卷）",
        "法制审核意见书",
        "备考表",
    ]
    found = [next(i for i, page in enumerate(pages) if squeeze(titles[0]) in page)]
    for title in titles[1:]:
        found.append(next(i for i, page in enumerate(pages) if i > found[-1] and title in page))
    assert found == sorted(set(found))
    assert not any(page.startswith(("违法行为通知书", "证据清单")) for page in pages)
    assert not any(title in pages[1] for title in ("违法行为通知书", "证据清单"))


def test_pages_are_numbered_through_and_the_contents_name_them(bound: Case, reading: Reading) -> None:
    pages = reading(dossier_pdf(bound.pk))
    last = next(i for i, page in enumerate(pages) if "备考表" in page and i > 1)
    papers = pages[2:last]
    assert [page.endswith(str(number)) for number, page in enumerate(papers, start=1)] == [True] * len(papers)
    starts = {title: next(i for i, page in enumerate(papers, start=1) if page.startswith(title)) for title in MAIN}
    assert list(starts.values()) == sorted(starts.values())
    for title, start in starts.items():
        after = [other for other in starts.values() if other > start]
        end = (min(after) if after else len(papers) + 1) - 1
        assert f"{start}-{end}" in pages[1] if end > start else f"{title}2026年4月15日{start}" in pages[1]
    assert f"本卷共4件{len(papers)}页" in pages[0]
    assert f"共有文件材料{len(papers)}页" in pages[last]


def test_bookmarks_lead_to_the_first_page_of_each_paper(bound: Case, reading: Reading) -> None:
    data = dossier_pdf(bound.pk)
    pages = reading(data)
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        volumes = {top.title: top.children for top in outline.root}
        assert list(volumes) == ["正卷", "副卷"]
        assert [item.title for item in volumes["正卷"]] == ["封面", "卷内目录", *MAIN, "备考表"]
        order = {page.objgen: index for index, page in enumerate(pdf.pages)}
        for item in volumes["正卷"][2:]:
            assert item.title in pages[order[item.destination[0].objgen]]


def test_the_same_papers_give_the_same_bytes(bound: Case) -> None:
    assert dossier_pdf(bound.pk) == dossier_pdf(bound.pk)


def test_sheets_of_evidence_are_bound_in(bound: Case, reading: Reading) -> None:
    photo = io.BytesIO()
    Image.new("RGB", (400, 300), "grey").save(photo, "JPEG")
    pages = reading(dossier_pdf(bound.pk, extras=[Part("现场照片一", photo.getvalue())]))
    assert "现场照片一" in pages[1]
    assert sum("现场照片一" in page for page in pages) == 2
    assert "照片1张" in next(page for page in pages if "备考表" in page)


def test_a_file_of_another_kind_is_refused_by_its_title(bound: Case) -> None:
    with pytest.raises(UnknownFileKind, match="录像"):
        dossier_pdf(bound.pk, extras=[Part("录像", b"RIFF")])


def test_a_case_without_issued_papers_has_no_dossier(case: Case) -> None:
    with pytest.raises(EmptyDossier):
        dossier_pdf(case.pk)


def test_a_damaged_part_is_named_instead_of_breaking_the_dossier() -> None:
    with pytest.raises(UnknownFileKind, match="旧扫描件"):
        Part(title="旧扫描件", data=b"%PDF-1.7 cut off").opened()
