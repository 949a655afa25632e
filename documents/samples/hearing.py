"""Samples of the auxiliary papers of a hearing."""

from dataclasses import replace
from datetime import date, datetime

from documents.forms.hearing import (
    HearingAnnouncement,
    HearingChangeNotice,
    HearingRecusalDecision,
    HearingRefusal,
    HearingReport,
    HearingRequestRecord,
)
from documents.forms.parts import OfficerLine, Opinion, PersonBlock, Signature
from documents.samples.people import CASE_NUMBER, FIRM, FIRST, LETTERHEAD, LONG_FIRM, SECOND, lengthy

CAUSE = "涉嫌未取得道路危险货物运输许可擅自从事道路危险货物运输"
CHAIR = OfficerLine(name="高娃", duty="法制股股长")
RECORDER = OfficerLine(name="周宁", duty="办公室科员")
HALL = "样例旗交通运输局三楼会议室"
LETTER = replace(LETTERHEAD, on=date(2026, 5, 26))
WHY = "当事人的委托代理人因山洪阻断道路，不能按期到场，于听证会前提出延期并提交了证明。"

REQUEST = HearingRequestRecord(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    requested_on=date(2026, 5, 22),
    place="样例旗交通运输局综合行政执法大队",
    speaker=PersonBlock(
        name="王顺达",
        id_number="990001197806040026",
        phone="0470-0000001",
        address="样例旗工业园区三号路18号",
        relation="法定代表人",
    ),
    officers=(FIRST, SECOND),
    content="我公司要求举行听证。罚款太重，公司是第一次承运，已经停止运输，希望当面说明。",
    person_signature=Signature(name="王顺达", on=date(2026, 5, 22)),
)
REFUSAL = HearingRefusal(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    cause=CAUSE,
    requested_on=date(2026, 5, 26),
    ground="逾期要求听证",
    reason="违法行为通知书于2026年5月18日送达，要求听证的期限已于2026年5月25日届满。",
    basis="《中华人民共和国行政处罚法》第六十四条第一项",
    letterhead=LETTER,
)
ANNOUNCEMENT = HearingAnnouncement(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    party=FIRM.name,
    held_at=datetime(2026, 6, 5, 9, 0),
    place=HALL,
    chair=CHAIR,
    recorder=RECORDER,
    letterhead=LETTER,
)
CHANGE = HearingChangeNotice(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    cause=CAUSE,
    kind="postponed",
    was_held_at=datetime(2026, 6, 5, 9, 0),
    ground="因不可抗拒的事由不能按期举行",
    reason=WHY,
    held_at=datetime(2026, 6, 17, 9, 0),
    place=HALL,
    basis="《中华人民共和国行政处罚法》第六十四条第二项",
    letterhead=LETTER,
)
RECUSAL = HearingRecusalDecision(
    case_number=CASE_NUMBER,
    addressee=FIRM.name,
    cause=CAUSE,
    challenged="周宁",
    function="听证记录人",
    asked_by="当事人申请",
    reason="记录人周宁是本案调查人员巴特尔的近亲属。",
    outcome="granted",
    opinion="经核实，情况属实，可能影响公正。",
    replacement="白玉山",
    letterhead=LETTER,
)
REPORT = HearingReport(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    chair="高娃",
    members=("孙立新", "白玉山"),
    recorder="周宁",
    party=FIRM.name,
    summary="听证于2026年6月5日公开举行。调查人员陈述违法事实、出示证据并提出处罚建议，当事人对事实没有异议，请求从轻；"
    "双方质证、辩论并作最后陈述，笔录经核对签名。",
    advice="按告知的处理意见决定。",
    conclusion=Opinion(text="事实清楚，证据充分，拟处罚款已是法定下限。", name="高娃", on=date(2026, 6, 5)),
    head=Opinion(text="同意听证意见，提请法制审核。", name="卫国", on=date(2026, 6, 8)),
)

SAMPLES = {
    "hearing-request-record": {
        "shortest": replace(REQUEST, content="要求听证。", person_signature=Signature()),
        "typical": REQUEST,
        "longest": replace(REQUEST, content=lengthy(REQUEST.content * 3, 9)),
    },
    "hearing-refusal": {
        "shortest": replace(REFUSAL, reason=""),
        "typical": REFUSAL,
        "longest": replace(REFUSAL, addressee=LONG_FIRM.name, reason=lengthy(REFUSAL.reason * 3, 3).replace("\n", "")),
    },
    "hearing-announcement": {
        "shortest": replace(ANNOUNCEMENT, held_at=None),
        "typical": ANNOUNCEMENT,
        "longest": replace(ANNOUNCEMENT, party=LONG_FIRM.name),
    },
    "hearing-change-notice": {
        "shortest": replace(
            CHANGE,
            kind="ended",
            was_held_at=None,
            held_at=None,
            place="",
            ground="当事人撤回听证要求",
            reason="书面撤回。",
        ),
        "typical": CHANGE,
        "longest": replace(CHANGE, kind="resumed", addressee=LONG_FIRM.name, reason=lengthy(WHY * 3, 5)),
    },
    "hearing-recusal-decision": {
        "shortest": replace(RECUSAL, outcome="rejected", replacement="", opinion="理由不成立。"),
        "typical": RECUSAL,
        "longest": replace(RECUSAL, addressee=LONG_FIRM.name, reason=lengthy(RECUSAL.reason * 3, 5)),
    },
    "hearing-report": {
        "shortest": replace(REPORT, members=(), summary="听证公开举行。", head=Opinion()),
        "typical": REPORT,
        "longest": replace(
            REPORT, party=LONG_FIRM.name, summary=lengthy(REPORT.summary * 3, 9), remarks="听证笔录六页附后。"
        ),
    },
}
