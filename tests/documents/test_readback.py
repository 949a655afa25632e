"""Is what stands on a paper found again where pages break: a hyphen at the foot, a cell of a row that goes over?"""

from dataclasses import replace

import pytest

from documents.readback import BROKEN_HYPHEN, Fact, Reading, Sheet, differences
from documents.registry import FORMS
from documents.rendering import PaperMeta, render_pdf

CODE = "A-B-C-D-E-" * 9


def reading(*pages: str) -> Reading:
    return Reading(tuple(Sheet.of(raw, number, len(pages)) for number, raw in enumerate(pages, start=1)))


def test_a_hyphen_at_the_end_of_a_page_does_not_take_the_last_line_with_the_running_head() -> None:
    """PDFium reads the hyphen and the break after it as one sign: the head would stand in the line of the text."""
    first = "案号：/\r\n第 1 页\u3000共 2 页"
    last = f"核对情况 A-B-C{BROKEN_HYPHEN}涉案财物交接记录（续）\r\n试打\r\n案号：/\r\n第 2 页\u3000共 2 页"
    assert reading(first, last).sheets[1].text == "核对情况A-B-C-"
    assert reading(first, last).states(Fact("remark", ("A-B-C-",)))
    assert not reading(first, last).states(Fact("remark", ("涉案财物交接记录",)))


def test_a_cell_that_goes_over_is_found_though_its_neighbour_stands_behind_it_in_the_line() -> None:
    pages = (
        "归档号\r\n罚款人民币陆仟\r\n元整 保管期限 /\r\n第 1 页\u3000共 2 页",
        "（¥6,000.00）\r\n本卷共 2 件\r\n案卷（续）\r\n第 2 页\u3000共 2 页",
    )
    assert reading(*pages).states(Fact("archive_number", ("罚款人民币陆仟元整（¥6,000.00）",)))
    assert not reading(*pages).states(Fact("archive_number", ("罚款人民币陆仟元（¥6,000.00）",)))
    assert not reading(*pages).states(Fact("archive_number", ("罚款人民币陆仟元整本卷共3件",)))


@pytest.mark.parametrize("key", ["custody-record", "recording-note"])
def test_a_paper_of_two_pages_that_ends_in_a_hyphen_says_all_that_was_typed(key: str) -> None:
    field = {"custody-record": "remark", "recording-note": "remarks"}[key]
    lines = "\n".join([*(f"第{number}行。" for number in range(240)), CODE])
    content = replace(FORMS[key].samples()["typical"], **{field: lines})
    pdf = render_pdf(key, content, meta=PaperMeta())
    assert len(Reading.of(pdf).sheets) > 1
    assert differences(key, content, number="", pdf=pdf) == []
    missing = replace(content, **{field: f"{lines}F-"})
    assert [one.field for one in differences(key, missing, number="", pdf=pdf)] == [field]
