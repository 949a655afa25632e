"""The guards of joining and parting cases, each with what it refuses."""

from datetime import date
from typing import Any

from cases.models import Case, Joinder
from tests.cases.guard_rows.ordinary import INVESTIGATED, READY
from tests.cases.guard_table import Situation, Stories, row, situation

DAY = date(2026, 4, 2)


def neighbour(now: Situation, **more: Any) -> Case:
    """Another case, as a row only."""
    told: dict[str, Any] = {"state": "investigating", "number": "邻1号", "filed_on": DAY} | more
    case = now.case
    return Case.objects.create(
        cause="另一案件",
        source="inspection",
        received_at=case.received_at,
        occurred_on=case.occurred_on,
        place=case.place,
        summary="另一案件。",
        department=case.department,
        registered_on=case.registered_on,
        **told,
    )


def merged_away(now: Situation) -> Joinder:
    return neighbour(now).joinders.create(
        other=now.case, kind="merge", state="merged", reason="同一当事人。", proposed_on=DAY
    )


def parted(now: Situation, state: str = "linked", **more: Any) -> Joinder:
    told: dict[str, Any] = {"kind": "split", "reason": "另案处理。", "proposed_on": DAY}
    return now.case.joinders.create(state=state, **told, **more)


def investigated(stories: Stories) -> Situation:
    now = INVESTIGATED(stories)
    Case.objects.filter(pk=now.case.pk).update(state="investigating")
    now.facts["other"] = neighbour(now)
    return now


def merging(stories: Stories) -> Situation:
    now = INVESTIGATED(stories)
    merged_away(now)
    return now


def new_case(stories: Stories) -> Situation:
    now = INVESTIGATED(stories)
    joinder = parted(now)
    source = neighbour(now)
    Joinder.objects.filter(pk=joinder.pk).update(case=source, other=now.case)
    return now


def finishing(stories: Stories) -> Situation:
    now = INVESTIGATED(stories)
    now.subject = parted(now, other=neighbour(now))
    return now


@row("not_merged_away", "行政处罚法:29", "本案已并入邻1号，不得另行决定", READY)
def _(now: Situation) -> None:
    merged_away(now)


@row("is_merged_away", "行政处罚法:54.1", "没有经批准的并案把本案并入其他案件", merging)
def _(now: Situation) -> None:
    Joinder.objects.update(state="refused")


@row("both_are_investigated", "行政处罚法:54.1", "邻1号现在是“已告知”，不在调查阶段", investigated)
def _(now: Situation) -> None:
    Case.objects.filter(number="邻1号").update(state="notified")
    now.facts["other"] = Case.objects.get(number="邻1号")


@row("somebody_stays", "行政处罚法:54.1", "分案以后本案没有当事人了", situation("ready", "李明", DAY))
def _(now: Situation) -> None:
    now.facts["parties"] = [one.pk for one in now.case.parties.all()]


@row("no_split_is_half_done", "行政处罚法:54.1", "本案有已批准而没有办完的分案", INVESTIGATED)
def _(now: Situation) -> None:
    parted(now, "approved")


@row("comes_from_a_split", "行政处罚法:54.1", "本案不是经批准分出的案件", new_case)
def _(now: Situation) -> None:
    Joinder.objects.update(state="done")


@row("split_is_taken_over", "行政处罚法:54.1", "分出的案件还没有承接", finishing)
def _(now: Situation) -> None:
    Case.objects.filter(number="邻1号").update(state="lead", number=None, filed_on=None)
