"""Is every article of a statute found and none invented, on our own sample and on the texts beside the checkout?"""

import csv
from pathlib import Path

import pytest

from law.citations import Citation
from law.laws import all_laws
from law.numerals import to_chinese
from law.statute_text import ParsedArticle, ParsedStatute, parse
from law.violations import violations_in_force
from tests.law.days import DAY

HERE = Path(__file__).parent
SAMPLE = HERE / "samples" / "样例道路货物装载管理办法.txt"
SHARED = HERE.parents[1].parent / "shared" / "law"
BY_HAND = {row["file"]: row for row in csv.DictReader((HERE / "statutes.csv").open(encoding="utf-8"))}
TEXTS = [SAMPLE, *sorted(SHARED.glob("*.txt"))]
HEADINGS = ("第一章 总则", "第二章 装载", "第一节 源头装载", "第二节 途中检查", "第三章 附则")
WHOLE = {
    "行政处罚法": "行政处罚法-2021.txt",
    "道路运输条例": "道路运输条例-2023.txt",
    "公路法": "公路法-2017.txt",
    "公路安全保护条例": "公路安全保护条例-2011.txt",
    "国内水路条例": "国内水路运输管理条例-2023.txt",
}


def read(path: Path) -> ParsedStatute:
    return parse(path.read_text(encoding="utf-8"))


def label_of(article: ParsedArticle) -> str:
    return f"第{to_chinese(article.number)}条" + (f"之{to_chinese(article.sub)}" if article.sub else "")


def bare(text: str) -> str:
    """Without spaces, and with one kind of bracket and stop."""
    return "".join(text.split()).translate(str.maketrans("(（．、", "（（..", "*")).replace(")", "）")


def labels(parsed: ParsedStatute) -> list[tuple[int, int]]:
    return [article.label for article in parsed.articles]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_all_articles_are_found_and_none_invented(path: Path) -> None:
    parsed = read(path)
    if path == SAMPLE:
        assert labels(parsed) == [(1, 0), (2, 0), (3, 0), (3, 1), (3, 2), (4, 0), (5, 0), (6, 0)]
        return
    # A text without a row fails here: add the row after reading the text.
    row = BY_HAND[path.name]
    assert labels(parsed) == [(number, 0) for number in range(1, int(row["articles"]) + 1)]
    assert parsed.doubts == ()
    assert len({article.chapter for article in parsed.articles if article.chapter}) == int(row["chapters"])
    assert (label_of(parsed.articles[-1]) if parsed.articles else "") == row["last"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_word_of_the_text_is_lost_or_moved(path: Path) -> None:
    articles = read(path).articles
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    headings = {bare(line) for line in HEADINGS} if path == SAMPLE else set()
    first = next((number for number, line in enumerate(lines) if line.startswith("第一条")), len(lines))
    body = [line for line in lines[first:] if not line.startswith("#") and bare(line) not in headings]
    assert "".join(bare(label_of(article) + article.text) for article in articles) == bare("".join(body))


def test_the_sample_is_there() -> None:
    assert SAMPLE.exists()


def test_chapters_and_sections_come_from_the_body_and_not_from_the_contents_page() -> None:
    articles = {article.label: (article.chapter, article.section) for article in read(SAMPLE).articles}
    assert articles[(1, 0)] == ("第一章 总则", "")
    assert articles[(3, 2)] == ("第二章 装载", "第一节 源头装载")
    assert articles[(4, 0)] == ("第二章 装载", "第二节 途中检查")
    assert articles[(6, 0)] == ("第三章 附则", "")


def test_a_reference_at_the_start_of_a_line_stays_in_its_article() -> None:
    by_label = {article.label: article.text for article in read(SAMPLE).articles}
    assert "第一条规定以外的试验车辆。" in by_label[(2, 0)]
    assert "第三条 规定的，先行劝告。" in by_label[(3, 0)]
    assert "第五条所称记录，保存二年。" in by_label[(4, 0)]
    assert by_label[(5, 0)] == "记录由检查人员签名。"


def test_items_and_subitems_belong_to_their_paragraph() -> None:
    article = next(each for each in read(SAMPLE).articles if each.label == (3, 0))
    first = article.paragraphs[0]
    assert [item["number"] for item in first["items"]] == [1, 2, 3]
    assert [subitem["text"] for subitem in first["items"][1]["subitems"]] == ["用绳索捆扎；", "用篷布覆盖。"]
    assert article.paragraphs[1]["items"] == []


def test_a_text_that_sets_no_space_after_its_article_numbers_is_read_too() -> None:
    parsed = parse("第一条为了试验。\n第二条适用本办法第一条。\n第一条的规定不变。\n第三条自发布之日起施行。")
    assert labels(parsed) == [(1, 0), (2, 0), (3, 0)]
    assert parsed.articles[1].text == "适用本办法第一条。\n第一条的规定不变。"


def test_a_missing_article_is_reported_and_what_follows_is_not_invented() -> None:
    parsed = parse("第一条 甲。\n第二条 乙。\n第四条 丁。\n第五条 戊。")
    assert labels(parsed) == [(1, 0), (2, 0)]
    assert parsed.doubts == ("第四条 丁。", "第五条 戊。")


def test_a_text_without_a_first_article_has_none() -> None:
    assert parse("第二条 乙。\n第三条 丙。").articles == ()
    assert parse("").articles == ()


@pytest.mark.skipif(not SHARED.exists(), reason="the statutes' texts are not shipped")
@pytest.mark.parametrize("key", WHOLE)
def test_each_citation_of_the_catalogue_finds_its_paragraph_and_item(key: str) -> None:
    articles = {article.number: article for article in read(SHARED / WHOLE[key]).articles}

    def is_there(citation: Citation) -> bool:
        paragraphs = articles[citation.article].paragraphs
        chosen = paragraphs[citation.paragraph - 1 : citation.paragraph] if citation.paragraph else paragraphs
        numbers = {item["number"] for paragraph in chosen for item in paragraph["items"]}
        return bool(chosen) and (not citation.item or citation.item in numbers)

    rows = violations_in_force(DAY)
    cited = {each for row in rows for each in (*row.violated, *row.penalty) if each.law == key}
    assert [each.key for each in cited if not is_there(each)] == []
    assert cited or key == "行政处罚法"


@pytest.mark.skipif(not SHARED.exists(), reason="the statutes' texts are not shipped")
@pytest.mark.parametrize("key", WHOLE)
def test_laws_toml_knows_the_last_article(key: str) -> None:
    newest = max((law for law in all_laws() if law.key == key), key=lambda law: law.in_force_from)
    assert newest.articles == int(BY_HAND[WHOLE[key]]["articles"])
