"""Is a file of records from a weighing station or a camera good in every row, and if not, which row and why?"""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from io import StringIO
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.timezone import is_naive, make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.forms.identity import plate as tidy_plate
from cases.text_file import text_of
from inspections.models import Candidate, Equipment

MOST_BYTES, MOST_ROWS = 1_000_000, 2000
DEVICE, NUMBER, WHEN, PLATE, CONDUCT = "设备编号", "记录编号", "记录时间", "车牌号", "记录内容"
AXLES, TOTAL, LIMIT, PICTURE = "轴数", "总质量千克", "限值千克", "图像SHA256"
COLUMNS = (DEVICE, NUMBER, WHEN, PLATE, CONDUCT, AXLES, TOTAL, LIMIT, PICTURE)
HINTS = {
    DEVICE: gettext_lazy("与设备登记一致"),
    NUMBER: gettext_lazy("设备自己的记录编号，同一设备不重复"),
    WHEN: gettext_lazy("2026-03-10 09:40:05 这样"),
    PLATE: gettext_lazy("认不清的不导入"),
    CONDUCT: gettext_lazy("电子监控须写记录到的行为；称重记录可不填"),
    AXLES: gettext_lazy("称重记录须填，2 到 12"),
    TOTAL: gettext_lazy("称重记录须填，车货总质量，整数"),
    LIMIT: gettext_lazy("称重记录须填，整数，小于总质量"),
    PICTURE: gettext_lazy("可不填；图像或录像的 SHA-256，64 位"),
}
NEEDED = (DEVICE, NUMBER, WHEN, PLATE)
WEIGHED = (AXLES, TOTAL, LIMIT)
LENGTHS = {DEVICE: 40, NUMBER: 60, CONDUCT: 300}
HASH = re.compile(r"[0-9a-f]{64}")
WHOLE = re.compile(r"[0-9]{1,7}")
WRITTEN = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M")
Cells = dict[str, str]


class NotATable(ValueError):
    """Why the file cannot be read at all, in words."""


@dataclass(frozen=True)
class Fault:
    """`row` as the spreadsheet counts, the headings being row 1; an object of JSON by its place, from 1."""

    row: int
    column: str
    reason: str

    def __str__(self) -> str:
        words = {"row": self.row, "column": self.column, "reason": self.reason}
        if not self.column:
            return _("第 %(row)d 行：%(reason)s") % words
        return _("第 %(row)d 行“%(column)s”：%(reason)s") % words


@dataclass(frozen=True)
class Record:
    """One good row."""

    equipment: Equipment
    record_number: str
    recorded_at: datetime
    plate: str
    conduct: str
    axles: int | None
    total_kg: int | None
    limit_kg: int | None
    evidence_sha256: str


def decoded(data: bytes) -> str:
    """UTF-8 or GB 18030. Raises NotATable."""
    if len(data) > MOST_BYTES:
        raise NotATable(_("文件太大，最大 1 MB；按日分开导入。"))
    text = text_of(data)
    if text is None:
        raise NotATable(_("这不是文本文件。另存为 .csv 或者 .json，不要上传其他格式。"))
    return text


def read_records(text: str, now: datetime) -> tuple[list[Record], list[Fault]]:
    """Records only where there are no faults at all. Raises NotATable."""
    rows = _of_json(text) if text.lstrip("\ufeff \r\n\t").startswith(("[", "{")) else _of_csv(text)
    if not rows:
        raise NotATable(_("文件里没有记录。"))
    if len(rows) > MOST_ROWS:
        raise NotATable(_("超过 %(most)d 条，分几次导入。") % {"most": MOST_ROWS})
    devices = {
        one.number: one for one in Equipment.objects.filter(number__in={row.get(DEVICE, "") for row in rows.values()})
    }
    faults, good = [], {}
    for number, row in rows.items():
        found = [Fault(number, column, reason) for column, reason in _faults(row, devices, now)]
        faults += found
        if not found:
            good[number] = _record(row, devices)
    faults += _twice(good)
    return ([], sorted(faults, key=lambda one: one.row)) if faults else (list(good.values()), [])


def _of_csv(text: str) -> dict[int, Cells]:
    try:
        lines = list(csv.reader(StringIO(text.lstrip("\ufeff"), newline=""), strict=True))
    except csv.Error:
        raise NotATable(_("表格的引号没有配对，检查有没有漏写的引号。")) from None
    headings = [one.strip() for one in lines[0]] if lines else []
    _ask_headings(headings)
    for number, line in enumerate(lines[1:], start=2):
        if len(line) > len(headings) and any(one.strip() for one in line[len(headings) :]):
            raise NotATable(_("第 %(row)d 行比表头多出几格，内容里的逗号有没有用引号括起。") % {"row": number})
    return {
        number: dict(zip(headings, (one.strip() for one in line), strict=False))
        for number, line in enumerate(lines[1:], start=2)
        if any(one.strip() for one in line)
    }


def _ask_headings(headings: list[str]) -> None:
    if missing := [one for one in COLUMNS if one not in headings]:
        raise NotATable(_("表头缺少：%(names)s。") % {"names": "、".join(missing)})
    if unknown := [one[:20] for one in headings if one not in COLUMNS]:
        raise NotATable(_("表头多了：%(names)s。") % {"names": "、".join(unknown[:5])})
    if len(set(headings)) < len(headings):
        raise NotATable(_("表头有重复的列。"))


