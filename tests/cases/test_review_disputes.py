"""Does a disagreement go its way to the heads without replacing the review, and does counsel advise without a vote?"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from bureau.sample.dangerous_goods import dangerous_goods, points
from bureau.sample.people import hire_everyone
from bureau.sample.story import Story
from cases.forms.review import POINTS
from cases.models import Case
from cases.services import Refused
from cases.states import State

pytestmark = pytest.mark.django_db
WRONG = {4: "案卷缺少装载质量的称重依据"}
BACK: dict[str, Any] = {
    "points": points(POINTS, WRONG),
    "outcome": "returned",
    "opinion": "没有称重依据，补正后重新提请。",
    "comments": [{"place": "现场笔录", "text": "补充称重单"}],
}


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[Story]:
    """Heard, submitted on the twenty-fourth working day; the reviewer has it."""
    with django_db_blocker.unblock(), transaction.atomic():
        story = dangerous_goods(hire_everyone("quick"), until="heard")
        story.handler("submit_for_review", story.later(24))
        yield story
        transaction.set_rollback(True)


@pytest.fixture
def story(told: Story) -> Story:
    told.case = Case.objects.get(pk=told.case.pk)
    return told


def sentences(story: Story, who: str, key: str, day: int, **facts: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        story.act(who, key, story.later(day), **facts)
    return [str(one.sentence) for one in refused.value.obstacles]


def disputed(story: Story) -> Any:
    story.act("陈静", "return_review", story.later(25), **BACK)
    story.handler("request_reexamination", story.later(25), request="现场笔录已经记明吨数。")
    story.act("陈静", "return_review", story.later(26), **BACK)
    return story.handler("raise_review_dispute", story.later(26), reasons="现场笔录、合同足以认定九吨。").about


def test_a_conclusion_is_re_examined_once_and_then_goes_to_the_heads(story: Story) -> None:
    assert sentences(story, "赵刚", "request_reexamination", 24, request="?") == [
        "案件现在是“待法制审核”，不能办理“申请复核审核意见”。"
    ]
    dispute = disputed(story)
    again = story.case.reviews.latest("pk")
    assert (again.re_examines, again.request) == (story.case.reviews.earliest("pk"), "现场笔录已经记明吨数。")
    assert "已经复核过" in sentences(story, "赵刚", "request_reexamination", 26, request="?")[1]
    assert sentences(story, "赵刚", "raise_review_dispute", 26, reasons="?") == ["这一分歧已经提请负责人决定。"]
    papers = story.case.documents.filter(form_key="legal-review-opinion").order_by("pk")
    assert [("申请复核" in one.content["reason"]) for one in papers] == [False, True]

    answers = {one.pk: "见现场笔录。" for review in story.case.reviews.all() for one in review.comments.all()}
    story.handler("answer_comments", story.later(26), answers=answers)
    assert sentences(story, "赵刚", "submit_for_review", 26) == ["法制审核的分歧已经提请负责人，还没有决定。"]
    with pytest.raises(Refused):
        story.act_on(dispute, "陈静", "settle_review_dispute", story.later(27), ruling="handlers", opinion="?")
    story.act_on(
        dispute, "卫国", "settle_review_dispute", story.later(27), ruling="handlers", opinion="现场笔录有签名。"
    )
    dispute.refresh_from_db()
    assert (dispute.ruling, dispute.settled_by, dispute.state) == ("handlers", story.cast["卫国"], "settled")
    told = dict(dispute.told())
    assert told["审核意见"] == BACK["opinion"] and told["承办机构的意见和理由"] == "现场笔录、合同足以认定九吨。"

    # The heads' word is no review: it is asked for again, and nothing is decided before it has passed (行政处罚法 58).
    assert story.case.state == State.NOTIFIED
    story.handler("submit_for_review", story.later(27))
    assert story.case.state == State.UNDER_REVIEW
    story.act("陈静", "pass_review", story.later(28), points=points(POINTS), opinion="按负责人决定，同意。")
    assert story.case.state == State.REVIEWED


def test_a_dossier_that_changed_is_submitted_anew_and_not_re_examined(story: Story) -> None:
    story.act("陈静", "return_review", story.later(25), **BACK)
    story.evidence(story.later(25), "documentary", "装载质量称重单", "G304线治超站", "装载质量9吨")
    assert sentences(story, "赵刚", "request_reexamination", 25, request="?") == [
        "审核以后案卷有变更，应当重新提请审核而不是复核：新增证据“装载质量称重单”。"
    ]


def test_the_heads_hear_only_what_was_re_examined(story: Story) -> None:
    story.act("陈静", "return_review", story.later(25), **BACK)
    assert "还没有经过复核" in sentences(story, "赵刚", "raise_review_dispute", 25, reasons="?")[0]


def ask(story: Story) -> Any:
    question = {"counsel": story.cast["严律"], "question": "九吨的认定是否需要称重？"}
    return story.act("陈静", "ask_counsel", story.later(25), **question).about


def test_counsel_sees_the_case_advises_and_has_no_vote(story: Story) -> None:
    browser = Client()
    browser.force_login(story.cast["严律"])
    address = f"/cases/{story.case.pk}/"
    assert browser.get(address).status_code == 404
    advice = ask(story)
    page = browser.get(address).content.decode()
    assert "提出法律顾问意见" in page and "act/pass_review/" not in page and "act/return_review/" not in page
    assert "提出法律顾问意见" in browser.get("/").content.decode(), "it waits on counsel's own worklist"
    passing = {"points": points(POINTS), "opinion": "同意。"}
    assert sentences(story, "严律", "pass_review", 25, **passing)[0] == "“法制审核同意”由法制审核人员办理。"
    assert sentences(story, "严律", "return_review", 25, **BACK)[0] == "“法制审核退回”由法制审核人员办理。"
    with pytest.raises(Refused):
        story.act_on(advice, "陈静", "give_advice", story.later(25), text="替顾问写。")
    story.act_on(advice, "严律", "give_advice", story.later(25), text="应当有称重单。")
    story.act("陈静", "return_review", story.later(26), **BACK)
    paper = story.case.documents.filter(form_key="legal-review-opinion").latest("pk")
    assert paper.content["advice"] == ["严律（公职律师）：应当有称重单。"]


def test_advice_that_was_not_given_in_time_waits_on_nobodys_desk(story: Story) -> None:
    advice = ask(story)
    story.act("陈静", "return_review", story.later(26), **BACK)
    advice = type(advice).objects.get(pk=advice.pk)
    assert advice.has_ended
    browser = Client()
    browser.force_login(story.cast["严律"])
    assert "提出法律顾问意见" not in browser.get("/").content.decode()
    with pytest.raises(Refused) as refused:
        story.act_on(advice, "严律", "give_advice", story.later(26), text="迟到的意见。")
    assert [str(one.sentence) for one in refused.value.obstacles] == ["审核已经有结论，不再提出顾问意见。"]
    assert story.case.documents.filter(form_key="legal-review-opinion").latest("pk").content["advice"] == []


def test_whoever_had_a_part_in_the_case_is_no_counsel(story: Story) -> None:
    facts = {"counsel": story.cast["孙丽"], "question": "?"}
    assert sentences(story, "陈静", "ask_counsel", 25, **facts) == [
        "孙丽承办、审核或者决定过本案，不能作为本案的法律顾问。"
    ]
