"""Who sees what: the register, a decision, what is gone, a paper's origin, the desk?"""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bureau.sample.story import Cast, Story
from cases.services import perform
from documents.models import Document
from documents.services import void
from law.models import Article, Statute
from publicity.models import Publication, PublishedDecision
from publicity.services import prepare
from tests.publicity import cases
from tests.publicity.conftest import NOW, proposed, redact, signed_in

INDEX = "/public/"
DESK = "/public/desk/"


@pytest.fixture
def anybody() -> Client:
    return Client()


def page_of(copy: Publication) -> str:
    return reverse("publicity:decision", args=[copy.slug])


def act_page(copy: Publication, key: str) -> str:
    return reverse("publicity:act", args=[copy.pk, key])


# --- the public ------------------------------------------------------------------------------------
def test_the_decision_page_says_what_was_decided_why_and_until_when_it_is_shown(
    published: Publication, anybody: Client
) -> None:
    response = anybody.get(page_of(published))
    page = response.content.decode()
    assert response.status_code == 200
    for words in (
        "样例风驰物流有限公司",
        cases.FIRM["uscc"],
        "车货总质量超限行驶公路",
        "蒙样交执罚〔2026〕001号",
        "车货总质量51000千克",
        "《中华人民共和国公路法》第七十六条第五项",
        "罚款人民币壹仟元整",
        "样例旗人民政府申请行政复议",
        "罚没款尚未缴清。",
        "2027年8月24日",
        page_of(published),
    ):
        assert words in page
    assert "X-Robots-Tag" not in response.headers


def test_the_articles_open_as_they_stood_on_the_day_of_the_conduct(published: Publication, anybody: Client) -> None:
    for first, last, text in ((2020, 2025, "原来的条文。"), (2026, None, "车货总质量超过限定标准的车辆，不得行驶。")):
        statute = Statute.objects.create(
            title="中华人民共和国公路法",
            short="公路法",
            in_force_from=date(first, 1, 1),
            in_force_until=date(last, 12, 31) if last else None,
            sha256="0" * 64,
        )
        Article.objects.create(statute=statute, number=50, sub=0, text=text)
    page = anybody.get(page_of(published)).content.decode()
    assert "车货总质量超过限定标准的车辆，不得行驶。" in page
    assert "原来的条文。" not in page


def test_what_is_not_approved_does_not_exist_for_the_public(redacted: Publication, anybody: Client) -> None:
    assert anybody.get(page_of(redacted)).status_code == 404
    assert redacted.party_name_public not in anybody.get(INDEX).content.decode()


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("", True),
        ("q=风驰", True),
        ("q=〔2026〕001号", True),
        (f"q={cases.FIRM['uscc'].lower()}", True),
        ("q=超限行驶", True),
        ("q=没有这家", False),
        ("decided_from=2026-08-24&decided_to=2026-08-24", True),
        ("decided_from=2026-08-25", False),
        ("decided_to=2026-08-23", False),
        ("decided_from=yesterday", True),
        ("after=nonsense", True),
        ("after=2026-08-27.9", False),
        ("before=9999999999999999999.x", True),
    ],
)
def test_the_register_is_searched(published: Publication, anybody: Client, query: str, is_found: bool) -> None:
    response = anybody.get(f"{INDEX}?{query}")
    assert response.status_code == 200
    assert (page_of(published) in response.content.decode()) is is_found


def test_a_person_is_found_by_number_but_not_by_name(published: Publication, anybody: Client) -> None:
    PublishedDecision.objects.update(is_person=True, party_name_public="张某某")
    assert page_of(published) not in anybody.get(f"{INDEX}?q=张").content.decode()
    assert page_of(published) in anybody.get(f"{INDEX}?q=001号").content.decode()
    assert anybody.get(page_of(published)).headers["X-Robots-Tag"] == "noindex, noarchive"


