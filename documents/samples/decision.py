"""Samples of the two decisions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from documents.forms.decision import NoPenaltyDecision, PenaltyDecision
from documents.forms.parts import ChargeLine
from documents.samples.filing import SUMMARY
from documents.samples.people import (
    ACCOUNT,
    BANK,
    CASE_NUMBER,
    COURT,
    DRIVER,
    FIRM,
    GOVERNMENT,
    LETTERHEAD,
    LONG_FIRM,
    NO_TICKET,
    OVERLOAD,
    lengthy,
)
from law.wording import wording

DECIDED = date(2026, 4, 2)
NAMES = {"reviewing_government": GOVERNMENT, "court": COURT, "bank": BANK, "account": ACCOUNT}
NOTHING_TO_PAY = {"bank": "/", "account": "/"}
CORRECTION = wording("correction-clause", DECIDED).format(demand="立即改正上述违法行为")
DECISION = PenaltyDecision(
    case_number=CASE_NUMBER,
    party=FIRM,
    facts=SUMMARY,
    evidence=("称重检测单", "称重设备检定证书", "现场笔录及现场照片四张", "驾驶人询问笔录", "机动车行驶证复印件"),
    history=(
        "本机关于2026年3月18日向你（单位）送达违法行为通知书，告知拟作出行政处罚的内容及事实、理由、依据和依法享有的陈述、申辩权利。"
        "你（单位）于2026年3月19日提出陈述申辩，称受装货场误导，请求减为罚款人民币伍仟元。经复核，承运人对装载质量负有核对义务，"
        "所述理由不属于从轻或者减轻处罚的法定情形，不予采纳。"
    ),
    discretion="你（单位）积极配合调查并当场卸载超限部分货物；十二个月内第三次超限运输。",
    charges=(OVERLOAD,),
    penalty=OVERLOAD.penalty,
    fine=Decimal(6000),
    bank=BANK,
    account=ACCOUNT,
    payment=wording("payment-clause", DECIDED).format(**NAMES),
    other_performance=CORRECTION,
    reviewing_government=GOVERNMENT,
    court=COURT,
    remedy=wording("remedy-clause", DECIDED).format(**NAMES),
    publicity_note=wording("publication-notice", DECIDED),
    letterhead=replace(LETTERHEAD, on=DECIDED),
)
NO_PENALTY = NoPenaltyDecision(
    case_number=CASE_NUMBER,
    party=DRIVER,
    facts="2026年8月11日，执法人员检查发现蒙X00001号车辆未按规定参加年度审验，逾期九日。你当日即办理审验手续。",
    evidence=("现场笔录", "道路运输证复印件", "年度审验记录"),
    charges=(
        ChargeLine(
            conduct="未按规定参加车辆年度审验",
            violated="《道路货物运输及站场管理规定》第二十二条",
            penalty_basis="《中华人民共和国行政处罚法》第三十三条第一款",
        ),
    ),
    grounds="系初次违法且危害后果轻微并及时改正",
    basis="《中华人民共和国行政处罚法》第三十三条第一款、第五十七条第一款第二项",
    education="本机关已对你进行教育，请按期参加车辆年度审验，自觉遵守道路运输管理规定。",
    reviewing_government=GOVERNMENT,
    court=COURT,
    remedy=wording("remedy-clause-no-penalty", date(2026, 8, 12)).format(**NAMES),
    letterhead=replace(LETTERHEAD, on=date(2026, 8, 12)),
)

SAMPLES = {
    "penalty-decision": {
        "shortest": replace(
            DECISION,
            party=DRIVER,
            evidence=("现场笔录",),
            discretion="",
            charges=(replace(NO_TICKET, penalty="警告"),),
            penalty="警告",
            fine=Decimal(0),
            payment=wording("payment-clause", DECIDED).format(**NOTHING_TO_PAY),
            other_performance="",
            publicity_note="",
        ),
        "typical": DECISION,
        "longest": replace(
            DECISION,
            party=LONG_FIRM,
            facts=lengthy(SUMMARY, 9),
            evidence=DECISION.evidence * 3,
            charges=(OVERLOAD, NO_TICKET),
            penalty="警告、罚款人民币陆仟零贰拾元整（¥6,020.00）",
            fine=Decimal(6020),
            other_performance=f"{CORRECTION}；自收到本决定书之日起三日内补办车辆营运证并随车携带。",
        ),
    },
    "no-penalty-decision": {
        "shortest": replace(NO_PENALTY, evidence=(), charges=(), education=""),
        "typical": NO_PENALTY,
        "longest": replace(NO_PENALTY, party=LONG_FIRM, facts=lengthy(SUMMARY, 9), history=DECISION.history),
    },
}
