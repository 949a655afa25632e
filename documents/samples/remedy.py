"""Samples of what the bureau writes in a reconsideration or a lawsuit, and of a decision that it sets aside."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from documents.forms.remedy import DecisionWithdrawal, RemedyAnswer, RestitutionDecision
from documents.samples.people import BUREAU, CASE_NUMBER, FIRM, LETTERHEAD, LONG_FIRM, lengthy

ANSWER = RemedyAnswer(
    case_number=CASE_NUMBER,
    in_court=False,
    addressee="样例旗人民政府",
    authority_number="样政复〔2026〕12号",
    applicant=FIRM.name,
    respondent=BUREAU,
    decision_number="蒙样交执罚〔2026〕001号",
    decided_on=date(2026, 4, 2),
    claim="请求撤销处罚决定。称装载由货主完成，不知超限。",
    answer="承运人应当对所载货物的质量负责，称重单、现场笔录和询问笔录相互印证，事实清楚，证据确凿；告知、听取陈述申辩、"
    "决定和送达程序合法；罚款按公式计算，内容适当。请求依法维持。",
    evidence=("称重单", "现场笔录", "询问笔录", "违法行为通知书及送达回证", "行政处罚决定书及送达回证"),
    letterhead=LETTERHEAD,
)
WITHDRAWAL = DecisionWithdrawal(
    case_number=CASE_NUMBER,
    party=FIRM,
    decision_number="蒙样交执罚〔2026〕001号",
    decided_on=date(2026, 4, 2),
    annulled=True,
    reasons="经复查，称重设备的检定证书在检测当日已经过期，据以认定超限的主要证据不足。",
    decided_anew=True,
    remedy="如果不服本决定，可以在收到本决定书之日起六十日内依法向样例旗人民政府申请行政复议，"
    "或者在六个月内依法向样例旗人民法院提起行政诉讼。",
    letterhead=LETTERHEAD,
)
RESTITUTION = RestitutionDecision(
    case_number=CASE_NUMBER,
    party=FIRM,
    decision_number="蒙样交执罚〔2026〕001号",
    ground="annulled",
    subject="吊销许可证件",
    reasons="复议机关以主要事实不清撤销原决定，许可证已经收缴，应当发还。",
    manner="licence",
    what="道路运输经营许可证正本、副本各一份",
    within=15,
    remedy="如果不服本决定，可以在收到本决定书之日起六十日内依法向样例旗人民政府申请行政复议，"
    "或者在六个月内依法向样例旗人民法院提起行政诉讼。",
    letterhead=replace(LETTERHEAD, on=date(2026, 9, 18)),
)
SAMPLES = {
    "remedy-answer": {
        "shortest": replace(ANSWER, claim="请求撤销。", answer="请求维持。", evidence=()),
        "typical": ANSWER,
        "longest": replace(
            ANSWER,
            in_court=True,
            addressee="样例旗人民法院",
            applicant=LONG_FIRM.name,
            claim=lengthy("称装载由货主完成，承运人不知超限。", 40),
            answer=lengthy("称重单、现场笔录和询问笔录相互印证，事实清楚，证据确凿，程序合法，内容适当。", 60),
            evidence=tuple(f"证据{number}" for number in range(1, 26)),
        ),
    },
    "decision-withdrawal": {
        "shortest": replace(WITHDRAWAL, annulled=False, reasons="送达逾期。", decided_anew=False),
        "typical": WITHDRAWAL,
        "longest": replace(WITHDRAWAL, party=LONG_FIRM, reasons=lengthy("据以认定事实的主要证据不足。", 60)),
    },
    "restitution-decision": {
        "shortest": replace(RESTITUTION, ground="mistaken", manner="restore", what="围墙", reasons="拆错。", within=5),
        "typical": RESTITUTION,
        "longest": replace(
            RESTITUTION,
            party=LONG_FIRM,
            ground="low_price",
            subject="变卖 桶装易燃液体",
            reasons=lengthy("变卖当日的市场价格有两家企业的报价证明，成交价不到市场价格的百分之五十。", 40),
            manner="compensate",
            what="变卖价格低于市场价格的损失",
            amount=Decimal(5200),
            reckoning=lengthy("估价12000元，所得6800元，补足差额。", 6),
        ),
    },
}
