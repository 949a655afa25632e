"""超限运输: fine by formula, statement not accepted, paid, published, closed."""

from datetime import date
from decimal import Decimal

from bureau.sample.identities import credit_code
from bureau.sample.story import Cast, Story, at, tell
from cases.papers.parts import chinese_day

FIRM = {
    "kind": "organisation",
    "name": "样例顺达运输有限公司",
    "uscc": credit_code(1),
    "representative": "马顺",
    "address": "样例旗样例镇物流园3号",
    "phone": "0475-0000101",
}
SANCTION = {"kinds": ["fine"], "fine": Decimal(6000), "confiscation": Decimal(0), "other": "", "reason": ""}


def overload(cast: Cast, *, start: date = date(2026, 3, 10), serial: int = 1, until: str = "paid") -> Story:
    """Told until "approved", "ready", "served", "paid" (by then unpublished) or "closed"."""
    story = found(cast, start, serial)
    phases = {"approved": propose, "ready": hear, "served": decide, "paid": pay}
    if until == "closed":
        phases |= {"paid": publish_and_pay, "closed": close}
    return tell(story, phases, until)


def found(cast: Cast, start: date, serial: int) -> Story:
    """At the weighing station."""
    day = start
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
    story.handler("add_party", day, **FIRM | {"uscc": credit_code(100 + serial)})
    story.handler(
        "add_charge",
        day,
        party=story.party,
        violation_code="CX-001",
        conduct_on=day,
        facts=f"{chinese_day(day)}9时40分，当事人所有的蒙G99871六轴半挂汽车列车装载砂石行经S210线K32+500治超站，"
        "经检定合格的称重设备检测，车货总质量61320千克，超过限定质量49000千克，超限12320千克。",
        plate="蒙G99871",
        total_kg=61320,
        limit_kg=49000,
    )
    story.serial = serial
    inquire(story, day)
    return story


def inquire(story: Story, day: date) -> None:
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


def propose(story: Story) -> None:
    story.conclude(
        story.later(4),
        recommendation="penalty",
        findings=story.charge.facts + "当事人十二个月内第三次违法超限运输。",
        opinion="当事人的行为违反《中华人民共和国公路法》第五十条等规定，建议按超限12吨、每吨500元处罚款6000元。",
        sanctions={story.charge.pk: dict(SANCTION)},
    )


def hear(story: Story) -> None:
    """Notice, statement, answer."""
    story.handler("issue_notice", story.later(5))
    story.serve("serve_notice", "violation-notice", story.later(6), "马顺", "法定代表人")
    statement = story.handler(
        "record_statement",
        story.later(7),
        party=story.party,
        oral=False,
        text="装货方虚报重量，公司受其误导，请求罚款5000元。",
    ).about
    story.handler(
        "answer_statement",
        story.later(9),
        statement=statement,
        accepted="not",
        answer="承运人负有核实装载质量的义务，装货方误报不是法定从轻情形；罚款按超限吨数计算，没有裁量余地。",
    )
    story.handler("submit_for_decision", story.later(14))


def decide(story: Story) -> None:
    story.act(
        "卫国",
        "decide_penalty",
        story.later(17),
        sanctions={story.charge.pk: dict(SANCTION)},
        opinion="同意按告知的处罚决定。",
    )
    story.serve("serve_decision", "penalty-decision", story.later(18), "马顺", "法定代表人")


def pay(story: Story) -> None:
    story.act(
        "杨兰",
        "record_payment",
        story.later(22),
        party=story.party,
        amount=Decimal(6000),
        channel="bank",
        receipt_number=f"蒙财票2026-{story.serial:06}",
    )


def publish_and_pay(story: Story) -> None:
    story.publish(story.later(20))
    pay(story)


def close(story: Story) -> None:
    story.close(story.later(23), "当事人按期缴清罚款，决定已公示。")
    story.handler("copy_to_home_authority", story.later(25), authority="样例旗道路运输管理机构", plate="蒙G99871")
