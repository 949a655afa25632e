"""Case 2, the lorry: is it held only with approval, kept in other hands, counted to the day, and given back?"""

from datetime import date
from typing import Any

import pytest

from bureau.sample.stories import CHEMICALS
from cases.sweep import sweep
from tests.journeys.desk import Office, photograph
from tests.journeys.steps import Journey
from tests.journeys.test_dangerous_goods import FACTS, PARTY
from tests.journeys.things import act_address, box_links, box_text, do, refused

BOX, CUSTODY = "coercivemeasure", "custodychange"
ASKED = {
    "采取什么措施，依据哪一条": "车辆没有营运证，又不能当场提供其他有效证明",
    "财物与违法行为的关系": "违法运输使用的车辆",
    "财物 1/规格": "重型货车",
    "财物 1/状况": "车况完好，钥匙一把",
}
SPOT = {
    "实施时间": "2026-05-06T11:20",
    "已当场告知理由、依据、权利和救济途径": True,
    "当事人的陈述和申辩": "没有意见。",
    "财物存放地点": "样例旗停车场",
}


@pytest.fixture
def journey(office: Office) -> Journey:
    """6 May: the lorry is stopped at 10:20, the scene recorded from 10:45 to 11:10."""
    journey = Journey(office, "赵刚", "孙丽", "冯涛")
    office.on("2026-05-06", "12:00")
    journey.register(
        受案时间="2026-05-06T10:20",
        案由="样例宏达化工贸易有限公司涉嫌未取得道路危险货物运输许可从事危险货物运输",
        发生日期="2026-05-06",
        发生地点="G304线K118+200",
        案件基本情况="当事人运输第3类危险货物9吨，不能提供道路危险货物运输许可。",
    )
    journey.handle("添加当事人", **PARTY)
    charge = {"违法行为": "WH-001", "行为发生日期": "2026-05-06", "违法事实": FACTS, "车牌号": "蒙G99872"}
    journey.handle("添加违法行为", **charge | {"违法所得（元）": "26000"})
    journey.scene("2026-05-06", ("10:45", "11:10"), "白山", "驾驶人", "车辆没有营运证。")
    return journey


def take_at_once(journey: Journey, **more: Any) -> Any:
    return journey.handle("登记当场采取的强制措施", **ASKED, **SPOT | more)


def confirm(journey: Journey) -> None:
    journey.office.on("2026-05-06", "15:00")
    do(journey, "赵刚", BOX, "报告当场采取的强制措施", 报告时间="2026-05-06T14:00")
    do(journey, "卫国", BOX, "补批强制措施", 意见="同意暂扣车辆。")


def test_the_lorry_is_taken_kept_released_and_given_back(journey: Journey) -> None:
    office = journey.office
    page = take_at_once(journey)
    assert "已当场实施待报告" in box_text(page, BOX)
    assert "须在 2026-05-07 11:20 前向负责人报告" in box_text(page, BOX)
    assert "蒙G99872号车辆 1辆，在保管" in box_text(page, BOX)
    assert "截止 2026-06-05" in page.terms["查封扣押"]
    assert "截止 2026-05-07" in page.terms["报告当场采取的强制措施"]
    decision = page.paper("行政强制措施决定书")
    assert decision.number == "蒙样交执强措〔2026〕001号"
    printed = office["赵刚"].print(decision.pdf).text
    for said in (
        "期限为2026年5月6日至2026年6月5日",
        "向样例旗人民政府申请行政复议",
        "《中华人民共和国道路运输条例》第六十二条",
    ):
        assert said in printed.replace("\n", ""), said
    confirm(journey)
    page = do(journey, "赵刚", BOX, "添加财物照片", file=photograph())
    assert "照片 1 张" in box_text(page, BOX)
    office.on("2026-05-06", "16:00")
    page = do(journey, "赵刚", BOX, "移交财物保管", **{"财物状况": "车况完好，钥匙一把，车门已加封条"})
    assert "待接收" in box_text(page, CUSTODY)
    assert "接收保管财物" not in box_links(page, CUSTODY)
    office.on("2026-05-06", "16:30")
    page = do(journey, "施康", CUSTODY, "接收保管财物")
    assert "保管人 施康" in box_text(page, BOX)
    assert "施康" in office["施康"].print(page.paper("涉案财物交接记录").pdf).text
    office.on("2026-05-07")
    page = journey.file()
    office.on("2026-05-20", "10:00")
    page = do(
        journey, "卫国", BOX, "解除强制措施", 法定情形="其他不再需要", 解除理由="证据已经固定，不再需要暂扣车辆。"
    )
    assert "已解除待退还" in box_text(page, BOX)
    assert "截止 2026-05-21" in page.terms["退还被查封扣押的财物"]
    release = page.paper("解除行政强制措施决定书")
    assert "第二十八条第一款第五项" in office["卫国"].print(release.pdf).text.replace("\n", "")
    page = do(journey, "赵刚", BOX, "退还财物")
    assert "财物已退还" in box_text(page, BOX)
    assert page.paper("退还财物清单").state == "已签发"
    assert page.timeline[-2:] == ["解除强制措施", "退还财物"]
    told = [
        "登记当场采取的强制措施",
        "报告当场采取的强制措施",
        "补批强制措施",
        "添加财物照片",
        "移交财物保管",
        "接收保管财物",
    ]
    assert [one for one in page.timeline if one in told] == told


