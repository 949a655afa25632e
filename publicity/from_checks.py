"""Which finished checks still owe the public their result, and how do they come before the second person?

A check becomes one line of the table that the platform's file makes too: the same reading, the same approval, the same
portal. A line is known by what it tells of (InspectionResult.SAME), so that nothing is published twice either way.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from typing import Any

from inspections.models import Check
from law.inspections import inspection_rule, result_titles
from officers.models import CERTIFIED, Bureau
from publicity.inspected import InspectionResult
from publicity.inspected_table import COLUMNS, LENGTHS, ORGANISATION, PERSON, PLAN, WITHOUT_PLAN

LOOKED_BACK = timedelta(days=400)
"""Longer than any result is shown."""


@dataclass(frozen=True)
class DueCheck:
    check: Check
    line: tuple[str, ...]
    """By COLUMNS."""
    shown: InspectionResult | None
    """What the public has read or is about to, where the check has come to something else since."""


def checks_owed(today: date) -> list[DueCheck]:
    """Finished checks whose result is neither public nor waiting, earliest due first; and those changed since."""
    recent = Check.objects.finished().filter(begun_on__gte=today - LOOKED_BACK)
    recent = recent.select_related("target", "campaign").prefetch_related(
        "items", *(f"officers__{one}" for one in CERTIFIED)
    )
    loaded = {
        one.same: one for one in InspectionResult.objects.filter(void_on=None, checked_on__gte=today - LOOKED_BACK)
    }
    bureau = Bureau.objects.first()
    owed = []
    for one in recent.order_by("publish_by", "pk"):
        if inspection_rule(one.day).last_shown(one.day) < today:
            continue
        line = line_of(one, bureau.name if bureau else "")
        before = loaded.get(_same(one, line))
        if before is None or before.result != one.result:
            owed.append(DueCheck(one, line, before))
    return owed


def line_of(check: Check, organ: str) -> tuple[str, ...]:
    """As the table writes it; persons and firms as the register knows them."""
    people = sorted(check.officers.all(), key=lambda one: one.staff_number)
    held = [one.enforcement_certificate(check.day) for one in people]
    numbers = [one.number for one in held if one][:2]
    first, second = [*numbers, "", ""][:2]
    without = WITHOUT_PLAN[1] if check.campaign_id else WITHOUT_PLAN[0]
    is_person = check.target.is_person
    return (
        check.plan or without,
        _items(check),
        PERSON if is_person else ORGANISATION,
        check.target.name,
        "" if is_person else check.target.uscc,
        check.day.isoformat(),
        organ,
        first,
        second,
        result_titles()[check.result],
        check.public_note,
        check.follow_up,
    )


def _items(check: Check) -> str:
    titles = [one.title for one in sorted(check.items.all(), key=lambda one: one.number)]
    joined = "、".join(titles)
    if len(joined) <= LENGTHS["检查事项"]:
        return joined
    return f"{titles[0][:100]}等{len(titles)}项"


def _same(check: Check, line: tuple[str, ...]) -> tuple[object, ...]:
    told: dict[str, Any] = dict(zip(COLUMNS, line, strict=True))
    return (told[PLAN], told["检查事项"], told["检查对象"], told["统一社会信用代码"], check.day, told["检查机关"])


def table_of(owed: Iterable[DueCheck]) -> str:
    """Read by publicity.inspected_table like any other."""
    target = StringIO()
    csv.writer(target).writerows([COLUMNS, *(one.line for one in owed)])
    return target.getvalue()
