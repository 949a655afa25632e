"""Case 2: does a major case pass notice, hearing, legal review with its return, and the heads' discussion?"""

from datetime import date
from typing import Any

import pytest

from bureau.sample.people import Person, hire
from bureau.sample.stories import CHEMICALS
from cases.forms.review import POINTS
from officers.models import Department, Officer, RoleGrant
from officers.roles import Role
from tests.journeys.desk import Office
from tests.journeys.steps import Journey
from tests.journeys.things import act_address

PARTY = {
    "当事人类型": "单位",
    "姓名或名称": CHEMICALS["name"],
    "统一社会信用代码": CHEMICALS["uscc"],
    "法定代表人（负责人、经营者）": CHEMICALS["representative"],
    "住址或地址": CHEMICALS["address"],
}
FACTS = (
    "2026年5月6日10时20分，当事人使用蒙G99872货车运输第3类危险货物（易燃液体）9吨，"
    "未取得道路危险货物运输许可，运费收入26000元。"
)
PENALTY = {
    "处罚种类": ["罚款", "没收违法所得"],
    "罚款（元）": "52000",
    "没收违法所得（元）": "26000",
    "裁量理由": "违法所得超过2万元，按二倍罚款，为法定下限。",
}
NEWCOMER = Person("3009", "鲁新", "法制股", "科员", (Role.LEGAL_REVIEWER,))
ALL_MET = {f"{number} {question}": "符合" for number, question in enumerate(POINTS, start=1)}
FOURTH = f"4 {POINTS[3]}"
SETTING = {"听证时间": "2026-06-05T09:00", "听证地点": "样例旗交通运输局听证室"}
MINUTES = {
    "结束时间": "2026-06-05T10:30",
    "举证和质证": "调查人员出示运输合同和运费收据。",
    "当事人的陈述和申辩": "对事实没有异议；初次违法，已停止运输，请求从轻。",
    "辩论": "调查人员认为二倍已是法定下限。",
    "最后陈述": "当事人请求从轻处罚。",
    "运输合同和运费收据": "没有异议。",
}
HEADS = {"卫国": "卫国 局长", "蒋平": "蒋平 副局长", "沈红": "沈红 副局长", "孙丽": "孙丽 执法员"}


def voice(name: str, vote: str, opinion: str, reason: str, *, signed: bool = True) -> dict[str, Any]:
    head = HEADS[name]
    return {f"{head}/表决": vote, f"{head}/意见": opinion, f"{head}/理由": reason, f"{head}/已在记录上签名": signed}


FOR = voice("卫国", "同意", "同意拟处罚意见", "事实清楚，罚款为法定下限")
ALSO_FOR = voice("蒋平", "同意", "同意", "程序完备，听证意见已充分考虑")
AGAINST = voice("沈红", "不同意", "建议再减轻", "当事人初次违法并已停止运输")
MEETING = {
    "开始时间": "2026-06-18T09:00",
    "结束时间": "2026-06-18T10:30",
    "地点": "局会议室",
    "汇报人（承办人）": "赵刚",
    "记录人": "韩雪",
    "承办人汇报": "汇报违法事实、证据、听证情况、法制审核意见和拟处罚意见。",
    "结论性意见": "两票同意，一票不同意，多数同意拟作出的处罚决定。",
    "表决结果": "同意拟作出的决定",
}


@pytest.fixture
def journey(office: Office) -> Journey:
    """The case as it was filed on 2026-05-07; among its handlers is one who could review and vote, but here must not."""
    partner = Officer.objects.get(name="孙丽")
    for role in (Role.LEGAL_REVIEWER, Role.BUREAU_HEAD, Role.HEARING_CHAIR):
        RoleGrant.objects.create(officer=partner, role=role, granted_on=date(2026, 1, 1))
    hire(NEWCOMER, Department.objects.get(name=NEWCOMER.unit), "sample-bureau-2026")
    office.numbers[NEWCOMER.name] = NEWCOMER.number
    journey = Journey(office, "赵刚", "孙丽", "冯涛")
    office.on("2026-05-06", "18:00")
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
    journey.scene("2026-05-06", ("10:45", "11:10"), "白山", "驾驶人", "桶身有第3类危险货物标志；不能出示许可证件。")
    journey.evidence("运输合同和运费收据", "当事人", "运费收入26000元")
    office.on("2026-05-07")
    journey.file()
    return journey


