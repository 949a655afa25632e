"""Is a review bound to the dossier that it examined: named when it changes, silent about what only follows from it?

The table is written from 行政处罚法 58 and major_cases.md §3 (re-review: new evidence, or result, fact or basis changed).
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from bureau.sample.dangerous_goods import dangerous_goods
from bureau.sample.people import hire_everyone
from bureau.sample.story import Story
from cases.act import Ask
from cases.case_file import load_case_file
from cases.examined import changed_since
from cases.models import Evidence, ReviewPhrase
from cases.services import Refused, obstacles
from cases.spread import spread

pytestmark = pytest.mark.django_db
Change = Callable[[Story], Any]
SANCTION = {
    "kinds": ["fine", "confiscate_income"],
    "fine": Decimal(52000),
    "confiscation": Decimal(26000),
    "other": "",
    "reason": "违法所得超过2万元，按二倍罚款，为法定下限。",
}


def pass_it(story: Story) -> None:
    points = [{"number": n, "question": "?", "satisfied": True, "remark": ""} for n in range(1, 9)]
    story.act("陈静", "pass_review", story.later(30), points=points, opinion="同意。")


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[Story]:
    """Submitted twice; nobody has concluded the second request."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield dangerous_goods(hire_everyone("quick"), until="under_review")
        transaction.set_rollback(True)


@pytest.fixture
def under_review(told: Story) -> Story:
    return again(told)


@pytest.fixture
def passed(told: Story) -> Story:
    story = again(told)
    pass_it(story)
    return story


def again(told: Story) -> Story:
    """The same case read anew: a test before this one was rolled back."""
    told.case = type(told.case).objects.get(pk=told.case.pk)
    return told


def changes_of(story: Story) -> list[str]:
    file = load_case_file(story.case.pk)
    assert file.last_review is not None
    return changed_since(file.last_review, file)


def new_evidence(story: Story) -> None:
    first = story.case.evidence.first()
    assert first is not None
    more = {"case": story.case, "collected_by": first.collected_by, "collected_on": first.collected_on}
    Evidence.objects.create(
        kind="documentary", title="新合同", source="当事人", proves="?", added_on=date.today(), **more
    )


def exclude(story: Story) -> None:
    found = {"evidence": story.case.evidence.first(), "ground": "coercion", "reason": "以扣车相威胁取得，录像证实。"}
    story.handler("exclude_evidence", story.later(31), **found)


def paper(story: Story, form: str, state: str) -> None:
    dated = {"issued_on": story.later(31), "content_sha256": "0" * 64} if state == "issued" else {}
    more = dated | {"content": {}, "drawn_by": story.cast["赵刚"], "drawn_on": story.later(31), "subject_key": "more"}
    story.case.documents.create(form_key=form, state=state, **more)


def void(story: Story, form: str) -> None:
    now = {"state": "voided", "voided_on": story.later(31), "void_reason": "送达了另一份。"}
    story.case.documents.filter(form_key=form).update(**now)


