"""Samples of the records made face to face."""

from dataclasses import replace
from datetime import date, datetime

from documents.forms.parts import QA, Period, PersonBlock, Signature, SpeakerRow
from documents.forms.records import (
    HearingRecord,
    InspectionRecord,
    InterviewRecord,
    SceneRecord,
    StatementRecord,
    WaiverStatement,
)
from documents.samples.people import (
    BUREAU,
    CASE_NUMBER,
    CAUSE,
    DRIVER_HEARD,
    FIRM,
    FIRST,
    LONG_FIRM,
    RECORDER,
    SECOND,
    lengthy,
)

MORNING = Period(begins=datetime(2026, 3, 10, 9, 40), ends=datetime(2026, 3, 10, 10, 20))
SITUATION = (
    "执法人员巴特尔、李文静在S210线K32+500治超站向驾驶人张建军出示执法证件，表明身份。\n"
    "该车为六轴半挂汽车列车，装载煤炭。经治超站称重设备检测，车货总质量61320千克，限值49000千克，超限12320千克，"
    "驾驶人对检测结果签名确认，未能提供超限运输车辆通行证。执法人员拍摄现场照片四张，并责令其卸载超限部分货物。"
)
SCENE = SceneRecord(
    case_number="",
    place="S210线K32+500治超站",
    period=MORNING,
    officers=(FIRST, SECOND),
    recorder="李文静",
    person=DRIVER_HEARD,
    vehicle_number="蒙X00001（蒙X0001挂）",
    vehicle_type="重型半挂牵引车",
    situation=SITUATION,
    reading="read",
    person_signature=Signature(name="张建军", on=date(2026, 3, 10)),
)
EXCHANGE = (
    QA(question="你是否申请回避？", answer="不申请。"),
    QA(question="现告知你陈述必须如实回答，不得作伪证，如作伪证将承担相应的法律责任。你是否清楚？", answer="清楚。"),
    QA(
        question="请说明今天的运输情况。",
        answer="今天早上七点从样例煤矿装煤，运往样例电厂，货是公司调度安排的，装了多少是装货场定的。",
    ),
    QA(
        question="你是否知道该车车货总质量的限值？",
        answer="知道是四十九吨。装货场过磅单我没有细看，上路以后才觉得装得多。",
    ),
    QA(question="该车是否办理超限运输车辆通行证？", answer="没有办理。"),
    QA(question="以上笔录请你仔细看一下，如无异议，请你签字。", answer="以上笔录我看过，与我说的相符。"),
)
INTERVIEW = InterviewRecord(
    case_number=CASE_NUMBER,
    period=Period(begins=datetime(2026, 3, 10, 10, 30), ends=datetime(2026, 3, 10, 11, 5)),
    ordinal=1,
    place="S210线K32+500治超站询问室",
    interviewers=(FIRST, SECOND),
    recorder="赵敏",
    bureau=BUREAU,
    person=DRIVER_HEARD,
    exchange=EXCHANGE,
    person_signature=Signature(name="张建军", on=date(2026, 3, 10)),
)
INSPECTION = InspectionRecord(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    period=MORNING,
    place="S210线K32+500处公路用地",
    weather="晴",
    officers=(FIRST, SECOND),
    recorder="李文静",
    person=DRIVER_HEARD,
    witness="那仁",
    witness_duty="样例嘎查委员会委员",
    recorder_duty=SECOND.duty,
    situation="路面右侧边缘至堆放物2.3米，堆放砂石长12.4米、宽3.1米、高1.2米，占用公路用地。",
    drawing="平面示意图一张，标明堆放物与路面边缘的距离。",
    person_signature=Signature(name="张建军", on=date(2026, 3, 10)),
)
STATEMENT = StatementRecord(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    period=Period(begins=datetime(2026, 3, 19, 14, 30), ends=datetime(2026, 3, 19, 15, 0)),
    place="样例旗交通运输局综合行政执法大队",
    speaker=PersonBlock(
        name="王顺达",
        sex="男",
        age=47,
        id_number="990001197806040026",
        phone="0470-0000001",
        workplace="样例旗顺达货物运输有限公司经理",
        address="样例旗工业园区三号路18号",
        postcode="000000",
        relation="法定代表人",
    ),
    officers=(FIRST, SECOND),
    recorder=RECORDER,
    content="对违法事实没有异议。超限是装货场多装造成的，公司受其误导，请求将罚款减为人民币伍仟元。",
    person_signature=Signature(name="王顺达", on=date(2026, 3, 19)),
)
WAIVER = WaiverStatement(
    case_number=CASE_NUMBER,
    bureau=BUREAU,
    party=FIRM.name,
    served_on=date(2026, 3, 18),
    notice_number="蒙样交执通〔2026〕001号",
    hearing_right=True,
    made_on=date(2026, 3, 19),
    text="当事人书面声明放弃陈述、申辩和听证，声明附卷。",
    officers=(FIRST, SECOND),
)
PROCEEDINGS = (
    SpeakerRow(
        name="主持人",
        text="核对听证参加人身份，宣布听证纪律，告知当事人享有申请回避、陈述、申辩和质证的权利。是否申请回避？",
    ),
    SpeakerRow(name="王顺达", duty="当事人法定代表人", text="不申请。"),
    SpeakerRow(
        name="巴特尔",
        duty="执法人员",
        text="2026年5月6日，当事人未取得道路危险货物运输许可运输第三类危险货物九吨，违法所得26000元。建议没收违法所得并处罚款52000元。",
    ),
    SpeakerRow(name="王顺达", duty="当事人法定代表人", text="对事实无异议。公司初次承运，不知道需要许可，请求从轻。"),
    SpeakerRow(name="主持人", text="双方最后陈述后，宣布听证结束，请听证参加人核对笔录并签名。"),
)
HEARING = HearingRecord(
    case_number=CASE_NUMBER,
    case_name="样例旗顺达货物运输有限公司涉嫌未取得道路危险货物运输许可擅自从事道路危险货物运输案",
    bureau=BUREAU,
    place="样例旗交通运输局三楼会议室",
    period=Period(begins=datetime(2026, 6, 5, 9, 0), ends=datetime(2026, 6, 5, 10, 45)),
    chair="高娃",
    members=("孙立新", "白玉山"),
    recorder="周宁",
    officers=(FIRST, SECOND),
    party=FIRM,
    agents=(PersonBlock(name="刘方", sex="女", age=35, workplace="样例律师事务所律师"),),
    proceedings=PROCEEDINGS,
)

