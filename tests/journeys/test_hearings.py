"""What may become of a hearing and of a statement: late, put off, interrupted, given up, found right, told anew?"""

import pytest

from bureau.sample.dangerous_goods import discuss
from bureau.sample.stories import dangerous_goods
from bureau.sample.story import Story
from officers.models import Officer
from tests.journeys.desk import Office
from tests.journeys.steps import Journey
from tests.journeys.things import act_address, serve_paper

PLACE = "样例旗交通运输局听证室"
SETTING = {"听证时间": "2026-06-05T09:00", "听证地点": PLACE, "听证主持人": "褚文", "听证记录人": "朱玉"}
NOTICE = "延期（中止、恢复、终止）听证通知书"


@pytest.fixture
def story(office: Office) -> Story:
    """The grave case with its notice served on Monday 18 May 2026."""
    office.on("2026-05-22")
    return dangerous_goods({one.name: one for one in Officer.objects.all()}, until="notified")


@pytest.fixture
def journey(office: Office, story: Story) -> Journey:
    journey = Journey(office, "赵刚", "孙丽", "冯涛")
    journey.case = f"/cases/{story.case.pk}/"
    return journey


def ask_and_convene(journey: Journey) -> None:
    journey.handle("登记听证申请")
    journey.office.on("2026-05-25")
    journey.handle("通知听证", **SETTING)


def test_an_oral_request_is_taken_down(journey: Journey) -> None:
    handler = journey.office["赵刚"]
    spoken = {"口头提出，已记入笔录": True}
    handler.refused(journey.case, "登记听证申请", spoken, "口头提出的，记下当事人的原话")
    page = journey.handle("登记听证申请", **spoken, 要求听证的理由="罚款太重，希望当面说明。")
    record = handler.print(page.paper("听证申请笔录").pdf).text
    assert "罚款太重，希望当面说明" in record and "高宏" in record and "赵刚" in record


def test_a_request_that_comes_too_late_is_not_accepted_and_told_why(journey: Journey) -> None:
    office, handler = journey.office, journey.office["赵刚"]
    office.on("2026-05-26")
    journey.handle("登记听证申请")
    late = "要求听证的期限已于 2026-05-25 届满", "《中华人民共和国行政处罚法》第六十四条第一项"
    handler.refused_at(act_address(journey.page, "hearing", "hearing", "convene_hearing"), *late)
    handler.barred(journey.case, "submit_for_review", "提请法制审核", "要求的听证还没有举行")
    page = journey.handle("不予受理听证")
    refusal = page.paper("不予受理听证通知书")
    assert refusal.number == "蒙样交执听不〔2026〕001号"
    text = handler.print(refusal.pdf).text
    assert "期限已于2026-05-25届满" in text and "逾期要求听证" in text and "第六十四条第一项" in text
    assert "提请法制审核" in page.offered


def test_a_hearing_is_put_off_interrupted_and_at_last_given_up_by_absence(journey: Journey) -> None:
    office, handler, chair, head = journey.office, *(journey.office[one] for one in ("赵刚", "褚文", "卫国"))
    ask_and_convene(journey)
    assert "公开举行听证" in handler.print(journey.page.paper("听证公告").pdf).text
    office.on("2026-05-27")
    challenge = {"谁应当回避": "听证记录人", "怎样提出": "当事人申请", "回避理由": "近亲属", "决定的理由": "属实"}
    granted = challenge | {"决定": "同意回避"}
    involved = "孙丽在本案中是承办人，不得担任听证记录人", "第六十四条第四项"
    head.refused(journey.case, "决定听证人员回避", granted | {"另行指定的人员": "孙丽"}, *involved)
    head.refused(journey.case, "决定听证人员回避", granted, "同意回避的，另行指定人员")
    page = head.act(journey.case, "决定听证人员回避", granted | {"另行指定的人员": "韩雪"})
    assert "另行指定韩雪担任听证记录人" in handler.print(page.paper("听证人员回避决定书").pdf).text
    office.on("2026-05-28")
    later = {"情形": "不可抗拒", "具体情况": "山洪阻断道路", "新的听证时间": "2026-06-09T09:00"}
    soon = later | {"新的听证时间": "2026-06-08T09:00"}  # 29 May, 1–5 and 8 June: the seventh working day itself
    chair.refused(journey.case, "延期听证", soon, "最早可以在 2026-06-09 举行")
    page = chair.act(journey.case, "延期听证", later)
    assert "截止 2026-06-08" in page.terms["听证通知提前期"]
    text = handler.print(page.paper(NOTICE).pdf).text
    assert "√延期听证" in text and "2026年6月9日9时00分" in text and "山洪阻断道路" in text
    office.on("2026-06-01")
    chair.act(journey.case, "中止听证", {"情形": "重新鉴定", "具体情况": "对货物类别重新鉴定"})
    assert "登记听证笔录" not in chair.open(journey.case).offered
    office.on("2026-06-03")
    chair.act(journey.case, "恢复听证", {"中止的原因怎样消除": "鉴定完毕", "听证时间": "2026-06-15T09:00"})
    absent = {"情形": "拒不出席", "具体情况": "九时三十分仍未到场，电话无人接听，没有说明理由。"}
    untold = "听证的时间、地点还没有通知到样例宏达化工贸易有限公司", "第六十四条第二项"
    chair.refused_at(act_address(journey.page, "hearing", "hearing", "treat_as_waived"), *untold)
    third = "延期（中止、恢复、终止）听证通知书 蒙样交执听变〔2026〕003号 样例宏达化工贸易有限公司"
    serve_paper(journey, third, 送达地点="样例旗", 收件人="高宏", 收件人与受送达人关系="法定代表人")
    office.on("2026-06-12")
    chair.open(journey.case)
    early = act_address(journey.page, "hearing", "hearing", "treat_as_waived")
    chair.refused_at(early, "听证定于 2026-06-15 举行，还没有到")
    handler.barred(journey.case, "reopen_investigation", "退回调查，重新告知", "要求的听证还没有举行")
    office.on("2026-06-15")
    page = chair.act(journey.case, "登记无故缺席或者中途退出", absent)
    notices = [one for one in page.papers if one.title == NOTICE]
    assert len(notices) == 4 and "√终止听证" in handler.print(notices[-1].pdf).text
    page = journey.page
    assert "提请法制审核" in page.offered
    assert page.timeline[-7:] == [
        "通知听证",
        "决定听证人员回避",
        "延期听证",
        "中止听证",
        "恢复听证",
        "登记送达其他文书",
        "登记无故缺席或者中途退出",
    ]