def test_a_report_an_hour_late_is_recorded_as_late_and_named(journey: Journey) -> None:
    take_at_once(journey)
    journey.office.on("2026-05-07", "12:30")
    late = {"报告时间": "2026-05-07T12:20"}
    refused(journey, "赵刚", BOX, "报告当场采取的强制措施", late, "超过二十四小时期限 60 分钟", "第十九条")
    reason = {"超过二十四小时的原因（没有超过不填）": "现场没有通信信号"}
    page = do(journey, "赵刚", BOX, "报告当场采取的强制措施", **late | reason)
    assert "2026-05-07 12:20 报告，超过 24 小时期限 1 小时 0 分" in box_text(page, BOX)
    page = do(journey, "卫国", BOX, "不予补批，立即解除", 理由="没有及时报告，不应当继续暂扣。")
    assert "已解除待退还" in box_text(page, BOX)
    assert page.paper("解除行政强制措施决定书").state == "已签发"


def test_what_needs_approval_waits_for_it_and_what_no_law_allows_cannot_be_chosen(journey: Journey) -> None:
    office = journey.office
    form = office["赵刚"].form(journey.case, "提请采取强制措施")
    offered = form.find("采取什么措施，依据哪一条").options
    assert len(offered) == 7 and all("扣" in one or "查封" in one for one in offered)
    necessities = ASKED | {"其中有当事人及其所扶养家属的生活必需品": True}
    office["赵刚"].refused(
        journey.case, "提请采取强制措施", necessities, "生活必需品，不得查封、扣押", "第二十三条第一款"
    )
    page = journey.handle("提请采取强制措施", **ASKED)
    assert "待批准" in box_text(page, BOX)
    assert "实施强制措施" not in box_links(page, BOX)
    office.on("2026-05-06", "12:30")
    page = do(journey, "卫国", BOX, "批准强制措施", 意见="同意。")
    assert page.paper("行政强制措施审批表").state == "已签发"
    office.on("2026-05-06", "13:00")
    refused(journey, "赵刚", BOX, "实施强制措施", SPOT, "实施时间早于批准时间", "第十八条第一项")
    absent = SPOT | {"实施时间": "2026-05-06T12:45", "当事人到场": False}
    refused(journey, "赵刚", BOX, "实施强制措施", absent, "也没有邀请见证人", "第十八条第九项")
    page = do(journey, "赵刚", BOX, "实施强制措施", **absent | {"见证人（当事人不到场必填）": "包村长"})
    assert "还剩 30 日" in box_text(page, BOX)


def test_a_hold_that_nobody_decides_on_loses_its_force_out_loud(journey: Journey) -> None:
    office = journey.office
    take_at_once(journey)
    confirm(journey)
    office.on("2026-05-07")
    journey.file()
    office.on("2026-06-05")
    assert "今天（2026年6月5日）届满" in box_text(journey.page, BOX)
    office.on("2026-06-06", "02:00")
    assert sweep(date(2026, 6, 6)) == 1
    office.on("2026-06-06", "09:00")
    page = journey.page
    assert "没有处理决定，扣押失去效力，必须立即退还" in box_text(page, BOX)
    assert {"强制措施期限届满", "期限已过"} <= set(page.timeline[-2:])
    for name in ("赵刚", "孙丽", "冯涛"):
        today = office[name].open("/").text.split("等我处理")[0]
        assert "未取得道路危险货物运输许可" in today, f"{name} is not told"
    over = "强制措施现在是“期限届满，必须退还”"
    office["卫国"].open(journey.case)
    office["卫国"].refused_at(act_address(journey.page, BOX, "measure", "extend_measure"), over)
    page = do(journey, "赵刚", BOX, "退还财物")
    assert "财物已退还" in box_text(page, BOX)
    assert "查封扣押" in page.terms


