"""Is a closed case handed over, lent, returned, and disposed of by two, with nothing of its record lost?"""

from datetime import date
from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from bureau.sample.stories import first_offence
from cases import record
from cases.models import ArchiveFile, Case, Loan
from documents.outbox import drain
from tests.journeys.desk import Desk, Office
from tests.journeys.pages import Page
from tests.journeys.steps import Journey


@pytest.fixture
def journey(db: None, time_machine: Any, settings: Any, tmp_path: Any) -> Journey:
    """A first offence of August 2026, closed without a penalty; its papers are printed."""
    settings.MEDIA_ROOT = tmp_path
    office = Office(time_machine)
    office.on("2026-08-31")
    case = first_offence(hire_everyone()).case
    drain()
    journey = Journey(office, "周勇", "吴敏", "陈军")
    journey.case = f"/cases/{case.pk}/"
    return journey


def case_of(journey: Journey) -> Case:
    return Case.objects.get(pk=int(journey.case.strip("/").rpartition("/")[2]))


def do(desk: Desk, journey: Journey, title: str, **typed: Any) -> Page:
    """An act of the dossier or of a loan, from its box on the case page."""
    page = desk.open(journey.case)
    assert title in page.links, f"{title} is not offered: {list(page.links)}"
    form = desk.open(page.links[title]).form()
    form.fill(typed)
    page = desk.submit(form, "核对" if "核对" in form.buttons() else title)
    if page.heading == f"核对：{title}":
        page = desk.submit(page.form(), title)
    assert page.status == 200 and f"已办理：{title}。" in page.text, page.text[:1500]
    return page


def hand_over(journey: Journey) -> Page:
    archivist = journey.office["朱玉"]
    form = archivist.form(journey.case, "归档")
    proposed = {name: form.find(name).value for name in ("正卷件数", "副卷件数", "保管期限")}
    papers = case_of(journey).documents.exclude(state="draft").count()
    assert proposed == {"正卷件数": str(papers), "副卷件数": "0", "保管期限": "other"}
    assert int(form.find("正卷页数").value) >= papers
    return archivist.act(journey.case, "归档", {"档案号": "2026-交执-0007"})


def test_from_hand_over_to_return(journey: Journey) -> None:
    office, archivist = journey.office, journey.office["朱玉"]
    page = hand_over(journey)
    assert "周勇、朱玉" in page.text and "10年（2036年12月31日）" in page.text
    listed = archivist.print(page.paper("归档移交清单").pdf).text
    for words in ("2026-交执-0007", "样例旗老田货运部", "10年", "周勇", "朱玉", "2036年12月31日"):
        assert words in listed, f"{words}: {listed}"
    office.on("2026-09-02")
    page = do(office["周勇"], journey, "申请借阅", 借阅事由="办理关联案件。")
    assert "待批准借阅" in page.text
    assert "申请借阅" not in page.links, "lent to one at a time"
    assert "批准借阅" not in office["周勇"].open(journey.case).links
    do(office["陈军"], journey, "批准借阅")
    page = do(archivist, journey, "借出案卷")
    # The 15th day after 2 September is Thursday, the 17th.
    assert "截止 2026-09-17" in page.terms["归还借阅的案卷"]
    assert "2026年9月17日" in archivist.print(page.paper("案卷借阅登记表").pdf).text
    office.on("2026-09-18")
    overdue = archivist.open("/").text
    assert "收回案卷" in overdue and "已超 1 日" in overdue
    page = do(archivist, journey, "收回案卷")
    assert "已完成 2026年9月18日" in page.terms["归还借阅的案卷"]
    assert page.timeline[-5:] == ["归档", "申请借阅", "批准借阅", "借出案卷", "收回案卷"]


def test_nobody_approves_an_own_loan(journey: Journey) -> None:
    hand_over(journey)
    do(journey.office["陈军"], journey, "申请借阅", 借阅事由="检查。")
    loan = Loan.objects.get()
    path = f"{journey.case}loan/{loan.pk}/act/approve_loan/"
    journey.office["陈军"].refused_at(path, "陈军在本案中是借阅人，不得担任借阅批准人", "第十四条")


