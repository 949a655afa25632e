"""Which papers does the law ask for, case by case? The expectation is written by hand from the law."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bureau.sample.people import hire_everyone
from bureau.sample.stories import dangerous_goods, overload, printing_plates
from bureau.sample.story import Cast, Story
from cases.act import acts_of
from cases.case_file import load_case_file
from cases.checks import check_procedure
from cases.models import Case
from cases.screens.asked_papers import asked_papers, road
from cases.screens.paper_list import AskedView, PaperList, paper_list
from law import forms
from tests.cases.situations import START, TRADER, add_party, lead

pytestmark = pytest.mark.django_db
HEAD, HANDLERS = "执法部门负责人", "承办人（李明、王强）"
ENDING = ["结案报告", "归档移交清单"]
DECISION = ["行政处罚决定书", "送达回证（行政处罚决定书）", *ENDING]
NOTICE = ["违法行为通知书", "送达回证（违法行为通知书）"]


@pytest.fixture
def cast() -> Cast:
    return hire_everyone()


def listed(story: Story, name: str, on: date) -> PaperList:
    return paper_list(load_case_file(story.case.pk), story.cast[name], on)


def titles(rows: list[AskedView]) -> list[str]:
    return [one.title for one in rows]


def row(rows: list[AskedView], title: str) -> AskedView:
    return next(one for one in rows if one.title == title)


# --- six situations -----------------------------------------------------------------------------
def test_a_fresh_lead_needs_everything_from_the_filing_to_the_archive(cast: Cast) -> None:
    story = lead(cast, "样例旗老田货运部")
    add_party(story, TRADER, "HY-012")
    seen = listed(story, "李明", START)
    assert titles(seen.there) == []
    assert titles(seen.open) == ["立案登记表", "案件调查报告", "证据清单", *NOTICE, *DECISION]
    filing = row(seen.open, "立案登记表")
    assert (filing.act, filing.article) == ("提请立案", "《中华人民共和国行政处罚法》第五十四条第二款")
    assert filing.act_url == reverse("cases:act", args=[story.case.pk, "propose_filing"])
    assert filing.state_label == "还没有"
    # 行政处罚法 44, 45, 57.1, 61: report before notice, service of the notice before the decision.
    assert row(seen.open, "案件调查报告").after == "立案登记表"
    assert row(seen.open, "违法行为通知书").after == "案件调查报告、证据清单"
    assert row(seen.open, "送达回证（违法行为通知书）").after == "违法行为通知书"
    assert row(seen.open, "行政处罚决定书").after == "送达回证（违法行为通知书）"
    assert row(seen.open, "行政处罚决定书").who == HEAD
    assert [one.act_url for one in seen.open[1:]] == [""] * (len(seen.open) - 1)


def test_after_the_investigation_the_report_is_a_draft_until_the_head_approves(cast: Cast) -> None:
    story = overload(cast, until="approved")
    day = story.later(4)
    seen = listed(story, "李明", day)
    assert titles(seen.there) == ["证据清单", "立案登记表", "案件调查报告"]
    assert titles(seen.open) == [*NOTICE, *DECISION]
    notice = row(seen.open, "违法行为通知书")
    assert (notice.party, notice.article) == ("样例顺达运输有限公司", "《中华人民共和国行政处罚法》第四十四条")
    assert notice.act_url == reverse("cases:act", args=[story.case.pk, "issue_notice"])
    assert (notice.after, notice.reasons) == ("", [])
    # To the head it says whose it is, and gives no link.
    of_the_head = row(listed(story, "卫国", day).open, "违法行为通知书")
    assert (of_the_head.act_url, of_the_head.who) == ("", HANDLERS)


def test_after_the_notice_the_statement_is_to_be_answered_and_the_decision_waits(cast: Cast) -> None:
    story = overload(cast, until="approved")
    story.handler("issue_notice", story.later(5))
    seen = listed(story, "李明", story.later(5))
    assert titles(seen.open) == ["送达回证（违法行为通知书）", *DECISION]
    assert row(seen.open, "送达回证（违法行为通知书）").act == "登记送达违法行为通知书"
    story.serve("serve_notice", "violation-notice", story.later(6), "马顺", "法定代表人")
    story.handler("record_statement", story.later(7), party=story.party, oral=False, text="请求减轻处罚。")
    seen = listed(story, "李明", story.later(8))
    assert titles(seen.there)[-2:] == [*NOTICE]
    assert titles(seen.open) == ["陈述申辩复核意见书", *DECISION]
    answer = row(seen.open, "陈述申辩复核意见书")
    assert answer.article == "《中华人民共和国行政处罚法》第四十五条第一款"
    assert answer.act_url == reverse("cases:act", args=[story.case.pk, "answer_statement"])


def test_a_major_case_with_a_hearing_needs_review_and_discussion_before_the_decision(cast: Cast) -> None:
    story = dangerous_goods(cast, until="notified")
    party, asked_on = story.party, date(2026, 5, 22)
    assert titles(listed(story, "李明", asked_on).open) == ["法制审核意见书", "重大案件集体讨论记录", *DECISION]
    # The reviewer's opinion waits for the handlers to hand the case in, which they may not before the periods are over.
    opinion = row(listed(story, story.first, asked_on).open, "法制审核意见书")
    assert (opinion.act, opinion.who, opinion.act_url) == ("法制审核同意", "法制审核人员", "")
    assert (opinion.first_act, opinion.first_url) == ("提请法制审核", "")
    assert opinion.reasons
    story.handler("request_hearing", asked_on, party=party, oral=False)
    seen = listed(story, story.first, asked_on)
    # 行政处罚法 64(2), (3), (8), 65; it is public unless a secret stands in the way.
    hearing = ["听证通知书", "送达回证（听证通知书）", "听证公告", "听证笔录", "听证报告书"]
    assert titles(seen.open) == [*hearing, "法制审核意见书", "重大案件集体讨论记录", *DECISION]
    assert row(seen.open, "听证通知书").act_url
    assert row(seen.open, "听证笔录").after == "听证通知书、听证公告"
    assert row(seen.open, "听证报告书").after == "听证笔录"
    # 行政处罚法 57.2, 58: no decision before both.
    assert row(seen.open, "重大案件集体讨论记录").after == "法制审核意见书"
    assert row(seen.open, "行政处罚决定书").after == "重大案件集体讨论记录"


def test_things_kept_must_be_released_and_returned(cast: Cast) -> None:
    story = printing_plates(cast)
    seen = listed(story, story.first, story.start + timedelta(days=1))
    assert titles(seen.there) == ["证据登记保存审批表", "证据登记保存清单"]
    assert set(titles(seen.open)[:3]) == {
        "解除证据登记保存决定书",
        "解除证据登记保存审批表",
        "登记保存物品返还清单",
    }
    order = row(seen.open, "解除证据登记保存决定书")
    assert (order.who, order.article) == (HEAD, "《中华人民共和国行政处罚法》第五十六条")
    assert "解除证据登记保存决定书" in row(seen.open, "登记保存物品返还清单").after


def test_a_decision_that_is_not_served_lacks_its_receipt(cast: Cast) -> None:
    story = overload(cast, until="ready")
    day = story.later(17)
    # To a handler: who decides. To the head: the link.
    assert row(listed(story, "李明", day).open, "行政处罚决定书").act_url == ""
    assert row(listed(story, "卫国", day).open, "行政处罚决定书").act_url
    charge = story.charge.pk
    sanctions = {charge: {"kinds": ["fine"], "fine": 6000, "confiscation": 0, "other": "", "reason": ""}}
    story.act("卫国", "decide_penalty", day, sanctions=sanctions, opinion="同意按告知的处罚决定。")
    seen = listed(story, "李明", day)
    decision = row(seen.there, "行政处罚决定书")
    assert (decision.state_label, decision.number[-4:]) == ("已签发", "001号")
    assert decision.pdf_url.endswith(".pdf")
    assert titles(seen.open) == ["送达回证（行政处罚决定书）", *ENDING]
    receipt = row(seen.open, "送达回证（行政处罚决定书）")
    assert (receipt.act, receipt.after) == ("登记送达决定书", "")
    assert receipt.article == "《中华人民共和国行政处罚法》第六十一条第一款"
    assert row(seen.open, "结案报告").after == "送达回证（行政处罚决定书）"


# --- more of the road ---------------------------------------------------------------------------
def test_a_case_punished_on_the_spot_needs_neither_filing_nor_notice(cast: Cast) -> None:
    story = lead(cast, "样例旗老田货运部", procedure="summary")
    add_party(story, TRADER, "HY-012")
    assert titles(listed(story, "李明", START).open) == ["当场行政处罚决定书", *ENDING]


def test_a_fine_that_is_overdue_asks_for_the_reminder(cast: Cast) -> None:
    story = overload(cast, until="served")
    seen = listed(story, "李明", story.later(60))
    reminder = row(seen.open, "催告书")
    assert (reminder.act, reminder.who) == (str(acts_of(Case)["begin_enforcement"].title), "承办人（李明、王强）")
    assert row(seen.open, "送达回证（催告书）").after == "催告书"


def test_the_road_of_a_returned_report_goes_on_to_the_notice(cast: Cast) -> None:
    story = overload(cast, until="approved")
    ahead = [one.key for one in road(load_case_file(story.case.pk), story.later(5))[1]]
    assert ahead[:2] == ["issue_notice", "serve_notice"]
    behind = [one.key for one in road(load_case_file(story.case.pk), story.later(5))[0]]
    assert behind[-3:] == ["conclude_investigation", "endorse_report", "approve_report"]


def test_a_condition_that_nobody_can_tell_is_found_by_check(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = tuple(replace(one, asked="moonlight") if one.key == "reminder" else one for one in forms.all_forms())
    monkeypatch.setattr("cases.checks.all_forms", lambda: changed)
    assert [one.id for one in check_procedure()] == ["cases.E009"]


# --- queries ------------------------------------------------------------------------------------
def test_the_list_asks_no_query_once_the_file_is_there(cast: Cast, django_assert_num_queries: Any) -> None:
    story = dangerous_goods(cast, until="notified")
    file, on = load_case_file(story.case.pk), date(2026, 5, 22)
    with django_assert_num_queries(0):
        asked_papers(file, on)
    officer = cast[story.first]
    assert officer.roles
    with django_assert_num_queries(0):
        paper_list(file, officer, on)


def test_the_list_adds_no_query_to_the_page_of_a_case(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = dangerous_goods(cast, until="decided")
    client.force_login(cast[story.first], backend="django.contrib.auth.backends.ModelBackend")

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            page = client.get(reverse("cases:case", args=[story.case.pk]))
        assert page.status_code == 200
        return len(asked)

    queries()
    with_list = queries()
    monkeypatch.setattr("cases.screens.case_page.paper_list", lambda file, officer, on: PaperList([], []))
    assert queries() == with_list
