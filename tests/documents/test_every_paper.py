"""Does every form, with every sample, say what its content says, in our faces, with nothing over the edge?"""

from collections.abc import Callable
from dataclasses import is_dataclass, replace
from typing import Any, get_args, get_type_hints

import pytest

from documents import readback
from documents.leftout import LEFT_OUT, NO_LINE, left_out
from documents.readback import Fact, Reading
from documents.registry import FORMS
from documents.rendering import PaperMeta, pdf_from_html, render_html, render_pdf
from tests.documents import layout
from tests.documents.every_sample import every_sample
from tests.documents.printed import Printed

Sample = Callable[[str, str], Printed]
DECISION = FORMS["penalty-decision"].samples()["typical"]


@every_sample
def test_the_text_layer_says_what_the_content_says(key: str, name: str, printed_sample: Sample) -> None:
    content, series = FORMS[key].samples()[name], FORMS[key].rule.series
    number = f"蒙样交执{series}〔2026〕001号" if series else ""
    assert readback.differences(key, content, number=number, pdf=printed_sample(key, name).data) == []


@every_sample
def test_every_face_is_embedded(key: str, name: str, printed_sample: Sample) -> None:
    assert layout.fonts_without_file(printed_sample(key, name).data) == []


@every_sample
def test_nothing_is_cut_covered_or_blank(key: str, name: str, printed_sample: Sample) -> None:
    assert layout.faults(printed_sample(key, name).data) == []


@pytest.mark.parametrize("key", sorted({*LEFT_OUT, *NO_LINE}))
def test_what_a_form_is_said_to_leave_out_it_does_leave_out(key: str) -> None:
    """Else the table would excuse a loss: whatever the form prints of it after all is to be looked for."""
    for name, content in FORMS[key].samples().items():
        if (key, name) == ("closing-report", "longest"):
            continue  # Persons and organisations in one paper: the table speaks of all rows at once.
        for field in sorted(left_out(key, content)):
            html = render_html(key, marked(content, field), meta=PaperMeta())
            assert MARK not in html, field


MARK = "※记号※"


def marked(value: Any, path: str) -> Any:
    """The content with a mark in this one text field, in every row."""
    if isinstance(value, tuple):
        return tuple(marked(item, path) for item in value)
    if not path:
        return MARK if isinstance(value, str) else value
    name, _dot, rest = path.partition(".")
    return replace(value, **{name: marked(getattr(value, name), rest)}) if hasattr(value, name) else value


@pytest.mark.parametrize("key", sorted({*LEFT_OUT, *NO_LINE}))
def test_the_table_of_what_is_left_out_names_fields_that_exist(key: str) -> None:
    assert {field for field in NO_LINE.get(key, ()) if not exists(FORMS[key].schema, field)} == set()
    for one in LEFT_OUT.get(key, ()):
        assert one.why
        assert {field for field in one.fields if not exists(FORMS[key].schema, field)} == set()


def exists(schema: Any, path: str) -> bool:
    name, _dot, rest = path.partition(".")
    hints = parts_of(schema)
    return name in hints and (not rest or exists(hints[name], rest))


def parts_of(schema: Any) -> dict[str, Any]:
    hints = get_type_hints(schema) if is_dataclass(schema) else {}
    return {name: next((one for one in get_args(kind) if is_dataclass(one)), kind) for name, kind in hints.items()}


def decision_html(change: Callable[[str], str]) -> bytes:
    """The typical decision as it would be printed by a template with a mistake in it."""
    return pdf_from_html(change(render_html("penalty-decision", DECISION, meta=PaperMeta())))


@pytest.mark.parametrize(
    ("printed", "instead", "field", "expected"),
    [
        ("样例旗顺达货物运输有限公司", "样例旗顺运货物运输有限公司", "party.name", "样例旗顺达货物运输有限公司"),
        ("¥6,000.00", "¥6,00O.00", "fine", "¥6,000.00"),
        ("陆仟元整", "陆佰元整", "fine", "陆仟元整"),
        ("2026年4月2日", "2026年4月3日", "letterhead.on", "2026年4月2日"),
        ("第七十六条第五项", "第七十六条", "charges[0].penalty_basis", "《中华人民共和国公路法》第七十六条第五项"),
        ("称重设备检定证书", "", "evidence[1]", "称重设备检定证书"),
        ("61320千克", "6132O千克", "facts", "61320千克"),
    ],
)
def test_a_paper_that_says_something_else_is_found_out(printed: str, instead: str, field: str, expected: str) -> None:
    pdf = decision_html(lambda html: html.replace(printed, instead))
    found = readback.differences("penalty-decision", DECISION, number="", pdf=pdf)
    assert any(one.field == field and expected in one.expected for one in found), found


def test_figures_that_differ_from_the_capitals_are_found_out() -> None:
    pdf = decision_html(lambda html: html.replace("</main>", "<p>共计人民币陆仟元整（¥6,001.00）</p></main>"))
    (one,) = readback.differences("penalty-decision", DECISION, number="", pdf=pdf)
    assert str(one) == "陆仟元整（¥6,001.00） 应为“陆仟零壹元整（¥6,001.00）”"


def test_the_error_names_the_paper_the_field_and_the_words() -> None:
    pdf = decision_html(lambda html: html.replace("样例旗顺达货物运输有限公司", "样例旗"))
    with pytest.raises(
        readback.PaperDiffers, match=r"《行政处罚决定书》.*party\.name 应为“样例旗顺达货物运输有限公司”"
    ):
        readback.check("penalty-decision", DECISION, number="", pdf=pdf)


def test_a_wrong_number_is_found_out() -> None:
    pdf = render_pdf("penalty-decision", DECISION, meta=PaperMeta(number="蒙样交执罚〔2026〕001号"))
    assert readback.differences("penalty-decision", DECISION, number="蒙样交执罚〔2026〕001号", pdf=pdf) == []
    (one,) = readback.differences("penalty-decision", DECISION, number="蒙样交执罚〔2026〕002号", pdf=pdf)
    assert one.field == "number"


def test_the_running_head_is_not_taken_for_the_paper_itself() -> None:
    """The case number of a continuation page does not stand in for the one under the title."""
    content = FORMS["penalty-decision"].samples()["longest"]
    html = render_html("penalty-decision", content, meta=PaperMeta())
    lost = html.replace('class="case-number">', 'class="case-number" style="visibility: hidden">')
    found = readback.differences("penalty-decision", content, number="", pdf=pdf_from_html(lost))
    assert [one.field for one in found] == ["case_number"]


def test_words_that_go_over_to_the_next_page_are_followed_and_a_lost_line_is_not_forgiven() -> None:
    sheets = ("一二三四五六七八\r\n第 1 页　共 2 页", "九十\r\n其他\r\n题（续）\r\n第 2 页　共 2 页")
    paper = Reading(tuple(readback.Sheet.of(text, number, 2) for number, text in enumerate(sheets, start=1)))
    assert paper.states(Fact("x", ("五六七八九十",)))
    assert not paper.states(Fact("x", ("五六七八十",)))
    assert not paper.states(Fact("x", ("五六七九十",)))


def test_a_line_over_another_text_and_a_line_beyond_the_margin_are_found() -> None:
    over = '<span style="position: absolute">盖住</span>'
    wide = '<p style="white-space: nowrap">' + "长" * 60 + "</p>"
    assert any(
        "over" in one for one in layout.faults(decision_html(lambda html: html.replace("以上事实", over + "以上事实")))
    )
    assert any(
        "leaves the margins" in one
        for one in layout.faults(decision_html(lambda html: html.replace("<main>", "<main>" + wide)))
    )
