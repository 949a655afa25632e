"""Which ways lead out of a case before a penalty, and what happens to a notice that has to be given again?"""

from tests.journeys.desk import Office
from tests.journeys.overload import ADDRESS, CHARGE, PROPOSAL, begin
from tests.journeys.steps import Journey


def report(journey: Journey, outcome: str, reasons: str) -> None:
    """From the lead to an approved proposal that is not a penalty."""
    journey.file()
    journey.office.on("2026-03-16")
    journey.handle("调查终结", 处理意见=outcome, 处理意见及理由=reasons)
    journey.approve_report()


def test_a_lead_that_is_not_filed(office: Office) -> None:
    journey = begin(office)
    office["卫国"].act(journey.case, "承办人回避", {"回避的承办人": "王强", "回避理由": "与当事人有利害关系"})
    alone = "本案只有 1 名承办人，执法人员不得少于两人", "《中华人民共和国行政处罚法》第四十二条"
    office["李明"].barred(journey.case, "propose_filing", "提请立案", *alone)
    office["郑海"].act(journey.case, "增加承办人", {"增加的承办人": "赵刚", "理由": "王强回避"})
    journey.handle("提请立案", 意见="建议立案调查。")
    office["李明"].barred(journey.case, "endorse_filing", "审核立案", "由办案机构负责人办理", "李明承办过本案")
    journey.act("郑海", "审核立案", 意见="报局领导审批。")
    page = journey.act("卫国", "不予立案", 理由="称重设备检定已过期，不符合立案条件。")
    assert "不予立案" in page.text and "满足" not in page.terms["立案审查"]
    assert page.paper("不予立案审批表").state == "已签发"
    assert not {"提请立案", "批准立案", "添加证据"} & set(journey.page.offered)
    assert journey.page.timeline[-3:] == ["提请立案", "审核立案", "不予立案"]
    office["李明"].barred(journey.case, "add_party", "添加当事人", "案件现在是“不予立案”，不能办理")


def test_a_filing_that_is_withdrawn(office: Office) -> None:
    journey = begin(office)
    report(journey, "违法事实不能成立，撤销立案", "复称没有超限，违法事实不能成立。")
    office["卫国"].barred(journey.case, "transfer_case", "移送其他机关", "经批准的处理意见不是移送", "第五十七条")
    page = journey.act("卫国", "撤销立案", 理由="复称车货总质量48900千克，没有超限。")
    assert page.paper("撤销立案审批表").state == "已签发"
    assert "剩" not in page.terms["作出处罚决定"]
    page = journey.close("已撤销立案，无需执行。")
    assert page.timeline[-4:] == ["撤销立案", "提请结案", "审核结案", "批准结案"]


def test_a_case_that_goes_to_another_authority(office: Office) -> None:
    journey = begin(office)
    report(journey, "移送有管辖权的机关", "违法行为发生地在邻旗，由该旗交通运输局管辖。")
    page = journey.act("卫国", "移送其他机关", 受移送机关="邻旗交通运输局", 移送理由="违法行为发生地在邻旗。")
    letter = page.paper("案件移送函")
    assert letter.number == "蒙样交执移〔2026〕001号"
    assert "邻旗交通运输局" in office["李明"].print(letter.pdf).text
    assert journey.serve_the_rest("马顺", "法定代表人", ADDRESS) == 1, "the party is told"
    page = journey.close("已移送邻旗交通运输局。")
    assert page.timeline[-5:] == ["移送其他机关", "登记送达其他文书", "提请结案", "审核结案", "批准结案"]


def test_a_notice_given_again_after_the_facts_have_changed(office: Office) -> None:
    journey = begin(office)
    report(journey, "给予行政处罚", PROPOSAL)
    office.on("2026-03-17")
    journey.handle("制作违法行为通知书")
    office.on("2026-03-18")
    journey.serve("登记送达违法行为通知书", "马顺", "法定代表人", ADDRESS)
    office.on("2026-03-20")
    page = journey.handle("退回调查，重新告知", 理由="复称总质量为60320千克，拟处罚金额变更。")
    assert "违法行为通知书" not in [one.title for one in page.papers if one.state == "已送达"]
    journey.handle("撤回违法行为", 理由="称重数据更正")
    journey.handle("添加违法行为", **CHARGE | {"车货总质量（千克）": "60320", "违法事实": "复称超限11320千克。"})
    journey.evidence("复称单", "治超站", "车货总质量60320千克")
    office.on("2026-03-23")
    journey.handle("调查终结", 处理意见="给予行政处罚", 处理意见及理由="按超限11吨、每吨500元处罚款5500元。")
    journey.approve_report()
    journey.handle("制作违法行为通知书")
    page = journey.serve("登记送达违法行为通知书", "马顺", "法定代表人", ADDRESS)
    notice = page.paper("违法行为通知书")
    assert notice.number == "蒙样交执通〔2026〕002号"
    assert "人民币伍仟伍佰元整" in office["李明"].print(notice.pdf).text
    # 24, 25, 26 March: the first notice's period has gone with it.
    assert "截止 2026-03-26" in page.terms["陈述申辩"]
    register = office["李明"].open("/papers/numbers/").text
    assert "蒙样交执通〔2026〕001号 违法行为通知书 复称总质量为60320千克，拟处罚金额变更。" in register
    too_early = "陈述申辩期到 2026-03-26 届满"
    office["李明"].barred(journey.case, "submit_for_decision", "报请负责人决定", too_early)
    office.on("2026-03-27")
    journey.handle("报请负责人决定")
    heavier = {"罚款（元）": "6000"}, "决定重于告知的处罚"
    office["卫国"].refused(journey.case, "作出行政处罚决定", *heavier)
    page = journey.act("卫国", "作出行政处罚决定", 决定意见="同意按重新告知的处罚决定。")
    assert page.paper("行政处罚决定书").number == "蒙样交执罚〔2026〕001号"
