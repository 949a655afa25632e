"""Is every form, with little, usual and much in it, a real A4 paper that carries all its words?"""

import io
from collections.abc import Callable

import pikepdf
import pytest

from documents.registry import FORMS
from tests.documents.every_sample import every_sample
from tests.documents.printed import Printed, squeeze

Sample = Callable[[str, str], Printed]
OURS = {
    (face, True)
    for face in ("FandolFang", "FandolKai", "Bureau-Kai-Fallback", "Bureau-Latin", "Bureau-Song", "Bureau-Song-Heavy")
} | {("Bureau-Hei-Medium", True)}


@every_sample
def test_the_paper_is_a4_with_embedded_faces_and_a_sane_number_of_pages(
    key: str, name: str, printed_sample: Sample
) -> None:
    paper = printed_sample(key, name)
    assert paper.sizes == {(210, 297)}
    assert {(face.partition("+")[2].split(",")[0], embedded) for face, embedded in paper.faces} <= OURS
    assert len(paper.pdf) <= {"shortest": 2, "typical": 3, "longest": 12}[name]


@every_sample
def test_no_ink_leaves_the_page_margins(key: str, name: str, printed_sample: Sample) -> None:
    for left, bottom, right, top in printed_sample(key, name).ink():
        assert 25 < left < right < 190, (left, right)
        assert 8 < bottom < top < 290, (bottom, top)


@pytest.mark.parametrize("key", [key for key, form in FORMS.items() if form.rule.ministry_no or form.rule.served])
def test_the_title_is_the_one_the_law_data_gives(key: str, printed_sample: Sample) -> None:
    assert FORMS[key].rule.title in printed_sample(key, "typical").text


def test_numbers_and_page_counts_stand_on_each_page(printed_sample: Sample) -> None:
    paper = printed_sample("penalty-decision", "longest")
    for number, page in enumerate(paper.pdf, start=1):
        text = squeeze(page.get_textpage().get_text_range())
        assert "案号：蒙样交执案〔2026〕001号" in text
        assert f"第{number}页共{len(paper.pdf)}页" in text
    assert "文号：蒙样交执罚〔2026〕001号" in paper.text


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("interview-record", "被询问人签名："),
        ("statement-record", "陈述申辩人签名："),
        ("scene-record", "现场人员签名："),
        ("inspection-record", "当事人签名："),
        ("showing-record", "当事人签名："),
        ("hearing-record", "当事人或其代理人签名："),
    ],
)
def test_records_have_a_place_to_sign_on_every_page(key: str, place: str, printed_sample: Sample) -> None:
    pages = printed_sample(key, "longest").pdf
    assert len(pages) > 1
    for page in pages:
        foot = squeeze(page.get_textpage().get_text_bounded(left=0, bottom=0, right=600, top=110))
        assert place in foot
        assert foot.count("签名：") == 2
        assert "年月日" in foot


def test_empty_cells_are_struck(printed_sample: Sample) -> None:
    """A filing form with nothing in it: every cell that can be struck is."""
    assert printed_sample("filing-form", "shortest").text.count("/") >= 15


def test_the_penalty_decision_has_what_article_59_wants(printed_sample: Sample) -> None:
    """行政处罚法 59: party, facts and evidence, kind and basis, performance, remedies with their organs, organ and day."""
    text = printed_sample("penalty-decision", "typical").text
    for wanted in (
        "样例旗顺达货物运输有限公司",
        "样例旗工业园区三号路18号",
        "超限12320千克",
        "称重设备检定证书",
        "《中华人民共和国公路法》第七十六条第五项",
        "罚款人民币陆仟元整（¥6,000.00）",
        "自收到本决定书之日起十五日内缴至",
        "六十日内依法向样例旗人民政府申请行政复议",
        "六个月内依法向样例旗人民法院提起行政诉讼",
        "2026年3月19日提出陈述申辩",
        "2026年4月2日",
    ):
        assert wanted in text, wanted


def test_the_file_says_its_title_and_language(printed_sample: Sample) -> None:
    pdf = printed_sample("penalty-decision", "typical").pdf
    assert pdf.get_metadata_value("Title") == "行政处罚决定书 蒙样交执罚〔2026〕001号"
    with pikepdf.open(io.BytesIO(printed_sample("penalty-decision", "typical").data)) as file:
        assert str(file.Root.Lang) == "zh-CN"


def test_a_ticked_box_can_be_found_as_text_and_an_empty_one_not(printed_sample: Sample) -> None:
    text = printed_sample("violation-notice", "typical").text
    assert "√根据《中华人民共和国行政处罚法》第四十四条" in text
    assert "√根据《中华人民共和国行政处罚法》第六十三条" not in text
