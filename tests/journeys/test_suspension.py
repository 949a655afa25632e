"""Does an investigation stand still with its term, go on again, or end without a result?"""

from tests.journeys.desk import Office
from tests.journeys.overload import begin
from tests.journeys.sideways import act_on

SUSPENSION = "中止调查"


def test_a_suspension_stops_the_decision_term_and_resuming_counts_on(office: Office) -> None:
    journey = begin(office)
    journey.file()
    office.on("2026-03-12")
    ground = "须以相关案件的裁判结果"
    page = journey.handle("报请中止调查", 情形=ground, 具体情况="称重设备的检定争议正在诉讼中。")
    assert page.paper("中止（恢复）调查审批表").state == "草稿"
    office.on("2026-03-13")
    page = act_on(office["卫国"], journey.case, SUSPENSION, "批准中止调查", {"意见": "同意中止。"})
    assert "暂停" in page.terms["作出处罚决定"]
    assert "中止调查审批表" in office["李明"].print(page.paper("中止（恢复）调查审批表").pdf).text
    since = "本案自 2026-03-13 起中止调查"
    office["李明"].barred(journey.case, "conclude_investigation", "调查终结", since)
    office.on("2026-04-02")
    page = act_on(office["卫国"], journey.case, SUSPENSION, "恢复调查", {"恢复的理由": "判决已经生效。"})
    # 10 March and 90 days: 8 June; twenty days, 14 March to 2 April, do not count: 28 June, a Sunday.
    assert "截止 2026-06-29" in page.terms["作出处罚决定"]
    assert "恢复调查审批表" in office["李明"].print(page.paper("中止（恢复）调查审批表").pdf).text
    assert "调查终结" in journey.page.offered or "调查终结" in journey.page.blocked
    assert page.timeline[-3:] == ["报请中止调查", "批准中止调查", "恢复调查"]


def test_an_investigation_that_is_ended(office: Office) -> None:
    journey = begin(office)
    journey.file()
    office.on("2026-03-12")
    assert "批准终止调查" not in office["卫国"].open(journey.case).text
    journey.handle("报请终止调查", 情形="没有违法事实", 终止调查的事实和理由="复称没有超限。")
    page = journey.act("卫国", "退回终止调查报请", 理由="附复称记录。")
    assert "批准终止调查" not in page.offered
    journey.handle("报请终止调查", 情形="没有违法事实", 终止调查的事实和理由="复称没有超限，附复称记录。")
    page = journey.act("卫国", "批准终止调查", 意见="同意终止调查。")
    text = office["李明"].print(page.paper("终止调查审批表").pdf).text
    assert "没有违法事实" in text and "复称记录" in text
    assert "剩" not in page.terms["作出处罚决定"]
    page = journey.close("终止调查，没有措施需要解除。")
    assert page.timeline[-4:] == ["批准终止调查", "提请结案", "审核结案", "批准结案"]
