"""The guards of discretion: the step that was found, one fine for one act, no penalty where the law exempts."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from bureau.sample.story import Story
from tests.cases.guard_table import Make, Situation, row, situation

FINE = {"kinds": ["fine"], "confiscation": Decimal(0), "other": "", "reason": ""}


def reported(fine: int, *circumstances: str, **changed: Any) -> Callable[[Story], dict[str, Any]]:
    """The report on the dangerous goods: 26,000 yuan of income, so 52,000 to 260,000 yuan (道路运输条例 63(3))."""

    def facts(story: Story) -> dict[str, Any]:
        charge = story.case.charges.get().pk
        found = {charge: {"circumstances": list(circumstances), "level": ""}}
        one = FINE | {"fine": Decimal(fine)} | changed
        return {"recommendation": "penalty", "found": found, "sanctions": {charge: one}}

    return facts


# The lower 30 % of 208,000 yuan end at 114,400.
LIGHT = situation("discussed", "赵刚", date(2026, 6, 26), reported(114400, "cooperative"))
UNPUNISHED = situation("discussed", "赵刚", date(2026, 6, 26), reported(0, "no_fault", kinds=[]))


@row("deviation_has_a_reason", "行政处罚法:34", "不在建议的“从轻”等次 52,000 元至 114,400 元之内", LIGHT)
def _(now: Situation) -> None:
    (one,) = now.facts["sanctions"].values()
    one["fine"] = Decimal(114401)


@row("exempt_conduct_is_not_punished", "行政处罚法:33.1", "没有主观过错", UNPUNISHED)
def _(now: Situation) -> None:
    (one,) = now.facts["sanctions"].values()
    one["kinds"] = ["warning"]


def income(confiscated: int, returned: int = 0, to: str = "") -> Make:
    """Of 26,000 yuan of income."""
    one = {"kinds": ["fine", "confiscate_income"], "confiscation": Decimal(confiscated)}
    facts = reported(114400, "cooperative", returned=Decimal(returned), returned_to=to, **one)
    return situation("discussed", "赵刚", date(2026, 6, 26), facts)


@row(
    "income_is_confiscated",
    "行政处罚法:28.2",
    "查明违法所得 26,000 元，没收 24,999 元、退赔 1,000 元，还有 1 元没有没收",
    income(25000, 1000, "托运人，多收的运费。"),
)
def _(now: Situation) -> None:
    (one,) = now.facts["sanctions"].values()
    one["confiscation"] = Decimal(24999)


@row("no_more_than_the_income", "行政处罚法:28.2", "超过查明的违法所得 26,000 元", income(26000))
def _(now: Situation) -> None:
    (one,) = now.facts["sanctions"].values()
    one["confiscation"] = Decimal("26000.01")


@row(
    "returning_has_its_reason",
    "行政处罚法:28.2",
    "退赔 1,000 元，没有写明退给谁",
    income(25000, 1000, "托运人，多收的运费。"),
)
def _(now: Situation) -> None:
    (one,) = now.facts["sanctions"].values()
    one["returned_to"] = " "


def overweight(story: Story) -> dict[str, Any]:
    charge = story.case.charges.get().pk
    return {"recommendation": "penalty", "sanctions": {charge: FINE | {"fine": Decimal(6000)}}}


@row(
    "no_second_fine_for_one_act",
    "行政处罚法:29",
    "与“车货总质量超限行驶公路”是同一个违法行为",
    situation("ready", "李明", date(2026, 4, 2), overweight),
)
def _(now: Situation) -> None:
    # 6,000 yuan for the weight; 3,000 at most for the size of the same load.
    now.facts["sanctions"][second_rule(now).pk] = FINE | {"fine": Decimal(500)}


def second_rule(now: Situation) -> Any:
    """The same journey breaks the limit of size as well."""
    charge = now.case.charges.get()
    return now.case.charges.create(
        party=charge.party, violation_code="CX-002", conduct_on=charge.conduct_on, facts="超高。", same_act_as=charge
    )


def another_charge(story: Story) -> dict[str, Any]:
    charge = story.case.charges.get()
    return {"party": charge.party, "violation_code": "CX-002", "conduct_on": charge.conduct_on, "same_act_as": charge}


@row(
    "one_act_is_of_one_party",
    "行政处罚法:29",
    "不能与另一当事人的并作一个行为",
    situation("ready", "李明", date(2026, 4, 2), another_charge),
)
def _(now: Situation) -> None:
    now.facts["party"] = now.case.parties.create(kind="citizen", name="于强", id_number="x", address="样例旗")
