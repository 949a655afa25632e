"""Samples of the notices to the party."""

from dataclasses import replace
from datetime import date, datetime

from documents.forms.notices import CorrectionOrder, HearingNotice, ViolationNotice
from documents.forms.parts import OfficerLine
from documents.samples.filing import SUMMARY
from documents.samples.people import (
    CASE_NUMBER,
    COURT,
    FIRM,
    FIRST,
    GOVERNMENT,
    LETTERHEAD,
    LONG_FIRM,
    NO_TICKET,
    OVERLOAD,
    SECOND,
    lengthy,
)
from law.wording import wording

SERVED = date(2026, 3, 18)
VIOLATION = ViolationNotice(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    charges=(OVERLOAD,),
    proposal=OVERLOAD.penalty,
    facts=SUMMARY,
    evidence=("称重检测单", "称重设备检定证书", "现场笔录及照片", "驾驶人询问笔录", "机动车行驶证复印件"),
    statement_sentence=wording("statement-clause", SERVED),
    hearing_sentence=wording("hearing-clause", SERVED),
    letterhead=LETTERHEAD,
)
HEARING = HearingNotice(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    cause="你单位涉嫌未取得道路危险货物运输许可擅自从事道路危险货物运输",
    held_at=datetime(2026, 6, 5, 9, 0),
    place="样例旗交通运输局三楼会议室",
    open_to_public=True,
    chair=OfficerLine(name="高娃", duty="法制股股长"),
    members=(OfficerLine(name="孙立新", duty="法制股副股长"),),
    recorder=OfficerLine(name="周宁", duty="办公室科员"),
    recusal_sentence=wording("recusal-clause", SERVED),
    letterhead=replace(LETTERHEAD, on=date(2026, 5, 25)),
)
CORRECTION = CorrectionOrder(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    facts="你单位所属蒙X00001号车辆未按规定参加年度审验，逾期九日。",
    basis=wording("basis-correction", SERVED),
    immediately=True,
    remedy=wording("remedy-clause-correction", SERVED).format(reviewing_government=GOVERNMENT, court=COURT),
    officers=(FIRST, SECOND),
    letterhead=replace(LETTERHEAD, on=date(2026, 8, 11)),
)

SAMPLES = {
    "violation-notice": {
        "shortest": replace(VIOLATION, addressee="张建军", facts="", evidence=()),
        "typical": VIOLATION,
        "longest": replace(
            VIOLATION,
            addressee=LONG_FIRM.name,
            charges=(OVERLOAD, NO_TICKET),
            proposal="警告、罚款人民币陆仟零贰拾元整（¥6,020.00）",
            facts=lengthy(SUMMARY, 9),
            statement_period="请于收到本通知书之日起五个工作日内提出。",
            hearing_right=True,
        ),
    },
    "hearing-notice": {
        "shortest": replace(HEARING, held_at=None, members=()),
        "typical": HEARING,
        "longest": replace(HEARING, addressee=LONG_FIRM.name, open_to_public=False, members=HEARING.members * 4),
    },
    "correction-order": {
        "shortest": replace(CORRECTION, officers=()),
        "typical": replace(CORRECTION, demand="到道路运输管理机构补办车辆年度审验手续，并将审验结果送本机关。"),
        "longest": replace(
            CORRECTION,
            addressee=LONG_FIRM.name,
            facts=lengthy(CORRECTION.facts * 4, 8),
            immediately=False,
            before=date(2026, 9, 30),
            demand="到道路运输管理机构补办车辆年度审验手续，并将审验结果送本机关。",
        ),
    },
}
