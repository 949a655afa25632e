"""How do values appear on a paper: dates in Chinese, struck cells, ticks, sums in capitals, paragraphs?"""

from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from itertools import zip_longest

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from documents.amounts import written
from documents.forms.parts import OfficerLine, PartyBlock, Period, Signature, SpeakerRow
from law.wording import wording_for_paper

register = template.Library()

NOBODY = PartyBlock(kind="", name="")
VOTES = {"for": "同意", "against": "不同意", "abstain": "保留意见"}
HAN = "零一二三四五六七八九十"
BLANK_DAY = "　　年　月　日"


@register.filter
def or_slash(value: object) -> str:
    """An empty cell is struck, so that nothing can be written in later."""
    return "/" if value is None or value == "" else str(value)


@register.filter
def day(value: date | None) -> str:
    return f"{value.year}年{value.month}月{value.day}日" if value else BLANK_DAY


@register.filter
def day_or_slash(value: date | None) -> str:
    return day(value) if value else "/"


@register.filter
def moment(value: datetime | None) -> str:
    if value is None:
        return f"{BLANK_DAY}　时　分"
    local = _local(value)
    if (local.hour, local.minute) == (0, 0):
        # Only the day is known; the hour is left for ink.
        return f"{day(local)}　时　分"
    return f"{day(local)}{local.hour}时{local.minute:02}分"


@register.filter
def span(period: Period) -> str:
    """2026年3月10日9时40分至10时20分; the day is repeated only when it changes."""
    if period.begins is None:
        return f"{BLANK_DAY}　时　分至　时　分"
    if period.ends is None:
        return f"{moment(period.begins)}至　时　分"
    begins, ends = _local(period.begins), _local(period.ends)
    end = f"{ends.hour}时{ends.minute:02}分" if begins.date() == ends.date() else moment(ends)
    return f"{moment(begins)}至{end}"


@register.filter
def day_span(period: Period) -> str:
    """2026年3月10日9时40分至10日10时20分, as form 3 has it: the day stands at both ends."""
    if period.begins is None or period.ends is None:
        return f"{moment(period.begins)}至　日　时　分"
    begins, ends = _local(period.begins), _local(period.ends)
    if (begins.year, begins.month) != (ends.year, ends.month):
        return f"{moment(begins)}至{moment(ends)}"
    return f"{moment(begins)}至{ends.day}日{ends.hour}时{ends.minute:02}分"


@register.filter
def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@register.filter
def han(number: int) -> str:
    """1 → 一, 12 → 十二, 20 → 二十; beyond 99 in figures, as a form has no room for more."""
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{HAN[tens]}十") + ("" if tens and not ones else HAN[ones])


@register.filter
def sum_written(amount: Decimal) -> str:
    return written(amount)


@register.filter
def paired(parties: tuple[PartyBlock, ...]) -> list[tuple[PartyBlock, PartyBlock]]:
    """Each block of the form has room for one person and one organisation; the free half is struck."""
    people = [party for party in parties if party.is_person]
    firms = [party for party in parties if not party.is_person]
    return list(zip_longest(people, firms, fillvalue=NOBODY)) or [(NOBODY, NOBODY)]


@register.filter
def halves(party: PartyBlock) -> list[tuple[PartyBlock, PartyBlock]]:
    return paired((party,))


@register.filter
def names(people: tuple[object, ...]) -> str:
    return "、".join(str(getattr(person, "name", person)) for person in people)


@register.filter
def sentence(text: str) -> str:
    """Ends with a full stop, whoever wrote it; an empty one is struck."""
    return f"{text.rstrip('。') or '/'}。"


@register.filter
def certificates(officers: tuple[OfficerLine, ...]) -> str:
    return "、".join(or_slash(officer.certificate) for officer in officers)


@register.filter
def signed(signature: Signature) -> str:
    return signature.refused or signature.name


class Struck:
    """A line of a printed table that nobody filled: every cell is empty and so is struck."""

    def __getattr__(self, name: str) -> str:
        return ""

    def __bool__(self) -> bool:
        return False


@register.filter
def padded(rows: tuple[object, ...], least: int) -> list[object]:
    """The printed form has so many lines at least."""
    return [*rows, *[Struck()] * (least - len(rows))]


@register.filter
def free_lines(rows: tuple[object, ...], least: int) -> range:
    return range(max(least - len(rows), 0))


@register.filter
def vote(key: str) -> str:
    return VOTES[key]


@register.filter
def votes(speeches: tuple[SpeakerRow, ...]) -> str:
    """同意2人，不同意1人; "" where nobody voted."""
    counted = Counter(speech.vote for speech in speeches if speech.vote)
    return "，".join(f"{label}{counted[key]}人" for key, label in VOTES.items() if counted[key])


@register.simple_tag
def box(value: object, wanted: object = True) -> SafeString:
    """A box that is ticked when the value is the wanted one; drawn by the stylesheet, no font has ☑."""
    return format_html('<span class="box">{}</span>', "√" if value == wanted else "")


@register.simple_tag
def prescribed(key: str, on: date | None) -> str:
    """What the law lets this paper say on its day: an article, a period (law/data/wording.toml)."""
    return wording_for_paper(key, on.date() if isinstance(on, datetime) else on)


def _local(value: datetime) -> datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value
