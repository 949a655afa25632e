"""Is a table of permits good in every row, and if not, which row, which column, and why?"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.forms.identity import credit_code
from officers.models import Officer
from search.models import Permit
from search.tokens import plain_plate

BOM = "\ufeff"
MOST_BYTES, MOST_ROWS, AT_ONCE = 5_000_000, 20_000, 500
KIND, NUMBER, HOLDER = "证件种类", "证件号", "持证人"
CODE, PLATE, UNTIL = "统一社会信用代码", "车牌号", "有效期至"
COLUMNS = (KIND, NUMBER, HOLDER, CODE, PLATE, UNTIL)
MUST = (KIND, NUMBER, HOLDER)
LENGTHS = {KIND: 60, NUMBER: 60, HOLDER: 120}
HINTS = (
    (KIND, gettext_lazy("道路运输经营许可证、道路运输证、从业资格证等")),
    (NUMBER, gettext_lazy("同一种类的证件号重复时，后导入的替换先导入的")),
    (HOLDER, gettext_lazy("单位写全称，个人写姓名；不写身份证件号")),
    (CODE, gettext_lazy("可不填；单位的 18 位代码")),
    (PLATE, gettext_lazy("可不填")),
    (UNTIL, gettext_lazy("可不填；2026-03-10 这样")),
)


@dataclass(frozen=True)
class Fault:
    """`row` as the spreadsheet counts, the headings being row 1; 0 where it is about the whole table."""

    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        if not self.row:
            return self.sentence
        return _("第 %(row)d 行“%(column)s”：%(sentence)s") % vars(self)


@dataclass(frozen=True)
class PermitRow:
    kind: str
    number: str
    holder: str
    holder_code: str
    plate: str
    valid_until: date | None


def read_permits(text: str) -> tuple[list[PermitRow], list[Fault]]:
    """All rows or no row: with one fault nothing is to be loaded."""
    lines, faults = _lines(text)
    rows: list[PermitRow] = []
    first: dict[tuple[str, str], int] = {}
    for number, line in lines:
        found = list(_faults(number, line))
        same = (line[KIND], line[NUMBER])
        if (earlier := first.setdefault(same, number)) != number:
            found.append(Fault(number, NUMBER, _("与第 %(row)d 行重复。") % {"row": earlier}))
        faults += found
        if not found:
            until = _day(line[UNTIL]) if line[UNTIL] else None
            code = credit_code(line[CODE]) if line[CODE] else ""
            plate = plain_plate(line[PLATE]).upper()
            rows.append(PermitRow(line[KIND], line[NUMBER], line[HOLDER], code, plate, until))
    return rows, faults


def _lines(text: str) -> tuple[list[tuple[int, dict[str, str]]], list[Fault]]:
    try:
        table = list(csv.reader(StringIO(text.removeprefix(BOM), newline=""), strict=True))
    except csv.Error:
        return [], [Fault(0, "", _("这不是 CSV 表格：检查引号和逗号。"))]
    head = [one.strip() for one in table[0]] if table else []
    if missing := [one for one in COLUMNS if one not in head]:
        return [], [Fault(0, "", _("缺少这些列：%(columns)s。") % {"columns": "、".join(missing)})]
    if len(table) > MOST_ROWS + 1:
        return [], [Fault(0, "", _("一次最多导入 %(count)d 行。") % {"count": MOST_ROWS})]
    lines = []
    for number, cells in enumerate(table[1:], 2):
        if any(one.strip() for one in cells):
            padded = [*cells, *[""] * len(head)]
            lines.append((number, {name: padded[at].strip() for at, name in enumerate(head)}))
    return lines, [] if lines else [Fault(0, "", _("表里没有一行数据。"))]


def _faults(number: int, line: dict[str, str]) -> Iterator[Fault]:
    for column in MUST:
        if not line[column]:
            yield Fault(number, column, _("要填写。"))
    for column, longest in LENGTHS.items():
        if len(line[column]) > longest:
            yield Fault(number, column, _("最多 %(count)d 个字。") % {"count": longest})
    if any("\x00" in line[column] for column in COLUMNS):
        yield Fault(number, KIND, _("有不能保存的字符。"))
    if line[CODE]:
        try:
            credit_code(line[CODE])
        except ValidationError as wrong:
            yield Fault(number, CODE, " ".join(wrong.messages))
    if line[PLATE] and not 5 <= len(plain_plate(line[PLATE])) <= 12:
        yield Fault(number, PLATE, _("不像车牌号。"))
    if line[UNTIL] and _day(line[UNTIL]) is None:
        yield Fault(number, UNTIL, _("写成 2026-03-10 这样的日期。"))


def _day(text: str) -> date | None:
    try:
        return date(*(int(one) for one in text.replace("/", "-").split("-")))
    except (TypeError, ValueError, OverflowError):
        return None


def load_permits(rows: list[PermitRow], officer: Officer, on: date) -> int:
    """Write the rows; one of the same kind and number is replaced. Returns how many."""
    changed = [name for name in PermitRow.__dataclass_fields__ if name not in ("kind", "number")]
    with transaction.atomic():
        Permit.objects.bulk_create(
            (Permit(**vars(one), loaded_by=officer, loaded_on=on) for one in rows),
            batch_size=AT_ONCE,
            update_conflicts=True,
            unique_fields=["kind", "number"],
            update_fields=[*changed, "loaded_by", "loaded_on"],
        )
    return len(rows)


def empty_table() -> str:
    target = StringIO()
    csv.writer(target).writerow(COLUMNS)
    return BOM + target.getvalue()
