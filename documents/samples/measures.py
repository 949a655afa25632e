"""Samples of the papers by which evidence is secured."""

from dataclasses import replace
from datetime import date

from documents.forms.measures import PreservationList, PreservationRelease, ReturnReceipt, ThingRow
from documents.forms.parts import Signature
from documents.samples.people import CASE_NUMBER, DRIVER, FIRM, FIRST, LETTERHEAD, LONG_FIRM, SECOND

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

SAMPLES = {
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
