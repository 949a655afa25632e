"""Samples of the papers by which a case leaves its road."""

from dataclasses import replace
from datetime import date
from typing import Any

from documents.forms.parts import HandedOver, Letterhead, OfficerLine, Opinion
from documents.forms.sideways import (
    ApprovalSheet,
    AssistanceLetter,
    CrimeTransfer,
    DesignationRequest,
    HomeCopy,
    IncomingAnswer,
    Line,
    PoliceRequest,
    RecusalDecision,
    TransferNotice,
)
from documents.samples.people import BUREAU, CASE_NUMBER, DRIVER, FIRM, LETTERHEAD, LONG_FIRM, lengthy
from law.wording import wording

FINDING = (
    "2026年9月1日10时，执法人员在样例旗客运站检查时，发现张建军出示的两本道路运输证纸张、印章与真证不符，"
    "经发证机关核对，证号不存在，涉嫌系伪造。"
)
CRIME = "伪造、变造、买卖国家机关公文、证件、印章罪"
CAUSE = "张建军涉嫌使用伪造的道路运输证"
SIGNED = {
    "handler": Opinion(text="涉嫌犯罪，建议移送公安机关。", name="巴特尔　李文静", on=date(2026, 9, 1)),
    "unit_head": Opinion(text="同意。", name="陈志强", on=date(2026, 9, 1)),
    "head": Opinion(text="同意移送公安机关。", name="包国华", on=date(2026, 9, 2)),
}
ASKED_ON = date(2026, 9, 1)
CRIME_REPORT = ApprovalSheet(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    filed_on=date(2026, 9, 1),
    parties=(DRIVER,),
    summary=FINDING,
    lines=(Line(label="涉嫌罪名", text=CRIME), Line(label="专案组成员", text="巴特尔、李文静")),
    basis=wording("basis-crime-report", ASKED_ON),
    handler=SIGNED["handler"],
    unit_head=SIGNED["unit_head"],
    head=SIGNED["head"],
)
CRIME_TRANSFER = CrimeTransfer(
    case_number=CASE_NUMBER,
    addressee="样例旗公安局",
    handlers=(OfficerLine(name="巴特尔"), OfficerLine(name="李文静")),
    parties=(DRIVER,),
    crime=CRIME,
    finding=FINDING,
    goods=(HandedOver(name="道路运输证", specification="蓝色封皮", quantity="2本", remarks="涉嫌伪造"),),
    materials=(
        HandedOver(name="涉嫌犯罪案件移送书", quantity="1份"),
        HandedOver(name="涉嫌犯罪案件情况的调查报告", quantity="1份"),
        HandedOver(name="涉案物品清单", quantity="1份"),
        HandedOver(name="道路运输证鉴别说明", quantity="1份"),
        HandedOver(name="现场笔录", quantity="1份"),
    ),
    letterhead=replace(LETTERHEAD, on=date(2026, 9, 3), contact="", postcode=""),
)
NOTICE = TransferNotice(
    case_number=CASE_NUMBER,
    party="张建军",
    transferred_on=date(2026, 9, 3),
    cause=CAUSE,
    transferred_to="样例旗公安局",
    letterhead=replace(LETTERHEAD, on=date(2026, 9, 3), postcode=""),
)
REQUEST = PoliceRequest(
    case_number=CASE_NUMBER,
    addressee="样例旗公安局",
    police="样例旗公安局",
    party="张建军",
    crime=CRIME,
    sent_on=date(2026, 9, 3),
    answer_number="样公不立字〔2026〕12号",
    answered_on=date(2026, 9, 7),
    answer="现有材料不能证明系张建军伪造。",
    request="当事人承认两本道路运输证系其自行印制，同类空白证件四本在其车上查获，伪造的事实清楚。",
    letterhead=replace(LETTERHEAD, on=date(2026, 9, 8), postcode="", address=""),
)
RECUSAL = RecusalDecision(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    addressee="张建军",
    person="巴特尔",
    position="执法员",
    asked_by="张建军申请",
    asked_on=date(2026, 9, 2),
    ground="与本案当事人或者代理人有其他关系，可能影响公正执法",
    reason="执法员与当事人两年前有借款纠纷。",
    granted=True,
    decision="所述关系属实，可能影响公正执法。",
    letterhead=replace(LETTERHEAD, on=date(2026, 9, 3), postcode="", address=""),
)
LETTER = replace(LETTERHEAD, on=date(2026, 9, 3), postcode="")
ASSISTANCE = AssistanceLetter(
    case_number=CASE_NUMBER,
    addressee="邻旗交通运输局",
    cause=CAUSE,
    questions="一、蒙X00001号车辆2026年8月在你旗的运输记录。\n二、该车道路运输证的发证记录。",
    due_on=date(2026, 9, 18),
    letterhead=LETTER,
)
DESIGNATION = DesignationRequest(
    case_number=CASE_NUMBER,
    superior="样例盟交通运输局",
    cause=CAUSE,
    occurred_on=date(2026, 9, 1),
    place="S210线K32+500",
    filed_on=date(2026, 9, 1),
    other_agency="邻旗交通运输局",
    question="车辆从邻旗驶入本旗，两地都认为违法行为发生在本地。",
    opinion="本机关最先立案，建议由本机关管辖。",
    letterhead=LETTER,
)
INCOMING = IncomingAnswer(
    case_number=CASE_NUMBER,
    addressee="样例旗公安局",
    letter_number="样公移字〔2026〕3号",
    received_on=date(2026, 9, 1),
    cause=CAUSE,
    materials="案卷材料一册23页。\n道路运输证2本。",
    letterhead=LETTER,
)
HOME_COPY = HomeCopy(
    case_number=CASE_NUMBER,
    addressee="通辽市交通运输局",
    plate="蒙G99871",
    party="样例旗顺达货物运输有限公司",
    occurred_on=date(2026, 3, 10),
    place="S210线K32+500治超站",
    total_kg=61320,
    limit_kg=49000,
    decision_number="蒙样交执罚〔2026〕001号",
    decided_on=date(2026, 4, 2),
    penalty="罚款人民币陆仟元整（¥6,000.00）",
    letterhead=LETTER,
)
BARE = Letterhead(bureau=BUREAU)


