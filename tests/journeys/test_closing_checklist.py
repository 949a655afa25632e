"""Does the page of a case say by name what still keeps it open, in the words of the act that would refuse?"""

from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from tests.journeys.desk import Office
from tests.journeys.pages import by_class, words
from tests.journeys.steps import Journey

ITEMS = [
    *("决定书已经送达", "应当送达的文书都已送达", "应缴的款项已经了结", "决定已经公示，或者批准不公示"),
    *("应当按期办理的事项都已了结", "责令改正的都已复查", "不予处罚的已经教育", "案卷文书齐全"),
    *("复议、诉讼都已了结", "责令重新作出的决定已经作出"),
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
    assert [line.split()[0] for line in listed] == ["✓", "✓", "✗", "✗", *["✓"] * 9]
    text = words(journey.page.section("closing"))
    for said in ("应缴 6000.00 元，已缴 0 元", "登记缴款", "还没有公示", "第六十七条", "第四十八条"):
        assert said in text, f"{said}: {text}"
    # No second truth: what the list crosses is what the act refuses.
    journey.office["李明"].barred(journey.case, "propose_closing", "提请结案", "应缴 6000.00 元", "还没有公示")


def test_a_case_under_way_has_no_list(journey: Journey) -> None:
    desk = journey.office["卫国"]
    desk.act(journey.case, "批准不予公示", {"不予公示的理由": "涉及未成年人。"})
    journey.act("杨兰", "登记缴款", **{"金额（元）": "6000", "财政票据号": "蒙财票2026-000001"})
    assert {line.split()[0] for line in checklist(journey)} == {"✓"}
    journey.handle("提请结案", 执行情况="已缴清。")
    assert checklist(journey) == [], "closing is asked for: the list has done its work"
