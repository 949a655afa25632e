"""Samples of the papers that open a case, refuse it, drop it or hand it on."""

from dataclasses import replace
from datetime import date, datetime

from documents.forms.filing import FilingForm, NoFilingForm, TransferLetter, WithdrawalForm
from documents.forms.parts import HandedOver, Letterhead, Opinion
from documents.samples.people import (
    BUREAU,
    CASE_NUMBER,
    CAUSE,
    DRIVER,
    FIRM,
    HANDLER,
    HEAD,
    LETTERHEAD,
    LONG_FIRM,
    UNIT_HEAD,
    lengthy,
)

SUMMARY = (
    "2026年3月10日9时40分，执法人员在S210线K32+500治超站检查时，发现张建军驾驶的蒙X00001号六轴半挂汽车列车涉嫌超限运输。"
    "经治超站检定合格的称重设备检测，该车车货总质量61320千克，六轴汽车列车限值49000千克，超限12320千克。"
)

FILING = FilingForm(
    case_number=CASE_NUMBER,
    source=1,
    cause=CAUSE,
    received_at=datetime(2026, 3, 10, 9, 40),
    parties=(FIRM,),
    summary=SUMMARY,
    basis="《中华人民共和国行政处罚法》第五十四条第二款",
    handler=HANDLER,
    unit_head=UNIT_HEAD,
    head=HEAD,
)
NO_FILING = NoFilingForm(
    case_number=CASE_NUMBER,
    source=2,
    cause="涉嫌未经许可从事道路旅客运输经营",
    received_at=datetime(2026, 8, 3, 15, 5),
    parties=(DRIVER,),
    summary="群众来电反映蒙X00002号小型客车在汽车站外招揽乘客。执法人员到场核查，车内三人均为驾驶人亲属，未收取费用。",
    reason="经核查，没有证据证明存在收取费用的运输行为，违法事实不能成立。",
    basis="《中华人民共和国行政处罚法》第五十四条",
    handler=Opinion(text="建议不予立案。", name="巴特尔　李文静", on=date(2026, 8, 5)),
    unit_head=Opinion(text="同意。", name="陈志强", on=date(2026, 8, 5)),
    head=Opinion(text="同意不予立案。", name="包国华", on=date(2026, 8, 6)),
)
WITHDRAWAL = WithdrawalForm(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    filed_on=date(2026, 3, 10),
    parties=(FIRM,),
    summary=SUMMARY,
    reason="经复核，称重设备在检定有效期外，检测结果不能作为定案依据，现有证据不足以认定违法事实。",
    basis="《中华人民共和国行政处罚法》第五十七条第一款第三项",
    handler=Opinion(text="建议撤销立案。", name="巴特尔　李文静", on=date(2026, 3, 20)),
    unit_head=Opinion(text="同意。", name="陈志强", on=date(2026, 3, 20)),
    head=Opinion(text="同意撤销立案。", name="包国华", on=date(2026, 3, 23)),
)
TRANSFER = TransferLetter(
    case_number=CASE_NUMBER,
    addressee="样例旗公安局",
    filed_on=date(2026, 9, 1),
    party="张建军",
    cause="涉嫌使用伪造的道路运输证",
    finding="其所持道路运输证系伪造，涉嫌伪造国家机关证件",
    reason="应当由公安机关处理",
    basis="《行政执法机关移送涉嫌犯罪案件的规定》第三条",
    suspected_crime=True,
    materials=(
        HandedOver(name="涉嫌犯罪案件情况的调查报告", specification="纸质", quantity="1份"),
        HandedOver(name="现场笔录、询问笔录", specification="纸质", quantity="3份"),
        HandedOver(name="道路运输证鉴别说明", specification="纸质", quantity="1份"),
    ),
    goods=(HandedOver(name="道路运输证", specification="蓝色封皮", quantity="2本", remarks="涉嫌伪造"),),
    letterhead=replace(LETTERHEAD, on=date(2026, 9, 3)),
)

SAMPLES = {
    "filing-form": {
        "shortest": FilingForm(case_number="", source=1, cause="", received_at=None, parties=(), summary="", basis=""),
        "typical": FILING,
        "longest": replace(
            FILING,
            source=5,
            source_detail="样例盟交通运输综合行政执法支队",
            parties=(DRIVER, LONG_FIRM),
            summary=lengthy(SUMMARY, 9),
            remarks="本案另有举报材料一份，举报人要求保密。",
        ),
    },
    "no-filing-form": {
        "shortest": replace(NO_FILING, summary="无。", handler=Opinion(), unit_head=Opinion(), head=Opinion()),
        "typical": NO_FILING,
        "longest": replace(NO_FILING, parties=(DRIVER, LONG_FIRM), summary=lengthy(SUMMARY, 8)),
    },
    "withdrawal-form": {
        "shortest": replace(WITHDRAWAL, basis="", handler=Opinion(), unit_head=Opinion(), head=Opinion()),
        "typical": WITHDRAWAL,
        "longest": replace(WITHDRAWAL, parties=(DRIVER, LONG_FIRM), reason=lengthy(SUMMARY, 8)),
    },
    "transfer-letter": {
        "shortest": replace(TRANSFER, materials=(), goods=(), letterhead=Letterhead(bureau=BUREAU)),
        "typical": TRANSFER,
        "longest": replace(
            TRANSFER,
            suspected_crime=False,
            addressee="样例盟样例旗市场监督管理局",
            finding=SUMMARY.rstrip("。"),
            reason="此案超出本单位管辖范围",
            materials=TRANSFER.materials * 12,
        ),
    },
}
