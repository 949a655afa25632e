"""Is a table of inspection results good in every row, and if not, which row, which column, and why?"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Text
from cases.forms.identity import credit_code
from law.holidays import CalendarMissing
from law.inspections import NoInspectionRule, inspection_results, inspection_rule, result_titles
from officers.models import Bureau, Certificate
from publicity.inspected import InspectionResult
from publicity.protected import NAMED_BY_ROLE, NOT_A_PERSON
from publicity.redaction import Kind, Protected, fold, leaks

BOM = "\ufeff"
MOST_BYTES, MOST_ROWS, LONGEST_NAME_OF_A_PERSON = 1_000_000, 2000, 4
PLAN, ITEM, KIND, NAME, CODE, DAY = "计划编号", "检查事项", "对象类别", "检查对象", "统一社会信用代码", "检查日期"
ORGAN, FIRST, SECOND, RESULT = "检查机关", "检查人员一证号", "检查人员二证号", "检查结果"
NOTE, FOLLOW_UP = "说明", "后续处理"
COLUMNS = (PLAN, ITEM, KIND, NAME, CODE, DAY, ORGAN, FIRST, SECOND, RESULT, NOTE, FOLLOW_UP)
HINTS = {
    PLAN: gettext_lazy("抽查计划的编号；计划以外的写“临时”或者“专项”"),
    ITEM: gettext_lazy("随机抽查事项清单上的名称"),
    KIND: gettext_lazy("“单位”或者“个人”"),
    NAME: gettext_lazy("单位写全称；个人写姓名，公示时只留姓氏"),
    CODE: gettext_lazy("单位填 18 位代码；个人不填，不写身份证件号"),
    DAY: gettext_lazy("2026-03-10 这样"),
    ORGAN: gettext_lazy("实施检查的机关全称"),
    FIRST: gettext_lazy("行政执法证号"),
    SECOND: gettext_lazy("另一名检查人员的行政执法证号"),
    RESULT: gettext_lazy("照录下列之一"),
    NOTE: gettext_lazy("可不填；不写姓名、电话、车牌、住址"),
    FOLLOW_UP: gettext_lazy("可不填；不写姓名、电话、车牌、住址"),
}
MAY_BE_EMPTY = (CODE, NOTE, FOLLOW_UP)
LENGTHS = {PLAN: 40, ITEM: 120, NAME: 120, ORGAN: 80, FIRST: 30, SECOND: 30, NOTE: 200, FOLLOW_UP: 200}
ORGANISATION, PERSON = "单位", "个人"
WITHOUT_PLAN = ("临时", "专项")
WRITTEN_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
CERTIFICATE = re.compile(r"[0-9A-Za-z-]{4,30}")
# A house, a door; the road or village with its number.
ADDRESS = re.compile(r"\d+(?:号院|号楼|单元|室|栋)|(?:路|街|巷|村|嘎查|小区)\d+号")


@dataclass(frozen=True)
class Fault:
    """`row` as the spreadsheet counts, the headings being row 1; 0 where it is about the whole table."""

    row: int
    column: str
    reason: str

    def __str__(self) -> str:
        words = {"row": self.row, "column": self.column, "reason": self.reason}
        if not self.row:
            return self.reason
        return (
            _("第 %(row)d 行“%(column)s”：%(reason)s") % words
            if self.column
            else _("第 %(row)d 行：%(reason)s") % words
        )


@dataclass(frozen=True)
class InspectedRow:
    """One good row, by the names of InspectionResult."""

    plan: str
    item: str
    is_person: bool
    name: str
    uscc: str
    checked_on: date
    organ: str
    inspectors: str
    result: str
    note: str
    follow_up: str

    @property
    def same(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in InspectionResult.SAME)


@dataclass(frozen=True)
class Known:
    """What the installation knows that a row is held against."""

    today: date
    bureau: str
    certificates: dict[str, Certificate]
    persons: tuple[Protected, ...]


def read_table(text: str, today: date) -> tuple[list[InspectedRow], list[Fault]]:
    """Rows only where there are no faults at all."""
    try:
        lines = list(csv.reader(StringIO(text.lstrip(BOM), newline=""), strict=True))
    except csv.Error:
        return [], [Fault(0, "", _("表格的引号没有配对，检查有没有漏写的引号。"))]
    headings = [one.strip() for one in lines[0]] if lines else []
    if faults := list(_of_headings(headings, lines)):
        return [], faults
    cells = {
        number: dict(zip(headings, (one.strip() for one in line), strict=False))
        for number, line in enumerate(lines[1:], start=2)
        if any(one.strip() for one in line)
    }
    known = _known(cells.values(), today)
    rows: dict[int, InspectedRow] = {}
    for number, row in cells.items():
        found = [Fault(number, column, reason) for column, reason in _faults(row, known, len(lines[number - 1]))]
        faults += found
        if not found:
            rows[number] = _row(row)
    faults += _twice(rows)
    return ([], sorted(faults, key=lambda one: one.row)) if faults else (list(rows.values()), [])


def _of_headings(headings: list[str], lines: list[list[str]]) -> Iterator[Fault]:
    missing = [one for one in COLUMNS if one not in headings]
    unknown = [one for one in headings if one not in COLUMNS]
    if missing:
        yield Fault(1, "", _("表头缺少：%(names)s。") % {"names": "、".join(missing)})
    if unknown:
        yield Fault(1, "", _("表头多了：%(names)s。") % {"names": "、".join(unknown)})
    if len(set(headings)) < len(headings):
        yield Fault(1, "", _("表头有重复的列。"))
    if len(lines) - 1 > MOST_ROWS:
        yield Fault(0, "", _("表格超过 %(most)d 行，分几次导入。") % {"most": MOST_ROWS})
    elif not any(one.strip() for line in lines[1:] for one in line):
        yield Fault(0, "", _("表格里没有检查结果。"))


def _known(rows: Iterable[dict[str, str]], today: date) -> Known:
    """Persons are known by the table itself: one row may not name those of another."""
    bureau = Bureau.objects.first()
    numbers = {row.get(column, "") for row in rows for column in (FIRST, SECOND)}
    enforcing = Certificate.objects.filter(kind=Certificate.Kind.ENFORCEMENT, number__in=numbers)
    persons = {row.get(NAME, "") for row in rows if row.get(KIND) == PERSON}
    return Known(
        today=today,
        bureau=bureau.name if bureau else "",
        certificates={one.number: one for one in enforcing.prefetch_related("annual_reviews", "stops")},
        persons=tuple(Protected(one, Kind.PERSON) for one in sorted(persons) if one),
    )


def _faults(row: dict[str, str], known: Known, width: int) -> Iterator[tuple[str, str]]:
    """Column and reason of everything that is wrong with one row."""
    if width > len(COLUMNS):
        yield "", _("比表头多出几格，检查内容里的逗号有没有用引号括起。")
    for column in COLUMNS:
        value = row.get(column, "")
        if not value and column not in MAY_BE_EMPTY:
            yield column, _("没有填写。")
        elif len(value) > LENGTHS.get(column, len(value)):
            yield column, _("超过 %(most)d 个字。") % {"most": LENGTHS[column]}
        elif not value.isprintable():
            yield column, _("有换行或者看不见的字符，删去。")
        elif value:
            yield from ((column, reason) for reason in ASKED[column](value, row, known))
    if row.get(KIND) == ORGANISATION and not row.get(CODE):
        yield CODE, _("单位须填写。")


def _plan(value: str, row: dict[str, str], known: Known) -> Iterator[str]:
    if value not in WITHOUT_PLAN and not any(one.isdigit() for one in value):
        yield _("写抽查计划的编号；计划以外的检查写“临时”或者“专项”。")
    yield from _protected(value, row, known)


def _kind(value: str, row: dict[str, str], known: Known) -> Iterator[str]:
    if value not in (ORGANISATION, PERSON):
        yield _("写“单位”或者“个人”；以经营者姓名登记的个体工商户写“个人”。")


def _name(value: str, row: dict[str, str], known: Known) -> Iterator[str]:
    # A firm's name is public with any name that it contains.
    yield from _leaks(value, ())
    looks_personal = len(fold(value).text) <= LONGEST_NAME_OF_A_PERSON and not NOT_A_PERSON.search(value)
    if row.get(KIND) == ORGANISATION and looks_personal:
        yield _("像是个人姓名；是个人的，对象类别写“个人”，单位写全称。")


def _code(value: str, row: dict[str, str], known: Known) -> Iterator[str]:
    if row.get(KIND) == PERSON:
        yield _("个人不填代码，身份证件号不得导入。")
        return
    try:
        credit_code(value)
    except ValidationError as problem:
        yield problem.messages[0]


def _day(value: str, row: dict[str, str], known: Known) -> Iterator[str]:
    day = day_of(value)
    if day is None:
        yield _("日期写成 2026-03-10 这样。")
    elif day > known.today:
        yield _("在今天以后。")
    else:
        yield from _periods(day, known.today)


def _periods(day: date, today: date) -> Iterator[str]:
    try:
        rule = inspection_rule(day)
        rule.due_on(day)
    except (NoInspectionRule, CalendarMissing):
        yield _("这一天没有可适用的公示期限。")
        return
    if rule.last_shown(day) < today:
        yield _("公示期限已于 %(on)s 届满，不再公示。") % {"on": date_format(rule.last_shown(day))}


def _certificate(value: str, row: dict[str, str], known: Known) -> Iterator[str]:
    held, day = known.certificates.get(value), day_of(row.get(DAY, ""))
    if not CERTIFICATE.fullmatch(value) or list(_leaks(value, ())):
        yield _("写行政执法证号，只有数字、字母和短横。")
    elif held is None and row.get(ORGAN) == known.bureau:
        yield _("本机关没有这个行政执法证号。")
    elif held is not None and day is not None and not held.is_valid(day):
        yield _("检查之日这个行政执法证无效。")


def _second(value: str, row: dict[str, str], known: Known) -> Iterator[str]:
    if value == row.get(FIRST):
        yield _("两名检查人员是同一个人，检查应当由两人以上进行。")
    yield from _certificate(value, row, known)


def _result(value: str, row: dict[str, str], known: Known) -> Iterator[str]:
    day = day_of(row.get(DAY, ""))
    if day is not None and value not in (titles := inspection_results(day)):
        yield _("写这几种之一：%(titles)s。") % {"titles": "、".join(titles)}


def _protected(value: str, row: dict[str, str], known: Known) -> Iterator[str]:
    yield from _leaks(value, known.persons)


def _free(value: str, row: dict[str, str], known: Known) -> Iterator[str]:
    yield from shows_too_much(value, known.persons)


def shows_too_much(value: str, persons: Iterable[Protected]) -> Iterator[str]:
    """What a free text says that the public must not read (行政处罚法 50, 公开条例 15)."""
    yield from _leaks(value, persons)
    for found in NAMED_BY_ROLE.finditer(value):
        yield _leak(Kind.PERSON, found.group(1))
    for found in ADDRESS.finditer(fold(value).text):
        yield _leak(Kind.ADDRESS, found.group())


def _leaks(value: str, persons: Iterable[Protected]) -> Iterator[str]:
    for one in leaks(value, persons):
        yield _leak(one.kind, one.text)


def _leak(kind: Kind, text: str) -> str:
    return _("有%(kind)s“%(found)s”，不得公开，删去。") % {"kind": kind.label, "found": text}


ASKED: dict[str, Callable[[str, dict[str, str], Known], Iterator[str]]] = {
    PLAN: _plan,
    ITEM: _free,
    KIND: _kind,
    NAME: _name,
    CODE: _code,
    DAY: _day,
    ORGAN: _free,
    FIRST: _certificate,
    SECOND: _second,
    RESULT: _result,
    NOTE: _free,
    FOLLOW_UP: _free,
}


def day_of(written: str) -> date | None:
    """2026-03-10, 2026/3/10, 2026.3.10 or 2026年3月10日."""
    match = WRITTEN_DAY.fullmatch(written)
    try:
        return date(*(int(one) for one in match.groups())) if match else None
    except ValueError:
        return None


def _row(row: dict[str, str]) -> InspectedRow:
    day = day_of(row[DAY]) or date.min
    return InspectedRow(
        plan=row[PLAN],
        item=row[ITEM],
        is_person=row[KIND] == PERSON,
        name=row[NAME],
        uscc=credit_code(row[CODE]) if row.get(CODE) else "",
        checked_on=day,
        organ=row[ORGAN],
        inspectors=f"{row[FIRST]}、{row[SECOND]}",
        result=inspection_results(day)[row[RESULT]],
        note=row.get(NOTE, ""),
        follow_up=row.get(FOLLOW_UP, ""),
    )


def _twice(rows: dict[int, InspectedRow]) -> Iterator[Fault]:
    """The same check in two rows, or in what was loaded before."""
    first: dict[tuple[object, ...], int] = {}
    before = InspectionResult.objects.filter(void_on=None, name__in={one.name for one in rows.values()})
    loaded = {one.same: one.batch.loaded_on for one in before.select_related("batch")}
    for number, row in rows.items():
        if (earlier := first.setdefault(row.same, number)) != number:
            yield Fault(number, "", _("与第 %(row)d 行是同一次检查。") % {"row": earlier})
        elif row.same in loaded:
            yield Fault(number, "", _("这次检查的结果已于 %(on)s 导入。") % {"on": date_format(loaded[row.same])})


def hints(today: date) -> list[tuple[str, Text]]:
    """How each column is filled in."""
    results = "、".join(inspection_results(today))
    return [(column, f"{hint}：{results}" if column == RESULT else hint) for column, hint in HINTS.items()]


def empty_table() -> str:
    return as_table([])


def as_table(results: Iterable[InspectionResult]) -> str:
    """What was loaded, as it may be put right and loaded again."""
    target, titles = StringIO(), result_titles()
    writer = csv.writer(target)
    writer.writerow(COLUMNS)
    for one in results:
        kind: Any = PERSON if one.is_person else ORGANISATION
        told: list[Text] = [one.plan, one.item, kind, one.name, one.uscc, str(one.checked_on), one.organ]
        writer.writerow([*told, *one.inspectors.split("、"), titles[one.result], one.note, one.follow_up])
    return target.getvalue()
