"""Which parties of cases are one and the same person or firm, and who may say so?"""

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from cases.models import Party
from officers.models import Officer
from officers.roles import Role
from search.engine import candidates
from search.models import PartyMerge
from search.tokens import phone_words

MERGERS = frozenset({Role.ADMINISTRATOR})
"""Who may merge and undo: whoever sees all cases and handles none."""
JOINED_AT_MOST = 20
"""Merges that are followed from one to the next; more would be a mistake somewhere, not a person."""


class CannotMerge(RuntimeError):
    """Why, in words for the person."""


def rows_of(party: Party) -> list[Party]:
    """Every row of this person or firm, in all cases, the newest first: by number as the law's look-up, and by merges."""
    known = {one.pk: one for one in same_by_number([party])}
    for _step in range(JOINED_AT_MOST):
        joined = set(_joined_to(known)) - set(known)
        if not joined:
            break
        known |= {one.pk: one for one in same_by_number(Party.objects.filter(pk__in=joined))}
    return sorted(known.values(), key=lambda one: -one.pk)


def same_by_number(parties: Iterable[Party]) -> list[Party]:
    """As cases.earlier.is_the_same judges: the same paper and number, or the same credit code; never the name."""
    same = Q()
    for one in parties:
        same |= Q(pk=one.pk)
        if one.is_person and one.id_number:
            same |= Q(id_number=one.id_number, id_kind=one.id_kind) & ~Q(kind=Party.Kind.ORGANISATION)
        if one.uscc:
            same |= Q(uscc=one.uscc)
    return list(Party.objects.filter(same).select_related("case")) if same else []


def merges_in_force(rows: Iterable[Party]) -> list[PartyMerge]:
    ids = [one.pk for one in rows]
    found = PartyMerge.objects.filter(Q(one__in=ids) | Q(other__in=ids), undone_on=None)
    return list(found.select_related("one", "other", "merged_by").order_by("pk"))


def _joined_to(ids: Iterable[int]) -> list[int]:
    found = PartyMerge.objects.filter(Q(one__in=list(ids)) | Q(other__in=list(ids)), undone_on=None)
    return [pk for pair in found.values_list("one", "other") for pk in pair]


def likely_the_same(rows: list[Party]) -> list[Party]:
    """Who is not joined yet and may be the same: name and telephone alike, or one number under two kinds of paper."""
    known, alike = {one.pk for one in rows}, Q()
    for one in rows:
        if digits := phone_words(one.phone)[:1]:
            # By the index: neither names nor telephones have one of their own among a million parties.
            cases = [pk for pk, _words in candidates(digits).rows]
            alike |= Q(case__in=cases, name=one.name, phone=one.phone)
        if one.id_number:
            alike |= Q(id_number=one.id_number)
    found = Party.objects.filter(alike, withdrawn_on=None).exclude(pk__in=known) if alike else Party.objects.none()
    cards: dict[tuple[str, str, str], Party] = {}
    for one in found.order_by("-pk"):
        cards.setdefault((one.id_kind, one.id_number, one.uscc), one)
    return list(cards.values())


def numbers_differ(one: Party, other: Party) -> bool:
    """A firm has one credit code and a person one number of each kind of paper: two of them want an explanation."""
    codes = {one.uscc, other.uscc} - {""}
    papers = {(row.id_kind, row.id_number) for row in (one, other) if row.id_number}
    return len(codes) > 1 or (len(papers) > 1 and len({kind for kind, _number in papers}) == 1)


def merge(one: Party, other: Party, officer: Officer, on: date, reason: str) -> PartyMerge:
    """Raises CannotMerge. Nothing of a case is touched: its papers and its record stay as they are."""
    with transaction.atomic():
        if other.pk in {row.pk for row in rows_of(one)}:
            raise CannotMerge(_("这两个当事人已经是同一个。"))
        first, second = sorted((one, other), key=lambda row: row.pk)
        try:
            with transaction.atomic():
                return PartyMerge.objects.create(
                    one=first, other=second, reason=reason, merged_by=officer, merged_on=on
                )
        except IntegrityError:
            raise CannotMerge(_("这两个当事人已经合并。")) from None


def undo(found: PartyMerge, officer: Officer, on: date, reason: str) -> None:
    """Raises CannotMerge when somebody was faster. The row stays, with both reasons."""
    open_ = PartyMerge.objects.filter(pk=found.pk, undone_on=None)
    if not open_.update(undone_by=officer, undone_on=on, undo_reason=reason):
        raise CannotMerge(_("这次合并已经拆开。"))