REOPENS: list[tuple[str, Change, str]] = [
    ("evidence added", new_evidence, "新增证据“新合同”"),
    ("evidence excluded", exclude, "证据“运输合同和运费收据”不再在案"),
    (
        "what it proves",
        lambda s: s.case.evidence.filter(title="货物安全技术说明书").update(proves="属第6类"),
        "证据“货物安全技术说明书”有改动",
    ),
    ("facts", lambda s: s.case.charges.update(facts="运输8吨。"), "违法行为“无经营许可从事危险货物运输”有改动"),
    (
        "illegal income",
        lambda s: s.case.charges.update(illegal_income=Decimal(9000)),
        "违法行为“无经营许可从事危险货物运输”有改动",
    ),
    (
        "fine",
        lambda s: s.charge.sanctions.update(fine=Decimal(60000)),
        "处罚意见“无经营许可从事危险货物运输（拟处罚）”有改动",
    ),
    (
        "why so much",
        lambda s: s.charge.sanctions.update(reason="情节较重。"),
        "处罚意见“无经营许可从事危险货物运输（拟处罚）”有改动",
    ),
    (
        "lighter proposal",
        lambda s: s.charge.sanctions.create(stage="lightened", round=s.case.round, kinds=["fine"], fine=1),
        "新增处罚意见“无经营许可从事危险货物运输（听取意见后从轻的拟处罚）”",
    ),
    ("who it is", lambda s: s.case.parties.update(representative="高伟"), "当事人“样例宏达化工贸易有限公司”有改动"),
    (
        "a record",
        lambda s: s.case.inquiries.filter(kind="interview").update(answers=[]),
        "笔录“询问笔录（高宏）”有改动",
    ),
    ("the hearing's advice", lambda s: s.case.hearings.update(advice="anew"), "听证“样例宏达化工贸易有限公司”有改动"),
    (
        "late evidence means more",
        lambda s: s.case.late_evidence.update(meaning="new"),
        "补充证据的说明“装载质量称重单”有改动",
    ),
    ("a record more", lambda s: paper(s, "interview-record", "issued"), "新增文书“询问笔录”"),
    (
        "a notice voided",
        lambda s: void(s, "violation-notice"),
        "文书“违法行为通知书",
    ),
    (
        "complex after all",
        lambda s: type(s.case).objects.filter(pk=s.case.pk).update(is_complex=True),
        "案件“性质和处理意见”有改动",
    ),
]


def served_again(story: Story) -> None:
    story.case.services.update(receiver="高伟", receiver_relation="同住成年家属")


FOLLOWS: list[tuple[str, Change]] = [
    ("nothing", lambda s: None),
    ("proof of service of the notice", served_again),
    ("longer period", lambda s: s.act("卫国", "extend_decision_period", s.later(31), reason="案情复杂，需要核实。")),
    (
        "another handler",
        lambda s: s.act("冯涛", "assign_officer", s.later(31), assigned=s.cast["周勇"], reason="加派。"),
    ),
    ("a draft", lambda s: paper(s, "interview-record", "draft")),
    ("a list drawn anew", lambda s: paper(s, "evidence-list", "issued")),
]


@pytest.mark.parametrize(("change", "said"), [one[1:] for one in REOPENS], ids=[one[0] for one in REOPENS])
def test_a_change_of_substance_reopens_the_review_and_is_named(passed: Story, change: Change, said: str) -> None:
    change(passed)
    (named,) = changes_of(passed)
    assert said in named
    with pytest.raises(Refused) as refused:
        decide(passed)
    told = [str(one.sentence) for one in refused.value.obstacles if one.cure_act == "resubmit_for_review"]
    assert told == [f"法制审核以后案卷有变更，须重新审核：{named}。"]


@pytest.mark.parametrize("follows", [one[1] for one in FOLLOWS], ids=[one[0] for one in FOLLOWS])
def test_what_follows_from_the_review_or_runs_beside_it_does_not(passed: Story, follows: Change) -> None:
    follows(passed)
    assert changes_of(passed) == []


def test_what_changed_while_it_was_under_review_is_not_agreed_to(under_review: Story) -> None:
    exclude_now = {"evidence": under_review.case.evidence.first(), "ground": "coercion", "reason": "威胁取得。"}
    under_review.handler("exclude_evidence", under_review.later(29), **exclude_now)
    with pytest.raises(Refused) as refused:
        pass_it(under_review)
    assert [str(one.sentence) for one in refused.value.obstacles] == [
        "提请审核以后案卷有变更，不能按原来的提请同意：证据“运输合同和运费收据”不再在案。"
    ]


def test_every_change_is_named_not_only_the_first(passed: Story) -> None:
    passed.case.charges.update(facts="运输8吨。")
    passed.charge.sanctions.update(fine=Decimal(60000))
    new_evidence(passed)
    assert changes_of(passed) == [
        "违法行为“无经营许可从事危险货物运输”有改动",
        "处罚意见“无经营许可从事危险货物运输（拟处罚）”有改动",
        "新增证据“新合同”",
    ]


