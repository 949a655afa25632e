"""Is a table from a spreadsheet good in every row, and if not: which row, which column, and why?

Whoever takes a table says which columns it has; nothing is taken where one row is wrong.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from officers.text_file import text_of

BOM = "\ufeff"
MOST_BYTES, MOST_ROWS, MOST_DIGITS = 1_000_000, 2000, 9
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?")
Text = str | Promise
Row = dict[str, Any]


class Unreadable(ValueError):
    """Why a cell or a file cannot be read, in words for the person."""


@dataclass(frozen=True)
class Column:
    """`name` is the heading, `key` the name of the value; read() raises Unreadable."""

    name: str
    key: str
    hint: Text
    read: Callable[[str], Any] = str
    required: bool = True
    longest: int = 200


def decoded(data: bytes, most: int = MOST_BYTES) -> str:
    """UTF-8 or GB 18030. Raises Unreadable."""
    if len(data) > most:
        raise Unreadable(_("文件太大，最大 %(most)d MB；分几次导入。") % {"most": most // 1_000_000})
    text = text_of(data)
    if text is None:
        raise Unreadable(_("这不是文本表格。在电子表格里另存为 .csv 文件，不要上传其他格式。"))
    return text


def read_rows(text: str, columns: tuple[Column, ...]) -> tuple[dict[int, Row], list[str]]:
    """Values by the row's number in the spreadsheet, the headings being row 1; and what is wrong, row by row."""
    try:
        lines = list(csv.reader(StringIO(text.lstrip(BOM), newline=""), strict=True))
    except csv.Error:
        return {}, [_("表格的引号没有配对，检查有没有漏写的引号。")]
    headings = [one.strip() for one in lines[0]] if lines else []
    if faults := list(_of_headings(headings, lines, columns)):
        return {}, faults
    rows: dict[int, Row] = {}
    for number, line in enumerate(lines[1:], start=2):
        if any(one.strip() for one in line):
            row = dict(zip(headings, (one.strip() for one in line), strict=False))
            rows[number] = _read(row, columns, number, len(line) - len(headings), faults)
    return rows, faults


def _of_headings(headings: list[str], lines: list[list[str]], columns: tuple[Column, ...]) -> Iterator[str]:
    names = [one.name for one in columns]
    if missing := [one for one in names if one not in headings]:
        yield _("表头缺少：%(names)s。") % {"names": "、".join(missing)}
    if unknown := [one for one in headings if one not in names]:
        yield _("表头多了：%(names)s。") % {"names": "、".join(unknown)[:200]}
    if len(set(headings)) < len(headings):
        yield _("表头有重复的列。")
    if len(lines) - 1 > MOST_ROWS:
        yield _("表格超过 %(most)d 行，分几次导入。") % {"most": MOST_ROWS}
    elif not any(one.strip() for line in lines[1:] for one in line):
        yield _("表格里没有内容。")


def _read(row: dict[str, str], columns: tuple[Column, ...], number: int, extra: int, faults: list[str]) -> Row:
    if extra > 0:
        faults.append(_("第 %(row)d 行：比表头多出几格，内容里的逗号有没有用引号括起。") % {"row": number})
    found: Row = {}
    for column in columns:
        try:
            found[column.key] = _cell(row.get(column.name, ""), column)
        except Unreadable as reason:
            faults.append(in_row(number, column.name, str(reason)))
    return found


def _cell(value: str, column: Column) -> Any:
    if not value:
        if column.required:
            raise Unreadable(_("没有填写。"))
        return None
    if len(value) > column.longest:
        raise Unreadable(_("超过 %(most)d 个字。") % {"most": column.longest})
    if not value.isprintable():
        raise Unreadable(_("有换行或者看不见的字符，删去。"))
    return column.read(value)


def in_row(number: int, column: str, reason: str) -> str:
    return _("第 %(row)d 行“%(column)s”：%(reason)s") % {"row": number, "column": column, "reason": reason}


def twice(rows: dict[int, Row], key: Callable[[Row], Any], column: str) -> Iterator[str]:
    """The same thing in two rows of one table."""
    first: dict[Any, int] = {}
    for number, row in rows.items():
        if (earlier := first.setdefault(key(row), number)) != number:
            yield in_row(number, column, _("与第 %(row)d 行重复。") % {"row": earlier})


def a_day(value: str) -> date:
    """2026-03-10, 2026/3/10, 2026.3.10 or 2026年3月10日."""
    match = DAY.fullmatch(value)
    try:
        return date(*(int(one) for one in match.groups())) if match else _no_day()
    except ValueError:
        return _no_day()


def _no_day() -> date:
    raise Unreadable(_("日期写成 2026-03-10 这样。"))


def a_month(value: str) -> date:
    """2026-03 as the first day of the month."""
    match = MONTH.fullmatch(value)
    if match is None or not 1 <= int(match[2]) <= 12 or int(match[1]) < 1:
        raise Unreadable(_("月份写成 2026-03 这样。"))
    return date(int(match[1]), int(match[2]), 1)


def a_count(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= MOST_DIGITS):
        raise Unreadable(_("写零或者正整数，不写单位。"))
    return int(value)


def one_of(choices: dict[str, Any]) -> Callable[[str], Any]:
    """The value behind one of these words."""

    def read(value: str) -> Any:
        if value not in choices:
            raise Unreadable(_("写这几种之一：%(titles)s。") % {"titles": "、".join(choices)})
        return choices[value]

    return read


def written(columns: Iterable[Column], rows: Iterable[Iterable[Any]] = ()) -> str:
    """A table with these headings, as a spreadsheet opens it."""
    target = StringIO()
    target.write(BOM)
    writer = csv.writer(target)
    writer.writerow([one.name for one in columns])
    writer.writerows(rows)
    return target.getvalue()
