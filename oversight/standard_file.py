"""How does a review standard look as a file that an administrator edits, and what is wrong in each row of it? Pure."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _
from django.utils.translation import override

from law.citations import BadCitation, cite_all
from law.review_standard import VETO, Standard
from oversight.applicability import APPLICABLE
from oversight.conditions import CONDITIONS
from oversight.rules import RULES

COLUMNS = ("项号", "部分", "文书", "检查内容", "分值", "每处扣分", "适用情形", "检查规则", "机器检查", "依据")
GRADE, BASE = "等次", "基础分"
"""In the column 部分: the row is no item but a grade (项号 its name, 分值 its lowest score), or the base of the score."""
AUTO = {"全部": "yes", "部分": "partial", "人工": "no"}
VETO_WORDS = (VETO, "否决")
MOST_BYTES = 1024 * 1024
MOST_ROWS = 1000
LONGEST = {"项号": 20, "部分": 40, "文书": 80, "检查内容": 300}
FULL = Decimal(100)
LEVELS = ("ok", "info", "warn", "bad")


@dataclass(frozen=True)
class Fault:
    """What cannot be taken: line 0 means the file as a whole."""

    line: int
    column: str
    sentence: str

    def __str__(self) -> str:
        if not self.line:
            return self.sentence
        where = _("第 %(line)d 行“%(column)s”：") if self.column else _("第 %(line)d 行：")
        return where % {"line": self.line, "column": self.column} + self.sentence


@dataclass(frozen=True)
class ReadFile:
    """Rows as they are kept, and what is wrong; nothing is taken while anything is wrong."""

    items: list[dict[str, str]]
    grades: list[dict[str, str]]
    base: str
    faults: list[Fault]


def write_standard(standard: Standard) -> str:
    """The file of a standard; read back it gives the same items, grades and base."""
    target = io.StringIO()
    rows = csv.writer(target, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    words = {value: word for word, value in AUTO.items()}
    if standard.base:
        rows.writerow(["", BASE, "", "", f"{standard.base:f}", "", "", "", "", ""])
    for grade in standard.grades:
        rows.writerow([grade.title, GRADE, "", "", f"{grade.at_least:f}", "", "", "", "", ""])
    for item in standard.items:
        each = "" if item.veto or item.per_finding == item.points else f"{item.per_finding:f}"
        asked = _chinese(item.applies)
        row = [item.number, item.section, item.document, item.text, item.points_text, each, asked]
        rows.writerow([*row, " ".join(item.rules), words[item.auto], item.basis])
    return target.getvalue()


def _chinese(condition: str) -> str:
    with override("zh-hans"):
        return str(CONDITIONS[condition])


def read_standard(text: str) -> ReadFile:
    """Every row with every fault; the same text gives the same answer."""
    try:
        lines = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True))
    except csv.Error:
        return _nothing(_("这不是 CSV 表格：引号没有成对。"))
    if not lines or not any(cell.strip() for cell in lines[0]):
        return _nothing(_("文件是空的。"))
    if len(lines) > MOST_ROWS:
        return _nothing(_("文件超过 %(most)d 行。") % {"most": MOST_ROWS})
    heads = [cell.strip() for cell in lines[0]]
    if absent := [name for name in COLUMNS if name not in heads]:
        return _nothing(_("第一行缺少这些列：%(names)s。") % {"names": "、".join(absent)})
    faults: list[Fault] = []
    items: list[dict[str, str]] = []
    grades: list[dict[str, str]] = []
    base = "0"
    for number, cells in enumerate(lines[1:], start=2):
        row = dict(zip(heads, (cell.strip() for cell in cells), strict=False))
        if not any(row.values()):
            continue
        row = {name: row.get(name, "") for name in COLUMNS}
        if row["部分"] == BASE:
            faults += _of_base(number, row)
            base = row["分值"]
        elif row["部分"] == GRADE:
            faults += _of_grade(number, row, grades)
            grades.append(row)
        else:
            faults += _of_item(number, row, items)
            items.append(row)
    faults += _of_the_whole(items, grades)
    return ReadFile([as_kept(row) for row in items] if not faults else [], grades, base, faults)


def _nothing(sentence: str) -> ReadFile:
    return ReadFile([], [], "0", [Fault(0, "", sentence)])


def as_kept(row: Mapping[str, str]) -> dict[str, str]:
    """A row without faults, in the words of law/data/review_standard.csv."""
    rules = row["检查规则"].replace("、", " ").split()
    return {
        "item": row["项号"],
        "section": row["部分"],
        "document": row["文书"],
        "text": row["检查内容"],
        "points": VETO if row["分值"] in VETO_WORDS else row["分值"],
        "per_finding": row["每处扣分"],
        "applies": _condition(row["适用情形"]) or "all",
        "rules": " ".join(rules),
        "auto": AUTO.get(row["机器检查"], "yes" if rules else "no"),
        "basis": row["依据"],
    }


def _condition(text: str) -> str:
    if text in APPLICABLE:
        return text
    with override("zh-hans"):
        return next((key for key, title in CONDITIONS.items() if str(title) == text), "")


def number_of(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _of_base(line: int, row: Mapping[str, str]) -> Iterator[Fault]:
    value = number_of(row["分值"])
    if value is None or not 0 <= value < FULL:
        yield Fault(line, "分值", _("基础分要写 0 到 100 之间的数。"))


def _of_grade(line: int, row: Mapping[str, str], before: Iterable[Mapping[str, str]]) -> Iterator[Fault]:
    value = number_of(row["分值"])
    if not row["项号"]:
        yield Fault(line, "项号", _("等次要写名称，如“优秀”。"))
    if value is None or not 0 <= value <= FULL:
        yield Fault(line, "分值", _("等次要写 0 到 100 之间的最低分。"))
    elif any(number_of(one["分值"]) == value for one in before):
        yield Fault(line, "分值", _("两个等次的最低分相同。"))


def _of_item(line: int, row: Mapping[str, str], before: Iterable[Mapping[str, str]]) -> Iterator[Fault]:
    for name in ("项号", "部分", "检查内容", "分值"):
        if not row[name]:
            yield Fault(line, name, _("不能空着。"))
    for name, longest in LONGEST.items():
        if len(row[name]) > longest:
            yield Fault(line, name, _("最多 %(most)d 个字。") % {"most": longest})
    if "/" in row["项号"]:
        yield Fault(line, "项号", _("不能含有“/”。"))
    if row["项号"] and any(one["项号"] == row["项号"] for one in before):
        yield Fault(line, "项号", _("项号“%(number)s”已经用过。") % {"number": row["项号"]})
    yield from _of_points(line, row)
    yield from _of_checks(line, row)
    yield from _of_basis(line, row)


def _of_points(line: int, row: Mapping[str, str]) -> Iterator[Fault]:
    value = number_of(row["分值"])
    is_veto = row["分值"] in VETO_WORDS
    if row["分值"] and not is_veto and (value is None or not 0 < abs(value) <= FULL):
        yield Fault(line, "分值", _("写分数（如 2、0.5），从总分里扣的写负数（如 -3），否决项写“否决”。"))
    if not row["每处扣分"]:
        return
    each = number_of(row["每处扣分"])
    if is_veto:
        yield Fault(line, "每处扣分", _("否决项不写每处扣分。"))
    elif each is None or each <= 0 or (value is not None and each > abs(value)):
        yield Fault(line, "每处扣分", _("写大于 0、不超过分值的数；空着就是一处扣完。"))


def _of_checks(line: int, row: Mapping[str, str]) -> Iterator[Fault]:
    if row["适用情形"] and not _condition(row["适用情形"]):
        yield Fault(line, "适用情形", _("没有“%(text)s”这种情形，照页面下方的表填写。") % {"text": row["适用情形"]})
    rules = row["检查规则"].replace("、", " ").split()
    for key in rules:
        if key not in RULES:
            yield Fault(line, "检查规则", _("没有“%(key)s”这条规则，照页面下方的表填写。") % {"key": key})
    if row["机器检查"] and row["机器检查"] not in AUTO:
        yield Fault(line, "机器检查", _("写“全部”“部分”或者“人工”。"))
    if row["机器检查"] == "人工" and rules:
        yield Fault(line, "机器检查", _("由人工核对的项目不写检查规则。"))
    if row["机器检查"] in ("全部", "部分") and not rules:
        yield Fault(line, "检查规则", _("机器检查的项目要写检查规则；没有规则的写“人工”。"))


def _of_basis(line: int, row: Mapping[str, str]) -> Iterator[Fault]:
    try:
        cited = cite_all(row["依据"])
    except BadCitation:
        yield Fault(line, "依据", _("依据写成“行政处罚法:57.2(1)”的样子，法律名称用法律目录里的。"))
        return
    if not cited:
        yield Fault(line, "依据", _("不能空着。"))


def _of_the_whole(items: list[dict[str, str]], grades: list[dict[str, str]]) -> Iterator[Fault]:
    if not items:
        yield Fault(0, "", _("没有一项检查内容。"))
    if not any(number_of(one["分值"]) == 0 for one in grades):
        yield Fault(0, "", _("等次要从 0 分开始：加一行，部分写“等次”，分值写 0。"))
    if items and not any((number_of(one["分值"]) or 0) > 0 for one in items):
        yield Fault(0, "", _("至少要有一项有分值的检查内容。"))
