"""The guards of what is cleared at once, of served papers and of conduct that is no longer punished."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.timezone import make_aware

from bureau.sample.stories import overload
from bureau.sample.story import Cast, Story
from tests.cases.guard_table import STORIES, Make, Situation, Stories, row, situation

DAY = date(2026, 3, 24)
SAND = {
    "what": "遗洒的砂石",
    "cannot": "现场没有机械。",
    "party_is_present": True,
    "executor": "样例旗公路养护站",
    "manner": "装载机清除。",
    "budget": Decimal(800),
    "law": "",
    "opinion": "危及交通安全。",
}


def spilled(cast: Cast) -> Story:
    """The head has decided that the road is cleared at once, on 2026-03-24."""
    story = overload(cast, until="approved", serial=74)
    story.act("卫国", "clear_at_once", DAY, party=story.case.parties.get(), **SAND)
    return story


STORIES |= {"spilled": spilled}


def cleared(**facts: Any) -> Make:
    def make(stories: Stories) -> Situation:
        story = stories["spilled"]
        told = {"supervisor": story.cast["李明"], "carried_out_at": make_aware(datetime(2026, 3, 24, 15, 0))}
        return Situation(story, story.cast["李明"], DAY, told | facts, story.case.clearings.get())

    return make


@row(
    "party_cannot_clear",
    "行政强制法:52",
    "没有写明当事人不能清除的原因",
    situation("spilled", "卫国", DAY, lambda story: {"cannot": "现场没有机械。"}),
)
def it_can(found: Situation) -> None:
    found.facts["cannot"] = " "


@row("clearing_is_supervised", "行政强制法:51.1(3)", "卫国批准了代履行，不能同时作为到场监督人", cleared())
def by_the_head_himself(found: Situation) -> None:
    found.facts["supervisor"] = found.cast["卫国"]


@row("cleared_after_the_decision", "行政强制法:52", "早于代履行决定（2026-03-24）", cleared())
def the_evening_before(found: Situation) -> None:
    found.facts["carried_out_at"] = make_aware(datetime(2026, 3, 23, 23, 59))


@row("every_paper_is_served", "行政处罚法:61.1", "《代履行决定书》", situation("served", "李明", date(2026, 4, 20)))
def the_order_lies_on_the_desk(found: Situation) -> None:
    paper = found.case.documents.filter(form_key="penalty-decision").get()
    found.case.documents.create(
        form_key="substitute-decision",
        party=paper.party,
        state="issued",
        content={},
        content_sha256="0" * 64,
        drawn_by=found.officer,
        drawn_on=found.on,
        issued_on=found.on,
    )


@row(
    "conduct_is_still_punishable",
    "行政处罚法:37",
    "在 1999-12-31 已经没有处罚规定",
    situation("ready", "李明", date(2026, 4, 2)),
)
def before_there_was_such_a_rule(found: Situation) -> None:
    found.on = date(1999, 12, 31)
