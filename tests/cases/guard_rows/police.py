"""The guards of a transfer to the police, each with what it refuses."""

from datetime import date
from typing import Any

from bureau.sample.story import Cast, at
from cases.models import Case, PoliceTransfer
from tests.cases.guard_rows.ordinary import READY
from tests.cases.guard_table import Situation, Stories, row, situation

TEAM = situation(
    "ready",
    "李明",
    date(2026, 4, 2),
    lambda story: {"first_officer": story.cast["李明"], "second_officer": story.cast["王强"]},
)


def reported(case: Case, cast: Cast, **more: Any) -> PoliceTransfer:
    """A suspicion reported by both handlers on 1 April."""
    team = {"first_officer": cast["李明"], "second_officer": cast["王强"]}
    return case.police_transfers.create(
        crime="伪造证件罪", report="核实情况。", reported_on=date(2026, 4, 1), **team, **more
    )


def deciding(stories: Stories) -> Situation:
    """The head answers on 2 April at 9:00."""
    now = situation("ready", "卫国", date(2026, 4, 2), lambda story: {"in_charge": True, "opinion": "同意。"})(stories)
    now.subject = reported(now.case, now.cast)
    return now


def sending(stories: Stories) -> Situation:
    """Approved on 2 April at 9:00, sent 24 hours later to the minute."""
    facts = {"enclosed": ["letter", "report", "goods", "expert", "other"], "sent_at": at(date(2026, 4, 3), 9)}
    now = situation("ready", "李明", date(2026, 4, 3), lambda story: facts | {"late_reason": ""})(stories)
    now.subject = reported(now.case, now.cast, state="approved", decided_at=at(date(2026, 4, 2), 9))
    return now


def taken_over(stories: Stories) -> Situation:
    now = situation("ready", "卫国", date(2026, 4, 8))(stories)
    reported(now.case, now.cast, state="handed_over", sent_at=at(date(2026, 4, 3), 9))
    return now


@row("not_with_the_police", "移送规定:11.1", "不得以行政处罚代替移送", READY)
def _(now: Situation) -> None:
    reported(now.case, now.cast)


@row("no_other_transfer_is_under_way", "移送规定:5.1", "本案已有一件移送公安在办理", READY)
def _(now: Situation) -> None:
    reported(now.case, now.cast, state="sent")


@row("team_is_able", "移送规定:5.1", "专案组不得少于两名执法人员", TEAM)
def _(now: Situation) -> None:
    now.facts["second_officer"] = now.facts["first_officer"]


@row("chief_decides", "移送规定:5.2", "正职负责人或者主持工作的负责人决定", deciding)
def _(now: Situation) -> None:
    now.facts["in_charge"] = False


@row("five_materials_go_along", "移送规定:6", "还缺：有关检验报告或者鉴定结论", sending)
def _(now: Situation) -> None:
    now.facts["enclosed"].remove("expert")


@row("sent_within_a_day", "移送规定:5.2", "批准以后超过 24 小时才送出", sending)
def _(now: Situation) -> None:
    now.facts["sent_at"] = at(date(2026, 4, 3), 9, 1)


@row("police_have_taken_over", "移送规定:12", "没有公安机关已经立案并办结交接的移送", taken_over)
def _(now: Situation) -> None:
    now.case.police_transfers.all().delete()
