"""Which cases are published in these tests, told through the same door as every other?"""

from datetime import date
from decimal import Decimal
from typing import Any

from bureau.sample.identities import credit_code, identity_number
from bureau.sample.story import Cast, Story, at

DAY = date(2026, 8, 3)
"""A Monday without a holiday in the five weeks that follow."""
DECIDED = date(2026, 8, 24)
SERVED = date(2026, 8, 25)
REDACTED = date(2026, 8, 27)
PUBLISHED = date(2026, 8, 28)
LAST_SHOWN = date(2027, 8, 24)
"""A fine is 一般: at most one year from the day of the decision (信用修复管理办法, in force from 2026-04-01)."""

FIRM = {
    "kind": "organisation",
    "name": "样例风驰物流有限公司",
    "uscc": credit_code(31),
    "representative": "柳如松",
    "address": "样例旗样例镇货场路9号",
    "phone": "0475-0000131",
}
OTHER_FIRM = FIRM | {"name": "样例长风运输有限公司", "uscc": credit_code(32), "representative": "沈万里"}
PERSON = {
    "kind": "citizen",
    "name": "张铁柱",
    "id_number": identity_number(date(1985, 2, 17), 1),
    "sex": "男",
    "born_on": date(1985, 2, 17),
    "address": "样例旗样例苏木乌兰嘎查22号",
    "phone": "13904750011",
}
BOY = PERSON | {
    "name": "赵小宝",
    "id_number": identity_number(date(2009, 2, 17), 2),
    "born_on": date(2009, 2, 17),
    "phone": "13904750012",
}
FACTS = "2026年8月3日10时许，当事人的货车在S210线K32+500处经称重，车货总质量51000千克，超过限定质量2000千克。"


def overloaded(cast: Cast, *parties: dict[str, Any], facts: str = FACTS, **sanction: Any) -> Story:
    """A case of 超限运输 against these parties, decided on 24 August; what is served is for the test to say."""
    story = Story(
        cast,
        "李明",
        "王强",
        "郑海",
        on=DAY,
        source="inspection",
        received_at=at(DAY, 10),
        cause="涉嫌车货总质量超限行驶公路",
        occurred_on=DAY,
        place="S210线K32+500治超站",
        summary="车货总质量51000千克，限定49000千克。",
    )
    for one in parties:
        party = story.handler("add_party", DAY, **one).about
        story.handler(
            "add_charge",
            DAY,
            party=party,
            violation_code="CX-001",
            conduct_on=DAY,
            facts=facts,
            plate="蒙G99831",
            total_kg=51000,
            limit_kg=49000,
        )
    story.record_scene(DAY, "货车停于称重台。", "于强", "驾驶人", hour=10, plate="蒙G99831")
    for title in ("称重检测单", "称重设备检定证书复印件", "车辆行驶证、道路运输证复印件", "装载清单"):
        story.evidence(DAY, "documentary", title, "驾驶人于强", "违法事实")
    story.evidence(DAY, "audiovisual", "现场照片", "执法人员拍摄", "违法事实")
    story.file_case(DAY)
    story.interview(DAY, "于强", "驾驶人", [("车是谁的？", "当事人的。")])
    decide(story, sanction or {"kinds": ["fine"], "fine": Decimal(1000)})
    return story


def decide(story: Story, sanction: dict[str, Any]) -> None:
    whole = {"fine": Decimal(0), "confiscation": Decimal(0), "other": "", "reason": ""} | sanction
    sanctions = {charge.pk: whole for charge in story.case.charges.all()}
    story.conclude(
        date(2026, 8, 10), recommendation="penalty", findings=FACTS, opinion="建议处罚。", sanctions=sanctions
    )
    story.handler("issue_notice", date(2026, 8, 11))
    story.serve("serve_notice", "violation-notice", date(2026, 8, 12), "", "本人")
    story.handler("submit_for_decision", date(2026, 8, 21))
    story.act("卫国", "decide_penalty", DECIDED, sanctions=sanctions, opinion="同意处罚。")


def serve(story: Story) -> None:
    story.serve("serve_decision", "penalty-decision", SERVED, "", "本人")