def notify(journey: Journey) -> None:
    office = journey.office
    office.on("2026-05-14")
    report = {"处理意见": "给予行政处罚", "处理意见及理由": "建议没收违法所得，并处违法所得二倍罚款52000元。"} | PENALTY
    # The law allows two to ten times the income of 26,000.
    too_much = report | {"罚款（元）": "270000"}
    office["赵刚"].refused(journey.case, "调查终结", too_much, "超过法定上限 260000")
    journey.handle("调查终结", **report)
    journey.approve_report()
    office.on("2026-05-15")
    journey.handle("制作违法行为通知书")
    office.on("2026-05-18")
    page = journey.serve("登记送达违法行为通知书", "高宏", "法定代表人", CHEMICALS["address"])
    # 19–22 and 25 May; the 23rd and 24th are a weekend.
    assert "截止 2026-05-25" in page.terms["提出听证要求"]
    assert "截止 2026-05-21" in page.terms["陈述申辩"]


def hold_the_hearing(journey: Journey) -> None:
    office, handler = journey.office, journey.office["赵刚"]
    office.on("2026-05-22")
    asked = "可以在 2026-05-25 前要求听证", "《中华人民共和国行政处罚法》第六十四条第一项"
    handler.barred(journey.case, "submit_for_review", "提请法制审核", *asked)
    journey.handle("登记听证申请")
    waits = "要求的听证还没有举行", "第六十三条"
    handler.barred(journey.case, "submit_for_review", "提请法制审核", *waits)
    office.on("2026-05-25")
    typed = SETTING | {"听证主持人": "褚文", "听证记录人": "朱玉"}
    # Seven working days between: 26–29 May, 1–3 June.
    soon = typed | {"听证时间": "2026-06-03T09:00"}
    handler.refused(journey.case, "通知听证", soon, "最早可以在 2026-06-04 举行", "第六十四条第二项")
    chairs, writes = "孙丽在本案中是承办人，不得担任听证主持人", "孙丽在本案中是承办人，不得担任听证记录人"
    handler.refused(journey.case, "通知听证", typed | {"听证主持人": "孙丽"}, chairs, "第六十四条第四项")
    handler.refused(journey.case, "通知听证", typed | {"听证记录人": "孙丽"}, writes, "第六十四条第四项")
    secret = typed | {"公开举行": False}
    handler.refused(journey.case, "通知听证", secret, "听证公开举行；涉及秘密或者隐私不公开的，写明理由")
    handler.refused_at(
        act_address(journey.page, "hearing", "hearing", "refuse_hearing"), "在期限内要求听证，应当组织听证"
    )
    page = journey.handle("通知听证", **typed)
    # 26–29 May, 1–3 June; the hearing may be on the day after.
    assert "截止 2026-06-03" in page.terms["听证通知提前期"]
    journey.serve("登记送达其他文书", "高宏", "法定代表人", "样例旗")
    agent = {"代理人姓名": "刘方", "性别": "女", "身份证件号": "样例证件-1", "授权日期": "2026-05-24"}
    handler.refused(journey.case, "登记委托代理人", agent, "刘方没有提交授权委托书，不能代理")
    journey.handle("登记委托代理人", **agent | {"已收到授权委托书和代理人身份证明，附卷": True})
    office.on("2026-06-05")
    hearing = act_address(journey.page, "hearing", "hearing", "hold_hearing")
    assert "登记听证笔录" not in journey.page.offered
    handler.refused_at(hearing, "由听证主持人办理")
    silent = MINUTES | {"最后陈述": "　"}
    office["褚文"].refused(journey.case, "登记听证笔录", silent, "填写最后陈述")
    unsigned = MINUTES | {"当事人或者代理人已核对并签名": False}
    office["褚文"].refused(journey.case, "登记听证笔录", unsigned, "由听证主持人在笔录中注明", "第六十四条第八项")
    page = journey.act("褚文", "登记听证笔录", **MINUTES)
    assert "截止 2026-06-12" in page.terms["提交听证报告"]
    reported = "还没有提交听证报告", "第六十三条"
    handler.barred(journey.case, "submit_for_review", "提请法制审核", *reported)
    journey.act(
        "褚文",
        "提交听证报告",
        听证基本情况="听证公开举行，双方陈述、质证、辩论并作最后陈述。",
        听证意见="事实清楚，拟处罚款已是法定下限。",
        处理建议="按告知的处理意见决定",
    )


