"""Samples of the papers that end a case and hold its dossier together."""

from dataclasses import replace
from datetime import date

from documents.forms.closing import (
    ArchiveTransferList,
    BackSheet,
    ClosingReport,
    DisposalList,
    DossierContents,
    DossierCover,
    LoanSlip,
    VolumeRow,
)
from documents.forms.parts import ContentsRow, Opinion, Signature
from documents.samples.people import BUREAU, CASE_NUMBER, CAUSE, DRIVER, FIRM, LONG_FIRM, lengthy

REPORT = ClosingReport(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    parties=(FIRM,),
    outcome="executed",
    result="2026年4月2日作出行政处罚决定（蒙样交执罚〔2026〕001号）：罚款人民币陆仟元整（¥6,000.00）。",
    execution="当事人于2026年4月10日缴清罚款人民币陆仟元整。处罚决定已于2026年4月14日前公示。",
    handler=Opinion(text="建议结案。", name="巴特尔　李文静", on=date(2026, 4, 15)),
    unit_head=Opinion(text="同意结案。", name="陈志强", on=date(2026, 4, 15)),
    head=Opinion(text="同意结案。", name="包国华", on=date(2026, 4, 15)),
)
COVER = DossierCover(
    case_number=CASE_NUMBER,
    bureau=BUREAU,
    title=f"{FIRM.name}{CAUSE}",
    cause=CAUSE,
    parties=(FIRM.name,),
    result="罚款人民币陆仟元整（¥6,000.00），已执行完毕",
    volume="正卷",
    handlers="巴特尔、李文静",
    filed_on=date(2026, 3, 10),
    closed_on=date(2026, 4, 15),
    compiled_by="赵敏",
    compiled_on=date(2026, 4, 20),
    retention="30年",
    items=9,
    pages=21,
)
ROWS = (
    ContentsRow(
        number=1,
        title="行政处罚决定书",
        document_number="蒙样交执罚〔2026〕001号",
        responsible=BUREAU,
        on=date(2026, 4, 2),
        pages="1-3",
    ),
    ContentsRow(number=2, title="立案登记表", responsible=BUREAU, on=date(2026, 3, 10), pages="4"),
    ContentsRow(number=3, title="现场笔录", responsible="巴特尔、李文静", on=date(2026, 3, 10), pages="5-6"),
)
CONTENTS = DossierContents(case_number=CASE_NUMBER, volume="正卷", rows=ROWS)
BACK = BackSheet(
    case_number=CASE_NUMBER,
    volume="正卷",
    pages=21,
    text_pages=19,
    photos=4,
    compiled=Signature(name="赵敏", on=date(2026, 4, 20)),
    checked=Signature(name="陈志强", on=date(2026, 4, 21)),
    arranged=Signature(name="周宁", on=date(2026, 4, 21)),
)
VOLUMES = (VolumeRow(volume="正卷", items=12, pages=31), VolumeRow(volume="副卷", items=2, pages=5))
HANDED_OVER = ArchiveTransferList(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    parties=FIRM.name,
    archive_number="2026-交执-0001",
    filed_on=date(2026, 3, 10),
    closed_on=date(2026, 4, 15),
    volumes=VOLUMES,
    retention="30年",
    retain_until=date(2056, 12, 31),
    giver=Signature(name="巴特尔", on=date(2026, 4, 20)),
    receiver=Signature(name="周宁", on=date(2026, 4, 20)),
)
SLIP = LoanSlip(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    archive_number="2026-交执-0001",
    borrower=Signature(name="李文静", on=date(2026, 5, 6)),
    purpose="办理关联案件，核对称重记录。",
    approver=Signature(name="陈志强", on=date(2026, 5, 6)),
    lender=Signature(name="周宁", on=date(2026, 5, 7)),
    due_on=date(2026, 5, 22),
)
DISPOSAL = DisposalList(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    archive_number="2026-交执-0001",
    archived_on=date(2026, 4, 20),
    retention="30年",
    retain_until=date(2056, 12, 31),
    volumes=VOLUMES,
    appraisal="保管期限届满，没有继续保存的价值。",
    proposer=Signature(name="周宁", on=date(2057, 1, 15)),
    approver=Signature(name="包国华", on=date(2057, 1, 16)),
)

SAMPLES = {
    "archive-transfer-list": {
        "shortest": replace(HANDED_OVER, volumes=(), filed_on=None, retain_until=None, retention="永久"),
        "typical": HANDED_OVER,
        "longest": replace(HANDED_OVER, parties=f"{LONG_FIRM.name}、{DRIVER.name}", cause=CAUSE * 3),
    },
    "loan-slip": {
        "shortest": replace(SLIP, due_on=None, approver=Signature(), lender=Signature()),
        "typical": SLIP,
        "longest": replace(SLIP, purpose=lengthy(SLIP.purpose, 8), cause=CAUSE * 3),
    },
    "disposal-list": {
        "shortest": replace(DISPOSAL, volumes=(), retain_until=None, proposer=Signature(), approver=Signature()),
        "typical": DISPOSAL,
        "longest": replace(DISPOSAL, appraisal=lengthy(DISPOSAL.appraisal, 9), cause=CAUSE * 3),
    },
    "closing-report": {
        "shortest": replace(
            REPORT, parties=(DRIVER,), result="", handler=Opinion(), unit_head=Opinion(), head=Opinion()
        ),
        "typical": REPORT,
        "longest": replace(
            REPORT,
            parties=(DRIVER, LONG_FIRM),
            execution=lengthy(REPORT.execution * 2, 9),
            goods="没收的物品已上缴国库。",
        ),
    },
    "dossier-cover": {
        "shortest": DossierCover(case_number="", bureau=BUREAU, title="", cause="", parties=(), result=""),
        "typical": COVER,
        "longest": replace(COVER, title=f"{LONG_FIRM.name}{CAUSE}", parties=(LONG_FIRM.name, DRIVER.name)),
    },
    "dossier-contents": {
        "shortest": replace(CONTENTS, volume="", rows=()),
        "typical": CONTENTS,
        "longest": replace(CONTENTS, rows=tuple(replace(row, number=1 + i) for i, row in enumerate(ROWS * 15))),
    },
    "back-sheet": {
        "shortest": BackSheet(case_number=CASE_NUMBER, pages=0),
        "typical": BACK,
        "longest": replace(
            BACK, others="12张", note=lengthy("现场录像光盘一张存于本卷封底内袋，播放时长三十二分钟。", 6)
        ),
    },
}
