"""Case 6: are things kept as evidence for seven working days at most, by a decision or by the law itself?"""

from datetime import date
from typing import Any

import pytest

from bureau.sample.stories import ENGRAVER
from cases.sweep import sweep
from tests.journeys.desk import Office
from tests.journeys.steps import Journey

THINGS = "超限运输通行证印版，30×20厘米，4块，完好"
PARTY = {
    "当事人类型": "个人",
    "姓名或名称": ENGRAVER["name"],
    "身份证件号": ENGRAVER["id_number"],
    "住址或地址": ENGRAVER["address"],
}
REGISTERED: dict[str, Any] = {
    "清点登记时间": "2026-09-15T11:00",
    "保存地点": "样例旗交通运输局证物室",
    "保管人": "韩雪",
    "当事人或者代理人已在清单上签名": True,
}


@pytest.fixture
def journey(office: Office) -> Journey:
    """15 September 2026, a Tuesday: the officers have asked the head."""
    journey = Journey(office, "赵刚", "孙丽", "冯涛")
    office.on("2026-09-15", "12:00")
    journey.register(
        受案时间="2026-09-15T09:00",
        案由="贺广涉嫌使用伪造的超限运输车辆通行证",
        发生日期="2026-09-15",
        发生地点="样例旗样例镇北街7号",
        案件基本情况="在当事人住处发现伪造通行证的印版四块。",
    )
    journey.handle("添加当事人", **PARTY)
    facts = "当事人使用伪造的超限运输车辆通行证。"
    journey.handle("添加违法行为", 违法行为="CX-006", 行为发生日期="2026-09-15", 违法事实=facts)
    desk = office["赵刚"]
    short = {"为什么要登记保存": "可能转移、销毁。", "拟登记保存的物品": "印版"}
    desk.refused(journey.case, "提请先行登记保存", short, "第 1 行要写明名称和数量")
    journey.handle("提请先行登记保存", **short | {"拟登记保存的物品": THINGS})
    assert "清点并登记保存" not in journey.page.offered, "nothing is kept before the head approves"
    assert "批准登记保存" not in journey.page.offered
    return journey


def keep(journey: Journey) -> None:
    journey.act("卫国", "批准登记保存", 意见="同意登记保存。")
    unsigned = REGISTERED | {"当事人或者代理人已在清单上签名": False}
    journey.office["赵刚"].refused(journey.case, "清点并登记保存", unsigned, "写明拒签或者不在场的情况和见证人")
    page = journey.handle("清点并登记保存", **REGISTERED)
    # 16, 17, 18 September, the worked Sunday 20, then 21, 22, 23.
    assert "截止 2026-09-23" in page.terms["先行登记保存处理"]
    printed = journey.office["赵刚"].print(page.paper("证据登记保存清单").pdf).text
    for words in ("第五十六条", "七个工作日", "2026年9月15日至2026年9月23日", "30×20厘米", "4块", "贺广"):
        assert words in printed, words


def test_the_head_decides_in_time_and_the_things_go_back(journey: Journey) -> None:
    office = journey.office
    keep(journey)
    office.on("2026-09-23")
    page = journey.act("卫国", "解除登记保存", 解除理由="已经拍照、复制，不再需要保存。")
    assert "满足" in page.terms["先行登记保存处理"] or "已完成" in page.terms["先行登记保存处理"]
    # 24 September, then 28 September: 25 to 27 are the Mid-Autumn holiday; 29.
    assert "截止 2026-09-29" in page.terms["返还登记保存物品"]
    printed = office["赵刚"].print(page.paper("解除证据登记保存决定书").pdf).text
    assert "自2026年9月23日起解除该证据登记保存" in printed
    office.on("2026-09-24")
    page = journey.handle("返还登记保存物品")
    assert "物品已返还" in page.text and "剩" not in page.terms["返还登记保存物品"]
    assert page.paper("登记保存物品返还清单").state == "已签发"
    assert page.timeline[-5:] == [
        "提请先行登记保存",
        "批准登记保存",
        "清点并登记保存",
        "解除登记保存",
        "返还登记保存物品",
    ]


def test_nobody_decides_and_the_law_releases_them_and_says_so(journey: Journey) -> None:
    office = journey.office
    keep(journey)
    journey.handle("提请立案", 意见="建议立案调查。")  # From now on the case itself waits for others.
    assert "返还登记保存物品" not in office["赵刚"].open("/").text
    office.on("2026-09-24", "02:00")
    reason = "七个工作日已于 2026-09-23 届满，登记保存自动解除"
    head = office["卫国"].open(journey.case)
    assert "解除登记保存" not in head.offered and reason in head.text
    sweep(date(2026, 9, 24))
    sweep(date(2026, 9, 24))
    page = journey.page
    assert "期满自动解除待返还" in page.text
    assert "七个工作日内没有作出处理决定，登记保存自动解除，物品须立即返还" in page.text
    assert page.timeline[-1] == "登记保存期满自动解除"
    assert page.timeline.count("登记保存期满自动解除") == 1
    assert "期满" in page.terms["先行登记保存处理"]
    assert "返还登记保存物品" in office["赵刚"].open("/").text, "it stands on the handler's list until it is done"
    page = journey.handle("返还登记保存物品", 返还情况="逐件核对无误。")
    printed = office["赵刚"].print(page.paper("登记保存物品返还清单").pdf).text
    assert "七个工作日内未作出处理决定，登记保存已自动解除" in printed


def test_a_refused_preservation_keeps_nothing(journey: Journey) -> None:
    page = journey.act("卫国", "不批准登记保存", 理由="已经拍照，没有登记保存的必要。")
    assert "不予登记保存" in page.text and "先行登记保存处理" not in page.terms
    assert "清点并登记保存" not in journey.page.offered