def asked(what: str) -> dict[str, Any]:
    """The three opinions of a sheet that asks for one thing, such as 并案."""
    handler, unit_head, head = SIGNED["handler"], SIGNED["unit_head"], SIGNED["head"]
    return {
        "handler": replace(handler, text=f"建议{what}。"),
        "unit_head": replace(unit_head, text=f"同意{what}。"),
        "head": replace(head, text=f"同意{what}。"),
    }


def sheets(typical: ApprovalSheet) -> dict[str, ApprovalSheet]:
    """Shortest, typical and longest of an approval sheet."""
    return {
        "shortest": replace(typical, summary="无。", lines=(), handler=Opinion(), unit_head=Opinion(), head=Opinion()),
        "typical": typical,
        "longest": replace(typical, parties=(DRIVER, LONG_FIRM), summary=lengthy(FINDING, 8), remarks="无其他说明。"),
    }


SAMPLES = {
    "joinder-form": sheets(
        replace(
            CRIME_REPORT,
            heading="并案审批表",
            lines=(
                Line(label="并案的理由", text="同一当事人同一车辆的两次行为，证据相互印证。"),
                Line(label="另一案件", text="蒙样交执案〔2026〕002号　张建军涉嫌超限运输"),
            ),
            basis=wording("basis-joinder", ASKED_ON),
            **asked("并案办理"),
        )
    ),
    "assistance-letter": {
        "shortest": replace(ASSISTANCE, questions="见附件。", letterhead=BARE),
        "typical": ASSISTANCE,
        "longest": replace(ASSISTANCE, questions=lengthy(FINDING, 8)),
    },
    "designation-request": {
        "shortest": replace(DESIGNATION, filed_on=None, letterhead=BARE),
        "typical": DESIGNATION,
        "longest": replace(DESIGNATION, question=lengthy(FINDING, 5), opinion=lengthy(FINDING, 3)),
    },
    "transfer-receipt": {
        "shortest": replace(INCOMING, letter_number="", letterhead=BARE),
        "typical": INCOMING,
        "longest": replace(INCOMING, materials=lengthy(FINDING, 6)),
    },
    "transfer-answer": {
        "shortest": replace(INCOMING, answer="已立案。", letterhead=BARE),
        "typical": replace(INCOMING, answer="本机关已于2026年9月3日决定立案。"),
        "longest": replace(INCOMING, answer=lengthy(FINDING, 6)),
    },
    "home-copy": {
        "shortest": replace(HOME_COPY, decision_number="", penalty="", letterhead=BARE),
        "typical": HOME_COPY,
        "longest": replace(HOME_COPY, place="国道111线与省道210线交叉口以北三公里处样例旗治超站" * 2),
    },
    "suspension-form": sheets(
        replace(
            CRIME_REPORT,
            heading="中止调查审批表",
            lines=(Line(label="中止调查的情形", text="当事人下落不明致使案件暂时无法调查"),),
            basis=wording("basis-suspension", ASKED_ON),
            **asked("中止调查"),
        )
    ),
    "ending-form": sheets(
        replace(
            CRIME_REPORT,
            lines=(Line(label="终止调查的理由", text="没有违法事实。经核对，证件真实有效。"),),
            basis=wording("basis-ending", ASKED_ON),
            **asked("终止调查"),
        )
    ),
    "recusal-decision": {
        "shortest": replace(RECUSAL, ground="", reason="无。", letterhead=BARE),
        "typical": RECUSAL,
        "longest": replace(
            RECUSAL,
            granted=False,
            reconsidered=True,
            reason=lengthy(FINDING, 4),
            decision=lengthy(FINDING, 4),
            collective="2026年9月3日，包国华、陈志强、高娃参加讨论，一致同意。",
        ),
    },
    "crime-report": sheets(CRIME_REPORT),
    "crime-transfer": {
        "shortest": replace(CRIME_TRANSFER, goods=(), materials=(), letterhead=BARE),
        "typical": CRIME_TRANSFER,
        "longest": replace(
            CRIME_TRANSFER,
            parties=(DRIVER, LONG_FIRM),
            finding=lengthy(FINDING, 6),
            imposed="2026年9月1日对张建军作出：警告",
            no_expert_reason="是否伪造由公安机关鉴定。",
            materials=CRIME_TRANSFER.materials * 8,
        ),
    },
    "transfer-notice": {
        "shortest": replace(NOTICE, letterhead=BARE),
        "typical": NOTICE,
        "longest": replace(NOTICE, party=FIRM.name, cause=CAUSE + "、" + CAUSE),
    },
    "police-reconsideration": {
        "shortest": replace(REQUEST, answer="无。", request="应当立案。", letterhead=BARE),
        "typical": REQUEST,
        "longest": replace(REQUEST, answer=lengthy(FINDING, 3), request=lengthy(FINDING, 6)),
    },
    "supervision-suggestion": {
        "shortest": replace(REQUEST, addressee="样例旗人民检察院", request="应当立案。", letterhead=BARE),
        "typical": replace(REQUEST, addressee="样例旗人民检察院"),
        "longest": replace(REQUEST, addressee="样例旗人民检察院", request=lengthy(FINDING, 6)),
    },
}
