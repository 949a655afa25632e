"""Does the list of missing papers lead the right person to the act that makes the paper, and then say that it is there?"""

from xml.etree.ElementTree import Element

from tests.journeys.desk import Desk, Office
from tests.journeys.pages import Page, words
from tests.journeys.steps import Journey
from tests.journeys.test_first_offence import PARTY


def asked(page: Page) -> Element:
    section = page.section("asked-papers")
    assert section is not None
    return section


def way_to(page: Page, act: str) -> str:
    """The link of the list to this act; empty where it is somebody else's."""
    return next((one.get("href", "") for one in asked(page).iter("a") if words(one) == act), "")


def do(desk: Desk, page: Page, act: str, opinion: str) -> Page:
    form = desk.open(way_to(page, act)).form()
    form.fill({"意见": opinion})
    answer = desk.submit(form, "核对" if "核对" in form.buttons() else act)
    return desk.submit(answer.form(), act) if answer.heading == f"核对：{act}" else answer


def test_the_way_from_the_missing_paper_to_the_paper(office: Office) -> None:
    journey = Journey(office, "周勇", "吴敏", "陈军")
    office.on("2026-08-11", "12:00")
    journey.register(
        受案时间="2026-08-11T10:00",
        案由="样例旗老田货运部涉嫌普通货运许可证件逾期未年度审验",
        发生日期="2026-08-11",
        发生地点="样例旗样例镇东街15号",
        案件基本情况="检查发现道路运输证逾期9日未年度审验。",
    )
    # Not yet: there is nobody to file a case against, and the list says so with the article.
    page = journey.page
    assert way_to(page, "提请立案") == ""
    assert "《中华人民共和国行政处罚法》第五十四条第二款" in words(asked(page))
    assert "承办人（周勇、吴敏）：提请立案" in words(asked(page))
    assert "为什么现在还不能做" in words(asked(page))
    journey.handle("添加当事人", **PARTY)
    journey.handle("添加违法行为", 违法行为="HY-012", 行为发生日期="2026-08-11", 违法事实="逾期9日未年度审验。")
    journey.scene("2026-08-11", ("10:05", "10:30"), "田大力", "经营者", "道路运输证逾期9日。")

    page = do(office["周勇"], journey.page, "提请立案", "符合立案条件，建议立案调查。")
    assert page.paper("立案登记表").state == "草稿"
    assert "办案机构负责人：审核立案" in words(asked(page))
    assert way_to(page, "审核立案") == ""
    page = do(office["陈军"], office["陈军"].open(journey.case), "审核立案", "同意立案，报局领导审批。")
    page = do(office["卫国"], office["卫国"].open(journey.case), "批准立案", "同意立案。")
    assert page.paper("立案登记表").state == "已签发"

    # Now it is there, with its print; the report is the next that is missing.
    seen = words(asked(journey.page))
    there = seen.index("已有的文书")
    assert seen.index("立案登记表") > there > seen.index("案件调查报告")
    assert "承办人（周勇、吴敏）：登记送达违法行为通知书" in seen
    assert "要先有：案件调查报告、证据清单" in seen
    assert journey.page.timeline[-3:] == ["提请立案", "审核立案", "批准立案"]
