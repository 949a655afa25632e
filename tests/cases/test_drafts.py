"""Is what was typed kept for its writer alone, given back as it was, and gone when it has served?"""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from bureau.sample.overload import found
from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story, at
from cases.drafts import MOST
from cases.models import ActDraft, RecordEntry
from cases.tasks import sweep_terms
from tests.journeys.pages import Page

pytestmark = pytest.mark.django_db
CONTENT = "卸载超限部分的货物，补办年度审验。"


@pytest.fixture
def cast(db: None, time_machine: Any) -> Cast:
    time_machine.move_to(at(date(2026, 7, 1), 10), tick=False)
    return hire_everyone("quick")


@pytest.fixture
def story(cast: Cast) -> Story:
    return found(cast, date(2026, 6, 22), 1)


def desk(cast: Cast, name: str) -> Client:
    browser = Client()
    browser.force_login(cast[name], "django.contrib.auth.backends.ModelBackend")
    return browser


def look(browser: Client, path: str) -> Page:
    return Page(path, 200, browser.get(path).content.decode())


def order(story: Story) -> str:
    return f"/cases/{story.case.pk}/act/order_correction/"


def typed(browser: Client, path: str, **said: Any) -> dict[str, Any]:
    return look(browser, path).form().data | said


def test_what_was_typed_stands_there_again_on_another_day_and_is_not_judged(
    cast: Cast, story: Story, time_machine: Any
) -> None:
    browser, path = desk(cast, "李明"), order(story)
    before = RecordEntry.objects.count(), type(story.case).objects.get(pk=story.case.pk).version
    answer = browser.post(f"{path}draft/", typed(browser, path, content=CONTENT, on="不是日期"))
    assert (answer.status_code, answer["Location"]) == (302, path)
    time_machine.move_to(at(date(2026, 7, 3), 9), tick=False)
    page = look(desk(cast, "李明"), path)
    assert (page.form().find("改正内容和要求").value, page.form().find("办理日期").value) == (CONTENT, "不是日期")
    assert "已恢复 2026年7月1日 10:00 保存的草稿，只有你看得到。" in page.text
    assert "处要改" not in page.text and "案件在那以后有更新" not in page.text
    case = type(story.case).objects.get(pk=story.case.pk)
    assert (RecordEntry.objects.count(), case.version) == before, "a draft is no act"
    assert "草稿" not in " ".join(look(browser, f"/cases/{case.pk}/").timeline)


def test_typing_is_saved_without_a_page_and_the_last_words_count(cast: Cast, story: Story) -> None:
    browser, path = desk(cast, "李明"), order(story)
    for words in ("卸载", CONTENT):
        answer = browser.post(
            f"{path}draft/", typed(browser, path, content=words), headers={"Accept": "application/json"}
        )
        assert answer.json() == {"saved": "10:00"}
    assert ActDraft.objects.get().fields["content"] == [CONTENT]


def test_nobody_else_sees_it(cast: Cast, story: Story) -> None:
    path = order(story)
    browser = desk(cast, "李明")
    browser.post(f"{path}draft/", typed(browser, path, content=CONTENT))
    # The partner may do the same act; the head and the administrator see the case.
    for name in ("王强", "卫国", "韩雪"):
        answer = desk(cast, name).get(path).content.decode()
        assert CONTENT not in answer and "已恢复" not in answer
    for name in ("卫国", "周勇"):
        assert desk(cast, name).post(f"{path}draft/", {"content": "别人的"}).status_code == 404
    assert ActDraft.objects.count() == 1


def test_it_goes_when_the_act_is_done(cast: Cast, story: Story) -> None:
    browser, path = desk(cast, "李明"), order(story)
    browser.post(f"{path}draft/", typed(browser, path, content="旧的"))
    assert browser.post(path, typed(browser, path, content=CONTENT) | {"step": "do"}).status_code == 302
    assert not ActDraft.objects.exists()
    assert story.case.corrections.get().content == CONTENT


def test_it_goes_when_its_writer_discards_it(cast: Cast, story: Story) -> None:
    browser, path = desk(cast, "李明"), order(story)
    browser.post(f"{path}draft/", typed(browser, path, content=CONTENT))
    page = look(browser, path)
    assert "不要草稿，重新填写" in page.form().buttons()
    browser.post(f"{path}draft/", {"discard": "yes"})
    assert look(browser, path).form().find("改正内容和要求").value == "" and not ActDraft.objects.exists()


def test_it_is_erased_thirty_days_later(cast: Cast, story: Story, time_machine: Any) -> None:
    browser, path = desk(cast, "李明"), order(story)
    browser.post(f"{path}draft/", typed(browser, path, content=CONTENT))
    time_machine.move_to(at(date(2026, 7, 31), 23), tick=False)
    sweep_terms()
    assert ActDraft.objects.exists(), "1 July and thirty days: 31 July is the last"
    time_machine.move_to(at(date(2026, 8, 1), 1), tick=False)
    sweep_terms()
    assert not ActDraft.objects.exists()


def test_boxes_that_were_unticked_stay_unticked_and_a_case_that_went_on_is_said(cast: Cast, story: Story) -> None:
    browser, path = desk(cast, "李明"), f"/cases/{story.case.pk}/act/conclude_investigation/"
    kinds = f"kinds_{story.charge.pk}"
    data = typed(browser, path, opinion="建议。")
    assert data.pop(kinds), "a fine is proposed"
    browser.post(f"{path}draft/", data)
    story.evidence(date(2026, 6, 23), "documentary", "补充材料", "当事人", "车辆所有人为当事人")
    page = look(browser, path)
    assert not page.form().fields[kinds].value and page.form().data["opinion"] == "建议。"
    assert "案件在那以后有更新，请重新核对。" in page.text
    story.case.refresh_from_db()
    assert page.form().data["seen_version"] == str(story.case.version)


def test_a_draft_of_one_thing_is_none_of_another(cast: Cast, story: Story) -> None:
    browser, path = desk(cast, "李明"), order(story)
    browser.post(f"{path}draft/", typed(browser, path, content=CONTENT))
    assert CONTENT in browser.get(path).content.decode()
    assert "已恢复" not in browser.get(f"/cases/{story.case.pk}/act/add_party/").content.decode()


def test_more_than_a_form_can_need_is_not_kept(cast: Cast, story: Story) -> None:
    browser, path = desk(cast, "李明"), order(story)
    assert browser.post(f"{path}draft/", {"content": "字" * (MOST + 1)}).status_code == 413
    assert not ActDraft.objects.exists()
