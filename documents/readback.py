"""Does the printed paper say what was typed? The PDF is read back, and every fact of the content must stand in it."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from documents.amounts import capitals, figures
from documents.forms.parts import PartyBlock, Period
from documents.leftout import CODES, left_out, struck_half
from documents.registry import paper_form
from documents.templatetags.paper import day, han, moment, span

LINE_END = "\r\n"
RUNNING_HEAD = "（续）"
FOOT_NOTE = "扫码核验本文书"
SUM = re.compile(r"([零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]{2,})（¥([\d,]+\.\d\d)）")
BROKEN_HYPHEN = "\ufffe"
"""What PDFium reads for a hyphen at the end of a line *and* the line break after it: two lines become one."""
SPACES = re.compile(r"\s+")
CODE = re.compile(r"[a-z_-]+")
DIGEST = 16
"""So many characters of a checksum are printed."""
SHOWN = 40


class PaperDiffers(ValueError):
    """The paper does not say what its content says; it must not be kept as the original."""

    def __init__(self, title: str, differences: "list[Difference]") -> None:
        self.differences = differences
        told = "；".join(str(one) for one in differences[:5])
        more = f"；等{len(differences)}处" if len(differences) > 5 else ""
        super().__init__(f"文书《{title}》印出的内容与填写的内容不一致，没有存档：{told}{more}")


@dataclass(frozen=True)
class Difference:
    field: str
    """Path of the field in the content, such as parties[0].name."""
    expected: str

    def __str__(self) -> str:
        words = self.expected if len(self.expected) <= SHOWN else f"{self.expected[:SHOWN]}…"
        return f"{self.field} 应为“{words}”"


@dataclass(frozen=True)
class Fact:
    """Something that must stand on the paper, in one of the ways in which a paper may put it."""

    field: str
    ways: tuple[str, ...]
    whole_number: bool = False


def check(form_key: str, content: Any, *, number: str, pdf: bytes, drawn: Collection[str] = ()) -> None:
    """Raises PaperDiffers when the PDF lacks a fact of the content, or names a sum in two ways that differ.

    drawn: names in whose places stored signatures stand as pictures, so that no letters need say them.
    """
    found = [one for one in differences(form_key, content, number=number, pdf=pdf) if one.expected not in drawn]
    if found:
        raise PaperDiffers(paper_form(form_key).rule.title, found)


def differences(form_key: str, content: Any, *, number: str, pdf: bytes) -> list[Difference]:
    paper = Reading.of(pdf)
    excused = left_out(form_key, content)
    wanted = [Fact("number", (number,))] if number else []
    wanted += [one for one in facts(content) if bare(one.field) not in excused]
    lost = [Difference(one.field, one.ways[0]) for one in wanted if not paper.states(one)]
    return lost + list(uneven_sums(paper.text))


def uneven_sums(text: str) -> Iterator[Difference]:
    """Sums whose figures and capitals differ (支付结算办法: such a paper is void)."""
    for written, amount in SUM.findall(text):
        if capitals(Decimal(amount.replace(",", ""))) != written:
            yield Difference(f"{written}（¥{amount}）", f"{capitals(Decimal(amount.replace(',', '')))}（¥{amount}）")


def facts(value: Any, path: str = "") -> Iterator[Fact]:
    """Everything that a content has to say, field by field; what is empty says nothing, a flag only ticks a box."""
    if isinstance(value, Period):
        if value.begins:
            yield Fact(path, tuple(squeeze(one) for one in (span(value), moment(value.begins))))
    elif isinstance(value, str):
        yield from _words(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from facts(item, f"{path}[{index}]")
    elif is_dataclass(value):
        struck = struck_half(value) if isinstance(value, PartyBlock) else ()
        for field in fields(value):
            if field.name not in struck:
                yield from facts(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))
    elif value and not isinstance(value, bool):
        yield from _scalar(value, path)


def _words(value: str, path: str) -> Iterator[Fact]:
    if is_code(path, value):
        return
    printed = value[:DIGEST] if path.endswith(".digest") else visible(value)
    yield from (Fact(path, (line,)) for line in map(squeeze, printed.splitlines()) if line)


def _scalar(value: Any, path: str) -> Iterator[Fact]:
    if isinstance(value, datetime):
        yield Fact(path, (squeeze(moment(value)), day(value)))
    elif isinstance(value, date):
        yield Fact(path, (day(value),))
    elif isinstance(value, Decimal):
        # In figures and in capitals: both must stand.
        yield Fact(path, (figures(value),))
        yield Fact(path, (capitals(value),))
    else:
        yield Fact(path, (str(value), han(value)) if value < 100 else (str(value),), whole_number=True)


def is_code(path: str, value: str) -> bool:
    """A word of ours that ticks a box; "points[0].answer" does, the answer of an interview does not."""
    name = bare(path).rpartition(".")[2]
    return bool(CODE.fullmatch(value)) and (name in CODES or bare(path) == "points.answer")


def bare(field: str) -> str:
    """parties[0].name → parties.name: what a form leaves out it leaves out in every row."""
    return re.sub(r"\[\d+\]", "", field)


def visible(text: str) -> str:
    """Without control and format characters, which no paper prints."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf"))


