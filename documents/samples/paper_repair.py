"""Samples of the decision that puts a slip of the pen right."""

from dataclasses import replace
from datetime import date

from documents.forms.paper_repair import PaperCorrectionDecision
from documents.samples.people import CASE_NUMBER, CAUSE, FIRM, LETTERHEAD, LONG_FIRM, lengthy

CORRECTION = PaperCorrectionDecision(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    cause=CAUSE,
    corrected_title="行政处罚决定书",
    corrected_number="蒙样交执罚〔2026〕001号",
    corrected_on=date(2026, 8, 28),
    wrong="S210线K32+500治超站",
    right="S211线K32+500治超站",
    reason="现场笔录和称重检测单载明的地点均为S211线，决定书中的线路编号系录入时笔误，不影响违法事实的认定。",
    basis="《中华人民共和国行政处罚法》第七十五条第二款",
    letterhead=LETTERHEAD,
)

SAMPLES = {
    "paper-correction": {
        "shortest": replace(CORRECTION, wrong="已", right="己", reason="笔误。"),
        "typical": CORRECTION,
        "longest": replace(
            CORRECTION,
            addressee=LONG_FIRM.name,
            wrong=lengthy(CORRECTION.wrong, 12),
            right=lengthy(CORRECTION.right, 12),
            reason=lengthy(CORRECTION.reason, 20),
        ),
    },
}
