"""Is what stands wrong on a paper a slip of the pen, or would putting it right change what was decided?

补正 puts right what everybody can see was meant otherwise. Sums, kinds of penalty, articles, periods and who the party
is are the substance: whoever wants those otherwise annuls and decides anew.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from law.violations import PenaltyKind

SUMS = re.compile(r"[¥￥]?[\d,，.]+\s*万?元|[¥￥][\d,，.]+|[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆][整正]?")
ARTICLES = re.compile(r"《[^》]+》|第[零〇一二三四五六七八九十百\d]+[条款项目](?:之[一二三四五六七八九十]+)?")
PERIODS = re.compile(r"(?:[零〇一二三四五六七八九十百]+|\d+)(?:个?工作日|个月|日内|日起|年内|小时)")
IDENTITY = frozenset({"party", "parties", "addressee", "respondent"})
"""Fields of papers that say against whom they are."""
WHO = frozenset({"name", "id_number", "uscc", "kind"})


@dataclass(frozen=True)
class Place:
    """One field of a paper's content in which the words stand."""

    path: tuple[str, ...]
    text: str
    value: Any

    @property
    def says_who(self) -> bool:
        """Is the field itself the name or the number of the party?"""
        return bool(IDENTITY & set(self.path)) and (self.path[-1] in WHO | IDENTITY)


def places(content: Any, words: str) -> list[Place]:
    """Where the words stand; content: the typed content of a paper (documents.services.content_of)."""
    return [one for one in _leaves(content, ()) if words and words in one.text]


def substance(content: Any, wrong: str, right: str, identities: Iterable[str]) -> list[str]:
    """What of the decision would be touched, in words; nothing where it is a slip of the pen.

    identities: names and numbers of the parties, which may stand in any sentence.
    """
    touched: dict[str, None] = {}
    for place in places(content, wrong):
        after = place.text.replace(wrong, right)
        touched |= dict.fromkeys(_touched(place, after, tuple(filter(None, identities))))
    return list(touched)


def corrected(content: Any, wrong: str, right: str) -> Any:
    """The same content with the words put right wherever they stand in a text."""
    if isinstance(content, str):
        return content.replace(wrong, right)
    if isinstance(content, tuple):
        return tuple(corrected(one, wrong, right) for one in content)
    if is_dataclass(content) and not isinstance(content, type):
        return replace(
            content, **{one.name: corrected(getattr(content, one.name), wrong, right) for one in fields(content)}
        )
    return content


def _touched(place: Place, after: str, identities: tuple[str, ...]) -> Iterator[str]:
    before = place.text
    if isinstance(place.value, Decimal) or SUMS.findall(before) != SUMS.findall(after):
        yield _("金额")
    if _kinds(before) != _kinds(after):
        yield _("处罚种类")
    if ARTICLES.findall(before) != ARTICLES.findall(after):
        yield _("适用的条文")
    if PERIODS.findall(before) != PERIODS.findall(after):
        yield _("期限")
    if place.says_who or _count(identities, before) != _count(identities, after):
        yield _("当事人的身份")


def _kinds(text: str) -> Counter[str]:
    with override("zh-hans"):
        return _count(tuple(str(kind.label) for kind in PenaltyKind), text)


def _count(words: Iterable[str], text: str) -> Counter[str]:
    return Counter({word: text.count(word) for word in words if word in text})


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[Place]:
    if is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _leaves(getattr(value, one.name), (*path, one.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _leaves(one, path)
    elif isinstance(value, str):
        yield Place(path, value, value)
    elif isinstance(value, datetime):
        yield Place(path, f"{value.year}年{value.month}月{value.day}日{value.hour}时{value.minute:02}分", value)
    elif isinstance(value, date):
        yield Place(path, f"{value.year}年{value.month}月{value.day}日", value)
    elif isinstance(value, Decimal):
        yield Place(path, f"{value:f}", value)
