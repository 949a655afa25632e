"""What may stand in a paper's content? Hypothesis builds it from the types of the schema, as nastily as it may come."""

import unicodedata
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from fontTools.ttLib import TTFont
from hypothesis import strategies as st

from documents.readback import is_code
from documents.registry import FORMS
from documents.typefaces import font_files, printable

PIECES = (
    *(
        "样例旗顺达货物运输有限公司",
        "张建军",
        "罚款人民币陆仟元整（¥6,000.00）",
        "《中华人民共和国行政处罚法》第四十四条",
        "。",
        "，",
        "——",
    ),
    *(
        "喆赟昇",
        "䶮",
        "邢玥珺",
        "㛃堃頔",
        "乌云毕力格·阿拉坦仓",
        "蒙A12345",
        "2026年2月30日",
        "0",
        "-1",
        "1,000,000.00",
        " ",
        "\n",
        "\t",
    ),
    *("<script>alert(1)</script>", "</p></td></table></main>", "<b style='color:red'>", "&nbsp;&lt;", "]]>", "<!-- --"),
    *(
        "{{ paper.account }}",
        "{% include 'x' %}",
        "{# #}",
        "@page{size:1mm}",
        "*{display:none}",
        "url(file:///etc/passwd)",
    ),
    *(
        "\u202e反\u202c",
        "\u200b",
        "\u2066x\u2069",
        "\x00",
        "\x07",
        "\r\n",
        "\u2028",
        "\u00a0",
        "\u3000",
        "\\",
        "'\"`",
        "%s%d",
        "${x}",
    ),
    *(
        "W" * 90,
        "长" * 70,
        "1" * 60,
        "https://example.org/" + "a/" * 40,
        "A-B-C-D-E-" * 9,
        "（续）",
        "第 1 页　共 1 页",
        "扫码核验本文书",
    ),
)
SEED = "2026年3月10日9时40分，执法人员在S210线K32+500治超站检查时，发现张建军驾驶的蒙X00001号车辆涉嫌超限运输。"
CODES_OF_INT = {"source": (1, 6), "ground": (1, 5), "number": (1, 99), "ordinal": (1, 99), "round": (1, 99)}


GIVEN_BY_US = {
    "case_number": st.sampled_from(("", "蒙样交执案〔2026〕001号", "蒙样交执案〔2026〕12345号")),
    "signature": st.just(""),
    "volume": st.sampled_from(("正卷", "副卷")),
    "heading": st.sampled_from(("", "解除证据登记保存审批表")),
}
"""What nobody types: the number and the volume of the running head, the drawn signature, the heading of a sheet."""


def contents(key: str) -> st.SearchStrategy[Any]:
    return built(FORMS[key].schema, key)


@cache
def letters() -> st.SearchStrategy[str]:
    """Any character that one of our faces can draw, rare ones as often as common ones.

    Not marks that belong to the letter before them: a face draws the tone marks of Korean to its left, U+302E, and who
    reads the paper from left to right meets them before it.
    """
    drawn = (chr(code) for code in sorted(printable() - twins()) if code >= 0x20)
    return st.sampled_from([letter for letter in drawn if not unicodedata.category(letter).startswith("M")])


def twins() -> set[int]:
    """Characters that a face draws with one and the same glyph, 甘 and ⽢: on paper nobody can tell them apart."""
    found: set[int] = set()
    for path in font_files():
        with TTFont(path, lazy=True) as font:
            drawn: dict[str, list[int]] = {}
            for code, glyph in font.getBestCmap().items():
                drawn.setdefault(glyph, []).append(code)
        found.update(code for codes in drawn.values() if len(codes) > 1 for code in codes)
    return found


@cache
def texts() -> st.SearchStrategy[str]:
    words = st.lists(st.one_of(st.sampled_from(PIECES), letters()), max_size=8).map("".join)
    lengthy = st.integers(2, 12).map(lambda times: "\n".join(f"第{n}段：{SEED}" for n in range(times)))
    return st.one_of(st.just(""), *[words] * 6, *[st.sampled_from(PIECES)] * 3, lengthy)


PROSE = frozenset(
    {
        *("facts", "summary", "history", "text", "content", "situation", "report", "conclusion", "finding", "findings"),
        *("reason", "reasons", "opinion", "answer", "question", "statement", "result", "execution", "remedy", "demand"),
        *("grounds", "advice", "claim", "terms", "method", "remarks", "note", "discretion", "evidence", "proposal"),
    }
)
"""Where an officer may write pages; names, numbers and places are lines of a form, and their models are so long."""


@cache
def short_texts() -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), texts().map(lambda text: " ".join(text.split())[:40]))


def built(schema: type, key: str) -> st.SearchStrategy[Any]:
    hints = get_type_hints(schema)
    parts = {field.name: value_of(hints[field.name], schema, field.name, key) for field in fields(schema)}
    return st.builds(schema, **parts)


def value_of(wanted: Any, schema: type, name: str, key: str) -> st.SearchStrategy[Any]:
    if get_origin(wanted) in (Union, UnionType):
        inner = next(option for option in get_args(wanted) if option is not type(None))
        return st.none() | value_of(inner, schema, name, key)
    if get_origin(wanted) is tuple:
        return st.lists(value_of(get_args(wanted)[0], schema, name, key), max_size=3).map(tuple)
    if is_dataclass(wanted):
        return built(wanted, key)
    return scalar(wanted, schema, name, key)


def scalar(wanted: Any, schema: type, name: str, key: str) -> st.SearchStrategy[Any]:
    if wanted is str:
        codes = words_of_ours(key).get((schema, name))
        if name in GIVEN_BY_US:
            return GIVEN_BY_US[name]
        return st.sampled_from(codes) if codes else texts() if name in PROSE else short_texts()
    if wanted is bool:
        return st.booleans()
    if wanted is int:
        return st.integers(*CODES_OF_INT.get(name, (0, 10**6)))
    if wanted is Decimal:
        return st.decimals(0, 10**9, places=2)
    if wanted is datetime:
        return st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)).map(
            lambda one: one.replace(second=0, microsecond=0)
        )
    assert wanted is date, wanted
    return st.dates(date(1990, 1, 1), date(2099, 12, 31))


@cache
def words_of_ours(key: str) -> dict[tuple[type, str], list[str]]:
    """Which words the samples of a form put where a word ticks a box or chooses a sentence."""
    found: dict[tuple[type, str], set[str]] = {}
    for content in FORMS[key].samples().values():
        collect(content, found, "")
    return {place: sorted(words) for place, words in found.items()}


def collect(value: Any, found: dict[tuple[type, str], set[str]], path: str) -> None:
    if isinstance(value, tuple):
        for item in value:
            collect(item, found, path)
    elif is_dataclass(value):
        for field in fields(value):
            inner, where = getattr(value, field.name), f"{path}.{field.name}".lstrip(".")
            for one in inner if isinstance(inner, tuple) else (inner,):
                if isinstance(one, str) and is_code(where, one):
                    found.setdefault((type(value), field.name), set()).add(one)
            collect(inner, found, where)
