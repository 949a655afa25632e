"""Samples of the re-check and of the lesson."""

from dataclasses import replace
from datetime import date, datetime

from documents.forms.correction import EducationSheet, RecheckRecord
from documents.forms.parts import Period, Signature
from documents.samples.people import CASE_NUMBER, CAUSE, FIRM, FIRST, LONG_FIRM, SECOND, lengthy

RECHECK = RecheckRecord(
    case_number=CASE_NUMBER,
    party=FIRM.name,
    order_number="蒙样交执责改〔2026〕001号",
    ordered_on=date(2026, 8, 11),
    demand="到道路运输管理机构补办车辆年度审验手续，并将审验结果送本机关。",
    before=date(2026, 8, 20),
    ordinal=1,
    checked_on=date(2026, 8, 21),
    result="partly",
    finding="五辆车中四辆已经补办年度审验，另一辆正在维修。",
    next_step="改定期限，8月28日再次复查。",
    officers=(FIRST, SECOND),
)
EDUCATION = EducationSheet(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    period=Period(begins=datetime(2026, 8, 13, 10, 0)),
    place="样例旗样例镇东街15号",
    party=FIRM.name,
    person="王顺达",
    content="讲解道路运输证年度审验的要求和逾期未审验的后果。",
    response="今后按期审验。",
    officers=(FIRST, SECOND),
    recorder=SECOND.name,
    person_signature=Signature(name="王顺达", on=date(2026, 8, 13)),
)

SAMPLES = {
    "recheck-record": {
        "shortest": replace(RECHECK, before=None, result="corrected", next_step="", officers=(), order_number=""),
        "typical": RECHECK,
        "longest": replace(RECHECK, party=LONG_FIRM.name, finding=lengthy(RECHECK.finding, 14), result="not"),
    },
    "education-record": {
        "shortest": replace(EDUCATION, response="", person_signature=Signature(refused="拒绝签名，见证人那仁在场")),
        "typical": EDUCATION,
        "longest": replace(EDUCATION, party=LONG_FIRM.name, content=lengthy(EDUCATION.content, 20)),
    },
}
