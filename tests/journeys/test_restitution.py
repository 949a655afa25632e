"""A licence was taken by a decision that the bureau itself annuls: its return is ordered, papered, served and done.

By hand: handed in on 20 April, annulled and ordered on 20 May; ten days end on Saturday, the 30th, and roll to 1 June.
"""

import pytest

from officers.models import Officer
from tests.cases.guard_rows.restitution import fallen_after_it_was_carried_out
from tests.journeys.desk import Office
from tests.journeys.steps import Journey
from tests.journeys.things import box_links, box_text, do, faulty, serve_paper

BOX, ASK = "restitution", "提请恢复、退还或者补偿"
FIRM = "样例顺达运输有限公司"
ASKED = {
    "理由": "处罚决定已经撤销，许可证件应当发还。",
    "方式": "发还、恢复许可证件或者资格",
    "退还、恢复或者补偿的内容": "道路运输经营许可证正本、副本",
}


@pytest.fixture
def journey(office: Office) -> Journey:
    office.on("2026-05-20")
    story = fallen_after_it_was_carried_out({one.name: one for one in Officer.objects.all()})
    journey = Journey(office, "李明", "王强", "郑海")
    journey.case = f"/cases/{story.case.pk}/"
    return journey


def test_a_licence_goes_back_by_an_order_that_the_firm_receives(journey: Journey) -> None:
    office = journey.office
    owed = f"决定已被撤销，“{FIRM}：吊销许可证件”还没有恢复、退还", "第四十一条"
    office["李明"].barred(journey.case, "propose_closing", "提请结案", *owed)
    assert "道路运输经营许可证正本、副本各一份，收缴证件清单" in journey.page.text, "one sentence, stopped once"
    missing = {"理由": "填写理由。", "方式": "选择方式。", "退还、恢复或者补偿的内容": "填写退还、恢复或者补偿的内容。"}
    faulty(journey, "李明", "", ASK, {}, missing)
    unpriced = ASKED | {"方式": "赔偿"}
    office["李明"].refused(journey.case, ASK, unpriced, "没有写明金额和计算办法")
    page = journey.handle(ASK, **ASKED)
    assert "待决定恢复或者补偿" in box_text(page, BOX) and "决定恢复、退还或者补偿" not in box_links(page, BOX)
    endless = {"办理期限（日）": "91", "审批意见": ""}
    faults = {"办理期限（日）": "90", "审批意见": "填写审批意见。"}
    faulty(journey, "卫国", BOX, "决定恢复、退还或者补偿", endless, faults)
    page = do(journey, "卫国", BOX, "决定恢复、退还或者补偿", **{"办理期限（日）": "10", "审批意见": "同意发还。"})
    assert "截止 2026-06-01" in page.terms["恢复、退还或者补偿"]
    paper = page.paper("恢复原状（退还、补偿）决定书")
    printed = office["李明"].print(paper.pdf).text
    for said in (FIRM, "第四十一条", "道路运输经营许可证正本、副本", "10日内"):
        assert said in printed.replace("\n", ""), said
    office.on("2026-05-25")
    receiver = {"送达地点": "样例旗", "收件人": "马顺", "收件人与受送达人关系": "法定代表人"}
    serve_paper(journey, "撤销行政处罚决定书", **receiver)
    serve_paper(journey, paper.number, **receiver)
    done = {"办理情况": "发还正本、副本各一本。", "收据、凭证或者文书": "马顺的收条"}
    faulty(journey, "李明", BOX, "登记已经恢复、退还或者补偿", {}, {name: f"填写{name}。" for name in done})
    page = do(journey, "李明", BOX, "登记已经恢复、退还或者补偿", **done)
    assert "马顺的收条" in box_text(page, BOX) and not box_links(page, BOX)
    journey.close("决定已撤销，许可证件已发还。")
    told = ["登记送达其他文书", "登记送达其他文书", "登记已经恢复、退还或者补偿", "提请结案", "审核结案", "批准结案"]
    assert journey.page.timeline[-6:] == told
