"""Which sources may tell of the same thing, and what did a person say to that?"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case
from inspections.models import Informant, Source, SourceLink
from inspections.sources import CannotDo, note
from officers.models import Officer

WINDOW = timedelta(days=90)
COMPARED, SHOWN, ALIKE = 300, 8, 0.5
"""So many are compared, so many proposed; this share of pairs of characters in common is called alike."""
BLANK = re.compile(r"[\s，。、；：！？,.;:!?“”\"'（）()·-]+")


@dataclass(frozen=True)
class Proposal:
    source: Source
    why: str


def bigrams(text: str) -> set[str]:
    bare = BLANK.sub("", text)
    return {bare[at : at + 2] for at in range(len(bare) - 1)}


def likeness(one: str, two: str) -> float:
    """The share of pairs of neighbouring characters that two texts have in common, from 0 to 1."""
    first, second = bigrams(one), bigrams(two)
    return len(first & second) / len(first | second) if first and second else 0.0


def proposals(source: Source, officer: Officer) -> list[Proposal]:
    """What may be the same, with why; what was judged already is left out."""
    judged = {pk for link in links_of(source) for pk in (link.first_id, link.second_id)}
    near = Q(received_at__gte=source.received_at - WINDOW, received_at__lte=source.received_at + WINDOW)
    seen = Source.objects.visible_to(officer).filter(near).exclude(pk__in={source.pk, *judged})
    phones = _same_phone(source)
    rows = list(seen.order_by("-received_at", "-pk")[:COMPARED])
    found = [Proposal(one, "、".join(why)) for one in rows if (why := _why(source, one, phones))]
    return found[:SHOWN]


def _same_phone(source: Source) -> set[int]:
    phone = Informant.objects.filter(source=source).values_list("phone", flat=True).first()
    if not phone:
        return set()
    return set(Informant.objects.filter(phone=phone).values_list("source_id", flat=True))


def _why(source: Source, other: Source, phones: set[int]) -> list[str]:
    found = []
    if source.plate and source.plate == other.plate:
        found.append(_("同一车牌"))
    if other.pk in phones:
        found.append(_("同一电话"))
    if source.place and source.place == other.place:
        found.append(_("同一地点"))
    if likeness(source.content, other.content) >= ALIKE:
        found.append(_("内容相近"))
    return found


def links_of(source: Source) -> QuerySet[SourceLink]:
    """Judged and not undone, also those found to be different."""
    rows = SourceLink.objects.filter(Q(first=source) | Q(second=source), undone_on=None)
    return rows.select_related("first", "second", "judged_by").order_by("pk")


def same_as(source: Source) -> list[Source]:
    """The sources that a person linked with this one."""
    return [one.second if one.first_id == source.pk else one.first for one in links_of(source) if one.is_same]


def cases_of_same(source: Source, officer: Officer) -> QuerySet[Case]:
    linked = [one.case_id for one in same_as(source) if one.case_id]
    return Case.objects.visible_to(officer).filter(pk__in=linked)


@transaction.atomic
def judge(source: Source, other: Source, officer: Officer, now: datetime, *, is_same: bool, why: str) -> SourceLink:
    """Same or not, once. Raises CannotDo."""
    first, second = sorted((source, other), key=lambda one: one.pk)
    try:
        with transaction.atomic():
            link = SourceLink.objects.create(
                first=first, second=second, why=why[:200], is_same=is_same,
                judged_by=officer, judged_on=timezone.localdate(now),
            )  # fmt: skip
    except IntegrityError:
        raise CannotDo(_("这两条线索已经判断过。")) from None
    for one, two in ((first, second), (second, first)):
        note(one, "same" if is_same else "different", officer, now, str(two))
    return link


@transaction.atomic
def undo(link: SourceLink, officer: Officer, now: datetime, *, reason: str) -> None:
    """They are proposed again. Raises CannotDo."""
    facts = {"undone_by": officer, "undone_on": timezone.localdate(now), "undo_reason": reason}
    if not SourceLink.objects.filter(pk=link.pk, undone_on=None).update(**facts):
        raise CannotDo(_("这个判断已经撤销过。"))
    for one, two in ((link.first, link.second), (link.second, link.first)):
        note(one, "undo", officer, now, f"{two} {reason}")