def test_testing_days_are_left_out_and_the_extension_comes_before_the_end(journey: Journey) -> None:
    office = journey.office
    take_at_once(journey)
    confirm(journey)
    office.on("2026-05-08")
    test = {
        "检测什么": "液体成分检测",
        "检测机构": "样例市检测中心",
        "检测开始日期": "2026-05-11",
        "检测结束日期": "2026-05-15",
    }
    past = test | {"检测开始日期": "2026-05-07"}
    refused(journey, "赵刚", BOX, "告知检测期间", past, "应当事先书面告知", "第二十五条第三款")
    page = do(journey, "赵刚", BOX, "告知检测期间", **test)
    # 5 June and five days.
    assert "截止 2026-06-10" in page.terms["查封扣押"]
    notice = page.paper("检测期间告知书")
    assert "2026年6月10日届满" in office["赵刚"].print(notice.pdf).text.replace("\n", "")
    where = {"送达地点": "样例旗", "收件人": "高宏", "收件人与受送达人关系": "法定代表人"}
    page = do(journey, "赵刚", BOX, "登记送达强制措施文书", 文书="检测期间告知书", **where)
    assert page.paper("检测期间告知书").state == "已送达"
    office.on("2026-06-10")
    why = "货物性质需要外省机构鉴定，情况复杂。"
    page = do(journey, "卫国", BOX, "延长强制措施期限", **{"情况怎样复杂、为什么要延长": why})
    # Thirty days after 10 June.
    assert "截止 2026-07-10" in page.terms["查封扣押"]
    paper = office["卫国"].print(page.paper("延长行政强制措施期限通知书").pdf).text.replace("\n", "")
    assert "货物性质需要外省机构鉴定，情况复杂，依据" in paper and "至2026年7月10日" in paper
    assert "延长强制措施期限" not in box_links(page, BOX)


def test_a_case_is_not_withdrawn_while_the_lorry_is_held(journey: Journey) -> None:
    office = journey.office
    take_at_once(journey)
    confirm(journey)
    journey.evidence("运输合同", "当事人", "运输9吨")
    office.on("2026-05-07")
    journey.file()
    office.on("2026-05-14")
    journey.handle("调查终结", 处理意见="违法事实不能成立，撤销立案", 处理意见及理由="货物不是危险货物。")
    journey.approve_report()
    office["卫国"].barred(journey.case, "withdraw_case", "撤销立案", "还没有解除", "第二十八条第一款", "解除强制措施")
    do(journey, "卫国", BOX, "解除强制措施", 法定情形="当事人没有违法行为", 解除理由="货物不是危险货物。")
    journey.act("卫国", "撤销立案", 理由="货物不是危险货物。")
    owed = "强制措施“暂扣车辆：蒙G99872号车辆”还没有办结（已解除待退还）", "“蒙G99872号车辆 1辆”还没有去向"
    office["赵刚"].barred(journey.case, "propose_closing", "提请结案", *owed)
    do(journey, "赵刚", BOX, "退还财物", 退还给谁=CHEMICALS["representative"])
    unserved = "《行政强制措施决定书》蒙样交执强措〔2026〕001号还没有送达", "《解除行政强制措施决定书》"
    office["赵刚"].barred(journey.case, "propose_closing", "提请结案", *unserved)
    where = {"送达地点": "样例旗", "收件人": "高宏", "收件人与受送达人关系": "法定代表人"}
    order = "行政强制措施决定书 蒙样交执强措〔2026〕001号 样例宏达化工贸易有限公司"
    do(journey, "赵刚", BOX, "登记送达强制措施文书", 文书=order, **where)
    assert journey.serve_the_rest("高宏", "法定代表人", "样例旗") == 1
    journey.close("已撤销立案，车辆已退还。")
