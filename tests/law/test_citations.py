"""Does a citation survive being written, read, printed and shortened?"""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from law.citations import BadCitation, Citation, cite, cite_all, print_citations
from law.laws import all_laws
from law.numerals import from_chinese, to_chinese

KEYS = sorted({each.key for each in all_laws()})


@pytest.mark.parametrize(
    ("key", "printed", "short"),
    [
        ("行政处罚法:33", "《中华人民共和国行政处罚法》第三十三条", "行政处罚法33条"),
        ("行政处罚法:57.2", "《中华人民共和国行政处罚法》第五十七条第二款", "行政处罚法57条2款"),
        ("行政处罚法:58.1(2)", "《中华人民共和国行政处罚法》第五十八条第一款第二项", "行政处罚法58条1款2项"),
        ("道路运输条例:63(3)", "《中华人民共和国道路运输条例》第六十三条第三项", "道路运输条例63条3项"),
        ("民事诉讼法:101", "《中华人民共和国民事诉讼法》第一百零一条", "民事诉讼法101条"),
        ("民事诉讼法:110", "《中华人民共和国民事诉讼法》第一百一十条", "民事诉讼法110条"),
        ("公路法:17-1.2(10.3)", "《中华人民共和国公路法》第十七条之一第二款第十项第三目", "公路法17条之一2款10项3目"),
    ],
)
def test_a_citation_is_printed_as_the_law_writes_it(key: str, printed: str, short: str) -> None:
    found = cite(key)
    assert str(found) == printed
    assert found.short == short
    assert found.key == key


def test_an_alias_leads_to_the_same_law() -> None:
    assert cite("处罚法:33") == cite("行政处罚法:33") == cite("中华人民共和国行政处罚法:33")
    assert cite("处罚法:33").key == "行政处罚法:33"


@pytest.mark.parametrize(
    "text", ["", "行政处罚法", "行政处罚法:", "行政处罚法:五十七", "行政处罚法:57.", "行政处罚法:57()", "没有的法:1"]
)
def test_what_is_no_citation_is_refused(text: str) -> None:
    with pytest.raises(BadCitation):
        cite(text)


@given(
    some.builds(
        Citation,
        law=some.sampled_from(KEYS),
        article=some.integers(1, 999),
        sub=some.integers(0, 9),
        paragraph=some.integers(0, 20),
        item=some.integers(1, 30),
        subitem=some.integers(0, 9),
    )
)
def test_reading_gives_back_what_was_written(citation: Citation) -> None:
    assert cite(citation.key) == citation


def test_several_are_separated_by_semicolons_of_either_width() -> None:
    assert [each.key for each in cite_all("公路法:50; 公路安全保护条例:33.1；超限运输规定:27")] == [
        "公路法:50",
        "公路安全保护条例:33.1",
        "超限运输规定:27",
    ]
    assert cite_all("") == ()


def test_each_law_and_each_article_is_printed_once() -> None:
    cited = cite_all("道路运输条例:10.1;道路运输条例:10.2;道路运输条例:11;公路法:50")
    assert print_citations(cited) == (
        "《中华人民共和国道路运输条例》第十条第一款、第二款、第十一条，《中华人民共和国公路法》第五十条"
    )
    assert print_citations(()) == ""


@given(some.integers(1, 1999))
def test_a_numeral_survives_both_ways(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("text", "number"), [("十", 10), ("二十", 20), ("一百零一", 101), ("一百〇一", 101), ("五百五十", 550)]
)
def test_numerals_of_statutes_are_read(text: str, number: int) -> None:
    assert from_chinese(text) == number


@pytest.mark.parametrize("text", ["", "57", "第五", "五十a"])
def test_other_text_is_no_numeral(text: str) -> None:
    with pytest.raises(ValueError, match="numeral"):
        from_chinese(text)
