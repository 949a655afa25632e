"""Does a text say what must stay hidden, and how does it read without it?

Pure: texts and protected strings in, findings and texts out. Writing a name with spaces, line breaks, full-width or
invisible characters does not hide it from here.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

COMPOUND_SURNAMES = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "宇文",
    "长孙",
    "司徒",
    "夏侯",
    "东方",
)
HYPHENS = frozenset("-‐‑‒–—―－_·•・‧")
INVISIBLE = ("Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp")
HIDDEN = "■"
AROUND = 8


class Kind(TextChoices):
    """What a protected string is; the list is that of the redaction rules (行政处罚法 50, 公开条例 15)."""

    PERSON = "person", _("姓名")
    IDENTITY = "identity", _("身份证件号")
    BIRTH = "birth", _("出生日期")
    PHONE = "phone", _("电话号码")
    ADDRESS = "address", _("详细地址")
    PLATE = "plate", _("车牌号")
    ACCOUNT = "account", _("银行账号")
    EMAIL = "email", _("电子邮箱")
    POSITION = "position", _("经纬度")


KINDS = list(Kind)


@dataclass(frozen=True)
class Protected:
    """One string that no public text may contain."""

    text: str
    kind: Kind


@dataclass(frozen=True)
class Leak:
    """A protected string found in a text: from where to where, and what it was found to be."""

    start: int
    end: int
    text: str
    kind: Kind


@dataclass(frozen=True)
class Folded:
    """A text without its disguises, and where each of its characters came from."""

    text: str
    places: tuple[int, ...]


PLATE_PLACES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
# Protected whoever they belong to. Written for folded text: lower case, no spaces, no hyphens.
PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.IDENTITY, re.compile(r"(?<![0-9a-z])[1-9]\d{5}(?:19|20)\d{9}[\dx](?![0-9a-z])")),
    (Kind.ACCOUNT, re.compile(r"(?<![0-9a-z])\d{15,19}(?![0-9a-z])")),
    (Kind.PHONE, re.compile(r"(?<![0-9])(?:\+?86)?1[3-9]\d{9}(?![0-9])")),
    (Kind.PHONE, re.compile(r"(?<![0-9])\(?0\d{2,3}\)?[2-9]\d{6,7}(?![0-9])")),
    (
        Kind.PLATE,
        re.compile(f"[{PLATE_PLACES}][a-hj-np-z](?:[0-9a-z]{{5,6}}|[0-9a-z]{{4}}[挂学警港澳领使])(?![0-9a-z])"),
    ),
    (Kind.EMAIL, re.compile(r"[a-z0-9.+]+@[a-z0-9.]+\.[a-z]{2,}")),
    (Kind.POSITION, re.compile(r"(?<![0-9.])1?\d{2}\.\d{4,}(?![0-9])")),
)


def fold(text: str) -> Folded:
    """Full-width to half-width, capitals to small letters; spaces, line breaks, hyphens and marks left out."""
    letters: list[str] = []
    places: list[int] = []
    for place, written in enumerate(text):
        for letter in unicodedata.normalize("NFKC", written).casefold():
            if letter in HYPHENS or unicodedata.category(letter) in INVISIBLE:
                continue
            letters.append(letter)
            places.append(place)
    return Folded("".join(letters), tuple(places))


def leaks(text: str, protected: Iterable[Protected]) -> list[Leak]:
    """Every protected string in the text, in order, the longest first where several begin together."""
    folded = fold(text)
    found = [
        _leak(text, folded, match.start(), match.end(), one.kind)
        for one in protected
        if len(needle := fold(one.text).text) > 1
        for match in re.finditer(re.escape(needle), folded.text)
    ]
    for kind, pattern in PATTERNS:
        found += [_leak(text, folded, match.start(), match.end(), kind) for match in pattern.finditer(folded.text)]
    return sorted(set(found), key=lambda leak: (leak.start, -leak.end, KINDS.index(leak.kind)))


def mask(text: str, protected: Sequence[Protected]) -> str:
    """The text without any of the protected strings: names as 张某某, the rest as what it was."""
    masked = _replaced(text, leaks(text, protected), stand_in)
    # A stand-in and its neighbours may spell another protected string by accident.
    while found := leaks(masked, protected):
        masked = _replaced(masked, found, lambda leak: HIDDEN)
    return masked


def stand_in(leak: Leak) -> str:
    """What is written instead."""
    if leak.kind is Kind.PERSON:
        return public_name(leak.text)
    if leak.kind is Kind.PLATE:
        return f"{fold(leak.text).text[:2].upper()}*****"
    return {
        Kind.IDENTITY: "（身份证件号略）",
        Kind.BIRTH: "（出生日期略）",
        Kind.PHONE: "（电话略）",
        Kind.ADDRESS: "（详细地址略）",
        Kind.ACCOUNT: "（账号略）",
        Kind.EMAIL: "（邮箱略）",
        Kind.POSITION: "（位置略）",
    }[leak.kind]


def public_name(name: str) -> str:
    """张三 → 张某某, 欧阳小明 → 欧阳某某; a name without surname keeps its first character."""
    bare = fold(name).text
    surname = next((one for one in COMPOUND_SURNAMES if bare.startswith(one) and len(bare) > len(one)), bare[:1])
    return f"{surname}某某"


def excerpt(text: str, leak: Leak) -> str:
    """The place in the text, so that a person finds it."""
    return " ".join(text[max(0, leak.start - AROUND) : leak.end + AROUND].split())


def _leak(text: str, folded: Folded, start: int, end: int, kind: Kind) -> Leak:
    first, last = folded.places[start], folded.places[end - 1] + 1
    return Leak(first, last, text[first:last], kind)


def _replaced(text: str, found: Iterable[Leak], words: Callable[[Leak], str]) -> str:
    parts, position = [], 0
    for leak in found:
        if leak.start < position:
            # Overlaps what is already gone; its rest goes too, unnamed.
            position = max(position, leak.end)
            continue
        parts += [text[position : leak.start], words(leak)]
        position = leak.end
    return "".join([*parts, text[position:]])
