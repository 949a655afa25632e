"""Is a table of permits good in every row, and if not, which row, which column, and why?"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from itertools import pairwise
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from oversight.annual.models import PermitMatter

BOM = "\ufeff"
MOST_BYTES, MOST_ROWS = 2_000_000, 20_000
NUMBER, ITEM, KIND, APPLIED = "申请编号", "许可事项", "申请种类", "收到申请日期"
ACCEPTED, OUTCOME, DECIDED, REVOKED = "受理日期", "办理结果", "决定日期", "撤销日期"
COLUMNS = (NUMBER, ITEM, KIND, APPLIED, ACCEPTED, OUTCOME, DECIDED, REVOKED)
HINTS = {
    NUMBER: gettext_lazy("许可系统的编号，一件一号；再次导入同一编号的，以后来的为准。不写申请人的姓名、证件号"),
    ITEM: gettext_lazy("许可事项的名称"),
    KIND: gettext_lazy("“新办”“变更”或者“延续”"),
    APPLIED: gettext_lazy("2026-03-10 这样"),
    ACCEPTED: gettext_lazy("没有受理的不填"),
    OUTCOME: gettext_lazy("“准予”“不予”“不予受理”或者“未办结”"),
    DECIDED: gettext_lazy("未办结的不填"),
    REVOKED: gettext_lazy("准予以后又撤销的才填"),
}
KINDS = {"新办": "new", "变更": "change", "延续": "renewal"}
OUTCOMES = {"准予": "granted", "不予": "refused", "不予受理": "not_accepted", "未办结": "pending"}
LENGTHS = {NUMBER: 40, ITEM: 120}
WRITTEN_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
PENDING, GRANTED, NOT_ACCEPTED = "pending", "granted", "not_accepted"
FIELDS = {APPLIED: "applied_on", ACCEPTED: "accepted_on", DECIDED: "decided_on", REVOKED: "revoked_on"}


@dataclass(frozen=True)
class Fault:
    """`row` as the spreadsheet counts, the headings being row 1; 0 where it is about the whole table."""

    row: int
    column: str
    reason: str

    def __str__(self) -> str:
        if not self.row:
            return self.reason
        words = {"row": self.row, "column": self.column, "reason": self.reason}
        return _("第 %(row)d 行“%(column)s”：%(reason)s") % words


def read_table(text: str, today: date) -> tuple[list[PermitMatter], list[Fault]]:
    """Unsaved rows, only where there are no faults at all."""
    try:
        lines = list(csv.reader(StringIO(text.lstrip(BOM), newline=""), strict=True))
    except csv.Error:
        return [], [Fault(0, "", _("表格的引号没有配对，检查有没有漏写的引号。"))]
    headings = [one.strip() for one in lines[0]] if lines else []
    if headings != list(COLUMNS):
        told = {"columns": "、".join(COLUMNS)}
        return [], [Fault(0, "", _("第一行的列名须依次为：%(columns)s。下载空白表照着填。") % told)]
    cells = {
        number: dict(zip(COLUMNS, (one.strip() for one in line), strict=False))
        for number, line in enumerate(lines[1:], start=2)
        if any(one.strip() for one in line)
    }
    if not cells or len(cells) > MOST_ROWS:
        return [], [Fault(0, "", _("表格须有 1 到 %(most)d 行。") % {"most": MOST_ROWS})]
    faults = [fault for number, row in cells.items() for fault in _of_row(number, row, today)]
    faults += _twice(cells)
    return ([], sorted(faults, key=lambda one: one.row)) if faults else ([_matter(row) for row in cells.values()], [])


def _of_row(number: int, row: dict[str, str], today: date) -> Iterator[Fault]:
    for column in (NUMBER, ITEM, KIND, APPLIED, OUTCOME):
        if not row.get(column):
            yield Fault(number, column, _("没有填写。"))
    for column, longest in LENGTHS.items():
        if len(row.get(column, "")) > longest:
            yield Fault(number, column, _("最多 %(longest)d 个字。") % {"longest": longest})
        if "\x00" in row.get(column, ""):
            yield Fault(number, column, _("有不能使用的字符。"))
    for column, known in ((KIND, KINDS), (OUTCOME, OUTCOMES)):
        if row.get(column) and row[column] not in known:
            yield Fault(number, column, _("只能填：%(known)s。") % {"known": "、".join(known)})
    yield from _of_days(number, row, today)


def _of_days(number: int, row: dict[str, str], today: date) -> Iterator[Fault]:
    days = {column: read_day(row[column]) for column in FIELDS if row.get(column)}
    for column, day in days.items():
        if day is None:
            yield Fault(number, column, _("不是日期，写成 2026-03-10 这样。"))
        elif day > today:
            yield Fault(number, column, _("在今天以后。"))
    good = [(column, day) for column in FIELDS if (day := days.get(column))]
    for (earlier, before), (later, after) in pairwise(good):
        if after < before:
            yield Fault(number, later, _("早于%(earlier)s %(on)s。") % {"earlier": earlier, "on": date_format(before)})
    yield from _of_outcome(number, row)


def _of_outcome(number: int, row: dict[str, str]) -> Iterator[Fault]:
    outcome = OUTCOMES.get(row.get(OUTCOME, ""))
    if outcome == PENDING and row.get(DECIDED):
        yield Fault(number, DECIDED, _("未办结的没有决定日期。"))
    if outcome not in (None, PENDING) and not row.get(DECIDED):
        yield Fault(number, DECIDED, _("已办结的须填决定日期。"))
    if outcome == NOT_ACCEPTED and row.get(ACCEPTED):
        yield Fault(number, ACCEPTED, _("不予受理的没有受理日期。"))
    if outcome not in (None, GRANTED) and row.get(REVOKED):
        yield Fault(number, REVOKED, _("准予的许可才能撤销。"))


def _twice(cells: dict[int, dict[str, str]]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for number, row in cells.items():
        if row.get(NUMBER) and (earlier := first.setdefault(row[NUMBER], number)) != number:
            yield Fault(number, NUMBER, _("与第 %(row)d 行相同。") % {"row": earlier})


def read_day(text: str) -> date | None:
    found = WRITTEN_DAY.fullmatch(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _matter(row: dict[str, str]) -> PermitMatter:
    days: dict[str, Any] = {name: read_day(row.get(column, "")) for column, name in FIELDS.items()}
    return PermitMatter(
        number=row[NUMBER], item=row[ITEM], kind=KINDS[row[KIND]], outcome=OUTCOMES[row[OUTCOME]], **days
    )


def as_table(matters: Iterable[PermitMatter]) -> str:
    """As it may be put right and loaded again; of nothing: an empty table."""
    target, kinds, outcomes = StringIO(), {v: k for k, v in KINDS.items()}, {v: k for k, v in OUTCOMES.items()}
    writer = csv.writer(target)
    writer.writerow(COLUMNS)
    for one in matters:
        days = [one.accepted_on or "", outcomes[one.outcome], one.decided_on or "", one.revoked_on or ""]
        writer.writerow([one.number, one.item, kinds[one.kind], one.applied_on, *days])
    return target.getvalue()
