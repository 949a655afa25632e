"""What does somebody find who types a few words into the one box, and what is kept from them?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from cases.models import Case, Charge, Party
from documents.models import Document
from law.models import Article
from officers.models import Officer
from officers.roles import Role
from search.engine import CANDIDATES, candidates
from search.tokens import Wanted, joined, number_words, plain_plate, plate_words, wanted
from search.upkeep import party_texts

CASES_SHOWN = 20
LOOKED_INTO = 40
"""In so many of the newest cases found, parties, vehicles and papers are sorted out."""
SHOWN = 8
TOLD = (Role.OFFICER, Role.TEAM_HEAD, Role.LEGAL_REVIEWER)
"""Who handles cases learns that others have some too; to the rest the cases of others do not exist."""


@dataclass(frozen=True)
class Found:
    """Everything is from cases that the officer may see; `hidden` counts the others and says nothing else of them."""

    wanted: Wanted
    cases: list[Case] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    plates: list[str] = field(default_factory=list)
    papers: list[Document] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    visible: int = 0
    hidden: int = 0
    cut_off: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.cases or self.articles or self.hidden)


def find(officer: Officer, query: str) -> Found:
    asked = wanted(query)
    if asked.is_empty:
        return Found(asked)
    ids, cut_off = _case_ids(asked)
    seen = set(Case.objects.visible_to(officer).filter(pk__in=ids).values_list("pk", flat=True))
    mine = [pk for pk in ids if pk in seen]
    near = mine[:LOOKED_INTO]
    return Found(
        asked,
        cases=_cases(mine[:CASES_SHOWN]),
        parties=_parties(near, asked),
        plates=_plates(near, asked),
        papers=_papers(near, asked),
        articles=_articles(query),
        visible=len(mine),
        hidden=len(ids) - len(mine) if officer.holds(*TOLD) else 0,
        cut_off=cut_off,
    )


def _case_ids(asked: Wanted) -> tuple[list[int], bool]:
    """The newest first. A whole identity number is looked up where it is kept."""
    by_number: list[int] | None = None
    if asked.identities:
        numbers = [one.upper() for one in asked.identities]
        parties = Party.objects.filter(id_number__in=numbers, withdrawn_on=None).order_by("-case")
        by_number = list(dict.fromkeys(parties.values_list("case", flat=True)[: CANDIDATES + 1]))
        if not asked.phrases:
            return by_number[:CANDIDATES], len(by_number) > CANDIDATES
    found = candidates(asked.words)
    ids = [pk for pk, words in found.rows if asked.is_met_by(words) and (by_number is None or pk in by_number)]
    return ids, found.cut_off


def _cases(ids: Sequence[int]) -> list[Case]:
    rows = Case.objects.filter(pk__in=ids).select_related("department").prefetch_related("parties")
    return sorted(rows, key=lambda one: -one.pk)


def _parties(ids: Sequence[int], asked: Wanted) -> list[Party]:
    """Each person or firm once, as in its newest case."""
    found: dict[tuple[str, str], Party] = {}
    for party in Party.objects.filter(case__in=ids, withdrawn_on=None).order_by("-pk"):
        if asked.touches(joined(party_texts(party))) or party.id_number.lower() in asked.identities:
            found.setdefault((party.id_number, party.uscc), party)
    return list(found.values())[:SHOWN]


def _plates(ids: Sequence[int], asked: Wanted) -> list[str]:
    plates = Charge.objects.filter(case__in=ids, withdrawn_on=None).exclude(plate="").order_by("-pk")
    found = {
        plain_plate(one).upper(): None
        for one in plates.values_list("plate", flat=True)
        if asked.touches(joined([plate_words(one)]))
    }
    return list(found)[:SHOWN]


def _papers(ids: Sequence[int], asked: Wanted) -> list[Document]:
    rows = Document.objects.filter(case__in=ids).exclude(number="").order_by("-pk")
    return [one for one in rows.defer("content") if _is_met(number_words(one.number), asked)][:SHOWN]


def _is_met(words: Iterable[str], asked: Wanted) -> bool:
    return asked.is_met_by(" ".join(words))


def _articles(query: str) -> list[Article]:
    """Articles in which all the words stand, of statutes that an administrator has loaded."""
    words = [one for one in query.split() if len(one) > 1][:5]
    if not words or any("\x00" in one for one in words):
        return []
    everywhere: Any = Q()
    for one in words:
        everywhere &= Q(text__contains=one) | Q(statute__title__contains=one)
    return list(Article.objects.filter(everywhere).select_related("statute").order_by("statute", "number")[:SHOWN])