def test_an_agent_needs_a_power_of_attorney_and_a_third_one_is_too_many(journey: Journey) -> None:
    ask_and_convene(journey)
    handler = journey.office["赵刚"]
    paper = {"已收到授权委托书和代理人身份证明，附卷": True, "身份证件号": "样例", "授权日期": "2026-05-24"}
    handler.refused(
        journey.case,
        "登记委托代理人",
        paper | {"代理人姓名": "刘方", "已收到授权委托书和代理人身份证明，附卷": False},
        "没有提交授权委托书",
    )
    for name in ("刘方", "高远"):
        journey.handle("登记委托代理人", **paper, 代理人姓名=name)
    assert "登记委托代理人" not in journey.page.offered
    handler.refused_at(
        act_address(journey.page, "hearing", "hearing", "register_agent"), "已经登记 2 人", "第六十四条第五项"
    )


def test_a_statement_that_is_found_right_makes_the_penalty_lighter_without_a_new_notice(
    journey: Journey, story: Story
) -> None:
    office, handler = journey.office, journey.office["赵刚"]
    spoken = {"陈述申辩内容": "已主动停运并卸货，请求减轻。", "口头提出，由执法人员记录": True, "提出时间": "14:30"}
    alone = spoken | {"另一名听取的执法人员": "请选择"}
    handler.refused(journey.case, "登记陈述申辩", alone, "口头陈述申辩应当由两名执法人员听取并记录")
    page = journey.handle(
        "登记陈述申辩", **spoken, 另一名听取的执法人员="孙丽", 提出的事实和证据="停运通知和卸货照片。"
    )
    text = handler.print(page.paper("陈述申辩笔录").pdf).text
    assert "14时30分" in text and "停运通知和卸货照片" in text
    answer = {"复核查明的情况": "停运通知和照片属实。", "复核意见及理由": "主动消除危害后果，应当减轻。"}
    lighter = answer | {"复核的结果": "提出更轻的处理意见"}
    refused = "陈述申辩没有采纳，不能据此提出更轻的处理意见"
    handler.refused(journey.case, "复核陈述申辩", lighter | {"采纳情况": "不予采纳"}, refused)
    page = journey.handle("复核陈述申辩", **lighter, 采纳情况="部分采纳")
    assert "停运通知和照片属实" in handler.print(page.paper("陈述申辩复核意见书").pdf).text
    heavier = {"罚款（元）": "60000", "裁量理由": "不配合"}
    handler.refused(journey.case, "提出更轻的处理意见", heavier, "不得因当事人陈述、申辩而给予更重的处罚")
    handler.refused(journey.case, "提出更轻的处理意见", {"罚款（元）": "52000"}, "没有一项处罚轻于告知的内容")
    less = {"罚款（元）": "40000", "裁量理由": "主动消除危害后果，减轻处罚。"}
    baseless = "低于法定下限 52000.00 元而没有查明法定的减轻情形"
    handler.refused(journey.case, "提出更轻的处理意见", less, baseless)
    less |= {"查明的情节": ["主动消除或者减轻违法行为危害后果"]}
    journey.handle("提出更轻的处理意见", **less)
    office.on("2026-06-30")
    story.handler("submit_for_review", story.later(24))
    discuss(story)  # after the review has passed
    page = journey.act("卫国", "作出行政处罚决定", 决定意见="同意。")
    decision = handler.print(page.paper("行政处罚决定书").pdf).text
    assert "罚款人民币肆万元整" in decision and "¥40,000.00" in decision
    assert [one.number for one in page.papers if one.title == "违法行为通知书"] == ["蒙样交执通〔2026〕001号"]


def test_a_statement_that_shows_new_facts_leads_to_a_new_notice(journey: Journey) -> None:
    office, handler = journey.office, journey.office["赵刚"]
    journey.handle("登记陈述申辩", 陈述申辩内容="实际承运人是另一家公司。")
    anew = {"采纳情况": "部分采纳", "复核意见及理由": "承运关系要重新认定。", "复核的结果": "事实、依据或者处罚要变更"}
    journey.handle("复核陈述申辩", **anew)
    office.on("2026-05-26")
    changed = "事实、依据或者处罚要变更，应当重新告知", "《中华人民共和国行政处罚法》第四十四条"
    handler.barred(journey.case, "submit_for_review", "提请法制审核", *changed)
    page = journey.handle("退回调查，重新告知", 理由="重新认定承运人。")
    assert "调查终结" in page.offered
    assert [one.state for one in page.papers if one.title == "违法行为通知书"] == ["已作废"]
