"""Does a case rest only on evidence that has its form, for every fact, and that the party was shown where it must be?"""

from typing import Any

import pytest

from tests.journeys.desk import Office
from tests.journeys.overload import PROPOSAL, begin
from tests.journeys.steps import Journey

MONITOR = {
    "证据种类": "电子数据",
    "证据名称": "不停车检测记录",
    "来源": "治超站检测系统",
    "证明什么": "车货总质量61320千克",
}
ORIGIN = {
    "电子数据是怎样来的": "电子技术监控设备自动记录",
    "提取人、提取时间、来源和提取过程": "李明，2026-03-10，从检测系统导出",
    "原始存储介质的去向，或者完整性校验值": "检测系统服务器",
}
AUDIT = {
    "设备已经过法制审核和技术审核，设置地点已公布": True,
    "记录内容审核人、审核日期和结论（真实、清晰、完整、准确）": "陈静，2026-03-11，符合要求",
}
REPORT: dict[str, Any] = {"处理意见": "给予行政处罚", "处理意见及理由": PROPOSAL}


@pytest.fixture
def journey(office: Office) -> Journey:
    return begin(office)


def add_monitoring_record(journey: Journey) -> None:
    desk = journey.office["李明"]
    form = desk.form(journey.case, "添加证据")
    form.fill(MONITOR)
    page = desk.submit(form)
    assert page.status == 422 and "这种证据还要写明下面的形式要件" in page.text
    assert "原件还是复制件" not in page.text, "another kind, other questions"
    form = page.form()
    form.fill(ORIGIN)
    page = desk.submit(form)
    assert "还缺“设备已经过法制审核和技术审核，设置地点已公布”" in page.text
    form = page.form()
    form.fill({"暂时缺少的，以后补正（补正以前不能调查终结）": True})
    page = desk.submit(form)
    assert "已办理：添加证据。" in page.text and "还缺：设备已经过法制审核" in page.text


def test_an_unaudited_monitoring_record_keeps_the_investigation_open(journey: Journey) -> None:
    journey.file()
    add_monitoring_record(journey)
    for words in (
        "监控记录“不停车检测记录”未经审核，不得作为证据",
        "第四十一条第二款",
        "还没有向当事人出示、告知违法事实",
    ):
        assert words in journey.page.blocked, words
    desk = journey.office["李明"]
    form = desk.form(journey.case, "补正证据")
    form.fill({"哪一份证据": "不停车检测记录"})
    page = desk.submit(form)
    form = page.form()
    assert form.find("提取人、提取时间、来源和提取过程").value == ORIGIN["提取人、提取时间、来源和提取过程"]
    form.fill(AUDIT)
    page = desk.submit(form)
    assert "已办理：补正证据。" in page.text, page.text[:1500]
    assert "未经审核" not in page.blocked and "还没有向当事人出示" in page.blocked
    shown = {"出示的证据": ["不停车检测记录"], "出示时间": "2026-03-10T15:00", "辨认和质证意见": "无异议。"}
    page = journey.handle("向当事人出示证据", **shown, 地点="询问室", 当事人或者代理人已签名=True)
    assert "监控记录" not in page.blocked
    printed = desk.print(page.paper("出示证据笔录").pdf).text
    assert "不停车检测记录" in printed and "无异议" in printed


def test_a_copy_says_who_gave_it_and_that_it_was_compared(journey: Journey) -> None:
    typed = {"证据名称": "营业执照", "来源": "当事人", "证明什么": "主体", "原件还是复制件": "复制件"}
    missing = ("还缺“复制件的提供人和提供日期”", "还缺“复制件已写明“与原件核对无异”")
    journey.office["李明"].refused(journey.case, "添加证据", typed, *missing)
    page = journey.handle("添加证据", **typed | {"原件还是复制件": "原件"})
    assert "证据和事实对照" in page.text and "有证据" in page.text