def test_a_review_of_before_is_held_against_the_whole_digest(passed: Story) -> None:
    passed.case.reviews.update(examined={}, substance=load_case_file(passed.case.pk).substance())
    assert changes_of(passed) == []
    passed.case.charges.update(facts="运输8吨。")
    assert changes_of(passed) == ["事实、证据或者处罚意见"]


def test_why_it_was_required_is_kept_with_the_request(passed: Story) -> None:
    """26000 yuan confiscated and 52000 fined: 50000 for an organisation, and a hearing was held (major_cases.md §2)."""
    (first, second) = passed.case.reviews.order_by("pk")
    kept = {one["rule"]: one for one in second.why}
    assert kept == {one["rule"]: one for one in first.why}
    fine = kept["review-fine-organisation"]
    assert (fine["threshold"], fine["amount"], fine["in_force_from"]) == ("50000", "52000", "2021-07-15")
    assert (fine["basis"], fine["party"]) == ("行政处罚法:58.1(4)", passed.party.pk)
    assert (kept["review-after-hearing"]["basis"], kept["review-after-hearing"]["amount"]) == (
        "行政处罚法:58.1(2)",
        None,
    )


def test_the_opinion_names_the_dossier(passed: Story) -> None:
    paper = passed.case.documents.filter(form_key="legal-review-opinion").latest("pk")
    review = passed.case.reviews.latest("pk")
    assert len(review.substance) == 64
    assert paper.content["dossier"] == review.substance[:16]


def decide(story: Story) -> None:
    ask = Ask(
        load_case_file(story.case.pk), story.cast["卫国"], story.later(32), {"sanctions": {story.charge.pk: SANCTION}}
    )
    found = obstacles(story.case, "decide_penalty", ask)
    story.act("卫国", "decide_penalty", story.later(32), sanctions={story.charge.pk: SANCTION}, opinion="同意。")
    assert not found


# --- the reviewer's page --------------------------------------------------------------------------
def page_of(story: Story, who: str, key: str, **typed: str) -> Any:
    browser = Client()
    browser.force_login(story.cast[who])
    address = f"/cases/{story.case.pk}/act/{key}/"
    return browser.post(address, typed) if typed else browser.get(address)


def test_the_page_says_why_what_was_told_and_what_the_return_has_changed(under_review: Story) -> None:
    text = page_of(under_review, "陈静", "pass_review").content.decode()
    assert "对法人或者其他组织罚款 50000 元以上" in text and "本案 52000 元，标准 50000 元以上" in text
    assert "新增证据“装载质量称重单”" in text, "what the second submission has changed"
    assert "补充装载质量的称重单" in text and "已补充称重单，列入证据清单。" in text
    assert "告知以后补充的证据" in text and "处罚依据" not in text
    assert "拟罚款 52000 元；法定幅度 52000 至 260000 元。" in text
    assert "同类不足 5 件（现有 0 件），不作比较。" in text
    assert text.count("这一天有效的条文没有录入") == 3, "no statute is loaded: said, and not guessed"
    assert 'id="point-8"' in text and "<script>" not in text


def test_going_over_to_the_other_conclusion_keeps_what_was_typed(under_review: Story) -> None:
    typed = {
        "step": "edit",
        "point_4": "no",
        "remark_4": "缺少称重依据甲乙丙",
        "opinion": "补正丁戊己",
        "on": "2026-06-17",
    }
    text = page_of(under_review, "陈静", "return_review", **typed).content.decode()
    assert "缺少称重依据甲乙丙" in text and "补正丁戊己" in text and "建议移送" in text


