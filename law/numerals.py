"""How are article numbers written in Chinese, and read back?"""

import re

import cn2an

NUMERAL = "[〇零一二三四五六七八九十百千]+"
_EXACT = re.compile(NUMERAL)


def to_chinese(number: int) -> str:
    """57 → 五十七, 101 → 一百零一, 117 → 一百一十七."""
    return str(cn2an.an2cn(number))


def from_chinese(text: str) -> int:
    """五十七 → 57; ValueError for anything else than a numeral."""
    if not _EXACT.fullmatch(text):
        raise ValueError(f"{text!r} is not a Chinese numeral")
    return int(cn2an.cn2an(text.replace("〇", "零"), "normal"))