def _of_json(text: str) -> dict[int, Cells]:
    try:
        told = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        raise NotATable(_("JSON 格式不对，检查括号、引号和逗号。")) from None
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise NotATable(_("JSON 应当是一个列表，每条记录一个对象，名称与空表的表头相同。"))
    rows = {}
    for number, one in enumerate(told, start=1):
        if unknown := [str(name)[:20] for name in one if name not in COLUMNS]:
            raise NotATable(_("第 %(row)d 条多了：%(names)s。") % {"row": number, "names": "、".join(unknown[:5])})
        rows[number] = {name: _plain(value) for name, value in one.items()}
        if any(is_half(value) for value in rows[number].values()):
            raise NotATable(_("第 %(row)d 条有无法识别的字符，核对文件的编码。") % {"row": number})
    return rows


def is_half(text: str) -> bool:
    """Half of a character, as JSON can write it and no database keeps it."""
    return any("\ud800" <= each <= "\udfff" for each in text)


def _plain(value: Any) -> str:
    """Text and whole numbers; anything else is told by what it looks like and then refused by its column."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    return str(value)[:80] if isinstance(value, int) and abs(value) < 10**9 else "?"


def _faults(row: Cells, devices: dict[str, Equipment], now: datetime) -> Iterator[tuple[str, str]]:
    """Column and reason of everything that is wrong with one row."""
    for column in NEEDED:
        if not row.get(column):
            yield column, _("没有填写。")
    for column in COLUMNS:
        value = row.get(column, "")
        if len(value) > LENGTHS.get(column, 80):
            yield column, _("超过 %(most)d 个字。") % {"most": LENGTHS.get(column, 80)}
        elif not value.isprintable():
            yield column, _("有换行或者看不见的字符，删去。")
        elif value:
            yield from ((column, reason) for reason in _asked(column, value, now))
    device = devices.get(row.get(DEVICE, ""))
    if device is None and row.get(DEVICE):
        yield DEVICE, _("设备没有登记，先登记设备。")
    if device is not None:
        yield from _of_kind(row, device)


def _asked(column: str, value: str, now: datetime) -> Iterator[str]:
    if column == WHEN:
        when = moment_of(value)
        if when is None:
            yield _("时间写成 2026-03-10 09:40:05 这样。")
        elif when > now:
            yield _("在现在以后。")
        elif when.year < 2015:
            yield _("早于 2015 年，核对设备的时钟。")
    elif column == PLATE:
        try:
            tidy_plate(value)
        except ValidationError as problem:
            yield problem.messages[0]
    elif column in WEIGHED and not WHOLE.fullmatch(value):
        yield _("写整数，不写单位。")
    elif column == PICTURE and not HASH.fullmatch(value.lower()):
        yield _("SHA-256 是 64 位的 0 到 9、a 到 f。")


def _of_kind(row: Cells, device: Equipment) -> Iterator[tuple[str, str]]:
    if device.kind == Equipment.Kind.CAMERA:
        if not row.get(CONDUCT):
            yield CONDUCT, _("电子监控的记录须写明记录到的行为。")
        return
    for column in WEIGHED:
        if not row.get(column):
            yield column, _("称重记录须填写。")
    numbers = [int(row[one]) if WHOLE.fullmatch(row.get(one, "")) else None for one in WEIGHED]
    axles, total, limit = numbers
    if axles is not None and not 2 <= axles <= 12:
        yield AXLES, _("轴数应当在 2 到 12 之间。")
    if total is not None and limit is not None and total <= limit:
        yield TOTAL, _("没有超过限值，不导入。")


def moment_of(written: str) -> datetime | None:
    for pattern in WRITTEN:
        try:
            found = datetime.strptime(written, pattern)
        except ValueError:
            continue
        return make_aware(found) if is_naive(found) and found.year > 1900 else None
    return None


def _record(row: Cells, devices: dict[str, Equipment]) -> Record:
    device = devices[row[DEVICE]]
    record = Record(
        equipment=device,
        record_number=row[NUMBER],
        recorded_at=moment_of(row[WHEN]) or timezone.now(),
        plate=tidy_plate(row[PLATE]),
        conduct=row.get(CONDUCT, ""),
        axles=None,
        total_kg=None,
        limit_kg=None,
        evidence_sha256=row.get(PICTURE, "").lower(),
    )
    if device.kind == Equipment.Kind.CAMERA:
        return record
    return replace(record, axles=int(row[AXLES]), total_kg=int(row[TOTAL]), limit_kg=int(row[LIMIT]))


def _twice(rows: dict[int, Record]) -> Iterator[Fault]:
    """The same record in two rows, or in what was imported before."""
    first: dict[tuple[int, str], int] = {}
    before = Candidate.objects.filter(record_number__in={one.record_number for one in rows.values()})
    known = set(before.values_list("equipment_id", "record_number"))
    for number, one in rows.items():
        key = (one.equipment.pk, one.record_number)
        if (earlier := first.setdefault(key, number)) != number:
            yield Fault(number, NUMBER, _("与第 %(row)d 行是同一条记录。") % {"row": earlier})
        elif key in known:
            yield Fault(number, NUMBER, _("这条记录已经导入过。"))


def empty_table() -> str:
    target = StringIO()
    csv.writer(target).writerow(COLUMNS)
    return "\ufeff" + target.getvalue()
