"""Case 2 after its decision: two instalments, the second twelve days late; reminded; the court not before its window.

By hand: served on Monday 29 June 2026. Fifteen days: 14 July. Six months for a suit: 29 December; the window of the
court is 30 December 2026 to 29 March 2027. Reminder served on 3 September: ten working days end on 17 September.
Second instalment 26,000 due on 31 August, paid on 12 September: 12 days × 3 % × 26,000 = 9,360.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import time_machine as travel
from django.db import transaction

from bureau.sample.people import hire_everyone
from bureau.sample.stories import dangerous_goods
from bureau.sample.story import Story, at
from cases.case_file import load_case_file
from cases.models import Case
from cases.money import is_settled_for
from cases.services import Refused, perform
from cases.sweep import sweep
from tests.cases.after_decision import (
    APPLICATION,
    INSTALMENTS,
    MATERIALS,
    account,
    do,
    pay,
    pay_the_first_two,
    plan,
    remind,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def decided(django_db_setup: None, django_db_blocker: Any) -> Iterator[Story]:
    # Told once: each test goes on in a savepoint of its own.
    with django_db_blocker.unblock(), transaction.atomic():
        yield dangerous_goods(hire_everyone("quick"), until="decided")
        transaction.set_rollback(True)


@pytest.fixture
def story(decided: Story, db: None) -> Iterator[Story]:
    with travel.travel("2027-06-30 04:00Z", tick=False):
        decided.case = Case.objects.get(pk=decided.case.pk)
        yield decided


def ended(story: Story, key: str) -> list[tuple[date, str]]:
    return [(one.ended_on, one.ending) for one in story.case.terms.filter(key=key).order_by("pk")]


def refusal(story: Story, subject: Any, who: str, key: str, on: date, **facts: Any) -> str:
    with pytest.raises(Refused) as refused:
        do(story, subject, who, key, on, **facts)
    return " ".join(str(one.sentence) for one in refused.value.obstacles)


def test_each_instalment_has_its_paper_and_its_term(story: Story) -> None:
    done = plan(story)
    assert [one.form_key for one in done.papers] == ["payment-plan-notice"] * 2
    assert [one.content["amount"] for one in done.papers] == ["26000", "26000"]
    terms = story.case.terms.filter(key="instalment").order_by("due_on")
    assert [one.due_on for one in terms] == [date(2026, 7, 31), date(2026, 8, 31)]
    assert "2026-08-31 前缴纳" in terms[1].derivation
    assert ended(story, "payment") == [(None, "")], "the confiscated income is not deferred"


def test_paying_in_time_ends_each_term_and_adds_nothing(story: Story) -> None:
    pay_the_first_two(story)
    assert ended(story, "payment") == [(date(2026, 7, 10), "met")]
    assert ended(story, "instalment") == [(date(2026, 7, 31), "met"), (None, "")]
    assert (account(story, date(2026, 8, 31)).left, account(story, date(2026, 8, 31)).surcharge) == (26000, 0)


def test_twelve_days_late_cost_nine_thousand_three_hundred_and_sixty(story: Story) -> None:
    pay_the_first_two(story)
    pay(story, date(2026, 9, 12), 26000)
    found = account(story, date(2026, 9, 30))
    assert (found.surcharge, found.left, found.owed) == (9360, 9360, 87360)
    assert not is_settled_for(load_case_file(story.case.pk), story.party, date(2026, 9, 30))
    pay(story, date(2026, 9, 30), 9360)
    assert account(story, date(2027, 1, 1)).is_settled


def test_the_cap_is_the_instalment_that_is_late(story: Story) -> None:
    pay_the_first_two(story)
    assert account(story, date(2026, 10, 3)).surcharge == 25740
    assert account(story, date(2026, 10, 4)).surcharge == 26000
    assert account(story, date(2027, 6, 30)).surcharge == 26000


def test_the_head_may_forgo_a_surcharge_but_not_more_than_it(story: Story) -> None:
    pay_the_first_two(story)
    pay(story, date(2026, 9, 12), 26000)
    on, facts = date(2026, 9, 14), {"party": story.party, "opinion": "已主动整改，补办许可。"}
    assert "是 9360.00 元" in refusal(story, story.case, "卫国", "forgo_surcharge", on, amount=Decimal(9361), **facts)
    do(story, story.case, "卫国", "forgo_surcharge", on, amount=Decimal(9360), **facts)
    assert account(story, on).is_settled


def test_a_plan_that_does_not_make_up_the_fine_is_refused(story: Story) -> None:
    asked = {"party": story.party, "kind": "instalments", "reason": "经营困难。", "proof": "纳税证明。"}
    made = story.handler("request_plan", date(2026, 7, 6), **asked).about
    short = [INSTALMENTS[0], INSTALMENTS[1] | {"amount": Decimal(25999)}]
    on = date(2026, 7, 8)
    told = refusal(story, made, "卫国", "approve_plan", on, instalments=short, opinion="同意。")
    assert "各期合计 51999 元，未缴的罚款是 52000.00 元" in told
    done = do(story, made, "卫国", "refuse_plan", on, opinion="没有经济困难的证明材料。")
    assert done.papers[0].content["outcome"] == "refused"


def test_the_reminder_names_the_sum_and_opens_the_window_of_the_court(story: Story) -> None:
    pay_the_first_two(story)
    remind(story)
    paper = story.case.documents.get(form_key="reminder")
    assert Decimal(paper.content["amount"]) == 27560  # 26,000 and two days of 780
    window = story.case.terms.get(key="court_application")
    assert (window.opened_on, window.due_on) == (date(2026, 12, 29), date(2027, 3, 29))
    assert story.case.terms.get(key="court_application_warning").due_on == date(2027, 3, 1)


def test_the_court_is_not_asked_before_the_reminder_and_the_window_allow(story: Story) -> None:
    pay_the_first_two(story)
    enforcement = remind(story)
    early = refusal(story, enforcement, "赵刚", "propose_application", date(2026, 9, 17), **APPLICATION)
    assert "当事人可以在 2026-09-17 前履行" in early
    assert "最早 2026-12-30 可以申请，最迟 2027-03-29" in early
    before = refusal(story, enforcement, "赵刚", "propose_application", date(2026, 12, 29), **APPLICATION)
    assert "最早 2026-12-30" in before and "前履行" not in before
    late = refusal(story, enforcement, "赵刚", "propose_application", date(2027, 3, 30), **APPLICATION)
    assert "已于 2027-03-29 届满，法院不予受理" in late


def test_the_court_is_asked_inside_the_window_with_all_five_materials(story: Story) -> None:
    pay_the_first_two(story)
    enforcement = remind(story)
    missing = APPLICATION | {"materials": MATERIALS | {"assets": " "}}
    told = refusal(story, enforcement, "赵刚", "propose_application", date(2027, 1, 5), **missing)
    assert "缺少“申请强制执行标的情况”" in told
    do(story, enforcement, "赵刚", "propose_application", date(2027, 1, 5), **APPLICATION)
    done = do(story, enforcement, "卫国", "apply_to_court", date(2027, 1, 6), opinion="同意申请。")
    (paper,) = done.papers
    assert (paper.state, paper.content["head"]) == ("issued", "卫国")
    assert len(paper.content["materials"]) == 5
    assert ended(story, "court_application") == [(date(2027, 1, 6), "met")]
    assert story.case.terms.get(key="court_acceptance").due_on == date(2027, 1, 13)


def test_what_the_court_has_taken_up_may_be_closed_but_not_archived(story: Story) -> None:
    pay_the_first_two(story)
    enforcement = remind(story)
    do(story, enforcement, "赵刚", "propose_application", date(2027, 1, 5), **APPLICATION)
    do(story, enforcement, "卫国", "apply_to_court", date(2027, 1, 6), opinion="同意申请。")
    assert not is_settled_for(load_case_file(story.case.pk), story.party, date(2027, 1, 6))
    do(story, enforcement, "赵刚", "record_acceptance", date(2027, 1, 12), court_number="（2027）样0521行审1号")
    assert is_settled_for(load_case_file(story.case.pk), story.party, date(2027, 1, 12))
    do(story, enforcement, "赵刚", "record_ruling", date(2027, 1, 19), granted=True, reason="")
    left = "还有 52000.00 元没有缴纳"
    assert left in refusal(story, enforcement, "赵刚", "record_court_execution", date(2027, 2, 1), over_reason="划拨。")
    pay(story, date(2027, 2, 1), 52000)
    done = do(story, enforcement, "赵刚", "record_court_execution", date(2027, 2, 1), over_reason="法院划拨。")
    assert done.entry.act == "record_court_execution"
    assert not story.case.terms.filter(about=f"enforcement-{enforcement.pk}", ended_on=None).exists()


def test_a_statement_after_the_reminder_is_answered_first(story: Story) -> None:
    pay_the_first_two(story)
    enforcement = remind(story)
    do(story, enforcement, "赵刚", "record_statement_after_reminder", date(2026, 9, 8), statement="无力缴纳。")
    told = refusal(story, enforcement, "赵刚", "propose_application", date(2027, 1, 5), **APPLICATION)
    assert "陈述申辩还没有复核" in told
    do(story, enforcement, "赵刚", "answer_after_reminder", date(2026, 9, 10), accepted="not", answer="没有证明材料。")
    do(story, enforcement, "赵刚", "propose_application", date(2027, 1, 5), **APPLICATION)


def test_a_suspension_lets_the_surcharge_stand_still_and_ends_after_three_years(story: Story) -> None:
    pay_the_first_two(story)
    enforcement = remind(story)
    facts = {"ground": "unable", "reason": "车辆被查封。", "harmless": True}
    done = do(story, enforcement, "卫国", "suspend", date(2026, 9, 11), **facts)
    assert done.papers[0].content["kind"] == "suspend"
    assert account(story, date(2026, 12, 1)).surcharge == 10 * 780, "1 to 10 September"
    due = story.case.terms.get(key="suspension").due_on
    assert due == date(2029, 9, 11)
    with travel.travel("2029-09-12 04:00Z", tick=False):
        with pytest.raises(Refused):
            perform(enforcement, "end_unresumed", None, date(2029, 9, 11))
        sweep(date(2029, 9, 12))
    enforcement.refresh_from_db()
    assert enforcement.state == "ended"
    assert is_settled_for(load_case_file(story.case.pk), story.party, date(2029, 9, 12))


def test_enforcement_is_resumed_where_it_stood(story: Story) -> None:
    pay_the_first_two(story)
    enforcement = remind(story)
    facts = {"ground": "unable", "reason": "车辆被查封。", "harmless": False}
    do(story, enforcement, "卫国", "suspend", date(2026, 9, 11), **facts)
    done = do(story, enforcement, "卫国", "resume", date(2026, 9, 21), opinion="车辆已解封。")
    enforcement.refresh_from_db()
    assert (enforcement.state, done.papers[0].content["kind"]) == ("reminded", "resume")
    assert account(story, date(2026, 9, 21)).surcharge == 11 * 780, "1 to 10 September and the 21st"


def test_an_agreement_may_reduce_the_surcharge_and_its_breach_resumes_enforcement(story: Story) -> None:
    pay_the_first_two(story)
    enforcement = remind(story)
    on, terms = date(2026, 9, 11), {"terms": "十月底前缴清。", "last_day": date(2026, 10, 31), "remedial": "补办许可。"}
    told = refusal(story, enforcement, "卫国", "agree", on, relief=Decimal(9000), **terms)
    assert "未缴的加处罚款是 8580.00 元，不能减免 9000 元；罚款本身不能减免" in told  # 11 days of 780
    do(story, enforcement, "卫国", "agree", on, relief=Decimal(8000), **terms)
    assert account(story, on).left == 26000 + 580
    done = do(story, enforcement, "卫国", "resume_after_breach", date(2026, 11, 2), breach="到期未缴。")
    enforcement.refresh_from_db()
    assert (enforcement.state, done.papers[0].content["kind"]) == ("reminded", "breach")


def test_substitute_performance_is_decided_announced_again_supervised_and_by_day(story: Story) -> None:
    pay_the_first_two(story)
    enforcement = remind(story)
    decision = {"immediate": False, "executor": "样例旗路通养护有限公司", "content": "清除堆放的砂石。"}
    decision |= {
        "planned_on": date(2026, 9, 29),
        "budget": Decimal(8600),
        "prepaid_within": 10,
        "opinion": "危害交通安全。",
    }
    done = do(story, enforcement, "卫国", "decide_substitute", date(2026, 9, 21), **decision)
    assert done.papers[0].content["executor"] == "样例旗路通养护有限公司"
    out = {
        "carried_out_at": at(date(2026, 9, 27), 23),
        "urgency": "",
        "supervisor": None,
        "signed_by": "高宏、路通公司",
    }
    out |= {"cost": Decimal(8100), "result": "已清除。"}
    told = refusal(story, enforcement, "赵刚", "carry_out", date(2026, 9, 27), **out)
    for words in ("还没有送达当事人", "还没有再次催告", "应当派员到场监督", "不得在夜间或者法定节假日"):
        assert words in told, words
    serving = {"receiver": "高宏", "receiver_relation": "法定代表人", "manner": "direct", "place": "样例旗"}
    paper, second = done.papers[0], story.cast["孙丽"]
    do(story, enforcement, "赵刚", "serve", date(2026, 9, 22), document=paper, second_server=second, **serving)
    do(story, enforcement, "赵刚", "remind_again", date(2026, 9, 22))
    out |= {"carried_out_at": at(date(2026, 9, 29), 10), "supervisor": second}
    do(story, enforcement, "赵刚", "carry_out", date(2026, 9, 29), **out)
    enforcement.refresh_from_db()
    assert (enforcement.state, enforcement.execution.cost) == ("done", 8100)


def test_only_things_already_seized_are_sold_and_only_when_no_remedy_is_possible(story: Story) -> None:
    pay_the_first_two(story)
    enforcement = remind(story)
    decision = {"power": "auction", "seizure": "", "hiding": False, "content": "委托拍卖。", "opinion": "逾期未缴。"}
    decision |= {"planned_on": date(2027, 1, 20), "auction_house": "", "house_licence": "蒙拍字第0012号"}
    early = refusal(story, enforcement, "卫国", "decide_enforcement", date(2026, 9, 21), **decision)
    assert "要等复议和起诉期限届满" in early and "只限于已经查封、扣押的财物" in early
    assert "没有写明依法设立的拍卖机构" in early
    decision |= {"seizure": "蒙样交执扣〔2026〕001号", "auction_house": "样例市公平拍卖有限公司"}
    done = do(story, enforcement, "卫国", "decide_enforcement", date(2027, 1, 8), **decision)
    (paper,) = done.papers
    assert "蒙样交执扣〔2026〕001号" in paper.content["method"]
    assert "样例市公平拍卖有限公司" in paper.content["method"]
    assert "第四十六条第三款" in paper.content["basis"]
