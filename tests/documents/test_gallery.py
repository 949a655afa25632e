"""Does the gallery show every form where the procedure has it, with what matters about it, and find one by name?"""

import io
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from PIL import Image

from documents import gallery
from documents.gallery import card_of, first_page, groups
from documents.registry import FORMS
from officers.models import Officer, RoleGrant
from officers.roles import Role
from tests.documents.test_views import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client: Client, officer: Officer) -> Client:
    RoleGrant.objects.create(officer=officer, role=Role.OFFICER, granted_on=DAY)
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_every_form_stands_in_exactly_one_group() -> None:
    keys = [card.key for group in groups() for card in group.cards]
    assert sorted(keys) == sorted(FORMS)


def test_the_groups_follow_the_procedure() -> None:
    by_title = {group.title: [card.title for card in group.cards] for group in groups()}
    order = list(by_title)
    stages = ["立案", "调查取证", "告知·听证", "法制审核", "决定·送达", "结案归档"]
    assert [one for one in order if one in stages] == stages
    assert order[-1] == "案卷"
    assert by_title["立案"][0] == "立案登记表"
    assert by_title["听证"][:2] == ["听证通知书", "听证公告"]
    assert "行政强制措施决定书" in by_title["强制措施"]
    assert "当场行政处罚决定书" in by_title["决定·送达"]
    assert by_title["案卷"] == ["卷宗封面", "卷内目录", "备考表"]


@pytest.mark.parametrize(
    ("key", "marks"),
    [
        ("penalty-decision", ("部颁式样 15", "“罚”字编号", "须送达", "须盖章", "一式两份", "正卷")),
        ("spot-decision", ("部颁式样 14", "“当罚”字编号", "须送达", "须盖章", "一式两份", "可打 80 mm", "正卷")),
        ("legal-review-opinion", ("辅助文书", "副卷")),
        ("loan-slip", ("辅助文书", "不入卷")),
        ("filing-form", ("部颁式样 1", "正卷")),
    ],
)
def test_the_marks_say_how_a_form_is_treated(key: str, marks: tuple[str, ...]) -> None:
    assert card_of(key).marks == marks


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [("当场", ["当场行政处罚决定书"]), ("15", ["行政处罚决定书"]), (" 催告 ", ["催告书"]), ("情书", [])],
)
def test_a_form_is_found_by_its_name_or_its_number(reader: Client, wanted: str, titles: list[str]) -> None:
    assert [card.title for group in groups(wanted) for card in group.cards] == titles
    page = reader.get(reverse("documents:gallery"), {"q": wanted}).content.decode()
    assert f"共 {len(titles)} 种文书" in page
    assert ("没有这样的文书。" in page) == (not titles)


def test_hostile_search_is_shown_as_text(reader: Client) -> None:
    page = reader.get(reverse("documents:gallery"), {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in page


def test_each_card_links_three_samples_and_a_picture_that_loads_late(reader: Client) -> None:
    page = reader.get(reverse("documents:gallery")).content.decode()
    for name in ("shortest", "typical", "longest"):
        assert reverse("documents:sample", args=["reminder", name]) in page
    assert f'src="{reverse("documents:sample-thumb", args=["reminder", "typical"])}" alt="" loading="lazy"' in page


def test_the_first_page_is_a_picture_that_is_rendered_once(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    answer = reader.get(reverse("documents:sample-thumb", args=["filing-form", "typical"]))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert "max-age" in answer["Cache-Control"]
    picture = Image.open(io.BytesIO(answer.content))
    assert picture.width == 360 and abs(picture.height / picture.width - 297 / 210) < 0.01  # A4
    assert len(answer.content) < 60_000

    def again(*args: Any, **more: Any) -> bytes:
        raise AssertionError("rendered twice")

    monkeypatch.setattr(gallery, "render_pdf", again)
    assert first_page("filing-form", "typical") == answer.content


@pytest.mark.parametrize(("key", "name"), [("love-letter", "typical"), ("filing-form", "wildest")])
def test_a_picture_of_a_sample_that_is_not_there_is_404(reader: Client, key: str, name: str) -> None:
    assert reader.get(reverse("documents:sample-thumb", args=[key, name])).status_code == 404
