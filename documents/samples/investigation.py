"""Samples of the list of evidence and the investigation report."""

from dataclasses import replace
from datetime import date

from documents.forms.investigation import EvidenceList, InvestigationReport, RecordingNote
from documents.forms.parts import EvidenceRow, Opinion, Signature
from documents.forms.sideways import Line
from documents.samples.filing import SUMMARY
from documents.samples.people import (
    CASE_NUMBER,
    CAUSE,
    DRIVER,
    FIRM,
    FIRST,
    LONG_FIRM,
    NO_TICKET,
    OVERLOAD,
    SECOND,
    lengthy,
)

TAKEN = date(2026, 3, 10)
ROWS = (
    EvidenceRow(
        number=1,
        name="称重检测单",
        kind="书证",
        specification="原件",
        quantity="1份",
        proves="车货总质量61320千克，超限12320千克",
        source="S210线K32+500治超站",
        obtained_on=TAKEN,
        collected_by="巴特尔、李文静",
    ),
    EvidenceRow(
        number=2,
        name="称重设备检定证书",
        kind="书证",
        specification="复印件",
        quantity="1份",
        proves="称重设备检定合格并在有效期内",
        source="S210线K32+500治超站",
        obtained_on=TAKEN,
        remarks="与原件核对无误",
    ),
    EvidenceRow(
        number=3,
        name="现场照片",
        kind="视听资料",
        specification="电子数据",
        quantity="4张",
        proves="车辆及装载状况",
        source="现场拍摄",
        obtained_on=TAKEN,
        collected_by="李文静",
        digest="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ),
    EvidenceRow(
        number=4,
        name="驾驶人询问笔录",
        kind="当事人的陈述",
        specification="原件",
        quantity="1份",
        proves="运输经过，未办理超限运输车辆通行证",
        source="张建军",
        obtained_on=TAKEN,
    ),
    EvidenceRow(
        number=5,
        name="机动车行驶证",
        kind="书证",
        specification="复印件",
        quantity="1份",
        proves="车辆所有人为当事人",
        source="张建军",
        obtained_on=TAKEN,
        remarks="与原件核对无误",
    ),
)
LIST = EvidenceList(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    party=FIRM.name,
    rows=ROWS,
    officers=(FIRST, SECOND),
    on=date(2026, 3, 16),
)
REPORT = InvestigationReport(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    filed_on=date(2026, 3, 10),
    investigators=(FIRST, SECOND),
    parties=(FIRM,),
    facts=SUMMARY + "\n经查，当事人在十二个月内已因超限运输被处罚两次，本次为第三次。",
    evidence=ROWS,
    charges=(OVERLOAD,),
    discretion="当事人积极配合调查并当场卸载超限部分货物；十二个月内第三次超限运输。",
    conclusion="本案事实清楚，证据确凿充分，建议对当事人罚款人民币陆仟元整（¥6,000.00）。",
    signatures=(Signature(name="巴特尔", on=date(2026, 3, 16)), Signature(name="李文静", on=date(2026, 3, 16))),
    unit_head=Opinion(text="同意调查结论和处理意见。", name="陈志强", on=date(2026, 3, 16)),
    head=Opinion(text="同意。", name="包国华", on=date(2026, 3, 17)),
)

NOTE = RecordingNote(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    name="现场录像",
    kind="audiovisual",
    specification="12分钟",
    quantity="1",
    source="执法人员现场拍摄",
    proves="车辆外观、称重过程和称重显示",
    collected_on=TAKEN,
    place="S210线K32+500治超站",
    collector="李文静",
    making=(
        Line(label="视听资料是怎样来的", text="执法记录仪或者现场拍摄"),
        Line(label="制作人、制作时间和制作方法", text="李文静，2026年3月10日9时40分，执法记录仪拍摄"),
        Line(label="原始载体保存在哪里", text="执法记录仪存储卡，存本单位采集站"),
    ),
    digest="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    officers=(FIRST, SECOND),
)

SAMPLES = {
    "recording-note": {
        "shortest": replace(NOTE, kind="electronic", specification="", place="", making=(), digest="", officers=()),
        "typical": NOTE,
        "longest": replace(
            NOTE,
            proves=NOTE.proves * 8,
            making=tuple(replace(one, text=one.text * 12) for one in NOTE.making * 2),
            remarks="未作任何剪辑。" * 20,
        ),
    },
    "evidence-list": {
        "shortest": replace(LIST, rows=(), officers=()),
        "typical": LIST,
        "longest": replace(LIST, party=LONG_FIRM.name, rows=ROWS * 8),
    },
    "investigation-report": {
        "shortest": replace(
            REPORT, facts="见现场笔录。", evidence=(), discretion="", signatures=(), unit_head=Opinion(), head=Opinion()
        ),
        "typical": REPORT,
        "longest": replace(
            REPORT,
            parties=(DRIVER, LONG_FIRM),
            facts=lengthy(SUMMARY, 9),
            evidence=ROWS * 3,
            charges=(replace(OVERLOAD, party=LONG_FIRM.name), replace(NO_TICKET, party=DRIVER.name)),
            legal_review=Opinion(text="审核通过，同意办案机构的处理意见。", name="高娃", on=date(2026, 3, 17)),
        ),
    },
}
