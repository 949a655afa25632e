"""Does each paper print the law of its own day, and does no template carry an article or a period of its own?"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from bureau.sample.meter import meter, spot_facts
from bureau.sample.people import hire_everyone
from cases.act import Ask
from cases.case_file import load_case_file
from cases.papers.parts import Drawing
from cases.papers.spot import spot_decision
from documents.registry import paper_form
from documents.rendering import PaperMeta, render_pdf
from law.wording import UnknownWording, all_wordings, wording_for_paper
from officers.models import Bureau
from tests.documents.printed import Printed

TEMPLATES = Path(settings.BASE_DIR) / "templates" / "documents"


def printed(key: str, content: Any) -> str:
    return Printed(render_pdf(key, content, meta=PaperMeta())).body()


@pytest.fixture
def decided_on(db: None) -> Callable[[date], str]:
    """One case punished on the spot, and its decision as it would have been drawn up on another day."""
    story = meter(hire_everyone("quick"), until="found")
    penalty = story.handler("punish_on_the_spot", story.start, **spot_facts(story, 200)).about

    def on(day: date) -> str:
        file = load_case_file(story.case.pk)
        ask = Ask(file=file, officer=file.handlers[0], on=day)
        drawing = Drawing(file, ask, Bureau.objects.get(), penalty.party, penalty)
        return printed("spot-decision", spot_decision(drawing))

    return on


def test_a_decision_on_the_spot_of_2023_and_one_of_2024_print_each_its_own_remedies(
    decided_on: Callable[[date], str],
) -> None:
    """Since 2024 reconsideration comes first and only the government of the bureau reviews (行政复议法 23, 24)."""
    before, after = decided_on(date(2023, 12, 31)), decided_on(date(2024, 1, 1))
    assert "可以在六十日内依法向样例旗人民政府或者上一级交通运输主管部门申请行政复议，或者在六个月内" in before
    assert "应当先" not in before
    assert "应当先在六十日内依法向样例旗人民政府申请行政复议" in after
    assert "上一级" not in after


@pytest.mark.parametrize(
    ("key", "day", "cited"),
    [
        ("public-notice", date(2021, 12, 31), "《中华人民共和国民事诉讼法》第九十二条"),
        ("public-notice", date(2022, 1, 1), "《中华人民共和国民事诉讼法》第九十五条"),
        ("entrustment-letter", date(2021, 12, 31), "《中华人民共和国民事诉讼法》第八十八条"),
        ("entrustment-letter", date(2022, 1, 1), "《中华人民共和国民事诉讼法》第九十一条"),
        ("payment-plan-notice", date(2021, 7, 14), "《中华人民共和国行政处罚法》第五十二条"),
        ("payment-plan-notice", date(2021, 7, 15), "《中华人民共和国行政处罚法》第六十六条"),
        ("preservation-release", date(2021, 7, 14), "依照《中华人民共和国行政处罚法》第三十七条第二款的规定"),
        ("preservation-release", date(2021, 7, 15), "依照《中华人民共和国行政处罚法》第五十六条的规定"),
        ("measure-release", date(2026, 1, 5), "依照《中华人民共和国行政强制法》第二十八条第一款第"),
        ("test-notice", date(2026, 1, 5), "依据《中华人民共和国行政强制法》第二十五条第三款的规定"),
        ("things-transfer-notice", date(2026, 1, 5), "依据《中华人民共和国行政强制法》第二十一条的规定"),
    ],
)
def test_an_article_is_cited_by_the_number_it_had_on_the_day_of_the_paper(key: str, day: date, cited: str) -> None:
    typical = paper_form(key).samples()["typical"]
    content = replace(typical, letterhead=replace(typical.letterhead, on=day))
    assert cited in printed(key, content)


def test_a_draft_without_a_day_is_drawn_up_by_the_newest_wording() -> None:
    assert wording_for_paper("basis-public-notice", None).endswith("第九十五条")


def test_a_day_before_our_data_has_the_oldest_wording() -> None:
    assert wording_for_paper("basis-public-notice", date(1999, 1, 1)).endswith("第九十二条")


def test_a_sentence_that_is_not_there_is_an_error_and_no_empty_place() -> None:
    with pytest.raises(UnknownWording):
        wording_for_paper("nonsense", None)


def test_every_sentence_that_a_template_asks_for_is_there() -> None:
    asked = {
        key
        for path in TEMPLATES.rglob("*.html")
        for key in re.findall(r'prescribed "([^"]+)"', path.read_text("utf-8"))
    }
    assert asked
    assert asked - {each.key for each in all_wordings()} == set()


@pytest.mark.parametrize("key", sorted({each.key for each in all_wordings()}))
def test_from_its_first_day_on_a_sentence_is_never_without_a_version(key: str) -> None:
    versions = sorted((each for each in all_wordings() if each.key == key), key=lambda each: each.in_force_from)
    assert versions[-1].in_force_until is None
    for one, two in pairwise(versions):
        assert one.in_force_until is not None
        assert (two.in_force_from - one.in_force_until).days == 1


LAW = re.compile("》第[一二三四五六七八九十百零]+条|[一二三四五六七八九十]+(?:个工作日|日|个月)内|百分之")


def carriers(folder: Path, pattern: str) -> set[str]:
    return {path.stem for path in folder.rglob(pattern) if LAW.search(path.read_text("utf-8"))}


def test_no_template_has_an_article_or_a_period_of_its_own() -> None:
    assert carriers(TEMPLATES, "*.html") == set()


def test_nothing_that_fills_a_paper_has_an_article_or_a_period_of_its_own() -> None:
    assert carriers(Path(settings.BASE_DIR) / "cases" / "papers", "*.py") == set()