def test_pages_of_the_register_lead_on_and_back_without_gap_or_repeat(published: Publication, anybody: Client) -> None:
    shown = PublishedDecision.objects.get()
    for number in range(45):
        shown.pk, shown.slug = None, f"copy-{number}"
        shown.published_on = cases.PUBLISHED - timedelta(days=number // 7)
        shown.save()
    seen: list[str] = []
    url = INDEX
    for _page in range(3):
        response = anybody.get(url)
        seen += [row.url for row in response.context["rows"]]
        last, url = url, INDEX + response.context["page"]["next_url"]
    assert len(seen) == len(set(seen)) == 46
    assert response.context["page"]["next_url"] == ""
    back = anybody.get(INDEX + response.context["page"]["previous_url"])
    assert [row.url for row in back.context["rows"]] == seen[20:40]
    assert last != INDEX


def test_a_withdrawn_decision_answers_gone_with_the_reason_and_without_the_name(
    published: Publication, cast: Cast, anybody: Client
) -> None:
    perform(published, "withdraw", cast["尤佳"], date(2026, 9, 1), reason="决定已被样例旗人民政府撤销。")
    response = anybody.get(page_of(published))
    page = response.content.decode()
    assert response.status_code == 410
    assert "决定已被样例旗人民政府撤销。" in page
    assert "2026年9月1日" in page
    assert "风驰" not in page
    assert page_of(published) not in anybody.get(INDEX).content.decode()


@pytest.mark.parametrize(("days_later", "status"), [(0, 200), (1, 410)])
def test_a_decision_goes_by_itself_after_its_last_day(
    published: Publication, anybody: Client, days_later: int, status: int
) -> None:
    assert published.public_until is not None
    day = published.public_until + timedelta(days=days_later)
    with time_machine.travel(NOW.replace(year=day.year, month=day.month, day=day.day)):
        response = anybody.get(page_of(published))
        assert response.status_code == status
        assert ("风驰" in response.content.decode()) is (status == 200)
        assert (page_of(published) in anybody.get(INDEX).content.decode()) is (status == 200)


# --- papers ----------------------------------------------------------------------------------------
def decision_paper(story: Story) -> Document:
    return story.case.documents.get(form_key="penalty-decision")


def test_a_paper_is_confirmed_without_naming_anybody(story: Story, anybody: Client) -> None:
    paper = decision_paper(story)
    page = anybody.get(f"/public/verify/{paper.verify_code}").content.decode()
    for words in (
        "相符",
        "行政处罚决定书",
        paper.number,
        "2026年8月24日",
        "样例旗交通运输局",
        paper.content_sha256[:20],
    ):
        assert words in page
    assert paper.content_sha256[:21] not in page
    assert "风驰" not in page
    assert anybody.get("/public/verify/", {"code": paper.verify_code}).context["found"]["number"] == paper.number


def test_a_void_paper_is_said_to_be_void(story: Story, cast: Cast, anybody: Client) -> None:
    paper = decision_paper(story)
    void(paper, officer=cast["李明"], on=date(2026, 9, 1), reason="于强的姓名写错")
    page = anybody.get(f"/public/verify/{paper.verify_code}").content.decode()
    assert "已经作废" in page
    assert "相符：是" not in page
    assert "于强" not in page


def test_an_unknown_code_does_not_match(story: Story, anybody: Client) -> None:
    response = anybody.get("/public/verify/AAAAAAAAAAAAAAAAAAAAAA")
    assert response.status_code == 404
    assert "不相符" in response.content.decode()
    assert anybody.get("/public/verify/").status_code == 200


# --- the desk --------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["秦芳", "尤佳", "卫国", "韩雪"])
def test_the_desk_is_open_to_publishers_heads_and_administrators(story: Story, cast: Cast, name: str) -> None:
    page = signed_in(cast, name).get(DESK)
    assert page.status_code == 200
    assert "样例风驰物流有限公司" in page.content.decode()


@pytest.mark.parametrize("name", ["李明", "郑海", "陈静", "杨兰", "朱玉", "许系"])
def test_for_others_the_desk_does_not_exist(redacted: Publication, cast: Cast, name: str) -> None:
    client = signed_in(cast, name)
    preview = reverse("publicity:preview", args=[redacted.pk])
    for path in (DESK, act_page(redacted, "approve"), preview):
        assert client.get(path).status_code == 404
    assert client.post(reverse("publicity:prepare", args=[redacted.decision_id])).status_code == 404


def test_nobody_gets_to_the_desk_without_signing_in(redacted: Publication, anybody: Client) -> None:
    for path in (DESK, act_page(redacted, "approve"), reverse("publicity:preview", args=[redacted.pk])):
        response = anybody.get(path)
        assert (response.status_code, response.headers["Location"]) == (302, f"/sign-in/?next={path}")


def test_reading_the_desk_and_its_forms_writes_nothing(story: Story, cast: Cast) -> None:
    client = signed_in(cast, "秦芳")
    client.get(DESK)
    assert Publication.objects.count() == 0
    copy = prepare(story.case.decisions.get())
    entries = story.case.record.count()
    client.get(act_page(copy, "redact"))
    client.post(reverse("publicity:preview", args=[copy.pk]), {"facts_public": "换了一句。"})
    copy.refresh_from_db()
    assert (copy.state, copy.facts_public, story.case.record.count()) == ("due", "", entries)


def test_from_the_desk_to_the_register_in_the_browser(story: Story, cast: Cast, anybody: Client) -> None:
    writer, reader = signed_in(cast, "秦芳"), signed_in(cast, "尤佳")
    decision = story.case.decisions.get()
    form = writer.post(reverse("publicity:prepare", args=[decision.pk]), follow=True)
    copy = Publication.objects.get()
    assert form.redirect_chain[-1][0] == act_page(copy, "redact")
    assert "当事人的货车在S210线" in form.content.decode()
    asked = proposed(decision) | {"on": "2026-08-27"}
    checked = writer.post(act_page(copy, "redact"), asked)
    assert "核对：" in checked.content.decode()
    writer.post(act_page(copy, "redact"), asked | {"step": "do"})
    assert "公众还看不到" in reader.get(reverse("publicity:preview", args=[copy.pk])).content.decode()
    done = reader.post(act_page(copy, "approve"), {"on": "2026-08-28", "step": "do"}, follow=True)
    assert "已办理：审核并公示。" in done.content.decode()
    assert "样例风驰物流有限公司" in anybody.get(INDEX).content.decode()


def test_a_refused_text_stays_in_the_form(copy: Publication, cast: Cast) -> None:
    texts = proposed(copy.decision) | {"facts_public": "驾驶人于强说没有过磅。", "on": "2026-08-27", "step": "do"}
    response = signed_in(cast, "秦芳").post(act_page(copy, "redact"), texts)
    page = response.content.decode()
    assert response.status_code == 409
    assert "里有姓名“于强”" in page
    assert "驾驶人于强说没有过磅。</textarea>" in page


def test_the_writer_is_told_why_not_to_approve(redacted: Publication, cast: Cast) -> None:
    response = signed_in(cast, "秦芳").get(act_page(redacted, "approve"))
    assert response.status_code == 409
    assert "秦芳制作了这份公示稿，不能自己审核。" in response.content.decode()


def test_an_unserved_decision_is_refused_in_words(cast: Cast) -> None:
    told = cases.overloaded(cast, cases.OTHER_FIRM)
    url = reverse("publicity:prepare", args=[told.case.decisions.get().pk])
    assert "送达以后再制作公示稿" in signed_in(cast, "秦芳").post(url, follow=True).content.decode()


def test_an_unknown_act_does_not_exist(copy: Publication, cast: Cast) -> None:
    client = signed_in(cast, "秦芳")
    assert client.get(act_page(copy, "burn")).status_code == 404
    assert client.get(reverse("publicity:act", args=[copy.pk + 1, "redact"])).status_code == 404


def test_the_case_page_shows_where_the_publication_stands(
    story: Story, copy: Publication, cast: Cast, anybody: Client
) -> None:
    client = signed_in(cast, "秦芳")
    case_url = reverse("cases:case", args=[story.case.pk])
    assert "待制作公示稿" in client.get(case_url).content.decode()
    redact(copy, cast)
    perform(copy, "approve", cast["尤佳"], cases.PUBLISHED)
    page = client.get(case_url).content.decode()
    assert page_of(copy) in page
    assert "审核并公示" in page  # the timeline's name for the act
