"""Samples of the proof of service."""

from dataclasses import replace
from datetime import date, datetime

from documents.forms.parts import ServiceRow
from documents.forms.service import ServiceReceipt
from documents.samples.people import CASE_NUMBER, CAUSE, FIRM, LETTERHEAD, LONG_FIRM

ROW = ServiceRow(
    title="行政处罚决定书",
    number="蒙样交执罚〔2026〕001号",
    signed_by="王顺达",
    place="样例旗工业园区三号路18号",
    served_at=datetime(2026, 4, 3, 10, 15),
    method="直接送达",
    server="巴特尔、李文静",
)
RECEIPT = ServiceReceipt(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    addressee=FIRM.name,
    rows=(ROW,),
    letterhead=replace(LETTERHEAD, on=date(2026, 4, 3)),
)

SAMPLES = {
    "service-receipt": {
        "shortest": replace(RECEIPT, rows=(), letterhead=replace(LETTERHEAD, on=None)),
        "typical": RECEIPT,
        "longest": replace(
            RECEIPT,
            addressee=LONG_FIRM.name,
            receiver="额尔敦（办公室工作人员）",
            rows=(
                ROW,
                replace(
                    ROW,
                    title="责令改正违法行为通知书",
                    number="蒙样交执责改〔2026〕001号",
                    method="留置送达",
                    signed_by="",
                ),
            )
            * 5,
            remarks="受送达单位工作人员额尔敦以负责人外出为由拒绝签收，执法人员邀请样例镇样例村村民委员会工作人员到场见证，"
            "将文书留置于受送达人住所，并以拍照、录像方式记录送达过程。见证人：宝音。",
        ),
    },
}
