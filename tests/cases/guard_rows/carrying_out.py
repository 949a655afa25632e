"""The guards of penalties that are not money. Case 1 served on 3 April 2026, its licence revoked besides the fine."""

from datetime import date
from typing import Any

from bureau.sample.stories import overload
from bureau.sample.story import Cast, Story
from cases.models import Sanction
from tests.cases.guard_table import STORIES, Situation, Stories, row

DAY = date(2026, 4, 20)


def revoke(story: Story) -> None:
    """As if the catalogue had provided it: the decision revokes the licence besides the fine."""
    Sanction.objects.filter(charge__case=story.case, stage="decided").update(kinds=["fine", "revoke"])


def revoked(cast: Cast) -> Story:
    story = overload(cast, until="served", serial=81)
    revoke(story)
    return story


STORIES["revoked"] = revoked


def handed_in(story: Story, **facts: Any) -> dict[str, Any]:
    told = {
        "charge": story.charge,
        "kind": "revoke",
        "refused": False,
        "carried_out_on": date(2026, 4, 13),
        "until": None,
        "how": "收缴道路运输经营许可证正本、副本各一份。",
        "evidence": None,
        "proof": "收缴证件清单（蒙样交执收〔2026〕001号）",
        "organ": "2026年4月13日函告样例旗行政审批局（蒙样交执函〔2026〕003号）",
    }
    return told | facts


def at_hand(stories: Stories) -> Situation:
    story = stories["revoked"]
    return Situation(story, story.cast["李明"], DAY, handed_in(story))


@row("penalty_is_still_to_be_carried_out", "行政处罚法:66.1", "没有这项还要执行的处罚", at_hand)
def _(now: Situation) -> None:
    now.facts["kind"] = "stop"


@row("performance_is_proven", "行政处罚法:66.1", "没有证明“吊销许可证件”执行情况的证据或者文书", at_hand)
def _(now: Situation) -> None:
    now.facts["proof"] = "　"


@row("carried_out_after_service", "行政处罚法:66.1", "早于决定送达的日期", at_hand)
def _(now: Situation) -> None:
    now.facts["carried_out_on"] = date(2026, 4, 1)


def done(stories: Stories) -> Situation:
    found = at_hand(stories)
    found.story.handler("record_performance", DAY, **found.facts)
    return found


@row("other_penalties_are_carried_out", "行政处罚法:66.1", "“吊销许可证件”还没有执行的记录", done)
def _(now: Situation) -> None:
    now.case.performances.all().delete()
