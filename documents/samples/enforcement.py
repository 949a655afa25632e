"""Samples of the papers of enforcement."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from documents.forms.enforcement import (
    CostApplication,
    CostDemand,
    CourtApplication,
    DemolitionNotice,
    EnforcementAgreement,
    EnforcementDecision,
    EnforcementNotice,
    PaymentPlanNotice,
    Reminder,
    SubstituteDecision,
)
from documents.samples.people import (
    ACCOUNT,
    BANK,
    BUREAU,
    CASE_NUMBER,
    CAUSE,
    COURT,
    DRIVER,
    FIRM,
    GOVERNMENT,
    LETTERHEAD,
    LONG_FIRM,
    lengthy,
)
from law.wording import wording

DECIDED = date(2026, 6, 29)
SERVED = date(2026, 6, 30)
NUMBER = "蒙样交执罚〔2026〕001号"
PENALTY = "罚款人民币伍万贰仟元整（¥52,000.00）"
REMEDY = wording("remedy-clause-enforcement", SERVED).format(reviewing_government=GOVERNMENT, court=COURT)
ISSUED = replace(LETTERHEAD, on=date(2026, 9, 15))

PLAN = PaymentPlanNotice(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    served_on=SERVED,
    decision_number=NUMBER,
    fine=Decimal(52000),
    outcome="instalment",
    due_on=date(2026, 7, 31),
    amount=Decimal(26000),
    rest=Decimal(26000),
    letterhead=replace(LETTERHEAD, on=date(2026, 7, 6)),
)
DEMOLITION = DemolitionNotice(
    case_number=CASE_NUMBER,
    cause="在公路建筑控制区内修建地面构筑物",
    party=FIRM.name,
    decided_on=DECIDED,
    decision="责令限期拆除",
    decision_number=NUMBER,
    structure="国道304线K118+200处围墙30米",
    remove_by=date(2026, 10, 15),
    letterhead=ISSUED,
)
REMINDER = Reminder(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    conduct="未取得道路危险货物运输许可从事道路危险货物运输",
    decided_on=DECIDED,
    decision=PENALTY,
    decision_number=NUMBER,
    subject_matter="罚款人民币贰万陆仟元整（¥26,000.00）、加处罚款人民币壹万壹仟柒佰元整（¥11,700.00）",
    amount=Decimal(37700),
    period="自收到本催告书之日起10个工作日内",
    manner=f"缴至{BANK}，账号{ACCOUNT}。",
    measures=("surcharge", "court"),
    letterhead=ISSUED,
)
OWN = EnforcementDecision(
    case_number=CASE_NUMBER,
    party=FIRM,
    decided_on=DECIDED,
    decision=PENALTY,
    decision_number=NUMBER,
    hiding=False,
    basis="《中华人民共和国行政强制法》第三十七条、第四十六条第三款",
    planned_on=date(2027, 1, 20),
    method="拍卖已扣押的货车一辆，抵缴罚款。",
    remedy=REMEDY,
    letterhead=replace(LETTERHEAD, on=date(2027, 1, 8)),
)
SUBSTITUTE = SubstituteDecision(
    case_number=CASE_NUMBER,
    party=FIRM,
    conduct="在公路上堆放砂石",
    immediate=False,
    decided_on=DECIDED,
    decision="责令清除堆放物、恢复原状",
    decision_number=NUMBER,
    basis="《中华人民共和国公路法》第七十九条",
    by_bureau=False,
    executor="样例旗路通养护有限公司",
    subject_matter="清除S210线K32+500处堆放的砂石约40立方米",
    method="2026年10月12日，装载机清除并外运",
    budget=Decimal(8600),
    prepaid_within=10,
    bank=BANK,
    account=ACCOUNT,
    remedy=REMEDY,
    letterhead=ISSUED,
)
NOTICE = EnforcementNotice(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    cause=CAUSE,
    decided_on=date(2027, 1, 8),
    decision_number="蒙样交执强执〔2027〕001号",
    kind="suspend",
    reason="当事人履行行政决定确有困难或者暂无履行能力（车辆已被其他法院查封）",
    since=date(2027, 1, 18),
    letterhead=replace(LETTERHEAD, on=date(2027, 1, 18)),
)
APPLICATION = CourtApplication(
    case_number=CASE_NUMBER,
    applicant=BUREAU,
    applicant_address="样例旗中心街100号",
    applicant_phone="0470-0000000",
    respondent=FIRM,
    requests="强制执行被申请人应缴未缴的罚款26000元和加处罚款26000元。",
    cause="未取得道路危险货物运输许可从事道路危险货物运输",
    decision_number=NUMBER,
    decision_served_on=SERVED,
    facts="截至本申请之日，被申请人尚有人民币伍万贰仟元整（¥52,000.00）未缴纳。申请强制执行标的情况：货车一辆。",
    reminder_number="蒙样交执催〔2026〕001号",
    reminder_served_on=date(2026, 9, 16),
    reminder_until=date(2026, 9, 30),
    court=COURT,
    materials=(
        "强制执行申请书：1份",
        "行政决定书及作出决定的事实、理由和依据：案卷复印件1份",
        "当事人的意见及行政机关催告情况：催告书、送达回证各1份",
        "申请强制执行标的情况：机动车登记信息1份",
        "法律、行政法规规定的其他材料：无",
    ),
    head="包国华",
    letterhead=replace(LETTERHEAD, on=date(2027, 1, 11)),
)
AGREEMENT = EnforcementAgreement(
    case_number=CASE_NUMBER,
    party=FIRM,
    bureau=BUREAU,
    decision=PENALTY,
    decision_number=NUMBER,
    terms="1.2027年2月28日前缴纳罚款13000元。\n2.2027年3月31日前缴纳罚款13000元。",
    last_day=date(2027, 3, 31),
    letterhead=replace(LETTERHEAD, on=date(2027, 1, 25)),
)
LONG = lengthy("当事人应当按照协议约定的日期、金额和方式履行，并及时向本机关提交缴款凭证。", 12)

COSTS = CostDemand(
    case_number=CASE_NUMBER,
    party=FIRM,
    substitute_number="蒙样交执代履〔2026〕001号",
    decided_on=date(2026, 9, 21),
    carried_out_on=date(2026, 9, 29),
    result="堆放物已经清除",
    budget=Decimal(8600),
    cost=Decimal(8100),
    breakdown="装载机两台班3600元，运输三车2700元，人工六人1800元，票据附后。",
    left=Decimal(8100),
    is_reminder=False,
    days=15,
    bank=BANK,
    account=ACCOUNT,
    remedy="如不服本通知，可以在收到本通知书之日起六十日内向样例旗人民政府申请行政复议或者在六个月内依法向样例旗人民法院提起行政诉讼。",
    letterhead=replace(LETTERHEAD, on=date(2026, 9, 30)),
)
COST_APPLICATION = CostApplication(
    case_number=CASE_NUMBER,
    applicant=BUREAU,
    applicant_address="样例旗中心街100号",
    applicant_phone="0470-0000000",
    respondent=FIRM,
    requests="强制执行被申请人应缴未缴的代履行费用8100元。",
    cause=CAUSE,
    substitute_number="蒙样交执代履〔2026〕001号",
    substitute_served_on=date(2026, 9, 22),
    carried_out_on=date(2026, 9, 29),
    cost=Decimal(8100),
    demand_number="蒙样交执代费〔2026〕001号",
    demand_served_on=date(2026, 9, 30),
    left=Decimal(8100),
    assets="银行账户存款；装载机一台。",
    reminder_number="蒙样交执代费〔2026〕002号",
    reminder_served_on=date(2026, 10, 19),
    reminder_until=date(2026, 11, 2),
    court=COURT,
    materials=(
        "强制执行申请书：1份",
        "行政决定书及作出决定的事实、理由和依据：代履行决定书、费用票据复印件1份",
        "当事人的意见及行政机关催告情况：缴纳通知书、催告书、送达回证各1份",
        "申请强制执行标的情况：开户行证明1份",
        "法律、行政法规规定的其他材料：无",
    ),
    head="包国华",
    letterhead=replace(LETTERHEAD, on=date(2027, 3, 23)),
)
SAMPLES = {
    "payment-plan-notice": {
        "shortest": replace(
            PLAN, outcome="refused", due_on=None, amount=Decimal(0), rest=Decimal(0), reason="没有经济困难的证明材料"
        ),
        "typical": PLAN,
        "longest": replace(PLAN, addressee=LONG_FIRM.name, outcome="deferral", rest=Decimal(0)),
    },
    "demolition-notice": {
        "shortest": replace(DEMOLITION, structure="", remove_by=None),
        "typical": DEMOLITION,
        "longest": replace(DEMOLITION, party=LONG_FIRM.name, structure=DEMOLITION.structure * 12),
    },
    "reminder": {
        "shortest": replace(REMINDER, addressee=DRIVER.name, amount=Decimal(0), period="", manner="", measures=()),
        "typical": REMINDER,
        "longest": replace(
            REMINDER,
            addressee=LONG_FIRM.name,
            demands=REMINDER.manner * 8,
            others=REMINDER.manner * 6,
            measures=("surcharge", "auction", "court", "substitute", "other"),
            substitute="样例旗路通养护有限公司",
            other_measure="依法处理已扣押的货物",
        ),
    },
    "enforcement-decision": {
        "shortest": replace(OWN, party=DRIVER, planned_on=None, hiding=True),
        "typical": OWN,
        "longest": replace(OWN, party=LONG_FIRM, method=OWN.method * 20),
    },
    "substitute-decision": {
        "shortest": replace(SUBSTITUTE, party=DRIVER, immediate=True, by_bureau=True, executor="", basis=""),
        "typical": SUBSTITUTE,
        "longest": replace(SUBSTITUTE, party=LONG_FIRM, method=SUBSTITUTE.method * 15),
    },
    "enforcement-notice": {
        "shortest": replace(NOTICE, kind="breach", reason="", since=date(2027, 1, 25)),
        "typical": NOTICE,
        "longest": replace(NOTICE, addressee=LONG_FIRM.name, kind="end", reason=NOTICE.reason * 8, since=None),
    },
    "cost-demand": {
        "shortest": replace(COSTS, party=DRIVER, breakdown="人工300元。", cost=Decimal(300), left=Decimal(300)),
        "typical": COSTS,
        "longest": replace(
            COSTS,
            party=LONG_FIRM,
            breakdown=LONG,
            cost=Decimal(9600),
            excess_reason="堆放物下另有油污，增加吸附材料和一台班。",
            paid=Decimal(4000),
            left=Decimal(5600),
            is_reminder=True,
            days=10,
            remedy="",
        ),
    },
    "cost-application": {
        "shortest": replace(COST_APPLICATION, respondent=DRIVER, materials=(), head=""),
        "typical": COST_APPLICATION,
        "longest": replace(COST_APPLICATION, respondent=LONG_FIRM, requests=LONG, assets=LONG, left=Decimal(4100)),
    },
    "enforcement-agreement": {
        "shortest": replace(AGREEMENT, party=DRIVER, terms="一次缴清。"),
        "typical": AGREEMENT,
        "longest": replace(
            AGREEMENT, party=LONG_FIRM, terms=LONG, remedial="补办许可并安装监控。", relief=Decimal(11000)
        ),
    },
    "court-application": {
        "shortest": replace(APPLICATION, respondent=DRIVER, materials=(), head=""),
        "typical": APPLICATION,
        "longest": replace(
            APPLICATION, respondent=LONG_FIRM, requests=LONG, urgency="罐体随时可能泄漏，危及沿线群众安全"
        ),
    },
}
