"""Samples of the proof of service."""

from dataclasses import replace
from datetime import date, datetime

from documents.forms.parts import ServiceRow, Signature
from documents.forms.service import AddressConfirmation, EntrustmentLetter, PublicNoticePaper, ServiceReceipt
from documents.samples.people import CASE_NUMBER, CAUSE, FIRM, FIRST, LETTERHEAD, LONG_FIRM, SECOND, lengthy
from law.wording import wording

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
NOTICE = PublicNoticePaper(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    cause=CAUSE,
    reason="你单位已不在登记的住所经营，邮件被退回，用其他方式无法送达",
    title=ROW.title,
    number=ROW.number,
    summary="决定对你单位罚款人民币陆仟元整（¥6,000.00）。不服本决定的，可以在六十日内向样例旗人民政府申请行政复议，"
    "或者在六个月内向样例旗人民法院提起行政诉讼。",
    days=60,
    places="样例旗交通运输局公告栏、受送达人住所地、样例旗人民政府门户网站",
    posted_on=date(2026, 5, 8),
    letterhead=replace(LETTERHEAD, on=date(2026, 5, 8)),
)
ADDRESS = AddressConfirmation(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    party=FIRM.name,
    notes=wording("service-address-notes", date(2026, 3, 10)),
    receiver="王顺达",
    relation="法定代表人",
    phone="13900000009",
    address=FIRM.address,
    postcode=FIRM.postcode,
    electronic=True,
    channel="sms",
    account="13900000009",
    signed=Signature(name="王顺达", on=date(2026, 3, 10)),
    officers=(FIRST, SECOND),
)
LETTER = EntrustmentLetter(
    case_number=CASE_NUMBER,
    organ="样例市交通运输局",
    party=FIRM.name,
    cause=CAUSE,
    reason="受送达人住所在你单位辖区",
    title=ROW.title,
    number=ROW.number,
    address="样例市城北路3号",
    phone=FIRM.phone,
    letterhead=replace(LETTERHEAD, on=date(2026, 4, 7)),
)

SAMPLES = {
    "public-notice": {
        "shortest": replace(NOTICE, number="", posted_on=None, letterhead=replace(LETTERHEAD, on=None)),
        "typical": NOTICE,
        "longest": replace(NOTICE, addressee=LONG_FIRM.name, summary=lengthy(NOTICE.summary, 9)),
    },
    "service-address-confirmation": {
        "shortest": replace(
            ADDRESS, electronic=False, channel="", account="", postcode="", signed=Signature(), officers=()
        ),
        "typical": ADDRESS,
        "longest": replace(
            ADDRESS,
            party=LONG_FIRM.name,
            address=LONG_FIRM.address,
            covers=("违法行为通知书", "行政处罚决定书", "责令改正违法行为通知书", "听证通知书"),
        ),
    },
    "entrustment-letter": {
        "shortest": replace(LETTER, number="", phone="", letterhead=replace(LETTERHEAD, on=None)),
        "typical": LETTER,
        "longest": replace(LETTER, party=LONG_FIRM.name, address=LONG_FIRM.address, reason=lengthy(LETTER.reason, 4)),
    },
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