SAMPLES = {
    "inspection-record": {
        "shortest": replace(
            INSPECTION,
            person=PersonBlock(name=""),
            absence="当事人下落不明",
            drawing="",
            weather="",
            person_signature=Signature(refused="当事人不在场"),
        ),
        "typical": INSPECTION,
        "longest": replace(INSPECTION, situation=lengthy(INSPECTION.situation, 14)),
    },
    "scene-record": {
        "shortest": SceneRecord(
            case_number="",
            place="",
            period=Period(),
            officers=(),
            recorder="",
            person=PersonBlock(name=""),
            situation="",
        ),
        "typical": SCENE,
        "longest": replace(
            SCENE,
            case_number=CASE_NUMBER,
            situation=lengthy(SITUATION.replace("\n", ""), 8),
            person_signature=Signature(refused="拒绝签名", on=date(2026, 3, 10)),
            witness=Signature(name="治超站工作人员额尔敦", on=date(2026, 3, 10)),
            remarks="现场人员以赶时间为由拒绝签名，见证人在场见证，全程录音录像。",
        ),
    },
    "interview-record": {
        "shortest": replace(INTERVIEW, exchange=(QA(question="你是否申请回避？"),), person_signature=Signature()),
        "typical": INTERVIEW,
        "longest": replace(INTERVIEW, ordinal=12, exchange=EXCHANGE * 9),
    },
    "statement-record": {
        "shortest": replace(STATEMENT, content="无意见。", person_signature=Signature()),
        "typical": STATEMENT,
        "longest": replace(STATEMENT, content=lengthy(STATEMENT.content * 3, 9)),
    },
    "waiver-statement": {
        "shortest": replace(WAIVER, party="张建军", hearing_right=False, notice_number="", served_on=None),
        "typical": WAIVER,
        "longest": replace(WAIVER, party=LONG_FIRM.name, text=lengthy(WAIVER.text, 12)),
    },
    "hearing-record": {
        "shortest": replace(HEARING, members=(), agents=(), proceedings=PROCEEDINGS[:1]),
        "typical": HEARING,
        "longest": replace(
            HEARING,
            open_to_public=False,
            party=LONG_FIRM,
            third_parties=HEARING.agents,
            others=HEARING.agents * 2,
            proceedings=PROCEEDINGS * 9,
        ),
    },
}
