"""What do people type in case 1, the overload of March 2026, and which refusals do they meet on the way?"""

from bureau.sample.stories import FIRM
from tests.journeys.desk import Office, photograph
from tests.journeys.steps import Journey

LEAD = {
    "受案时间": "2026-03-10T09:40",
    "案由": "样例顺达运输有限公司涉嫌车货总质量超限行驶公路",
    "发生日期": "2026-03-10",
    "发生地点": "S210线K32+500治超站",
    "案件基本情况": "执法人员检查一辆六轴半挂汽车列车，经称重超限12320千克。",
}
PARTY = {
    "当事人类型": "单位",
    "姓名或名称": FIRM["name"],
    "统一社会信用代码": FIRM["uscc"],
    "法定代表人（负责人、经营者）": FIRM["representative"],
    "住址或地址": FIRM["address"],
    "联系电话": FIRM["phone"],
}
FACTS = (
    "2026年3月10日9时40分，当事人所有的蒙G99871六轴半挂汽车列车装载砂石行经S210线K32+500治超站，"
    "经检定合格的称重设备检测，车货总质量61320千克，超过限定质量49000千克，超限12320千克。"
)
CHARGE = {
    "违法行为": "CX-001",
    "行为发生日期": "2026-03-10",
    "违法事实": FACTS,
    "车牌号": "蒙G99871",
    "车货总质量（千克）": "61320",
    "限定质量（千克）": "49000",
}


def begin(office: Office) -> Journey:
    """The day at the weighing station: lead, party, charge, records, evidence."""
    journey = Journey(office, "李明", "王强", "郑海")
    office.on("2026-03-10", "12:30")
    journey.register(**LEAD)
    journey.handle("添加当事人", **PARTY)
    journey.handle("添加违法行为", **CHARGE)
    journey.scene("2026-03-10", ("09:45", "10:10"), "于强", "驾驶人", "称重显示车货总质量61320千克，驾驶人无异议。")
    journey.evidence("称重检测单", "S210线治超站", "车货总质量61320千克")
    journey.evidence("现场照片", "执法人员拍摄", "车辆外观和称重显示", "视听资料", 文件=photograph())
    return journey


PROPOSAL = "当事人的行为违反公路法第五十条等规定，建议按超限12吨、每吨500元处罚款6000元。"
CLAIM = "装货方虚报重量，公司受其误导，请求罚款5000元。"
ANSWER = "承运人负有核实装载质量的义务，装货方误报不是法定从轻情形；罚款按超限吨数计算，没有裁量余地。"
ADDRESS = "样例旗样例镇物流园3号"


def investigate(journey: Journey) -> None:
    """Interview, report, approval: 2026-03-10 to 2026-03-16."""
    said = {4: "砂石，装车时说是三十来吨，没有过磅。", 7: "没有。", 8: "属实。"}
    journey.interview("2026-03-10", ("11:00", "11:40"), "于强", "驾驶人", said)
    journey.office.on("2026-03-16")
    report = {"处理意见": "给予行政处罚", "处理意见及理由": PROPOSAL}
    too_much = report | {"罚款（元）": "7000"}
    handler = journey.office[journey.handler]
    handler.refused(journey.case, "调查终结", too_much, "超过法定上限 6000", "《中华人民共和国行政处罚法》第五条第二款")
    form = handler.form(journey.case, "调查终结")
    assert form.find("罚款（元）").value.startswith("6000"), "the fine by formula is proposed: 12 t × 500"
    journey.handle("调查终结", **report)
    journey.approve_report()


def notify_and_hear(journey: Journey) -> None:
    """Notice, statement, answer: 2026-03-17 to 2026-03-30."""
    office, handler = journey.office, journey.office[journey.handler]
    office.on("2026-03-17")
    handler.barred(journey.case, "serve_notice", "登记送达违法行为通知书", "案件现在是“处理意见已批准”，不能办理")
    journey.handle("制作违法行为通知书")
    office.on("2026-03-18")
    page = journey.serve("登记送达违法行为通知书", "马顺", "法定代表人", ADDRESS)
    assert "截止 2026-03-23" in page.terms["陈述申辩"]
    assert "提出听证要求" not in page.terms, "6000 yuan against an organisation is below the hearing threshold"
    office.on("2026-03-19")
    journey.handle("登记陈述申辩", 陈述申辩内容=CLAIM)
    too_early = "陈述申辩期到 2026-03-23 届满", "《中华人民共和国行政处罚法》第四十四条", "陈述申辩还没有复核"
    handler.barred(journey.case, "submit_for_decision", "报请负责人决定", *too_early)
    office.on("2026-03-23")
    journey.handle("复核陈述申辩", 采纳情况="不予采纳", 复核意见及理由=ANSWER)
    still_too_early = "陈述申辩期到 2026-03-23 届满"
    handler.barred(journey.case, "submit_for_decision", "报请负责人决定", still_too_early)
    not_yet = "案件现在是", "不能办理“作出行政处罚决定”"
    office["卫国"].barred(journey.case, "decide_penalty", "作出行政处罚决定", *not_yet)
    office.on("2026-03-30")
    journey.handle("报请负责人决定")


def decide(journey: Journey) -> None:
    """Decision and service: 2026-04-02 and 2026-04-03."""
    office, handler = journey.office, journey.office[journey.handler]
    office.on("2026-04-02")
    reasons = "“作出行政处罚决定”由执法部门负责人办理", "李明承办过本案，不得审批或者决定", "第五十七条"
    handler.barred(journey.case, "decide_penalty", "作出行政处罚决定", *reasons)
    heavier = "决定重于告知的处罚", "《中华人民共和国行政处罚法》第四十五条第二款"
    office["卫国"].refused(journey.case, "作出行政处罚决定", {"罚款（元）": "7000"}, *heavier)
    tomorrow = "办理日期 2026-04-03 还没有到"
    office["卫国"].refused(journey.case, "作出行政处罚决定", {"办理日期": "2026-04-03"}, tomorrow)
    page = journey.act("卫国", "作出行政处罚决定", 决定意见="同意按告知的处罚决定。")
    # 3, 7–10, 13, 14 April: 清明 takes the 4th to the 6th.
    assert "截止 2026-04-14" in page.terms["送达处罚决定书"] and "截止 2026-04-14" in page.terms["公示处罚决定"]
    office.on("2026-04-03")
    page = journey.serve("登记送达决定书", "马顺", "法定代表人", ADDRESS)
    assert "截止 2026-04-20" in page.terms["缴纳罚款"], "the 15th day, 18 April, is a Saturday"
    assert "截止 2026-06-02" in page.terms["申请行政复议"]
    assert "截止 2026-10-08" in page.terms["提起行政诉讼"], "3 October lies in the national holiday"
