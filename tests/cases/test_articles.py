"""Does a case show the article as it stood on the day of the conduct, whatever stands today?"""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from bureau.sample.overload import found
from bureau.sample.people import hire_everyone
from bureau.sample.story import Story
from law.numerals import to_chinese

pytestmark = pytest.mark.django_db
OLD, NEW = "旧文：超过限定标准的车辆不得行驶公路。", "新文：超过限定标准的车辆一律不得行驶公路。"


def load(folder: Path, fiftieth: str, in_force: str) -> None:
    """A statute of 87 articles, of which only the fiftieth says anything."""
    articles = [f"第{to_chinese(n)}条　{fiftieth if n == 50 else '本条从略。'}" for n in range(1, 88)]
    file = folder / f"{in_force}.txt"
    file.write_text("\n".join(articles), encoding="utf-8")
    call_command("load_statute", str(file), title="中华人民共和国公路法", in_force=date.fromisoformat(in_force))


@pytest.fixture
def story(tmp_path: Path) -> Story:
    load(tmp_path, OLD, "2017-11-05")
    load(tmp_path, NEW, "2026-06-01")
    return found(hire_everyone(), date(2026, 3, 10), 1)


def test_the_case_page_shows_the_article_of_the_day_of_the_conduct(story: Story) -> None:
    browser = Client()
    browser.force_login(story.cast["李明"], backend="django.contrib.auth.backends.ModelBackend")
    page = browser.get(reverse("cases:case", args=[story.case.pk])).content.decode()
    assert OLD in page
    assert NEW not in page