def squeeze(text: str) -> str:
    return SPACES.sub("", text)


@dataclass(frozen=True)
class Sheet:
    """One page between its running head and foot: its words, the words without spaces, and where words end.

    PDFium sets the cells of a row side by side in one line: what goes over to the next page may end within it.
    """

    spaced: str
    text: str
    ends: tuple[int, ...]

    @classmethod
    def of(cls, raw: str, number: int, pages: int) -> "Sheet":
        lines = _body(raw.replace(BROKEN_HYPHEN, f"-{LINE_END}").split(LINE_END), number, pages)
        words = [word for line in lines for word in line.split()]
        return cls(" ".join(lines), "".join(words), tuple(accumulate(map(len, words))))


def _body(lines: list[str], number: int, pages: int) -> list[str]:
    """Without title（续）, case number, places to sign and page number.

    They are written after the text of the page, but before what is positioned on it, such as the issuer.
    """
    last = _last(lines, lambda line: squeeze(line) == f"第{number}页共{pages}页")
    first = _last(lines[:last], lambda line: RUNNING_HEAD in line) if number > 1 else last
    after = lines[last + 1 :]
    return lines[:first] + (after[1:] if after and after[0].startswith(FOOT_NOTE) else after)


def _last(lines: list[str], wanted: Callable[[str], bool]) -> int:
    return next((place for place in range(len(lines) - 1, -1, -1) if wanted(lines[place])), len(lines))


def _own_text(page: Any) -> str:
    """What the page itself says: the words in the seal lie over the date and would be read into it."""
    for picture in list(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_FORM,), max_depth=1)):
        page.remove_obj(picture)
    layer = page.get_textpage()
    text: str = layer.get_text_range()
    layer.close()
    page.close()
    return text


@dataclass(frozen=True)
class Reading:
    sheets: tuple[Sheet, ...]

    @classmethod
    def of(cls, pdf: bytes) -> "Reading":
        with pypdfium2.PdfDocument(pdf) as document:
            raw = [_own_text(page) for page in document]
        return cls(tuple(Sheet.of(text, number, len(raw)) for number, text in enumerate(raw, start=1)))

    @cached_property
    def text(self) -> str:
        return "".join(sheet.text for sheet in self.sheets)

    @cached_property
    def spaced(self) -> str:
        return " ".join(sheet.spaced for sheet in self.sheets)

    def states(self, fact: Fact) -> bool:
        if fact.whole_number:
            alone = [re.compile(rf"(?<!\d){re.escape(way)}(?!\d)") for way in fact.ways]
            return any(one.search(text) for one in alone for text in (self.spaced, self.text))
        return any(way in self.text or self._goes_over(way) for way in fact.ways)

    def _goes_over(self, words: str) -> bool:
        """Do the words end at a word of one page and go on with a word of the next? Cells of a row break like that."""
        return any(
            self._goes_on(words[length:], place + 1)
            for place, sheet in enumerate(self.sheets[:-1])
            for end in sheet.ends
            for length in _overlaps(sheet.text, end, words)
        )

    def _goes_on(self, rest: str, place: int) -> bool:
        sheet = self.sheets[place]
        starts = (0, *sheet.ends)
        if any(sheet.text.startswith(rest, start) for start in starts):
            return True
        if place + 1 == len(self.sheets):
            return False
        return any(
            rest.startswith(sheet.text[start:end]) and self._goes_on(rest[end - start :], place + 1)
            for start in starts
            for end in sheet.ends
            if end > start
        )


def _overlaps(text: str, end: int, words: str) -> Iterator[int]:
    """How many of the first letters of the words may be the last before that place of the text."""
    last = text[end - 1]
    for length in range(min(end, len(words) - 1), 0, -1):
        if words[length - 1] == last and text.startswith(words[:length], end - length):
            yield length