def test_a_remark_is_pinned_to_words_that_the_paper_says(under_review: Story) -> None:
    """Quoted out of the printed notice, over its line breaks; what no paper says is refused and kept for mending."""
    notice = under_review.case.documents.filter(form_key="violation-notice").latest("pk")
    place, words = f"{notice.title} {notice.number}", "经调查，本机关认为你（单位）涉嫌"
    answers = {f"point_{n}": "yes" for n in range(1, 9)} | {"point_4": "no", "remark_4": "见意见"}
    typed = answers | {"outcome": "corrected", "opinion": "纠正。", "on": str(under_review.later(30))}
    typed |= {"place_1": place, "comment_1": "条款写错", "step": "check"}

    for quote, at, said in (
        ("没有人说过的话", place, "这份文书里没有这一句"),
        (words, "全案", "先选定是哪一份文书"),
    ):
        page = page_of(under_review, "陈静", "return_review", **typed | {"quote_1": quote, "place_1": at})
        assert page.status_code == 422 and said in page.content.decode() and quote in page.content.decode()
    page = page_of(under_review, "陈静", "return_review", **typed | {"quote_1": words, "comment_1": ""})
    assert "写明这一句有什么问题" in page.content.decode()

    broken = f"{words[:4]}\r\n {words[4:]}"
    page = page_of(under_review, "陈静", "return_review", **typed | {"quote_1": broken, "step": "do"})
    assert page.status_code == 302, page.content.decode()[:3000]
    comment = under_review.case.reviews.latest("pk").comments.get()
    assert str(comment).startswith(f"{place}“") and str(comment).endswith("”：条款写错")
    opinion = under_review.case.documents.filter(form_key="legal-review-opinion").latest("pk")
    assert opinion.content["comments"] == [str(comment)]


def test_the_case_page_says_that_the_review_is_open_again(passed: Story) -> None:
    said = "法制审核同意以后案卷有变更，重新审核以前不能作出决定"
    browser = Client()
    browser.force_login(passed.cast["赵刚"])
    address = f"/cases/{passed.case.pk}/"
    assert said not in browser.get(address).content.decode()
    exclude(passed)
    page = browser.get(address).content.decode()
    assert said in page and "证据“运输合同和运费收据”不再在案" in page and "act/resubmit_for_review/" in page


def test_like_fines_are_placed_by_hand() -> None:
    """1, 2, 3, 4, 10: the quartiles of five numbers are the second, the third and the fourth of them."""
    found = spread([Decimal(n) for n in (10, 1, 4, 2, 3)], Decimal(4))
    assert found is not None
    assert (found.low, found.lower, found.median, found.upper, found.high) == (1, 2, 3, 4, 10)
    assert (found.count, found.below, found.same, found.above) == (5, 3, 1, 1)
    assert spread([Decimal(n) for n in (1, 2, 3, 4)], Decimal(4)) is None


# --- the phrase store -----------------------------------------------------------------------------
def test_a_phrase_goes_into_its_remark_and_nothing_typed_is_lost(under_review: Story) -> None:
    browser = Client()
    browser.force_login(under_review.cast["陈静"])
    added = browser.post("/legal-review/phrases/", {"point": "4", "text": "证据不足以认定数量。", "shared": "on"})
    assert added.status_code == 302
    assert browser.post("/legal-review/phrases/", {"point": "4", "text": ""}).status_code == 422
    who = {"added_by": under_review.cast["韩雪"], "added_on": date(2026, 6, 1)}
    foreign = ReviewPhrase.objects.create(point=4, text="别人自己的意见", **who)
    address, mine = f"/cases/{under_review.case.pk}/act/return_review/", ReviewPhrase.objects.get(shared=True)
    assert "别人自己的意见" not in browser.get(address).content.decode()

    typed = {"point_4": "no", "remark_4": "见第12页。", "opinion": "补正丁戊己", "on": "2026-06-17", "step": "phrase-4"}
    page = browser.post(address, typed | {"phrase_4": str(mine.pk)}).content.decode()
    assert 'value="见第12页。证据不足以认定数量。"' in page and "补正丁戊己" in page
    assert "还没有回答" not in page, "inserting is no submitting"
    for wrong in (str(foreign.pk), "x", ""):
        assert 'value="见第12页。"' in browser.post(address, typed | {"phrase_4": wrong}).content.decode()
    assert 'value="见第12页。"' in browser.post(address, typed | {"step": "phrase-9"}).content.decode()

    assert browser.post("/legal-review/phrases/", {"retire": str(foreign.pk)}).status_code == 404
    assert browser.post("/legal-review/phrases/", {"retire": str(mine.pk)}).status_code == 302
    assert "证据不足以认定数量。" not in browser.get(address).content.decode()
