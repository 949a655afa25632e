"""The guards of what is made good. Case 1 whose licence was taken before its decision fell; goods of case 2 sold for 480 yuan."""

from datetime import date
from decimal import Decimal
from typing import Any

from bureau.sample.stories import overload
from bureau.sample.story import Cast, Story
from tests.cases import holding
from tests.cases.guard_rows.carrying_out import handed_in, revoke
from tests.cases.guard_rows.coercion import MAY_8, disposal
from tests.cases.guard_table import STORIES, Situation, Stories, row

FALLEN = date(2026, 5, 20)


def fallen_after_it_was_carried_out(cast: Cast) -> Story:
    """The licence handed in on 13 April, the decision annulled by the bureau itself on 20 May."""
    story = overload(cast, until="served", serial=82)
    revoke(story)
    story.handler("record_performance", date(2026, 4, 20), **handed_in(story))
    decision = story.case.decisions.get()
    annulled = {"outcome": "annulled", "opinion": "主要证据不足。", "procedural": False, "redo_ordered": False}
    story.act("卫国", "set_aside_decision", FALLEN, decision=decision, **annulled)
    return story


STORIES["fallen after it was carried out"] = fallen_after_it_was_carried_out


def given_back(story: Story, **facts: Any) -> dict[str, Any]:
    told = {
        "party": story.party,
        "ground": "annulled",
        "performance": story.case.performances.get(),
        "measure": None,
        "execution": None,
        "disposal": None,
        "manner": "licence",
        "what": "道路运输经营许可证正本、副本",
        "amount": Decimal(0),
        "reckoning": "",
        "reason": "决定已撤销。",
    }
    return told | facts


def to_be_given_back(stories: Stories) -> Situation:
    story = stories["fallen after it was carried out"]
    return Situation(story, story.cast["李明"], FALLEN, given_back(story))


@row("something_is_to_be_made_good", "行政强制法:41", "没有这样的事项需要恢复或者补偿", to_be_given_back)
def _(now: Situation) -> None:
    now.case.decisions.update(effect="standing")


def paid_for(stories: Stories) -> Situation:
    found = to_be_given_back(stories)
    found.facts |= {"manner": "damages", "amount": Decimal(300), "reckoning": "补办工本费300元。"}
    return found


@row("compensation_has_its_sum", "行政强制法:41", "没有写明金额和计算办法", paid_for)
def _(now: Situation) -> None:
    now.facts["reckoning"] = " "


def asked_for(stories: Stories) -> Situation:
    found = to_be_given_back(stories)
    asked: Any = found.story.handler("propose_restitution", FALLEN, **found.facts).about
    return Situation(found.story, found.cast["卫国"], FALLEN, {}, asked)


def ordered(stories: Stories) -> Situation:
    found = asked_for(stories)
    found.story.act_on(found.subject, "卫国", "approve_restitution", FALLEN, within=10, opinion="同意发还。")
    return found


def given_back_at_last(stories: Stories) -> Situation:
    found = ordered(stories)
    found.story.act_on(found.subject, "李明", "carry_out_restitution", FALLEN, done_how="已发还。", proof="收条。")
    return to_be_given_back(stories)


@row(
    "everything_is_made_good",
    "行政强制法:41",
    "“样例顺达运输有限公司：吊销许可证件”还没有恢复、退还",
    given_back_at_last,
)
def _(now: Situation) -> None:
    now.case.restitutions.all().delete()


def sold_at_its_price(stories: Stories) -> Situation:
    """Valued at 500 yuan, sold for 350: seven tenths, not clearly less."""
    story = stories["things detained"]
    facts = disposal(story) | {"manner": "sale", "basis": "行政强制法:28.2", "reason": "易变质。"}
    facts |= {"valuation": Decimal(500), "valued_by": "市场价", "auction_house": "", "house_licence": ""}
    one: Any = holding.do(story, "赵刚", "propose_disposal", MAY_8, **facts).about
    holding.do(story, "卫国", "approve_disposal", MAY_8, about=one, opinion="同意。")
    done = {"receiver": "样例旗超市", "proceeds": Decimal(350), "receipt": "收据1号"}
    holding.do(story, "赵刚", "carry_out_disposal", MAY_8, about=one, **done)
    return Situation(story, story.cast["赵刚"], MAY_8, {"proceeds": Decimal(350)}, holding.measure_of(story))


@row("low_price_is_decided_on", "行政强制法:28.2", "所得 349.00 元，明显低于估价 500.00 元", sold_at_its_price)
def _(now: Situation) -> None:
    now.case.disposals.update(proceeds=Decimal(349))
