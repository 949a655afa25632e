"""With which letters does somebody type a Chinese name in short (zs for 张三)?"""

from functools import lru_cache
from itertools import islice, product

from pypinyin import Style, pinyin

READINGS = 8
"""So many readings of one name are kept: 单, 曾 and 仇 are read in more than one way, and nobody can know how."""
LONGEST = 40


@lru_cache(maxsize=4096)
def initials(name: str) -> tuple[str, ...]:
    """Every way to write the first letters of its syllables, lower case; letters and digits of the name stay."""
    syllables = pinyin(name[:LONGEST], style=Style.FIRST_LETTER, heteronym=True, errors=_kept)
    choices = [tuple(dict.fromkeys(one)) for one in syllables if any(one)]
    return tuple("".join(letters) for letters in islice(product(*choices), READINGS)) if choices else ()


def _kept(text: str) -> list[str]:
    """What is no Chinese character and yet part of a name."""
    return ["".join(one for one in text.lower() if one.isascii() and one.isalnum())]
