"""Samples of the papers on which a decision is examined."""

from dataclasses import replace
from datetime import date, datetime

from documents.forms.parts import OfficerLine, Opinion, Period, ReviewPointRow, Signature, SpeakerRow
from documents.forms.review import DiscussionMinutes, LegalReviewOpinion, StatementAnswer
from documents.samples.filing import SUMMARY
from documents.samples.people import BUREAU, CASE_NUMBER, CAUSE, FIRM, FIRST, LONG_FIRM, RECORDER, SECOND, lengthy

DANGEROUS = "未取得道路危险货物运输许可擅自从事道路危险货物运输"
PROPOSAL = "没收违法所得人民币贰万陆仟元整（¥26,000.00），罚款人民币伍万贰仟元整（¥52,000.00）。"
QUESTIONS = (
    "是否属于重大行政处罚法制审核范围",
    "执法主体是否合法",
    "行政执法人员是否具有执法资格",
    "执法程序是否合法",
    "案件事实是否清楚",
    "证据是否合法充分",
    "适用法律是否正确",
    "裁量基准是否适当",
    "是否超越法定权限",
    "文书是否规范、完备",
    "违法行为是否不涉嫌犯罪、不需要移送司法机关",
)
POINTS = tuple(
    ReviewPointRow(question=question, answer="no" if "超越" in question else "yes") for question in QUESTIONS
)
ANSWER = StatementAnswer(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    party=FIRM.name,
    stated_on=date(2026, 3, 19),
    manner="口头",
    statement="对违法事实没有异议。超限是装货场多装造成的，公司受其误导，请求将罚款减为人民币伍仟元。",
    reviewers=(FIRST, SECOND),
    findings="经查装货场过磅单，装载质量已如实填写，驾驶人在出场前签字确认，不存在受误导的情形。",
    outcome="rejected",
    reasons="承运人对装载质量负有核对义务，所述理由不属于从轻或者减轻处罚的法定情形，不予采纳。",
    handler=Opinion(text="建议不予采纳。", name="巴特尔　李文静", on=date(2026, 3, 23)),
    unit_head=Opinion(text="同意。", name="陈志强", on=date(2026, 3, 23)),
    head=Opinion(text="同意。", name="包国华", on=date(2026, 3, 24)),
)
REVIEW = LegalReviewOpinion(
    case_number=CASE_NUMBER,
    cause=DANGEROUS,
    bureau=BUREAU,
    party=FIRM.name,
    handlers=(FIRST, SECOND),
    round=2,
    received_on=date(2026, 6, 15),
    reason="案件经过听证程序（《中华人民共和国行政处罚法》第五十八条第一款第二项）",
    proposal=PROPOSAL,
    points=POINTS,
    outcome="pass",
    conclusion="本案事实清楚，证据确凿充分，适用法律正确，程序合法，裁量适当，同意处理意见。",
    reviewer=Opinion(name="高娃", on=date(2026, 6, 17)),
    unit=Opinion(text="同意审核结论。", name="孙立新", on=date(2026, 6, 17)),
)
HEADS = (
    OfficerLine(name="包国华", duty="局长"),
    OfficerLine(name="其木格", duty="副局长"),
    OfficerLine(name="郭永明", duty="副局长"),
)
MINUTES = DiscussionMinutes(
    case_number=CASE_NUMBER,
    case_name=f"{FIRM.name}{DANGEROUS}案",
    cause=DANGEROUS,
    reason="拟给予较重的行政处罚（《中华人民共和国行政处罚法》第五十七条第二款）",
    period=Period(begins=datetime(2026, 6, 22, 15, 0), ends=datetime(2026, 6, 22, 16, 10)),
    place="样例旗交通运输局二楼会议室",
    chair=HEADS[0],
    reporter="巴特尔",
    recorder="周宁",
    present=HEADS,
    observers=(OfficerLine(name="高娃", duty="法制股股长"), OfficerLine(name="陈志强", duty="一中队队长")),
    handlers=(FIRST, SECOND),
    report=f"2026年5月6日，当事人{DANGEROUS}九吨，违法所得26000元。经听证，当事人对事实无异议。法制审核通过。拟{PROPOSAL}",
    speeches=(
        SpeakerRow(
            name="其木格",
            duty="副局长",
            vote="for",
            text="事实清楚、证据充分，危险货物运输关系公共安全，同意处理意见。",
        ),
        SpeakerRow(
            name="郭永明",
            duty="副局长",
            vote="against",
            text="当事人系初次违法并主动配合调查，建议按罚款幅度的下限处罚。",
        ),
        SpeakerRow(name="包国华", duty="局长", vote="for", text="处罚幅度与违法情节相当，同意处理意见。"),
    ),
    conclusion=f"同意办案机构的处理意见：{PROPOSAL}",
    signatures=(Signature(name="包国华"), Signature(name="其木格"), Signature(name="郭永明")),
)

SAMPLES = {
    "statement-answer": {
        "shortest": replace(ANSWER, manner="", handler=Opinion(), unit_head=Opinion(), head=Opinion()),
        "typical": ANSWER,
        "longest": replace(
            ANSWER,
            party=LONG_FIRM.name,
            outcome="partly",
            statement=lengthy(ANSWER.statement * 2, 8),
            findings=lengthy(ANSWER.findings * 2, 8),
        ),
    },
    "legal-review-opinion": {
        "shortest": replace(REVIEW, points=(), conclusion="同意。", reviewer=Opinion(), unit=Opinion()),
        "typical": REVIEW,
        "longest": replace(
            REVIEW,
            party=LONG_FIRM.name,
            round=1,
            outcome="return",
            proposal=lengthy(PROPOSAL, 6),
            points=tuple(replace(point, note="见案卷第12页，说明附后。") for point in POINTS),
            conclusion=lengthy(SUMMARY, 4),
            dossier="5f0c3a9be1d24768",
            advice=("严律（公职律师）：装载质量的认定应当有称重单或者双方确认的记录。",),
            comments=("补充称重设备的检定证书。", "核实违法所得的计算依据并附结算单。"),
        ),
    },
    "discussion-minutes": {
        "shortest": replace(MINUTES, observers=(), speeches=(), signatures=()),
        "typical": MINUTES,
        "longest": replace(
            MINUTES,
            present=HEADS * 3,
            observers=(RECORDER,) * 5,
            report=lengthy(MINUTES.report, 6),
            speeches=MINUTES.speeches * 6,
            signatures=MINUTES.signatures * 3,
        ),
    },
}
