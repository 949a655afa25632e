"""The guards of recusal and of a change of officers, each with what it refuses."""

from datetime import date
from typing import Any

from bureau.sample.story import at
from cases.models import RecusalRequest
from tests.cases.guard_rows.ordinary import READY, REVIEWED
from tests.cases.guard_table import Situation, Stories, row, situation

DAY = date(2026, 4, 2)


def recused(now: Situation, name: str, state: str = "granted") -> RecusalRequest:
    """Decided by 沈红 before the day; only asked for where another state is named."""
    decided: dict[str, Any] = {"decided_on": date(2026, 3, 20), "decided_by": now.cast["沈红"]}
    return now.case.recusals.create(
        person=now.cast[name],
        origin="ordered",
        reason="有利害关系。",
        requested_on=date(2026, 3, 20),
        state=state,
        **(decided if state != "requested" else {}),
    )


def asked(name: str) -> Any:
    def make(stories: Stories) -> Situation:
        now = situation("ready", "卫国", DAY, lambda story: {"opinion": "属实。", "collective": ""})(stories)
        now.subject = recused(now, name, "requested")
        return now

    return make


def about(name: str, who: str = "李明", origin: str = "party") -> Any:
    return situation("ready", who, DAY, lambda story: {"person": story.cast[name], "origin": origin})


CHANGE = situation("ready", "郑海", DAY, lambda story: {"assigned": story.cast["周勇"], "handed_over": "案卷一册。"})
SETTING = situation(
    "notified",
    "赵刚",
    date(2026, 5, 26),
    lambda story: {
        "set_for": at(date(2026, 6, 5), 9),
        "chair": story.cast["褚文"],
        "recorder": story.cast["朱玉"],
    },
)


@row("is_not_recused", "行政处罚法:43", "卫国已回避本案，不得办理", READY)
def _(now: Situation) -> None:
    recused(now, "卫国")


@row("not_about_oneself", "行政处罚法:43.3", "卫国不得决定本人是否回避", asked("蒋平"))
def _(now: Situation) -> None:
    now.case.recusals.update(person=now.cast["卫国"])


@row("heads_decide_together_on_a_head", "行政处罚法:43.3", "蒋平是本机关负责人", asked("王强"))
def _(now: Situation) -> None:
    now.case.recusals.update(person=now.cast["蒋平"])


@row("recusal_is_not_yet_asked_for", "行政处罚法:43", "王强的回避已在办理或者已经决定", about("王强"))
def _(now: Situation) -> None:
    recused(now, "王强", "requested")


@row("own_motion_is_ones_own", "行政处罚法:43.1", "自行申请回避由王强本人登记", about("李明", origin="own"))
def _(now: Situation) -> None:
    now.facts["person"] = now.cast["王强"]


@row("recused_do_not_vote", "行政处罚法:43", "沈红已回避本案，不得参加讨论和表决", REVIEWED)
def _(now: Situation) -> None:
    decided = {"decided_on": date(2026, 6, 1), "decided_by": now.cast["卫国"], "requested_on": date(2026, 6, 1)}
    now.case.recusals.create(
        person=now.cast["沈红"], origin="ordered", reason="有利害关系。", state="granted", **decided
    )


@row("hand_over_is_listed", "行政处罚法:42.1", "更换承办人须写明移交了什么", CHANGE)
def _(now: Situation) -> None:
    now.facts["handed_over"] = " "


@row("recused_handler", "行政处罚法:43", "周勇在本案中是已回避的人员，不得担任承办人", CHANGE)
def _(now: Situation) -> None:
    recused(now, "周勇")


@row("recused_chair", "行政处罚法:43", "褚文在本案中是已回避的人员，不得担任听证主持人", SETTING)
def _(now: Situation) -> None:
    recused(now, "褚文")


@row("recused_recorder", "行政处罚法:43", "朱玉在本案中是已回避的人员，不得担任听证记录人", SETTING)
def _(now: Situation) -> None:
    recused(now, "朱玉")
