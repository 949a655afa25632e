"""The guards of suspending and ending an investigation, each with what it refuses."""

from datetime import date
from typing import Any

from cases.models import Suspension
from tests.cases.guard_rows.ordinary import INVESTIGATED
from tests.cases.guard_table import Situation, Stories, row, situation

DAY = date(2026, 5, 26)


def suspended(now: Situation, state: str = "running") -> Suspension:
    days: dict[str, Any] = {"proposed_on": date(2026, 3, 20), "began_on": date(2026, 3, 20)}
    return now.case.suspensions.create(ground="party_missing", explanation="下落不明。", state=state, **days)


def waiting(stories: Stories) -> Situation:
    """Reported by the handlers, not yet answered by the head."""
    now = situation("notified", "卫国", DAY)(stories)
    now.case.approvals.create(
        matter="ending",
        act="propose_ending",
        post="case_officers",
        officer=now.cast["赵刚"],
        opinion="没有违法事实。",
        given_on=DAY,
    )
    return now


@row("not_suspended", "行政处罚法:60", "本案自 2026-03-20 起中止调查", INVESTIGATED)
def _(now: Situation) -> None:
    suspended(now)


@row("no_suspension_is_open", "行政处罚法:60", "本案已在中止或者正在报批中止", INVESTIGATED)
def _(now: Situation) -> None:
    suspended(now, "proposed")


@row("suspension_is_provided", "行政处罚法:60", "没有规定可以中止调查的情形", INVESTIGATED)
def _(now: Situation) -> None:
    now.on = date(2021, 7, 14)


@row("is_still_investigated", "行政处罚法:60", "不能中止调查", situation("notified", "卫国", DAY))
def _(now: Situation) -> None:
    type(now.case).objects.filter(pk=now.case.pk).update(state="ready")


@row("ending_is_proposed", "行政处罚法:57.1", "承办人还没有报请终止调查", waiting)
def _(now: Situation) -> None:
    now.case.approvals.create(
        matter="ending",
        act="return_ending",
        post="bureau_head",
        officer=now.cast["卫国"],
        opinion="继续调查。",
        given_on=DAY,
    )


@row("measures_are_lifted", "行政强制法:28.1", "“查封扣押”还没有解除", INVESTIGATED)
def _(now: Situation) -> None:
    now.case.terms.create(
        key="seizure",
        title="查封扣押",
        nature="duty",
        basis="行政强制法:25.1",
        opened_on=now.on,
        due_on=now.on,
        derivation="",
    )
