"""Samples of the papers about things that are held by force."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from documents.forms.coercion import (
    CustodyRecord,
    DisposalApproval,
    MeasureApproval,
    MeasureDecision,
    MeasureExtension,
    MeasureRelease,
    ReturnList,
    TestNotice,
    ThingsTransferNotice,
)
from documents.forms.parts import HandedOver, Opinion
from documents.samples.people import (
    CASE_NUMBER,
    COURT,
    DRIVER,
    FIRM,
    FIRST,
    GOVERNMENT,
    LETTERHEAD,
    LONG_FIRM,
    SECOND,
    lengthy,
)
from law.wording import wording

TAKEN = date(2026, 5, 6)
UNTIL = date(2026, 6, 5)
NUMBER = "蒙样交执强措〔2026〕3号"
CAUSE = "涉嫌未取得道路危险货物运输许可从事危险货物运输"
FACTS = "使用没有营运证的蒙X00001号货车运输第3类危险货物9吨，不能当场提供其他有效证明"
BASIS = "《中华人民共和国道路运输条例》第六十二条"
LORRY = HandedOver(name="蒙X00001号车辆", specification="重型厢式货车", quantity="1辆", remarks="车况完好，钥匙一把")
GOODS = HandedOver(name="桶装易燃液体（第3类）", specification="200升/桶", quantity="45桶", remarks="桶身完好，无渗漏")
MANY = tuple(replace(GOODS, name=f"第{number}批桶装易燃液体（第3类危险货物）") for number in range(1, 19))
LETTER = replace(LETTERHEAD, on=TAKEN)
REMEDY = wording("remedy-clause-measure", TAKEN).format(reviewing_government=GOVERNMENT, court=COURT)
HANDLER = Opinion(text=f"{FACTS}，建议暂扣车辆。", name="巴特尔", on=TAKEN)
HEAD = Opinion(text="同意。", name="卫国强", on=TAKEN)

APPROVAL = MeasureApproval(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    parties=(FIRM,),
    summary=f"{FACTS}。",
    measure="暂扣车辆",
    kind="detain",
    basis=BASIS,
    things=(LORRY,),
    handler=HANDLER,
    head=HEAD,
)
DECISION = MeasureDecision(
    case_number=CASE_NUMBER,
    party=FIRM,
    found="2026年5月6日",
    facts=FACTS,
    basis=BASIS,
    objects="蒙X00001号车辆（1辆）",
    measure="暂扣车辆",
    begins=TAKEN,
    ends=UNTIL,
    remedy=REMEDY,
    things=(LORRY,),
    notes="存放于样例旗停车场，不收取保管费用。",
    officers=(FIRST, SECOND),
    letterhead=LETTER,
)
EXTENSION = MeasureExtension(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    facts=FACTS,
    taken_on=TAKEN,
    measure="暂扣车辆",
    decision_number=NUMBER,
    reason="货物性质需要外省机构鉴定，情况复杂",
    until=date(2026, 7, 5),
    letterhead=replace(LETTERHEAD, on=date(2026, 6, 3)),
)
TEST = TestNotice(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    taken_on=TAKEN,
    measure="暂扣车辆",
    decision_number=NUMBER,
    objects="桶装易燃液体（45桶）",
    subject="成分检测",
    institution="样例市产品质量检验检测中心",
    first=date(2026, 5, 11),
    last=date(2026, 5, 15),
    until=date(2026, 6, 10),
    letterhead=replace(LETTERHEAD, on=date(2026, 5, 8)),
)
RELEASE = MeasureRelease(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    facts=FACTS,
    taken_on=TAKEN,
    measure="暂扣车辆",
    decision_number=NUMBER,
    ground=5,
    from_day=date(2026, 5, 20),
    things=(LORRY,),
    officers=(FIRST, SECOND),
    letterhead=replace(LETTERHEAD, on=date(2026, 5, 20)),
)
RETURN = ReturnList(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    party=FIRM.name,
    measure="暂扣车辆",
    decision_number=NUMBER,
    things=(LORRY,),
    returned_on=date(2026, 5, 20),
    returned_to="王顺达",
    note="当事人查验，与查封、扣押时一致，已签名。",
    officers=(FIRST, SECOND),
)
CUSTODY = CustodyRecord(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    party=FIRM.name,
    measure="暂扣车辆",
    things=(LORRY,),
    giver="巴特尔",
    handed_at=datetime(2026, 5, 6, 15, 30),
    taker="施康",
    taken_at=datetime(2026, 5, 6, 15, 50),
    place="样例旗停车场",
    condition="车况完好，钥匙一把，车门已加封条。",
    remark="逐件核对，与清单一致。",
)
DISPOSAL = DisposalApproval(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    parties=(FIRM,),
    things=(GOODS,),
    ground="依法没收的财物",
    basis="《中华人民共和国行政处罚法》第七十四条第一款",
    manner="公开拍卖",
    valuation=Decimal("18000"),
    valued_by="样例旗价格认定中心",
    handler=Opinion(text="处罚决定已经生效，按规定公开拍卖，款项上缴国库。", name="巴特尔", on=TAKEN),
    head=HEAD,
)
TRANSFER = ThingsTransferNotice(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    cause=CAUSE,
    taken_on=TAKEN,
    measure="暂扣车辆",
    decision_number=NUMBER,
    receiver="样例旗公安局",
    receipt="民警孟和，移收字〔2026〕8号",
    things=(LORRY,),
    letterhead=replace(LETTERHEAD, on=date(2026, 5, 20)),
)

SAMPLES = {
    "measure-approval": {
        "shortest": replace(APPROVAL, parties=(DRIVER,), handler=Opinion(), head=Opinion(), things=()),
        "typical": APPROVAL,
        "longest": replace(
            APPROVAL,
            parties=(LONG_FIRM,),
            summary=lengthy(FACTS, 5),
            things=MANY,
            follows="证据登记保存清单（2026年5月5日）",
            urgent=True,
            carried_out_at=datetime(2026, 5, 6, 11, 20),
            reported_at=datetime(2026, 5, 7, 12, 20),
            late="超过二十四小时期限1小时0分，原因：现场没有通信信号，返回途中道路中断。",
        ),
    },
    "measure-decision": {
        "shortest": replace(DECISION, party=DRIVER, found="", ends=None, notes="", officers=()),
        "typical": DECISION,
        "longest": replace(
            DECISION, party=LONG_FIRM, facts=lengthy(FACTS, 4), objects="桶装易燃液体（18批）", things=MANY
        ),
    },
    "measure-extension": {
        "shortest": replace(EXTENSION, addressee=DRIVER.name, decision_number=""),
        "typical": EXTENSION,
        "longest": replace(EXTENSION, addressee=LONG_FIRM.name, reason=lengthy(EXTENSION.reason, 6), remedy=REMEDY),
    },
    "test-notice": {
        "shortest": replace(TEST, addressee=DRIVER.name, decision_number=""),
        "typical": TEST,
        "longest": replace(TEST, addressee=LONG_FIRM.name, objects="、".join(one.name for one in MANY)),
    },
    "measure-release": {
        "shortest": replace(RELEASE, addressee=DRIVER.name, officers=()),
        "typical": RELEASE,
        "longest": replace(RELEASE, addressee=LONG_FIRM.name, facts=lengthy(FACTS, 4), things=MANY),
    },
    "return-list": {
        "shortest": replace(RETURN, note="", officers=()),
        "typical": RETURN,
        "longest": replace(RETURN, party=LONG_FIRM.name, things=MANY, proceeds=Decimal("18000.50")),
    },
    "custody-record": {
        "shortest": replace(CUSTODY, taken_at=None, remark=""),
        "typical": CUSTODY,
        "longest": replace(CUSTODY, party=LONG_FIRM.name, things=MANY),
    },
    "disposal-approval": {
        "shortest": replace(DISPOSAL, parties=(DRIVER,), handler=Opinion(), head=Opinion()),
        "typical": DISPOSAL,
        "longest": replace(DISPOSAL, parties=(LONG_FIRM, DRIVER), things=MANY),
    },
    "things-transfer-notice": {
        "shortest": replace(TRANSFER, addressee=DRIVER.name, receipt=""),
        "typical": TRANSFER,
        "longest": replace(TRANSFER, addressee=LONG_FIRM.name, things=MANY),
    },
}
