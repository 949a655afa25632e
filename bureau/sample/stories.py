"""Three whole cases, as transport bureaus publish them; people and firms are invented."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from bureau.sample.identities import credit_code, identity_number
from bureau.sample.story import Cast, Story, at
from cases.forms.review import POINTS
from cases.papers.parts import chinese_day
from law.holidays import add_working_days

FIRM = {
    "kind": "organisation",
    "name": "样例顺达运输有限公司",
    "uscc": credit_code(1),
    "representative": "马顺",
    "address": "样例旗样例镇物流园3号",
    "phone": "0475-0000101",
}
CHEMICALS = {
    "kind": "organisation",
    "name": "样例宏达化工贸易有限公司",
    "uscc": credit_code(2),
    "representative": "高宏",
    "address": "样例旗样例镇工业路8号",
    "phone": "0475-0000102",
}
TRUCKER_BORN = date(1979, 6, 12)
TRUCKER = {
    "kind": "individual_business",
    "name": "样例旗老田货运部",
    "id_number": identity_number(TRUCKER_BORN, 1),
    "representative": "田大力",
    "sex": "男",
    "born_on": TRUCKER_BORN,
    "address": "样例旗样例镇东街15号",
    "phone": "0475-0000103",
}


def points(questions: tuple[str, ...], unsatisfied: dict[int, str] | None = None) -> list[dict[str, Any]]:
    """The eight answers of a reviewer; those named are not satisfied, with the remark given."""
    wrong = unsatisfied or {}
    return [
        {"number": number, "question": question, "satisfied": number not in wrong, "remark": wrong.get(number, "")}
        for number, question in enumerate(questions, start=1)
    ]


def calendar(start: date) -> tuple[date, Callable[[int], date]]:
    """The day a story begins, and the day so many working days later: a story moved to another month stays lawful."""
    return start, lambda working_days: add_working_days(start, working_days)


def overload(cast: Cast, *, start: date = date(2026, 3, 10), serial: int = 1, until: str = "paid") -> Story:
    """超限运输: fine by formula, statement not accepted, paid, closed (March and April 2026)."""
    day, later = calendar(start)
    story = Story(
        cast,
        "李明",
        "王强",
        "郑海",
        on=day,
        source="inspection",
        received_at=at(day, 9, 40),
        cause="样例顺达运输有限公司涉嫌车货总质量超限行驶公路",
        occurred_on=day,
        place="S210线K32+500治超站",
        summary=f"{chinese_day(day)}9时40分，执法人员在S210线K32+500治超站检查一辆六轴半挂汽车列车，"
        "经称重车货总质量61320千克，限定49000千克，超限12320千克。",
    )
    party = story.handler("add_party", day, **FIRM | {"uscc": credit_code(100 + serial)}).about
    story.handler(
        "add_charge",
        day,
        party=party,
        violation_code="CX-001",
        conduct_on=day,
        facts=f"{chinese_day(day)}9时40分，当事人所有的蒙G99871六轴半挂汽车列车装载砂石行经S210线K32+500治超站，"
        "经检定合格的称重设备检测，车货总质量61320千克，超过限定质量49000千克，超限12320千克。",
        plate="蒙G99871",
        total_kg=61320,
        limit_kg=49000,
    )
    story.record_scene(
        day,
        "蒙G99871六轴半挂汽车列车停于称重台。称重显示车货总质量61320千克。驾驶人在场，拍摄车辆外观、"
        "称重显示、装载情况照片四张。驾驶人对称重结果无异议。",
        "于强",
        "驾驶人",
        plate="蒙G99871",
    )
    story.evidence(day, "documentary", "称重检测单", "S210线治超站", "车货总质量61320千克", specification="1页")
    story.evidence(day, "documentary", "称重设备检定证书复印件", "S210线治超站", "称重设备检定合格、在有效期内")
    story.evidence(day, "documentary", "车辆行驶证、道路运输证复印件", "驾驶人于强", "车辆所有人为当事人")
    story.evidence(day, "audiovisual", "现场照片", "执法人员拍摄", "车辆外观、称重显示和装载情况", quantity=4)
    story.evidence(day, "documentary", "装载清单", "驾驶人于强", "货物为砂石及其装载数量")
    story.file_case(day)
    story.interview(
        day,
        "于强",
        "驾驶人",
        [
            ("车上装的是什么，多少？", "砂石，装车时说是三十来吨，没有过磅。"),
            ("车是谁的？", "样例顺达运输有限公司的，我是雇的驾驶员。"),
        ],
    )
    sanction = {"kinds": ["fine"], "fine": Decimal(6000), "confiscation": Decimal(0), "other": "", "reason": ""}
    charge = story.case.charges.get()
    story.conclude(
        later(4),
        recommendation="penalty",
        findings=charge.facts + "当事人十二个月内第三次违法超限运输。",
        opinion="当事人的行为违反《中华人民共和国公路法》第五十条等规定，建议按超限12吨、每吨500元处罚款6000元。",
        sanctions={charge.pk: sanction},
    )
    if until == "approved":
        return story
    story.handler("issue_notice", later(5))
    story.serve("serve_notice", "violation-notice", later(6), "马顺", "法定代表人")
    statement = story.handler(
        "record_statement",
        later(7),
        party=party,
        oral=False,
        text="装货方虚报重量，公司受其误导，请求罚款5000元。",
    ).about
    story.handler(
        "answer_statement",
        later(9),
        statement=statement,
        accepted="not",
        answer="承运人负有核实装载质量的义务，装货方误报不是法定从轻情形；罚款按超限吨数计算，没有裁量余地。",
    )
    story.handler("submit_for_decision", later(14))
    if until == "ready":
        return story
    story.act("卫国", "decide_penalty", later(17), sanctions={charge.pk: sanction}, opinion="同意按告知的处罚决定。")
    story.serve("serve_decision", "penalty-decision", later(18), "马顺", "法定代表人")
    if until == "served":
        return story
    if until == "closed":
        story.publish(later(20))
    story.act(
        "杨兰",
        "record_payment",
        later(22),
        party=party,
        amount=Decimal(6000),
        channel="bank",
        receipt_number=f"蒙财票2026-{serial:06}",
    )
    if until == "closed":
        story.close(later(23), "当事人按期缴清罚款，决定已公示。")
        story.handler("copy_to_home_authority", later(25), authority="样例旗道路运输管理机构", plate="蒙G99871")
    return story


def dangerous_goods(cast: Cast, *, start: date = date(2026, 5, 6), serial: int = 1, until: str = "discussed") -> Story:
    """未取得危险货物运输许可: hearing held, review returned once, discussed with one dissent (May, June 2026)."""
    day, later = calendar(start)
    story = Story(
        cast,
        "赵刚",
        "孙丽",
        "冯涛",
        on=day,
        source="inspection",
        received_at=at(day, 10, 20),
        cause="样例宏达化工贸易有限公司涉嫌未取得道路危险货物运输许可从事危险货物运输",
        occurred_on=day,
        place="G304线K118+200",
        summary=f"{chinese_day(day)}，执法人员检查一辆运输第3类危险货物9吨的车辆，当事人不能提供道路危险货物运输许可。",
    )
    party = story.handler("add_party", day, **CHEMICALS | {"uscc": credit_code(200 + serial)}).about
    charge = story.handler(
        "add_charge",
        day,
        party=party,
        violation_code="WH-001",
        conduct_on=day,
        facts=f"{chinese_day(day)}10时20分，当事人使用蒙G99872货车在G304线K118+200处运输第3类危险货物（易燃液体）9吨，"
        "未取得道路危险货物运输许可，运费收入26000元。",
        plate="蒙G99872",
        illegal_income=Decimal(26000),
    ).about
    story.record_scene(
        day, "货车装载桶装易燃液体，桶身有第3类危险货物标志；驾驶人不能出示许可证件。", "白山", "驾驶人", hour=10
    )
    story.evidence(day, "documentary", "运输合同和运费收据", "当事人", "运费收入26000元")
    story.evidence(day, "documentary", "货物安全技术说明书", "当事人", "货物属第3类危险货物")
    story.file_case(later(1))
    story.interview(later(2), "高宏", "法定代表人", [("有没有危险货物运输许可？", "没有，以为自己的货自己拉不用办。")])
    sanction = {
        "kinds": ["fine", "confiscate_income"],
        "fine": Decimal(52000),
        "confiscation": Decimal(26000),
        "other": "",
        "reason": "违法所得超过2万元，按二倍罚款，为法定下限。",
    }
    story.conclude(
        later(7),
        recommendation="penalty",
        findings=charge.facts,
        opinion="建议没收违法所得26000元，并处违法所得二倍罚款52000元。",
        sanctions={charge.pk: sanction},
    )
    story.handler("issue_notice", later(8))
    story.serve("serve_notice", "violation-notice", later(9), "高宏", "法定代表人")
    if until == "notified":
        return story
    hearing = story.handler("request_hearing", later(13), party=party, oral=False).about
    story.handler(
        "convene_hearing",
        later(14),
        hearing=hearing,
        set_for=at(later(23), 9),
        place="样例旗交通运输局听证室",
        is_public=True,
        private_reason="",
        chair=cast["褚文"],
        recorder=cast["朱玉"],
    )
    story.act(
        "褚文",
        "hold_hearing",
        later(23),
        hearing=hearing,
        minutes="调查人员提出违法事实、证据和处罚建议；当事人称初次违法、已停止运输，请求从轻；双方质证、辩论并作最后陈述。",
        opinion="事实清楚，证据充分，拟处罚款已是法定下限，建议按告知的内容决定。",
    )
    if until == "heard":
        return story
    story.handler("submit_for_review", later(24))
    story.act(
        "陈静",
        "return_review",
        later(26),
        points=points(POINTS, {4: "案卷缺少装载质量的称重依据"}),
        outcome="returned",
        opinion="9吨的装载质量没有称重依据，补正后重新提请。",
        comments=[{"place": "现场笔录", "text": "补充装载质量的称重单"}],
    )
    story.evidence(later(28), "documentary", "装载质量称重单", "G304线治超站", "装载质量9吨")
    comment = story.case.reviews.get().comments.get()
    story.handler("answer_comments", later(28), answers={comment.pk: "已补充称重单，列入证据清单。"})
    story.handler("submit_for_review", later(28))
    if until == "under_review":
        return story
    story.act("陈静", "pass_review", later(30), points=points(POINTS), opinion="同意拟作出的处罚决定。")
    voices = [
        ("卫国", "agree", "同意拟处罚意见", "事实清楚，罚款为法定下限"),
        ("蒋平", "agree", "同意", "程序完备，听证意见已充分考虑"),
        ("沈红", "disagree", "建议再减轻", "当事人初次违法并已停止运输"),
    ]
    story.act(
        "卫国",
        "hold_discussion",
        later(32),
        started_at=at(later(32), 9),
        ended_at=at(later(32), 10, 30),
        place="局会议室",
        reporter=cast["赵刚"],
        recorder=cast["韩雪"],
        report="承办人汇报违法事实、证据、听证情况、法制审核意见和拟处罚意见。",
        conclusion="两票同意，一票不同意，多数同意拟作出的处罚决定。",
        agreed=True,
        voices=[
            {"officer": cast[name], "vote": vote, "opinion": said, "reason": why, "signed": True}
            for name, vote, said, why in voices
        ],
    )
    if until == "discussed":
        return story
    story.act("卫国", "decide_penalty", later(37), sanctions={charge.pk: sanction}, opinion="同意集体讨论的意见。")
    story.serve("serve_decision", "penalty-decision", later(38), "高宏", "法定代表人")
    return story


def first_offence(cast: Cast, *, start: date = date(2026, 8, 11), serial: int = 1) -> Story:
    """首违不罚: minor, first, corrected the same day; no penalty, with education (August 2026)."""
    day, later = calendar(start)
    story = Story(
        cast,
        "周勇",
        "吴敏",
        "陈军",
        on=day,
        source="inspection",
        received_at=at(day, 10),
        cause="样例旗老田货运部涉嫌普通货运许可证件逾期未年度审验",
        occurred_on=day,
        place="样例旗样例镇东街15号",
        summary=f"{chinese_day(day)}检查发现，当事人的普通货运许可证件逾期9日未年度审验，首次发现，当日补办。",
    )
    party = story.handler("add_party", day, **TRUCKER | {"id_number": identity_number(TRUCKER_BORN, serial)}).about
    story.handler(
        "add_charge",
        day,
        party=party,
        violation_code="HY-012",
        conduct_on=day,
        facts=f"{chinese_day(day)}检查时，当事人的道路运输证年度审验已逾期9日；当事人首次违法，当日补办审验，没有造成危害后果。",
    )
    story.record_scene(day, "出示的道路运输证年度审验已逾期9日。", "田大力", "经营者", hour=10)
    story.evidence(day, "documentary", "道路运输证复印件", "当事人", "审验逾期9日")
    story.file_case(day)
    order = story.handler(
        "order_correction", day, party=party, content="立即补办道路运输证年度审验。", due_on=None
    ).about
    story.handler("confirm_correction", day, correction=order, finding="当日已补办年度审验。")
    story.conclude(
        later(1),
        recommendation="no_penalty",
        findings=story.case.summary,
        opinion="初次违法，危害后果轻微并及时改正，建议不予行政处罚。",
    )
    story.act(
        "卫国",
        "decide_no_penalty",
        later(2),
        ground="first_offence",
        opinion="当事人初次违法，逾期时间短，没有造成危害后果，并于当日改正。",
        education=f"{chinese_day(later(2))}在当事人营业场所当面讲解年度审验的要求，当事人表示今后按期审验。",
        late_reason="",
    )
    story.serve("serve_decision", "no-penalty-decision", later(3), "田大力", "经营者")
    story.close(later(4), "当事人已改正，决定书已送达。")
    return story
