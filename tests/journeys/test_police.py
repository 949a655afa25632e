"""Does a suspected crime go to the police in time with all that belongs to it, and come back where it is none?"""

from tests.journeys.desk import Office
from tests.journeys.sideways import CRIME, act_on, forged_permits, refused_on
from tests.journeys.steps import Journey

POLICE = "移送公安"
ANSWER = {"通知书文号": "样公立字〔2026〕12号", "公安机关的意见": "有犯罪事实，需要追究刑事责任，决定立案。"}
REFUSAL = {"通知书文号": "样公不立字〔2026〕12号", "公安机关的意见": "犯罪事实显著轻微，不需要追究刑事责任。"}


def reported(office: Office) -> Journey:
    journey = forged_permits(office)
    page = journey.handle("报告涉嫌犯罪", 涉嫌罪名=CRIME)
    # 2, 3, 4 September: calendar days.
    assert "截止 2026-09-04" in page.terms["决定是否移送公安机关"]
    return journey


def sent(office: Office) -> Journey:
    """Approved on 2 September at 16:00, sent on 3 September at 15:30."""
    journey = reported(office)
    office.on("2026-09-02", "16:00")
    head = office["卫国"]
    refused_on(head, journey.case, POLICE, "批准移送公安", {}, "由本机关正职负责人或者主持工作的负责人决定")
    page = act_on(head, journey.case, POLICE, "批准移送公安", {"我是本机关正职负责人或者主持工作的负责人": True})
    assert page.paper("涉嫌犯罪案件移送审批表").state == "已签发"
    assert "2026-09-03" in page.terms["向公安机关移送"]
    office.on("2026-09-03", "15:30")
    handler = office["李明"]
    refused_on(handler, journey.case, POLICE, "向公安机关送出", {}, "还缺：有关检验报告或者鉴定结论")
    why = {"没有检验报告、鉴定结论的原因": "证件真伪由公安机关鉴定。"}
    page = act_on(handler, journey.case, POLICE, "向公安机关送出", why)
    letter = page.paper("涉嫌犯罪案件移送书")
    assert letter.number == "蒙样交执涉移〔2026〕001号"
    text = handler.print(letter.pdf).text
    assert "样例旗公安局" in text and "道路运输证" in text and "现场笔录（于强）" in text and "回执" in text
    assert "样例旗公安局" in handler.print(page.paper("案件移送告知书").pdf).text
    assert "暂停" in page.terms["作出处罚决定"]
    return journey


def test_the_police_file_the_case_and_the_bureau_ends_it(office: Office) -> None:
    journey = sent(office)
    handler = office["李明"]
    page = act_on(handler, journey.case, POLICE, "登记公安签收", {"公安机关签收人": "白建国"})
    assert "截止 2026-09-07" in page.terms["公安机关审查是否立案"], "the third day, 6 September, is a Sunday"
    office.on("2026-09-04")
    page = act_on(handler, journey.case, POLICE, "登记公安立案", ANSWER)
    assert "截止 2026-09-07" in page.terms["向公安机关移交涉案物品和材料"]
    assert "公安立案后终结本案" not in office["卫国"].open(journey.case).offered
    office.on("2026-09-07")
    act_on(handler, journey.case, POLICE, "登记移交公安", {"接收人": "白建国"})
    page = journey.act("卫国", "公安立案后终结本案", 意见="公安机关已立案，本机关不再处罚。")
    assert "已移送" in page.text and "剩" not in page.terms["作出处罚决定"]
    assert journey.serve_the_rest("马顺", "法定代表人", "样例旗") == 1, "the party is told"
    page = journey.close("已移送样例旗公安局，涉案物品已移交。")
    assert page.timeline[-11:-1] == [
        *("报告涉嫌犯罪", "批准移送公安", "向公安机关送出", "登记公安签收", "登记公安立案", "登记移交公安"),
        *("公安立案后终结本案", "登记送达其他文书", "提请结案", "审核结案"),
    ]


def test_the_police_do_not_file_and_the_bureau_decides_after_the_return(office: Office) -> None:
    journey = sent(office)
    handler = office["李明"]
    act_on(handler, journey.case, POLICE, "登记公安签收", {"公安机关签收人": "白建国"})
    office.on("2026-09-06")
    page = act_on(handler, journey.case, POLICE, "登记公安不予立案", REFUSAL)
    assert "截止 2026-09-09" in page.terms["提请公安机关复议"]
    office.on("2026-09-08")
    page = act_on(handler, journey.case, POLICE, "提请公安机关复议", {"提请复议的理由": "伪造两本，事实清楚。"})
    assert "样公不立字〔2026〕12号" in handler.print(page.paper("提请公安机关复议书").pdf).text
    assert "截止 2026-09-11" in page.terms["公安机关作出复议决定"]
    office.on("2026-09-10")
    page = act_on(handler, journey.case, POLICE, "登记公安复议决定", REFUSAL | {"复议结果": "维持不予立案"})
    assert "截止 2026-09-14" in page.terms["建议检察机关立案监督"], "the third day, 13 September, is a Sunday"
    assert "向公安机关移交涉案物品和材料" not in page.terms
    page = act_on(handler, journey.case, POLICE, "建议检察机关立案监督", {"建议立案监督的理由": "应当立案。"})
    assert "样例旗人民检察院" in handler.print(page.paper("立案监督建议书").pdf).text
    office.on("2026-09-14")
    page = act_on(handler, journey.case, POLICE, "登记退回，恢复办理", {"退回机关": "样例旗公安局"})
    # 90 days from 1 September end on 30 November; 4 to 14 September, eleven days, do not count.
    assert "截止 2026-12-11" in page.terms["作出处罚决定"]
    assert "扣除 9月4日至" in page.terms["作出处罚决定"]


def test_nobody_decides_while_the_police_have_the_case(office: Office) -> None:
    journey = forged_permits(office)
    journey.handle("调查终结", 处理意见="不予行政处罚", 处理意见及理由="没有主观过错。")
    journey.approve_report()
    journey.handle("报告涉嫌犯罪", 涉嫌罪名=CRIME)
    barred = "不得以行政处罚代替移送", "第十一条"
    office["卫国"].barred(journey.case, "decide_no_penalty", "作出不予行政处罚决定", *barred)
    ours = {"我是本机关正职负责人或者主持工作的负责人": True}
    reasons = ours | {"理由": "不构成犯罪。"}
    page = act_on(office["卫国"], journey.case, POLICE, "不批准移送公安", reasons)
    assert "决定不移送" in page.text
    assert "作出不予行政处罚决定" in office["卫国"].open(journey.case).offered


def test_sending_late_needs_its_reason(office: Office) -> None:
    journey = reported(office)
    office.on("2026-09-02", "16:00")
    ours = {"我是本机关正职负责人或者主持工作的负责人": True}
    act_on(office["卫国"], journey.case, POLICE, "批准移送公安", ours)
    office.on("2026-09-03", "16:30")
    why = {"没有检验报告、鉴定结论的原因": "由公安机关鉴定。"}
    late = "批准以后超过 24 小时才送出，须写明原因"
    refused_on(office["李明"], journey.case, POLICE, "向公安机关送出", why, late)
    late_reason = {"超过二十四小时的原因（未超过不填）": "道路因暴雨中断。"}
    page = act_on(office["李明"], journey.case, POLICE, "向公安机关送出", why | late_reason)
    assert "道路因暴雨中断" in page.text
