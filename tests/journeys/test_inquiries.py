"""Are the right questions at hand, is the second interview called the second, and who must be there?"""

from datetime import date
from typing import Any

from bureau.sample.identities import identity_number
from tests.journeys.desk import Office
from tests.journeys.overload import begin
from tests.journeys.steps import SIGNED

PERSON: dict[str, Any] = {
    "地点": "样例旗交通运输局询问室",
    "被询问人或者现场人员/姓名": "于强",
    "与案件关系": "驾驶人",
}


def times(begins: str, ends: str) -> dict[str, str]:
    return {"开始时间": f"2026-03-10T{begins}", "结束时间": f"2026-03-10T{ends}"}


def test_another_bank_of_questions_keeps_what_was_answered(office: Office) -> None:
    journey = begin(office)
    desk = office["李明"]
    form = desk.form(journey.case, "制作询问笔录")
    assert form.find("问哪一类人").options.keys() >= {"一般询问", "驾驶人（超限运输）", "车主或者企业负责人"}
    form.fill(PERSON | times("12:00", "12:30") | SIGNED | {"答 1": "看清楚了。", "问哪一类人": "驾驶人（超限运输）"})
    page = desk.submit(form)
    assert page.status == 422 and "问题已经换好" in page.text
    form = page.form()
    assert (form.find("答 1").value, form.find("姓名").value) == ("看清楚了。", "于强")
    asked = {one.value: one.label for one in form.fields.values() if one.name.startswith("question_")}
    scales = asked["对称重设备和称重结果有没有异议，要不要复称？"]
    form.fill({scales.replace("问", "答"): "没有异议，不要求复称。"})
    page = desk.submit(form)
    assert "已办理：制作询问笔录。" in page.text, page.text[:1500]
    printed = desk.print(page.paper("询问笔录").pdf).text
    assert "没有异议，不要求复称" in printed and "第一次询问" in printed
    again = journey.handle("制作询问笔录", **PERSON, **times("13:00", "13:30"), **SIGNED, **{"答 4": "补充说明。"})
    assert "第二次询问" in desk.print(again.paper("询问笔录").pdf).text


def test_a_minor_is_not_asked_alone(office: Office) -> None:
    journey = begin(office)
    minor = {"身份证件号": identity_number(date(2008, 3, 11), 1)}  # eighteen on the day after
    typed = PERSON | times("12:00", "12:30") | SIGNED | minor | {"答 4": "我在车上。"}
    reasons = ("被询问人只有 17 周岁，未满 18 周岁的，应当有监护人到场", "第三十条")
    office["李明"].refused(journey.case, "制作询问笔录", typed, *reasons)
    page = journey.handle("制作询问笔录", **typed, **{"到场的监护人（被询问人未满十八周岁的）": "于大海（父亲）"})
    assert "监护人于大海（父亲）到场" in office["李明"].print(page.paper("询问笔录").pdf).text


def test_an_inspection_without_the_party_has_a_witness(office: Office) -> None:
    journey = begin(office)
    typed = times("12:00", "12:30") | {
        "勘验情况及结果/勘验情况及结果": "堆放物长12.4米。",
        "当事人不在场的原因": "经通知没有到场",
        "已出示执法证件，表明身份": True,
        "已告知申请回避、陈述申辩的权利和如实回答的义务": True,
    }
    office["李明"].refused(journey.case, "制作勘验笔录", typed, "当事人不在场的，写明见证人")
    page = journey.handle("制作勘验笔录", **typed, **{"被邀请人或者见证人（姓名、单位及职务）": "那仁，嘎查委员"})
    printed = office["李明"].print(page.paper("勘验笔录").pdf).text
    for words in ("那仁", "嘎查委员", "经通知没有到场", "堆放物长12.4米"):
        assert words in printed, words