def return_and_pass_the_review(journey: Journey) -> None:
    office, handler, reviewer = journey.office, journey.office["赵刚"], journey.office["陈静"]
    office.on("2026-06-08")
    must = "本案属于应当法制审核的情形，未经审核不得决定", "《中华人民共和国行政处罚法》第五十八条"
    handler.barred(journey.case, "submit_for_decision", "报请负责人决定", *must)
    page = journey.handle("提请法制审核")
    assert "截止 2026-06-15" in page.terms["法制审核"]
    own = "孙丽承办过本案，不得审核本案", "没有登记国家统一法律职业资格证书", "第五十八条第二款"
    office["孙丽"].barred(journey.case, "pass_review", "法制审核同意", *own)
    office["鲁新"].barred(journey.case, "pass_review", "法制审核同意", "鲁新没有登记国家统一法律职业资格证书")
    office["卫国"].barred(journey.case, "decide_penalty", "作出行政处罚决定", "案件现在是“待法制审核”")
    office.on("2026-06-10")
    opinion = {"审核意见": "9吨的装载质量没有称重依据，补正后重新提请。"}
    doubts = ALL_MET | opinion | {FOURTH: "不符合", "第 4 项说明": "缺少装载质量的称重依据"}
    reviewer.refused(journey.case, "法制审核同意", doubts, "审核要点 4 不符合，不能作出同意的结论")
    reviewer.refused(journey.case, "法制审核同意", opinion, "第 1 项还没有回答", "第 8 项还没有回答")
    reviewer.refused(journey.case, "法制审核退回", doubts, "退回时至少写一条意见，并选定位置")
    pinned = {"意见 1：位置": "现场笔录", "意见 1": "补充装载质量的称重单"}
    reviewer.act(journey.case, "法制审核退回", doubts | pinned)
    office.on("2026-06-12")
    handler.barred(journey.case, "submit_for_review", "提请法制审核", "审核意见")
    journey.evidence("装载质量称重单", "G304线治超站", "装载质量9吨")
    answer = office["赵刚"].form(journey.case, "答复审核意见")
    question = next(one.label for one in answer.fields.values() if "补充装载质量的称重单" in one.label)
    journey.handle("答复审核意见", **{question: "已补充称重单，列入证据清单。"})
    unjudged = "告知以后补充的证据“装载质量称重单”还没有说明证明什么", "第四十四条"
    handler.barred(journey.case, "submit_for_review", "提请法制审核", *unjudged)
    same = {"证明什么": "印证已经告知的事实", "理由": "印证告知书认定的9吨装载质量。"}
    handler.refused(journey.case, "说明告知后补充的证据", same, "写明交当事人质证的日期")
    journey.handle("说明告知后补充的证据", **same | {"交当事人质证的日期": "2026-06-12"})
    page = journey.handle("提请法制审核")
    # 15–18 and 22 June: 端午 takes the 19th.
    assert "截止 2026-06-22" in page.terms["法制审核"]
    office.on("2026-06-16")
    reviewer.act(journey.case, "法制审核同意", ALL_MET | {"审核意见": "同意拟作出的处罚决定。"})


def discuss(journey: Journey) -> None:
    office, head = journey.office, journey.office["卫国"]
    office.on("2026-06-18")
    alone = "须经负责人集体讨论决定", "《中华人民共和国行政处罚法》第五十七条第二款"
    head.barred(journey.case, "decide_penalty", "作出行政处罚决定", *alone)
    one = "参加集体讨论的负责人只有 1 名，不得少于 2 名"
    head.refused(journey.case, "登记集体讨论", MEETING | FOR, one)
    handler = voice("孙丽", "同意", "同意", "本人承办")
    head.refused(journey.case, "登记集体讨论", MEETING | FOR | handler, "孙丽承办过本案，不得参加表决")
    lost = MEETING | FOR | AGAINST
    head.refused(journey.case, "登记集体讨论", lost, "表决结果与各人的表决不一致")
    silent = MEETING | FOR | voice("蒋平", "同意", "同意", "")
    head.refused(journey.case, "登记集体讨论", silent, "蒋平的意见、理由或者签名缺失")
    head.act(journey.case, "登记集体讨论", MEETING | FOR | ALSO_FOR | AGAINST)


