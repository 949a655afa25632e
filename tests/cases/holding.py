"""How does a case come to hold a party's things, for the tests of coercive measures?"""

from datetime import date, datetime
from typing import Any

from bureau.sample.dangerous_goods import found
from bureau.sample.story import Cast, Story, at
from cases.models import CoerciveMeasure
from cases.services import Done, perform

TAKEN = date(2026, 5, 6)
LORRY = {
    "kind": "vehicle",
    "name": "蒙G99872号车辆",
    "specification": "重型货车",
    "quantity": "1辆",
    "condition": "完好",
}
FACTS = {
    "authority": "detain-without-permit",
    "reason": "使用没有营运证的车辆运输危险货物，不能当场提供其他有效证明。",
    "relation_to_conduct": "违法运输使用的车辆",
    "follows": "",
    "necessities": False,
    "sealed_elsewhere": False,
    "opinion": "建议暂扣车辆。",
}


def asked(story: Story, **changed: Any) -> dict[str, Any]:
    return FACTS | {"party": story.party, "things": [dict(LORRY)]} | changed


def on_the_spot(story: Story, moment: datetime | None = None, **changed: Any) -> dict[str, Any]:
    scene = story.case.inquiries.filter(kind="scene").first()
    return {
        "carried_out_at": moment or at(TAKEN, 11, 20),
        "scene": scene,
        "second_officer": story.cast[story.second],
        "party_present": True,
        "witness": "",
        "told": True,
        "heard": "没有意见。",
        "handed_to": "白山",
        "place": "样例旗停车场",
    } | changed


def measure_of(story: Story) -> CoerciveMeasure:
    return CoerciveMeasure.objects.filter(case=story.case).latest("pk")


def do(story: Story, who: str, key: str, on: date, *, about: Any = None, **facts: Any) -> Done:
    return perform(about or measure_of(story), key, story.cast[who], on, **facts)


def proposed(cast: Cast) -> Story:
    """Found on the road on 6 May and filed on the 7th; the handlers ask for the lorry to be detained."""
    story = found(cast, TAKEN, 1)
    story.handler("propose_measure", date(2026, 5, 7), **asked(story))
    return story


def taken_at_once(cast: Cast, moment: datetime | None = None) -> Story:
    story = found(cast, TAKEN, 1)
    story.handler("take_measure_at_once", date(2026, 5, 7), **asked(story), **on_the_spot(story, moment))
    return story


def reported(cast: Cast) -> Story:
    story = taken_at_once(cast)
    do(story, "赵刚", "report_measure", date(2026, 5, 7), reported_at=at(date(2026, 5, 7), 10), late_reason="")
    return story


def detained(cast: Cast) -> Story:
    """In force since 6 May, approved afterwards on the 7th: the hold ends on Friday 5 June."""
    story = reported(cast)
    do(story, "卫国", "confirm_measure", date(2026, 5, 7), opinion="同意。", approved_at=at(date(2026, 5, 7), 15))
    return story


def kept(cast: Cast) -> Story:
    """In the hands of the keeper."""
    story = detained(cast)
    offer(story)
    change = story.case.custody_changes.get()
    facts = {"taken_at": at(date(2026, 5, 7), 16), "remark": "与清单一致。"}
    do(story, "施康", "take_over_things", date(2026, 5, 7), about=change, **facts)
    return story


def offer(story: Story) -> None:
    facts = {"handed_at": at(date(2026, 5, 7), 15, 30), "place": "涉案财物库", "condition": "完好，钥匙一把"}
    do(story, "赵刚", "hand_over_things", date(2026, 5, 7), taker=story.cast["施康"], **facts)
