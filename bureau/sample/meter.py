"""当场处罚: a taxi driver who refused the meter, fined 200 yuan on the square before the station."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from bureau.sample.identities import identity_number
from bureau.sample.story import Cast, Story, at, tell
from cases.papers.parts import chinese_day
from law.holidays import add_working_days

DRIVER_BORN = date(1986, 9, 3)
DRIVER = {
    "kind": "citizen",
    "name": "何三",
    "id_number": identity_number(DRIVER_BORN, 1),
    "sex": "男",
    "born_on": DRIVER_BORN,
    "address": "样例旗样例镇北街3号",
}
PLACE = "样例旗火车站站前广场"
REASON = "在站前广场当众拒绝使用计价器并与乘客争执，影响较坏。"


def meter(cast: Cast, *, start: date = date(2026, 7, 2), until: str = "closed", procedure: str = "summary") -> Story:
    """Told up to and with one of: found, punished, copied, paid, published, closed."""
    story = Story(
        cast,
        "李明",
        "王强",
        "郑海",
        on=start,
        procedure=procedure,
        source="inspection",
        received_at=at(start, 15, 10),
        cause="何三涉嫌巡游出租不按规定使用计价器",
        occurred_on=start,
        place=PLACE,
        summary=f"{chinese_day(start)}检查发现，当事人驾驶巡游出租汽车载客时拒绝使用计价器。",
    )
    return tell(story, PHASES, until)


def found(story: Story) -> None:
    day = story.start
    story.handler("add_party", day, **DRIVER)
    facts = f"{chinese_day(day)}15时10分，当事人在{PLACE}驾驶蒙GX0001号巡游出租汽车载客，拒绝使用计价器。"
    story.handler(
        "add_charge",
        day,
        party=story.party,
        violation_code="CZ-007",
        conduct_on=day,
        facts=facts,
        plate="蒙GX0001",
    )
    story.evidence(day, "audiovisual", "现场执法音像记录", "执法记录仪", "拒绝使用计价器")


def spot_facts(story: Story, fine: int = 200, **changed: Any) -> dict[str, Any]:
    """The facts of a lawful penalty on the spot; what is changed belongs to `spot`."""
    one = {"kinds": ["fine"], "fine": Decimal(fine), "confiscation": Decimal(0), "other": "", "reason": REASON}
    spot = {
        "given_at": at(story.start, 15, 20),
        "certificates_shown": True,
        "told_facts": True,
        "told_rights": True,
        "told_fine": Decimal(fine),
        "signing": "paper",
        "signer": "何三",
        "signer_relation": "本人",
        "refusal": "",
    }
    return {
        "sanctions": {charge.pk: one for charge in story.case.charges.all()},
        "statement": {"text": "", "accepted": "", "answer": ""},
        "spot": spot | changed,
    }


def punished(story: Story) -> None:
    story.handler("punish_on_the_spot", story.start, **spot_facts(story))


def copied(story: Story) -> None:
    story.act_on(story.case.spot_penalties.get(), story.first, "file_spot_copy", story.start, recipient="法制股")


def paid(story: Story) -> None:
    story.act(
        "杨兰",
        "record_payment",
        add_working_days(story.start, 2),
        party=story.party,
        amount=Decimal(200),
        channel="bank",
        receipt_number="NM-2026-0300",
    )


def published(story: Story) -> None:
    story.publish(add_working_days(story.start, 3))


def closed(story: Story) -> None:
    story.close(add_working_days(story.start, 4), "罚款已缴清。")


PHASES: dict[str, Callable[[Story], None]] = {
    "found": found,
    "punished": punished,
    "copied": copied,
    "paid": paid,
    "published": published,
    "closed": closed,
}
