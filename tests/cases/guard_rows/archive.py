"""The guards of the archive, each with what it refuses. The case is closed and archived on 20 April 2026."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.cases.guard_rows.ordinary import closed
from tests.cases.guard_table import Situation, Stories, row

ARCHIVED = date(2026, 4, 20)
MET = {"ended_on": ARCHIVED, "ending": "met"}


def archived(who: str, subject: str = "archive_files", **facts: Any) -> Callable[[Stories], Situation]:
    """The dossier is in the archive, its retention over since last year, nothing runs; an officer stands before it."""

    def make(stories: Stories) -> Situation:
        found = closed(stories)
        found.story.act("朱玉", "archive", ARCHIVED, archive_number="2026-1")
        found.case.terms.filter(ended_on=None).update(**MET)
        found.case.archive_files.update(retain_until=date(2025, 12, 31))
        if subject == "loans":
            ask_for_it(found, "李明")
        found.officer, found.facts = found.cast[who], facts
        found.subject = getattr(found.case, subject).get()
        return found

    return make


def ask_for_it(now: Situation, who: str) -> None:
    kept = now.case.archive_files.get()
    kept.loans.create(case=now.case, borrower=now.cast[who], purpose="核对", requested_on=ARCHIVED)


def before_the_archive(stories: Stories) -> Situation:
    found = closed(stories)
    found.officer, found.facts = found.cast["朱玉"], {"handed_over_by": found.cast["李明"]}
    return found


@row("two_people_hand_over", "档案法:14", "朱玉不能既移交又接收案卷", before_the_archive)
def _(now: Situation) -> None:
    now.facts["handed_over_by"] = now.officer


@row("dossier_is_in_place", "档案法:21", "李明已经申请借阅这份案卷，或者还没有归还", archived("朱玉"))
def _(now: Situation) -> None:
    ask_for_it(now, "李明")


@row("retention_is_over", "档案法:21", "保管期限到 2056-12-31 届满，现在不得销毁", archived("朱玉"))
def _(now: Situation) -> None:
    now.case.archive_files.update(retain_until=date(2056, 12, 31))


@row("nothing_runs_in_the_case", "档案法:21", "还没有了结，案卷不得销毁", archived("朱玉"))
def _(now: Situation) -> None:
    now.case.terms.filter(key="copy_home_authority").update(ended_on=None, ending="")


@row("loan_approver_apart", "档案法:14", "郑海在本案中是借阅人，不得担任借阅批准人", archived("郑海", "loans"))
def _(now: Situation) -> None:
    now.case.loans.update(borrower=now.officer)


@row("archive_disposal_approver_apart", "档案法:21", "卫国在本案中是提出销毁的人", archived("卫国"))
def _(now: Situation) -> None:
    now.case.archive_files.update(disposal_proposed_by=now.officer)
