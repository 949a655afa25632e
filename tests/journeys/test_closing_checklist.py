"""Does the page of a case say by name what still keeps it open, in the words of the act that would refuse?"""

from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from cases.models import Case, Sanction
from tests.journeys.desk import Office
from tests.journeys.pages import by_class, words
from tests.journeys.steps import Journey

ITEMS = [
    *("决定书已经送达", "应当送达的文书都已送达", "应缴的款项已经了结", "罚款以外的处罚都已执行", "代履行费用已经了结"),
    "决定已经公示，或者批准不公示",
    *("应当按期办理的事项都已了结", "责令改正的都已复查", "不予处罚的已经教育", "案卷文书齐全"),
    "应当音像记录的环节都有音像，或者已说明原因",
    *("复议、诉讼都已了结", "责令重新作出的决定已经作出", "执行错误、决定被撤销的都已恢复、退还或者补偿"),
    *("强制措施都已处理", "涉案财物都有去向", "延长强制措施的，已经告知当事人"),
]


@pytest.fixture
def journey(db: None, time_machine: Any) -> Journey:
    office = Office(time_machine)
    office.on("2026-04-09")
    journey = Journey(office, "李明", "王强", "郑海")
    journey.case = f"/cases/{overload(hire_everyone(), until='served').case.pk}/"
    return journey


def checklist(journey: Journey) -> list[str]:
    section = journey.page.section("closing")
    return [] if section is None else [words(one) for one in by_class(section, "blocked")[0].iter("h3")]


def test_every_item_stands_there_with_its_mark_and_cure(journey: Journey) -> None:
    listed = checklist(journey)
    assert [title for title, line in zip(ITEMS, listed, strict=True) if title not in line] == []
    assert [line.split()[0] for line in listed] == ["✓", "✓", "✗", "✓", "✓", "✗", *["✓"] * 11]
    text = words(journey.page.section("closing"))
    for said in ("应缴 6000.00 元，已缴 0 元", "登记缴款", "还没有公示", "第六十七条", "第四十八条"):
        assert said in text, f"{said}: {text}"
    # No second truth: what the list crosses is what the act refuses.
    journey.office["李明"].barred(journey.case, "propose_closing", "提请结案", "应缴 6000.00 元", "还没有公示")


def test_a_revoked_licence_keeps_the_case_open_until_it_is_handed_in(journey: Journey) -> None:
    """行政处罚法 66.1, at the desk: what is missing, where it is put right, and what the page then says."""
    Sanction.objects.filter(charge__case=Case.objects.get(), stage="decided").update(kinds=["fine", "revoke"])
    missing = "对样例顺达运输有限公司的“吊销许可证件”还没有执行的记录"
    assert missing in words(journey.page.section("closing"))
    title, typed = "登记处罚执行情况", {"执行日期": "2026-04-08", "怎样执行": "收缴经营许可证正副本。"}
    desk, named = journey.office[journey.handler], {"告知发证机关": "2026年4月8日函告样例旗行政审批局"}
    desk.refused(journey.case, title, typed | named, "没有证明“吊销许可证件”执行情况的证据或者文书", "第六十六条")
    page = journey.handle(title, **typed, **named, 证明执行情况的文书="收缴证件清单（2026）1号")
    assert "收缴证件清单（2026）1号" in page.text and "函告样例旗行政审批局" in page.text
    assert missing not in words(page.section("closing")) and title not in page.offered


def test_a_case_under_way_has_no_list(journey: Journey) -> None:
    journey.handle("提请不予公示", 不予公示的理由="涉及未成年人。")
    journey.office["卫国"].act_in_box(journey.case, "批准不予公示")
    journey.act("杨兰", "登记缴款", **{"金额（元）": "6000", "财政票据号": "蒙财票2026-000001"})
    assert {line.split()[0] for line in checklist(journey)} == {"✓"}
    journey.handle("提请结案", 执行情况="已缴清。")
    assert checklist(journey) == [], "closing is asked for: the list has done its work"
