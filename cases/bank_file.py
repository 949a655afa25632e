"""What does a bank's file of received fines say, line by line, whatever the bank calls its columns?

Read forgivingly: UTF-8 or GB 18030, comma, semicolon or tab, lines above the heading, a total below. Pure.
"""

import csv
import io
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from cases.text_file import text_of

MOST_BYTES = 5 * 1024 * 1024
MOST_LINES = 20_000
HEADING_WITHIN = 20
"""So many lines may stand above the heading: the bank's name, the account, the period."""
COLUMNS: dict[str, tuple[str, ...]] = {
    "paid_on": ("缴款日期", "缴费日期", "交易日期", "入账日期", "记账日期", "日期", "paid_on", "date"),
    "amount": ("缴款金额", "缴费金额", "实缴金额", "交易金额", "贷方发生额", "收入金额", "金额", "amount"),
    "receipt": ("财政票据号", "票据号码", "票据号", "缴款书号", "缴款书编号", "电子票据号码", "receipt"),
    "serial": ("交易流水号", "银行流水号", "流水号", "交易序号", "serial"),
    "decision": (
        "处罚决定书号",
        "决定书编号",
        "决定书文号",
        "处罚决定书文号",
        "文书号",
        "文号",
        "案号",
        "附言",
        "摘要",
        "decision",
    ),
    "payer": ("缴款人", "缴费人", "当事人", "付款人", "对方户名", "付款人名称", "缴款人名称", "payer"),
}
"""What each column is called at one bank or another; the first name that the heading has is taken."""
NEEDED = ("paid_on", "amount")
TOTALS = ("合计", "总计", "小计", "total")
DATES = re.compile(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})")


class UnreadableFile(ValueError):
    """Not a table of payments; the message says why, in the officer's language once translated by the caller."""


@dataclass(frozen=True)
class Line:
    """One line; faults: codes of what cannot be read in it (date, amount, receipt); total: the sum below."""

    number: int
    raw: dict[str, str]
    paid_on: date | None = None
    amount: Decimal | None = None
    receipt: str = ""
    decision: str = ""
    payer: str = ""
    faults: tuple[str, ...] = field(default=())
    total: bool = False


def read_bank_file(data: bytes) -> list[Line]:
    """Every line below the heading, numbered as in the file. Raises UnreadableFile(code).

    Codes: empty, too_big, not_text, no_heading, too_many_lines.
    """
    if not data.strip():
        raise UnreadableFile("empty")
    if len(data) > MOST_BYTES:
        raise UnreadableFile("too_big")
    text = text_of(data)
    if text is None:
        raise UnreadableFile("not_text")
    rows = table(text)
    if len(rows) > MOST_LINES:
        raise UnreadableFile("too_many_lines")
    for number, (_line, cells) in enumerate(rows[:HEADING_WITHIN]):
        places = columns_of(cells)
        if all(name in places for name in NEEDED) and ("receipt" in places or "serial" in places):
            return [_line_of(line, cells, given, places) for line, given in rows[number + 1 :]]
    raise UnreadableFile("no_heading")


def table(text: str) -> list[tuple[int, list[str]]]:
    """Lines that hold something, with their numbers, cut at the mark that cuts the most."""
    mark = max(",;\t，", key=text.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error:
        raise UnreadableFile("not_text") from None
    cleaned = [(number, [cell.strip() for cell in row]) for number, row in enumerate(rows, start=1)]
    return [(number, row) for number, row in cleaned if any(row)]


def columns_of(cells: list[str]) -> dict[str, int]:
    """Which column holds what; nothing for a line that is no heading."""
    heads = [re.sub(r"[（(].*?[)）]|\s", "", unicodedata.normalize("NFKC", cell)).lower() for cell in cells]
    found = {}
    for name, called in COLUMNS.items():
        place = next((heads.index(one) for one in called if one in heads), None)
        if place is not None:
            found[name] = place
    return found


def _line_of(number: int, heads: list[str], cells: list[str], places: dict[str, int]) -> Line:
    def cell(name: str) -> str:
        place = places.get(name)
        return cells[place] if place is not None and place < len(cells) else ""

    raw = {head or str(place): text for place, (head, text) in enumerate(zip(heads, cells, strict=False), 1) if text}
    if any(one.lower().startswith(TOTALS) for one in cells):
        return Line(number, raw, total=True)
    paid_on, amount = read_date(cell("paid_on")), read_amount(cell("amount"))
    receipt = (cell("receipt") or cell("serial")).lstrip("'`")
    checks = {"date": paid_on, "amount": amount, "receipt": receipt[:40] == receipt and receipt}
    return Line(
        number,
        raw,
        paid_on=paid_on,
        amount=amount,
        receipt=receipt,
        decision=cell("decision"),
        payer=cell("payer"),
        faults=tuple(name for name, value in checks.items() if not value),
    )


def read_date(text: str) -> date | None:
    """2026-04-10, 2026/4/10, 20260410, 2026年4月10日, each with or without a time."""
    found = DATES.match(unicodedata.normalize("NFKC", text))
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def read_amount(text: str) -> Decimal | None:
    """26,000.00, ¥26000, 26000元; None unless it is a positive sum in whole cents."""
    cleaned = re.sub(r"[,\s¥￥元]|CNY|RMB", "", unicodedata.normalize("NFKC", text))
    try:
        amount = Decimal(cleaned)
    except InvalidOperation:
        return None
    if not amount.is_finite() or not 0 < amount < Decimal(10) ** 12 or amount != round(amount, 2):
        return None
    return amount


def plain_number(text: str) -> str:
    """A document number without the differences in which people write brackets and blanks."""
    return re.sub(r"[\s〔〕\[\]()（）【】《》第]", "", unicodedata.normalize("NFKC", text))
