"""证据先行登记保存: plates for forged permits, kept by registration; decided in time, or released by the law itself."""

from datetime import date, timedelta

from bureau.sample.identities import identity_number
from bureau.sample.story import Cast, Story, at, tell
from cases.models import Preservation
from cases.papers.parts import chinese_day
from cases.sweep import sweep

ENGRAVER_BORN = date(1984, 4, 3)
ENGRAVER = {
    "kind": "citizen",
    "name": "贺广",
    "id_number": identity_number(ENGRAVER_BORN, 1),
    "sex": "男",
    "born_on": ENGRAVER_BORN,
    "address": "样例旗样例镇北街7号",
    "phone": "0475-0000106",
}
PLATES = [{"name": "超限运输通行证印版", "specification": "30×20厘米", "quantity": "4块", "condition": "完好"}]


def printing_plates(cast: Cast, *, start: date = date(2026, 9, 15), serial: int = 1, until: str = "kept") -> Story:
    """Phases: proposed, kept, lapsed."""
    phases = {"proposed": propose, "kept": keep, "lapsed": forget}
    return tell(found(cast, start, serial), phases, until)


def found(cast: Cast, start: date, serial: int) -> Story:
    day = start
    story = Story(
        cast,
        "赵刚",
        "孙丽",
        "冯涛",
        on=day,
        source="report",
        received_at=at(day, 9),
        cause="贺广涉嫌使用伪造的超限运输车辆通行证",
        occurred_on=day,
        place="样例旗样例镇北街7号",
        summary=f"{chinese_day(day)}接举报，在当事人住处发现伪造通行证的印版四块。",
    )
    party = story.handler("add_party", day, **ENGRAVER | {"id_number": identity_number(ENGRAVER_BORN, serial)}).about
    facts = f"{chinese_day(day)}当事人使用伪造的超限运输车辆通行证。"
    story.handler("add_charge", day, party=party, violation_code="CX-006", conduct_on=day, facts=facts)
    return story


def propose(story: Story) -> None:
    reason = "印版是伪造通行证的工具，当事人随时可能转移、销毁。"
    story.handler("propose_preservation", story.start, party=story.party, reason=reason, things=PLATES)


def keep(story: Story) -> None:
    day = story.start
    story.act_on(kept_of(story), "卫国", "approve_preservation", day, opinion="同意登记保存。")
    story.act_on(
        kept_of(story),
        story.first,
        "register_things",
        day,
        kept_at=at(day, 11),
        place="样例旗交通运输局证物室",
        keeper="韩雪",
        second_officer=story.cast[story.second],
        things=PLATES,
        signed=True,
        refusal="",
    )


def forget(story: Story) -> None:
    """Nobody decides: the sweep of the day after the last one releases the things."""
    sweep(story.later(7) + timedelta(days=1))


def kept_of(story: Story) -> Preservation:
    return Preservation.objects.get(case=story.case)
