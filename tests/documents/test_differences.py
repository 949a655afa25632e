"""Does a comparison name every field that reads otherwise, with the words that went and came, and nothing else?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from documents.content import to_json
from documents.differences import differences, label_of, marked, pieces, with_marks
from documents.registry import FORMS
from documents.rendering import PaperMeta, render_html

DECISION = FORMS["penalty-decision"].samples()["typical"]
OLD = replace(DECISION, facts="车货总质量61320千克。\n行经S210线。", evidence=("称重单", "照片"), fine=Decimal(6000))


def said(old: str, new: str) -> list[tuple[str, str]]:
    return [(one.mark, one.text) for one in pieces(old, new)]


def test_the_same_content_has_no_differences() -> None:
    assert differences(to_json(OLD), to_json(OLD)) == []


def test_a_number_is_one_word_and_every_character_of_chinese_is_one() -> None:
    assert said("罚款6000元", "罚款5000元") == [("", "罚款"), ("gone", "6000"), ("new", "5000"), ("", "元")]
    assert said("从轻处罚", "从重处罚") == [("", "从"), ("gone", "轻"), ("new", "重"), ("", "处罚")]


def test_each_changed_field_is_named_once_in_the_order_of_the_paper() -> None:
    letterhead = replace(OLD.letterhead, on=date(2026, 9, 1))
    new = replace(
        OLD, facts="车货总质量61320千克。\n行经S211线。", evidence=("称重单", "照片", "录像"), letterhead=letterhead
    )
    found = differences(to_json(OLD), to_json(new))
    assert [one.label for one in found] == ["违法事实", "证据", "落款：日期"]
    assert [(one.text, one.mark) for one in found[0].pieces if one.mark] == [("210", "gone"), ("211", "new")]
    assert [one.text for one in found[1].pieces if one.mark == "new"] == ["\n录像"]
    assert "2026年9月1日" in "".join(one.text for one in found[2].pieces if one.mark != "gone")


def test_a_violation_that_is_added_is_new_as_a_whole() -> None:
    new = replace(OLD, charges=(*OLD.charges, replace(OLD.charges[0], conduct="另一行为")))
    found = differences(to_json(OLD), to_json(new))
    place = len(OLD.charges) + 1
    assert f"违法行为 {place}：行为" in [one.label for one in found]
    assert all(one.mark == "new" for change in found for one in change.pieces)


def test_a_field_is_called_by_the_words_of_people() -> None:
    assert label_of(("party", "name")) == "当事人：姓名或名称"
    assert label_of(("something_unheard_of",)) == "其他内容"


def test_the_new_words_are_yellow_on_the_paper_and_hostile_ones_stay_text() -> None:
    new = replace(OLD, facts="车货总质量61320千克。\n行经<b>S211</b>线。")
    changes = differences(to_json(OLD), to_json(new))
    html = marked(render_html("penalty-decision", with_marks(new, changes), meta=PaperMeta()))
    assert '<mark class="slot">211&lt;/b&gt;</mark>' in html and "<b>" not in html
    plain = render_html("penalty-decision", new, meta=PaperMeta())
    assert html.replace('<mark class="slot">', "").replace("</mark>", "") == plain


@given(some.text(max_size=60), some.text(max_size=60))
def test_either_text_can_be_read_out_of_the_comparison(old: str, new: str) -> None:
    found = list(pieces(old, new))
    assert "".join(one.text for one in found if one.mark != "new") == old
    assert "".join(one.text for one in found if one.mark != "gone") == new
