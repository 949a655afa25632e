"""The guards of erasing what the record says, and of holding it, each with what it refuses."""

from datetime import date
from typing import Any

from cases.models import RecordEntry
from tests.cases.guard_rows.archive import archived
from tests.cases.guard_table import Situation, Stories, row

DAY = date(2026, 4, 21)


def first_entry(now: Situation) -> RecordEntry:
    return RecordEntry.objects.get(case=now.case.pk, cseq=1)


def proposing(stories: Stories) -> Situation:
    """The case is archived and its retention over; the handler asks."""
    found = archived("李明")(stories)
    found.subject = None
    found.on = DAY
    found.facts = {"entry": first_entry(found), "ground": "period_over", "reason": "保存期限已届满。"}
    return found


def approving(stories: Stories) -> Situation:
    found = archived("卫国")(stories)
    entry = first_entry(found)
    found.subject = found.case.payload_erasures.create(
        entry=entry,
        gseq=entry.gseq,
        ground="period_over",
        reason="保存期限已届满。",
        proposed_by=found.cast["李明"],
        proposed_on=DAY,
    )
    found.on, found.facts = DAY, {"gseq": entry.gseq}
    return found


@row("nothing_bids_to_keep_it", "行政处罚法:47", "为“纪委监委调取。”保全，不得删除或者销毁", proposing)
def _(now: Situation) -> None:
    now.case.legal_holds.create(reason="纪委监委调取。", placed_by=now.officer, placed_on=DAY)


@row("entry_may_be_erased", "个人信息保护法:47", "已经提请删除，或者已经删除", proposing)
def _(now: Situation) -> None:
    entry = first_entry(now)
    told: dict[str, Any] = {"reason": "保存期限已届满。", "proposed_by": now.officer, "proposed_on": DAY}
    now.case.payload_erasures.create(entry=entry, gseq=entry.gseq, ground="period_over", **told)


@row("period_of_keeping_is_over", "个人信息保护法:47.2", "保管期限还没有届满", proposing)
def _(now: Situation) -> None:
    now.case.archive_files.update(retain_until=DAY)


@row("erasing_has_a_ground", "个人信息保护法:47", "办理之日的法律没有这一项删除的依据", proposing)
def _(now: Situation) -> None:
    """The law of personal information took effect on 1 November 2021: the day before there was no such ground."""
    now.on = date(2021, 10, 31)


@row("second_hand_names_the_entry", "个人信息保护法:47", "与提请删除的不是同一条", approving)
def _(now: Situation) -> None:
    now.facts["gseq"] += 1


@row("payload_erasure_approver_apart", "个人信息保护法:47", "卫国在本案中是提请删除记录内容的人", approving)
def _(now: Situation) -> None:
    now.case.payload_erasures.update(proposed_by=now.officer)
