"""Is a table of items or of objects good in every row, and if not, which row, which column, and why?"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import override

from cases.forms.identity import credit_code
from inspections.models import CheckItem, CheckObject
from inspections.models.registers import CreditClass, Trade

BOM = "\ufeff"
MOST_BYTES, MOST_ROWS = 1_000_000, 5000
YES, NO = "是", "否"
FORMULA = re.compile(r"^[=+\-@\t\r]")
NUMBER, TITLE, CONTENT, TRADE, BASIS, FOCUS = "事项编号", "抽查事项", "检查内容", "行业", "检查依据", "重点"
NAME, CODE, PERSON, CREDIT = "名称", "统一社会信用代码", "个人", "信用风险分类"
CONTACT, PHONE, ADDRESS = "联系人", "联系电话", "地址"
ITEM_COLUMNS = (NUMBER, TITLE, CONTENT, TRADE, BASIS, FOCUS)
OBJECT_COLUMNS = (NAME, CODE, TRADE, CREDIT, PERSON, CONTACT, PHONE, ADDRESS)
MAY_BE_EMPTY = (CONTENT, FOCUS, CODE, PERSON, CONTACT, PHONE, ADDRESS, CREDIT)
LENGTHS = {
    NUMBER: 20, TITLE: 120, CONTENT: 2000, BASIS: 300, NAME: 120, CODE: 40, CONTACT: 40, PHONE: 30, ADDRESS: 200,
}  # fmt: skip
Row = dict[str, str]


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
        if not self.column:
            return _("第 %(row)d 行：%(reason)s") % words
        return _("第 %(row)d 行“%(column)s”：%(reason)s") % words


def read_items(text: str) -> tuple[list[CheckItem], list[Fault]]:
    """Rows only where there are no faults at all; a number that is listed already is one."""
    rows, faults = _rows(text, ITEM_COLUMNS)
    known = set(CheckItem.objects.filter(number__in=[row[NUMBER] for row in rows.values()]).values_list("number"))
    taken: dict[tuple[str], int] = {}
    for number, row in rows.items():
        key = (row[NUMBER],)
        if key in known:
            faults.append(Fault(number, NUMBER, _("这个编号已经用过；移出的事项也不能再用原来的编号。")))
        elif key in taken:
            faults.append(Fault(number, NUMBER, _("与第 %(row)d 行重复。") % {"row": taken[key]}))
        taken.setdefault(key, number)
    return ([], _in_order(faults)) if faults else ([_item(row) for row in rows.values()], [])


def read_objects(text: str) -> tuple[list[CheckObject], list[Fault]]:
    """Rows only where there are no faults at all; an enterprise that stands in the register for the trade is one."""
    rows, faults = _rows(text, OBJECT_COLUMNS)
    made = {number: _object(row) for number, row in rows.items()} if not faults else {}
    codes = [one.uscc for one in made.values() if one.uscc]
    listed = CheckObject.objects.filter(uscc__in=codes, delisted_on=None)
    known = set(listed.values_list("uscc", "trade"))
    taken: dict[tuple[str, str], int] = {}
    for number, one in made.items():
        key = (one.uscc, one.trade)
        if not one.uscc:
            continue
        if key in known:
            faults.append(Fault(number, CODE, _("这个单位在这一行业已经列入名录库。")))
        elif key in taken:
            faults.append(Fault(number, CODE, _("与第 %(row)d 行重复。") % {"row": taken[key]}))
        taken.setdefault(key, number)
    return ([], _in_order(faults)) if faults else (list(made.values()), [])


def _in_order(faults: list[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda one: one.row)


def _rows(text: str, columns: tuple[str, ...]) -> tuple[dict[int, Row], list[Fault]]:
    try:
        lines = list(csv.reader(StringIO(text.lstrip(BOM), newline=""), strict=True))
    except csv.Error:
        return {}, [Fault(0, "", _("表格的引号没有配对，检查有没有漏写的引号。"))]
    headings = [one.strip() for one in lines[0]] if lines else []
    if faults := list(_of_headings(headings, lines, columns)):
        return {}, faults
    rows: dict[int, Row] = {}
    for number, line in enumerate(lines[1:], start=2):
        if any(one.strip() for one in line):
            row = dict.fromkeys(columns, "") | dict(zip(headings, (one.strip() for one in line), strict=False))
            rows[number] = row
            if len(line) > len(columns):
                faults.append(Fault(number, "", _("比表头多出几格，内容里的逗号有没有用引号括起。")))
            faults += [Fault(number, column, reason) for column, reason in _faults(row, columns)]
    return rows, faults


def _of_headings(headings: list[str], lines: list[list[str]], columns: tuple[str, ...]) -> Iterator[Fault]:
    if missing := [one for one in columns if one not in headings]:
        yield Fault(1, "", _("表头缺少：%(names)s。") % {"names": "、".join(missing)})
    if unknown := [one for one in headings if one not in columns]:
        yield Fault(1, "", _("表头多了：%(names)s。") % {"names": "、".join(unknown)[:200]})
    if len(set(headings)) < len(headings):
        yield Fault(1, "", _("表头有重复的列。"))
    if len(lines) - 1 > MOST_ROWS:
        yield Fault(0, "", _("表格超过 %(most)d 行，分几次导入。") % {"most": MOST_ROWS})
    elif not any(one.strip() for line in lines[1:] for one in line):
        yield Fault(0, "", _("表格里没有内容。"))


def _faults(row: Row, columns: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for column in columns:
        value = row[column]
        if not value and column not in MAY_BE_EMPTY:
            yield column, _("没有填写。")
        elif len(value) > LENGTHS.get(column, 200):
            yield column, _("超过 %(most)d 个字。") % {"most": LENGTHS.get(column, 200)}
        elif not value.replace("\n", " ").isprintable():
            yield column, _("有看不见的字符，删去。")
        elif value and column in ASKED:
            yield from ((column, reason) for reason in ASKED[column](value, row))
    if CODE in columns and not row[CODE] and row[PERSON] != YES:
        yield CODE, _("单位须填写。")


def codes_of(choices: Any) -> dict[str, str]:
    """Code by Chinese title: a file says the same in whichever language the page is read."""
    with override("zh-hans"):
        return {str(one.label): str(one.value) for one in choices}


def _one_of(titles_now: Callable[[], Iterable[str]]) -> Callable[[str, Row], Iterator[str]]:
    def ask(value: str, row: Row) -> Iterator[str]:
        titles = list(titles_now())
        if value not in titles:
            yield _("写这几种之一：%(titles)s。") % {"titles": "、".join(titles)}

    return ask


def _code(value: str, row: Row) -> Iterator[str]:
    if row[PERSON] == YES:
        yield _("个人不填代码，也不写身份证件号。")
        return
    try:
        credit_code(value)
    except ValidationError as problem:
        yield problem.messages[0]


ASKED: dict[str, Callable[[str, Row], Iterator[str]]] = {
    TRADE: _one_of(lambda: codes_of(Trade)),
    CREDIT: _one_of(lambda: codes_of(CreditClass)),
    PERSON: _one_of(lambda: (YES, NO)),
    FOCUS: _one_of(lambda: (YES, NO)),
    CODE: _code,
}


def _item(row: Row) -> CheckItem:
    return CheckItem(
        number=row[NUMBER],
        title=row[TITLE],
        content=row[CONTENT],
        trade=codes_of(Trade)[row[TRADE]],
        basis=row[BASIS],
        is_focus=row[FOCUS] == YES,
    )


def _object(row: Row) -> CheckObject:
    return CheckObject(
        name=row[NAME],
        uscc=credit_code(row[CODE]) if row[CODE] else "",
        trade=codes_of(Trade)[row[TRADE]],
        credit_class=codes_of(CreditClass)[row[CREDIT]] if row[CREDIT] else CreditClass.ORDINARY,
        is_person=row[PERSON] == YES,
        contact=row[CONTACT],
        phone=row[PHONE],
        address=row[ADDRESS],
    )


def items_as_table(items: Iterable[CheckItem]) -> str:
    """What an import takes again, where the numbers are new."""
    trades = {code: title for title, code in codes_of(Trade).items()}
    rows = (
        (one.number, one.title, one.content, trades[one.trade], one.basis, YES if one.is_focus else NO) for one in items
    )
    return _table(ITEM_COLUMNS, rows)


def objects_as_table(objects: Iterable[CheckObject]) -> str:
    trades = {code: title for title, code in codes_of(Trade).items()}
    classes = {code: title for title, code in codes_of(CreditClass).items()}
    rows = (
        (
            one.name, one.uscc, trades[one.trade], classes[one.credit_class], YES if one.is_person else NO,
            one.contact, one.phone, one.address,
        )
        for one in objects
    )  # fmt: skip
    return _table(OBJECT_COLUMNS, rows)


def _table(columns: tuple[str, ...], rows: Iterable[Iterable[object]]) -> str:
    target = StringIO()
    writer = csv.writer(target)
    writer.writerow(columns)
    # A spreadsheet must not take a name for a formula.
    writer.writerows([f"'{text}" if FORMULA.match(text := str(one)) else text for one in row] for row in rows)
    return BOM + target.getvalue()
