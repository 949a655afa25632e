"""Is what stands beside the form the paper that the act then draws, also while the form is not complete?"""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from bureau.sample.overload import found, overload
from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, at
from cases.models import RecordEntry, RecordHead
from documents.models import Document, NumberSeries
from documents.services import html_of
from documents.views import SCREEN, STYLESHEET
from tests.journeys.pages import Page, squeeze

pytestmark = pytest.mark.django_db
SHEETS = tuple(f"/papers/style/{path.name}" for path in (STYLESHEET, SCREEN))


@pytest.fixture
def cast(db: None, time_machine: Any) -> Cast:
    time_machine.move_to(at(date(2026, 7, 1), 10), tick=False)
    return hire_everyone("quick")


def desk(cast: Cast, name: str) -> Client:
    browser = Client()
    browser.force_login(cast[name], "django.contrib.auth.backends.ModelBackend")
    return browser


def form_data(browser: Client, path: str, **typed: Any) -> dict[str, Any]:
    """What the browser would send: what the form proposes, and what is typed over it."""
    form = Page(path, 200, browser.get(path).content.decode()).form()
    return {name: value for name, value in form.data.items() if name != "csrfmiddlewaretoken"} | typed


def preview(browser: Client, path: str, data: dict[str, Any]) -> str:
    answer = browser.post(f"{path}preview/", data)
    assert answer.status_code == 200
    return answer.content.decode()


def do(browser: Client, path: str, data: dict[str, Any]) -> None:
    answer = browser.post(path, data | {"step": "do"})
    assert answer.status_code == 302, Page(path, answer.status_code, answer.content.decode()).text[:800]


def body(html: str) -> str:
    """All that is printed but what only issuing gives: mark, number, code, seal."""
    start = html.index("<main>")
    return re.sub(r'<img class="seal"[^>]*>', "", html[start : html.index("</main>")])


def written() -> tuple[int, int, int, int]:
    head = RecordHead.objects.first()
    return (
        Document.objects.count(),
        RecordEntry.objects.count(),
        head.size if head else 0,
        sum(NumberSeries.objects.values_list("last", flat=True)),
    )


def test_the_preview_of_a_draft_is_the_draft_word_for_word(cast: Cast) -> None:
    story = found(cast, date(2026, 6, 22), 1)
    browser, path = desk(cast, "李明"), f"/cases/{story.case.pk}/act/conclude_investigation/"
    data = form_data(browser, path, recommendation="penalty", opinion="建议处罚<6000>元 & 其他。")
    before = written()
    shown = preview(browser, path, data)
    assert written() == before, "looking draws nothing, numbers nothing, records nothing"
    assert "建议处罚&lt;6000&gt;元 &amp; 其他。" in shown
    do(browser, path, data)
    drawn = story.case.documents.get(form_key="investigation-report")
    strip = shown[shown.index("<aside") : shown.index("</aside>") + len("</aside>")]
    assert "证据" in strip, "the list of evidence that goes along can be looked at too"
    assert squeeze(shown.replace(strip, "")) == squeeze(html_of(drawn, stylesheets=SHEETS))


CASES = [
    ("approved", "李明", "issue_notice", "violation-notice", {}),
    ("ready", "卫国", "decide_penalty", "penalty-decision", {"opinion": "同意处罚。"}),
    ("found", "李明", "order_correction", "correction-order", {"content": "卸载超限部分。"}),
]


@pytest.mark.parametrize(("until", "who", "key", "form", "typed"), CASES, ids=[one[2] for one in CASES])
def test_the_preview_of_an_issued_paper_is_the_paper(
    cast: Cast, until: str, who: str, key: str, form: str, typed: dict[str, Any]
) -> None:
    story = (
        found(cast, date(2026, 6, 22), 1) if until == "found" else overload(cast, until=until, start=date(2026, 6, 1))
    )
    browser, path = desk(cast, who), f"/cases/{story.case.pk}/act/{key}/"
    data = form_data(browser, path, **typed)
    before = written()
    shown = preview(browser, path, data)
    assert written() == before
    assert "试打稿，未签发" in shown and "签发时编号" in shown
    do(browser, path, data)
    paper = story.case.documents.get(form_key=form)
    assert paper.number and body(shown) == body(html_of(paper, stylesheets=SHEETS))


def test_what_is_missing_stands_in_yellow_where_it_belongs_and_leads_to_its_field(cast: Cast) -> None:
    story = found(cast, date(2026, 6, 22), 1)
    browser, path = desk(cast, "李明"), f"/cases/{story.case.pk}/act/order_correction/"
    before = written()
    shown = preview(browser, path, form_data(browser, path, content=""))
    yellow = re.findall(r'<mark class="slot"><a href="([^"]+)" target="_parent">([^<]+)</a></mark>', shown)
    assert yellow == [(f"{path}#id_content", "改正内容和要求")]
    assert "改正内容及要求：<mark" in shown, "in the sentence of the order, not somewhere else"
    assert "还没有填完" in shown and "\ue000" not in shown
    assert written() == before


def test_a_choice_that_is_missing_is_named_with_what_is_shown_for_the_moment(cast: Cast) -> None:
    story = found(cast, date(2026, 6, 22), 1)
    browser, path = desk(cast, "李明"), f"/cases/{story.case.pk}/act/conclude_investigation/"
    shown = preview(browser, path, form_data(browser, path, recommendation="", opinion="建议处罚。"))
    strip = squeeze(shown[shown.index("<aside") : shown.index("</aside>")])
    assert "#id_recommendation_group" in strip and "（暂按“给予行政处罚”显示）" in strip


def test_what_is_wrong_is_not_drawn_over_but_named_with_its_field(cast: Cast) -> None:
    story = found(cast, date(2026, 6, 22), 1)
    browser, path = desk(cast, "李明"), f"/cases/{story.case.pk}/act/order_correction/"
    shown = preview(browser, path, form_data(browser, path, on="昨天", content="卸载。"))
    assert "填好以后看文书" in shown and f'href="{path}#id_on"' in shown and "日期写成 2026-03-10 这样。" in shown


def test_a_refusal_of_the_law_stands_in_place_of_the_paper(cast: Cast) -> None:
    story = overload(cast, until="ready", start=date(2026, 6, 1))
    browser, path = desk(cast, "卫国"), f"/cases/{story.case.pk}/act/decide_penalty/"
    data = form_data(browser, path, opinion="同意。") | {f"fine_{story.charge.pk}": "7000"}
    assert "决定重于告知的处罚" in preview(browser, path, data)


def test_a_stranger_previews_nothing(cast: Cast) -> None:
    story = overload(cast, until="approved", start=date(2026, 6, 1))
    for method in ("get", "post"):
        answer = getattr(desk(cast, "周勇"), method)(f"/cases/{story.case.pk}/act/issue_notice/preview/")
        assert answer.status_code == 404


def test_a_typed_form_stands_beside_its_own_paper_not_beside_the_proposed_one(cast: Cast) -> None:
    story = overload(cast, until="ready", start=date(2026, 6, 1))
    browser, path = desk(cast, "卫国"), f"/cases/{story.case.pk}/act/decide_penalty/"
    fresh = browser.get(path).content.decode()
    assert f'src="{path}preview/"' in fresh
    check = browser.post(path, form_data(browser, path, opinion="同意。")).content.decode()
    assert "核对：" in check and f'src="{path}preview/"' not in check
    assert "data-typed" in check and f'data-live="{path}preview/"' in check
    assert '<button class="button button--small" form="act"' in squeeze(check), "without JavaScript one asks for it"
