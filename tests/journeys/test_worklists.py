"""Whose worklist does a case stand on, and does its button lead to an act that this person may do?"""

from tests.journeys.desk import Office
from tests.journeys.overload import begin, decide, investigate, notify_and_hear
from tests.journeys.pages import Page
from tests.journeys.steps import Journey

CAUSE = "样例顺达运输有限公司涉嫌车货总质量超限行驶公路"


def buttons(page: Page) -> list[str]:
    """The acts that rows offer: “审核立案：…” without what follows the colon."""
    return [title.split("：")[0] for title, path in page.links.items() if "/act/" in path]


def waits_for(journey: Journey, who: str, act: str) -> None:
    page = journey.office[who].open("/")
    assert buttons(page) == [act], f"{who}: {page.text}"
    journey.office[who].open(next(path for title, path in page.links.items() if title.startswith(f"{act}：")))


def nobody_else(journey: Journey, *others: str) -> None:
    for who in others:
        assert buttons(journey.office[who].open("/")) == [], who


def test_a_penalty_goes_from_desk_to_desk(office: Office) -> None:
    journey = begin(office)
    waits_for(journey, "李明", "提请立案")
    journey.handle("提请立案", 意见="建议立案。")
    waits_for(journey, "郑海", "审核立案")
    nobody_else(journey, "李明", "冯涛", "卫国")
    assert "在等 办案机构负责人" in office["李明"].open("/").text
    journey.act("郑海", "审核立案", 意见="同意。")
    waits_for(journey, "蒋平", "批准立案")
    journey.act("卫国", "批准立案", 意见="同意。")
    investigate(journey)
    waits_for(journey, "王强", "制作违法行为通知书")
    notify_and_hear(journey)
    waits_for(journey, "卫国", "作出行政处罚决定")
    decide(journey)
    waits_for(journey, "杨兰", "登记缴款")
    publisher = office["秦芳"].open("/")
    assert CAUSE in publisher.text and buttons(publisher) == []


def test_no_penalty_goes_to_the_head_and_not_to_a_notice(office: Office) -> None:
    journey = begin(office)
    journey.file()
    office.on("2026-03-16")
    journey.handle("调查终结", 处理意见="不予行政处罚", 处理意见及理由="初次违法，轻微并及时改正。")
    journey.approve_report()
    waits_for(journey, "卫国", "作出不予行政处罚决定")
    nobody_else(journey, "李明", "王强")
    assert "在等 执法部门负责人" in office["李明"].open("/").text
