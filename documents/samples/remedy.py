"""Samples of what the bureau writes in a reconsideration or a lawsuit."""

from dataclasses import replace
from datetime import date

from documents.forms.remedy import RemedyAnswer
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
    }
}
