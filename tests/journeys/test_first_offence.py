"""Case 4: does a first offence that was corrected at once end without a penalty, with reasons and education?"""

from typing import Any

import pytest

from bureau.sample.stories import TRUCKER
from tests.journeys.desk import Office
from tests.journeys.steps import Journey

PARTY = {
    "当事人类型": "个体工商户",
    "姓名或名称": TRUCKER["name"],
    "身份证件号": TRUCKER["id_number"],
    "法定代表人（负责人、经营者）": TRUCKER["representative"],
    "住址或地址": TRUCKER["address"],
    "性别": "男",
}
FACTS = "当事人的道路运输证年度审验已逾期9日；当事人首次违法，没有造成危害后果。"
GROUND = "初次违法且危害后果轻微并及时改正"
REASONS = "当事人初次违法，逾期时间短，没有造成危害后果，并于当日改正。"
HARM, NO_HARM = "危害后果的有无和轻重", "查验车辆和经营记录，没有造成危害后果。"
EDUCATION = "在当事人营业场所当面讲解年度审验的要求，当事人表示今后按期审验。"


@pytest.fixture
def journey(office: Office) -> Journey:
    """Filed on 2026-08-11, reported and approved on the 12th; the correction was ordered but nobody has looked yet."""
    journey = Journey(office, "周勇", "吴敏", "陈军")
    office.on("2026-08-11", "12:00")
    journey.register(
        受案时间="2026-08-11T10:00",
        案由="样例旗老田货运部涉嫌普通货运许可证件逾期未年度审验",
        发生日期="2026-08-11",
        发生地点="样例旗样例镇东街15号",
        案件基本情况="检查发现道路运输证逾期9日未年度审验。",
    )
    desk = office["周勇"]
    wrong = PARTY | {"身份证件号": TRUCKER["id_number"][:-1] + "Y"}
    desk.refused(journey.case, "添加当事人", wrong, "身份证件号的校验位不对")
    journey.handle("添加当事人", **PARTY)
    journey.handle("添加违法行为", 违法行为="HY-012", 行为发生日期="2026-08-11", 违法事实=FACTS)
    said = "道路运输证审验有效期至2026年8月2日，逾期9日。"
    journey.scene("2026-08-11", ("10:05", "10:30"), "田大力", "经营者", said)
    journey.evidence("道路运输证复印件", "当事人", "审验逾期9日")
    journey.file()
    journey.handle("责令改正", 改正内容和要求="立即补办道路运输证年度审验。")
    journey.serve("登记送达其他文书", "田大力", "经营者", "样例旗样例镇东街15号")
    office.on("2026-08-12")
    journey.handle("调查终结", 处理意见="不予行政处罚", 处理意见及理由="初次违法，轻微并及时改正，建议不予处罚。")
    journey.approve_report()
    return journey


def test_no_penalty_needs_the_correction_and_the_education(journey: Journey) -> None:
    office, head = journey.office, journey.office["卫国"]
    office.on("2026-08-13")
    typed: dict[str, Any] = {"法定情形": GROUND, "理由": REASONS, "教育记录": ""}
    missing = (
        "没有写明违法行为没有造成危害后果或者危害后果轻微",
        "还没有登记样例旗老田货运部已经改正",
        "《中华人民共和国行政处罚法》第三十三条第一款",
        "应当对当事人进行教育",
        "《中华人民共和国行政处罚法》第三十三条第三款",
    )
    head.refused(journey.case, "作出不予行政处罚决定", typed, *missing)
    reason = "经批准的处理意见不是给予行政处罚"
    office["周勇"].barred(journey.case, "issue_notice", "制作违法行为通知书", reason)


def test_no_penalty_to_the_closing(journey: Journey) -> None:
    office = journey.office
    office.on("2026-08-13")
    journey.handle("复查改正情况", 复查结果="已改正", **{"复查/复查情况": "当日已补办年度审验。"})
    page = journey.act(
        "卫国", "作出不予行政处罚决定", 法定情形=GROUND, 理由=REASONS, 教育记录=EDUCATION, **{HARM: NO_HARM}
    )
    # 14, 17–21, 24 August.
    assert "截止 2026-08-24" in page.terms["送达处罚决定书"]
    assert "公示处罚决定" not in page.terms
    office.on("2026-08-14")
    office["周勇"].barred(journey.case, "propose_closing", "提请结案", "案件现在是“已决定待送达”")
    page = journey.serve("登记送达决定书", "田大力", "经营者", TRUCKER["address"])
    assert "缴纳罚款" not in page.terms
    assert "截止 2026-10-13" in page.terms["申请行政复议"], "60 days after 14 August"
    office.on("2026-08-17")
    office["周勇"].barred(journey.case, "propose_closing", "提请结案", "案卷中没有对样例旗老田货运部的教育记录")
    page = journey.handle(
        "制作教育记录", 教育时间="2026-08-14T10:00", 教育内容="讲解年度审验的要求。", 受教育人已签名=True
    )
    taught = office["周勇"].print(page.paper("教育记录").pdf).text
    assert "第三十三条第三款" in taught and "讲解年度审验的要求" in taught
    page = journey.close("当事人已改正，决定书已送达。")
    # The 30th day, 16 September, is a Wednesday.
    assert "截止 2026-09-16" in page.terms["立卷归档"]
    assert page.timeline == TIMELINE
    numbers = [(one.title, one.number) for one in page.papers if one.number != "—"]
    assert numbers == [
        ("责令改正违法行为通知书", "蒙样交执责改〔2026〕001号"),
        ("不予行政处罚决定书", "蒙样交执不罚〔2026〕001号"),
    ]
    printed = office["周勇"].print(page.paper("不予行政处罚决定书").pdf).text
    for words in ("样例旗老田货运部", "第三十三条第一款", "逾期时间短", EDUCATION.rstrip("。"), "2026年8月13日"):
        assert words in printed, f"{words}: {printed}"
    assert "罚款" not in printed.replace("行政处罚款", "")


TIMELINE = [
    *("登记线索", "添加当事人", "添加违法行为", "制作现场笔录", "添加证据"),
    *("提请立案", "审核立案", "批准立案", "责令改正", "登记送达其他文书"),
    *("调查终结", "审核调查报告", "批准处理意见", "复查改正情况", "作出不予行政处罚决定", "登记送达决定书"),
    *("制作教育记录", "提请结案", "审核结案", "批准结案"),
]