def test_disposal_needs_the_end_of_retention_and_two_people_and_leaves_the_record_whole(journey: Journey) -> None:
    office, archivist = journey.office, journey.office["朱玉"]
    hand_over(journey)
    kept = ArchiveFile.objects.get()
    path = f"{journey.case}archive-file/{kept.pk}/act/propose_disposal/"
    archivist.refused_at(path, "保管期限到 2036-12-31 届满，现在不得销毁", "第二十一条")
    # As if ten years were over: the calendar of 2037 is not announced yet.
    case = case_of(journey)
    assert str(case.number) not in archivist.open("/").text
    ArchiveFile.objects.update(retain_until=date(2026, 8, 30))
    assert str(case.number) in archivist.open("/").text, "kept long enough: to be appraised"
    page = do(archivist, journey, "提请销毁", 鉴定意见="没有继续保存的价值。")
    assert "批准销毁" not in page.links
    page = do(office["卫国"], journey, "批准销毁")
    printed = office["卫国"].print(page.paper("档案销毁清单").pdf).text
    for words in ("没有继续保存的价值", "朱玉", "卫国", "2026-交执-0007"):
        assert words in printed, f"{words}: {printed}"
    kept.refresh_from_db()
    assert (kept.state, kept.disposal_proposed_by.name, kept.disposal_approved_by.name) == ("disposed", "朱玉", "卫国")
    assert list(record.verify()) == []
    assert case_of(journey).documents.filter(form_key="no-penalty-decision").exists()


def test_what_is_still_of_value_is_kept_longer(journey: Journey) -> None:
    hand_over(journey)
    ArchiveFile.objects.update(retain_until=date(2026, 8, 30))
    do(journey.office["朱玉"], journey, "提请销毁", 鉴定意见="保管期限届满。")
    page = do(journey.office["卫国"], journey, "继续保管", 重新划定的保管期限="永久", 理由="有查考价值。")
    assert "保管中" in page.text and ArchiveFile.objects.get().retain_until is None


def test_while_a_hold_or_a_lawsuit_bids_to_keep_it_no_dossier_is_disposed_of(journey: Journey) -> None:
    office, archivist = journey.office, journey.office["朱玉"]
    hand_over(journey)
    ArchiveFile.objects.update(retain_until=date(2026, 8, 30))
    act = f"{journey.case}archive-file/{ArchiveFile.objects.get().pk}/act"
    office["周勇"].act(journey.case, "保全案件记录", {"保全的理由": "样例旗纪委监委调取。"})
    archivist.refused_at(f"{act}/propose_disposal/", "保全，不得删除或者销毁", "第四十七条")
    do(office["卫国"], journey, "解除保全", 解除的理由="调取已经结束。")
    do(archivist, journey, "提请销毁", 鉴定意见="没有继续保存的价值。")
    # Between the proposal and the approval somebody sues.
    case = case_of(journey)
    told = {"applicant": "老田", "authority": "样例旗人民法院", "authority_number": "（2026）1号", "claim": "不服。"}
    days = {"applied_on": date(2026, 8, 31), "received_on": date(2026, 8, 31)}
    decision = case.decisions.get()
    suit = case.remedies.create(kind="litigation", decision=decision, party=decision.party, **told, **days)
    office["卫国"].refused_at(f"{act}/approve_disposal/", "还没有了结，本案不得删除或者销毁任何内容", "第四十七条")
    assert ArchiveFile.objects.get().state == "disposal_proposed"
    over = dict.fromkeys(("outcome_on", "outcome_served_on", "effective_on"), date(2026, 8, 31))
    told = {"outcome": "withdrawn", "outcome_number": "（2026）1号", "outcome_reasons": "撤诉。"}
    type(suit).objects.update(state="final", **told, **over)
    do(office["卫国"], journey, "批准销毁")
    assert ArchiveFile.objects.get().state == "disposed"
