"""Samples of the papers by which evidence is secured."""

from dataclasses import replace
from datetime import date, datetime

from documents.forms.measures import (
    AppraisalLetter,
    AppraisalNotice,
    PreservationList,
    PreservationRelease,
    ReturnReceipt,
    SamplingRecord,
    ShowingRecord,
    ThingRow,
)
from documents.forms.parts import EvidenceRow, Period, Signature
from documents.samples.people import CASE_NUMBER, CAUSE, DRIVER, FIRM, FIRST, LETTERHEAD, LONG_FIRM, SECOND, lengthy

PLATE = ThingRow(
    name="道路运输证假证印版",
    specification="30×20厘米",
    quantity="4块",
    condition="完好",
    place="样例旗交通运输局证物室",
)
THINGS = (
    PLATE,
    ThingRow(
        name="空白证件纸", specification="A5", quantity="120张", condition="未使用", place="样例旗交通运输局证物室"
    ),
)
LIST = PreservationList(
    case_number=CASE_NUMBER,
    party=DRIVER,
    cause="涉嫌伪造道路运输证",
    days=7,
    begins=date(2026, 9, 15),
    ends=date(2026, 9, 24),
    rows=THINGS,
    keeper="赵敏",
    party_signature=Signature(name="张建军", on=date(2026, 9, 15)),
    officers=(FIRST, SECOND),
    letterhead=replace(LETTERHEAD, on=date(2026, 9, 15)),
)
RELEASE = PreservationRelease(
    case_number=CASE_NUMBER,
    addressee="张建军",
    kept_on=date(2026, 9, 15),
    list_number=CASE_NUMBER,
    released_on=date(2026, 9, 22),
    letterhead=replace(LETTERHEAD, on=date(2026, 9, 22)),
)
RETURN = ReturnReceipt(
    case_number=CASE_NUMBER,
    party="张建军",
    ground="本机关于2026年9月15日先行登记保存的物品，七个工作日内未作出处理决定，登记保存已自动解除",
    rows=THINGS,
    receiver="张建军",
    returned_on=date(2026, 9, 28),
    officers=(FIRST, SECOND),
    letterhead=replace(LETTERHEAD, on=date(2026, 9, 28)),
)

SHOWING = ShowingRecord(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    period=Period(begins=datetime(2026, 3, 12, 9, 30)),
    place="样例旗交通运输局询问室",
    party=FIRM.name,
    person="王顺达",
    rows=(
        EvidenceRow(number=1, name="不停车称重检测记录", kind="电子数据", quantity="1", proves="车货总质量61320千克"),
        EvidenceRow(number=2, name="抓拍照片", kind="视听资料", quantity="4", proves="车辆外观和通过时间"),
    ),
    opinion="对称重结果无异议，认为是装货场多装。",
    officers=(FIRST, SECOND),
    recorder=SECOND.name,
    person_signature=Signature(name="王顺达", on=date(2026, 3, 12)),
)

SAMPLING = SamplingRecord(
    case_number=CASE_NUMBER,
    party=FIRM,
    period=Period(begins=datetime(2026, 3, 12, 9, 30), ends=datetime(2026, 3, 12, 10, 0)),
    place="样例旗工业园区三号路18号",
    rows=(
        ThingRow(
            name="车用柴油",
            specification="0号，批号2603",
            quantity="2瓶，每瓶1升",
            condition="封样完好",
            place="三号罐",
        ),
    ),
    remarks="封签0001、0002号，一瓶送检，一瓶备样。",
    party_signature=Signature(name="王顺达", on=date(2026, 3, 12)),
    officers=(FIRST, SECOND),
    letterhead=replace(LETTERHEAD, on=date(2026, 3, 12)),
)
LETTER = AppraisalLetter(
    case_number=CASE_NUMBER,
    institution="样例盟产品质量检验所",
    qualification="检验检测机构资质认定000001号",
    cause=CAUSE,
    question="送检样品的闪点，是否属于第3类危险货物。",
    samples="车用柴油一瓶，1升，封签0001号。",
    before=date(2026, 3, 26),
    letterhead=replace(LETTERHEAD, on=date(2026, 3, 12)),
)
NOTICE = AppraisalNotice(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    institution=LETTER.institution,
    qualification=LETTER.qualification,
    entrusted_on=date(2026, 3, 12),
    question=LETTER.question,
    opinion="送检样品闭杯闪点52摄氏度，属于第3类危险货物。",
    may_ask_again=True,
    letterhead=replace(LETTERHEAD, on=date(2026, 3, 26)),
)

SAMPLES = {
    "sampling-record": {
        "shortest": replace(SAMPLING, remarks="", officers=()),
        "typical": SAMPLING,
        "longest": replace(SAMPLING, party=LONG_FIRM, rows=SAMPLING.rows * 20),
    },
    "appraisal-letter": {
        "shortest": replace(LETTER, samples="样品一瓶。"),
        "typical": LETTER,
        "longest": replace(
            LETTER,
            repeated=True,
            excluded="查封扣押",
            question=lengthy(LETTER.question, 10),
            samples=lengthy(LETTER.samples, 10),
        ),
    },
    "appraisal-notice": {
        "shortest": replace(NOTICE, may_ask_again=False),
        "typical": NOTICE,
        "longest": replace(NOTICE, addressee=LONG_FIRM.name, opinion=lengthy(NOTICE.opinion, 20)),
    },
    "showing-record": {
        "shortest": replace(SHOWING, rows=SHOWING.rows[:1], opinion="无异议。"),
        "typical": SHOWING,
        "longest": replace(SHOWING, party=LONG_FIRM.name, rows=SHOWING.rows * 6, opinion=lengthy(SHOWING.opinion, 12)),
    },
    "preservation-list": {
        "shortest": replace(LIST, rows=(PLATE,), officers=()),
        "typical": LIST,
        "longest": replace(
            LIST, party=LONG_FIRM, rows=THINGS * 12, party_signature=Signature(refused="当事人拒绝签名，见证人那仁在场")
        ),
    },
    "preservation-release": {
        "shortest": replace(RELEASE, list_number=""),
        "typical": RELEASE,
        "longest": replace(RELEASE, addressee=LONG_FIRM.name),
    },
    "return-receipt": {
        "shortest": replace(RETURN, rows=(PLATE,), officers=()),
        "typical": RETURN,
        "longest": replace(RETURN, party=FIRM.name, rows=THINGS * 12, note="空白证件纸一张边角破损，登记时已注明。"),
    },
}