def decide(journey: Journey) -> None:
    office, head = journey.office, journey.office["卫国"]
    office.on("2026-06-26")
    office["孙丽"].barred(journey.case, "decide_penalty", "作出行政处罚决定", "孙丽承办过本案，不得审批或者决定")
    heavier = "决定重于告知的处罚", "《中华人民共和国行政处罚法》第四十五条第二款"
    head.refused(journey.case, "作出行政处罚决定", {"罚款（元）": "80000"}, *heavier)
    page = journey.act("卫国", "作出行政处罚决定", 决定意见="同意集体讨论的意见。")
    # 29 and 30 June, 1–3, 6 and 7 July.
    assert "截止 2026-07-07" in page.terms["送达处罚决定书"]
    assert "截止 2026-08-05" in page.terms["作出处罚决定"], "90 days after 7 May"
    office.on("2026-06-29")
    page = journey.serve("登记送达决定书", "高宏", "法定代表人", CHEMICALS["address"])
    assert "截止 2026-07-14" in page.terms["缴纳罚款"]


def test_a_major_case_to_its_decision(journey: Journey) -> None:
    assert "截止 2026-08-05" in journey.page.terms["作出处罚决定"]
    notify(journey)
    hold_the_hearing(journey)
    return_and_pass_the_review(journey)
    discuss(journey)
    decide(journey)
    page = journey.page
    assert page.timeline == TIMELINE
    assert [(one.title, one.number) for one in page.papers if one.number != "—"] == NUMBERED
    the_papers_say_it(journey)


def the_papers_say_it(journey: Journey) -> None:
    page, reader = journey.page, journey.office["赵刚"]
    for title, said in PRINTED.items():
        text = reader.print(page.paper(title).pdf).text
        for words in said:
            assert words in text, f"{title} lacks {words}: {text}"
    reviews = [one for one in page.papers if one.title == "法制审核意见书"]
    assert len(reviews) == 2
    returned = reader.print(reviews[0].pdf).text
    assert "补充装载质量的称重单" in returned and "缺少装载质量的称重依据" in returned


NUMBERED = [
    ("违法行为通知书", "蒙样交执通〔2026〕001号"),
    ("听证通知书", "蒙样交执听通〔2026〕001号"),
    ("听证公告", "蒙样交执听公〔2026〕001号"),
    ("行政处罚决定书", "蒙样交执罚〔2026〕001号"),
]
PRINTED = {
    "违法行为通知书": ("样例宏达化工贸易有限公司", "要求举行听证", "人民币伍万贰仟元整（¥52,000.00）"),
    "听证通知书": ("2026年6月5日", "褚文", "朱玉"),
    "听证笔录": ("2026年6月5日9时00分", "刘方", "最后陈述", "质证意见：没有异议"),
    "重大案件集体讨论记录": ("沈红", "当事人初次违法并已停止运输", "建议再减轻", "两票同意，一票不同意"),
    "行政处罚决定书": (
        "样例宏达化工贸易有限公司",
        "没收违法所得人民币贰万陆仟元整（¥26,000.00）",
        "罚款人民币伍万贰仟元整（¥52,000.00）",
        "《中华人民共和国道路运输条例》第六十三条第三项",
        "2026年6月5日举行听证",
        "装载质量称重单",
    ),
}
TIMELINE = [
    *("登记线索", "添加当事人", "添加违法行为", "制作现场笔录", "添加证据", "提请立案", "审核立案", "批准立案"),
    *("调查终结", "审核调查报告", "批准处理意见", "制作违法行为通知书", "登记送达违法行为通知书"),
    *("登记听证申请", "通知听证", "登记送达其他文书", "登记委托代理人", "登记听证笔录", "提交听证报告"),
    *(
        "提请法制审核",
        "法制审核退回",
        "添加证据",
        "答复审核意见",
        "说明告知后补充的证据",
        "提请法制审核",
        "法制审核同意",
    ),
    *("登记集体讨论", "作出行政处罚决定", "登记送达决定书"),
]
