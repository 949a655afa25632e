"""Are like conduct, tier and history punished alike? Groups of fines with their spread; persons are never named or ranked.

What is compared is the bureau's own discretion: the fine as it was decided, by decisions that still count.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery

from cases.models import Case, Decision, Party, Reckoning, Sanction
from law.circumstances import UnknownCircumstance, circumstance
from law.counting import Unit, last_day
from law.fairness import Box, SpreadRule, box_of, spread_rule
from law.limits import limit
from law.violations import UnknownViolation, violation
from officers.models import Officer

FIRST, REPEAT = "first", "repeat"
DECISION = "charge__party__decisions__"


@dataclass(frozen=True)
class Key:
    """What makes decisions alike: the violation, the level of discretion, and whether it was not the first time."""

    violation: str
    level: str
    history: str


@dataclass(frozen=True)
class Fined:
    """One decision on one charge, without anybody's name."""

    sanction: int
    case: int
    decided_on: date
    conduct_on: date
    fine: Decimal
    circumstances: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    key: Key
    title: str
    fined: tuple[Fined, ...]
    rule: SpreadRule

    @property
    def box(self) -> Box:
        return box_of([one.fine for one in self.fined])

    @property
    def is_small(self) -> bool:
        return len(self.fined) < self.rule.fewest

    @property
    def outliers(self) -> list[Fined]:
        """In the order of the fines; in a small group nothing can stand out."""
        if self.is_small:
            return []
        box = self.box
        return sorted(
            (one for one in self.fined if self.rule.stands_out(one.fine, box)), key=lambda one: (one.fine, one.sanction)
        )


def groups(since: date, until: date) -> list[Group]:
    """All fines decided in these days; two queries. Raises law.fairness.NoSpreadRule."""
    rule, found, titles = spread_rule(until), defaultdict(list), {}
    earlier = _earlier()
    for row in _rows().filter(**{f"{DECISION}decided_on__range": (since, until)}):
        code = row["charge__violation_code"]
        key = Key(code, row["level"] or "", REPEAT if _is_repeat(row, earlier) else FIRST)
        titles[code] = _title(code, row["charge__conduct_on"])
        found[key].append(
            Fined(
                row["pk"],
                row["charge__case"],
                row[f"{DECISION}decided_on"],
                row["charge__conduct_on"],
                row["fine"],
                tuple(row["circumstances"] or ()),
            )
        )
    made = [Group(key, titles[key.violation], tuple(rows), rule) for key, rows in found.items()]
    return sorted(made, key=lambda one: (one.title, one.key.level, one.key.history))


def shown_to(officer: Officer, found: Iterable[Group]) -> tuple[list[Group], int]:
    """Groups large enough for everyone, small ones for who may see every case of it; and how many are kept back."""
    found = list(found)
    small = {one.case for group in found if group.is_small for one in group.fined}
    seen = visible_cases(officer, small)
    shown = [group for group in found if not group.is_small or all(one.case in seen for one in group.fined)]
    return shown, len(found) - len(shown)


def visible_cases(officer: Officer, cases: Iterable[int]) -> set[int]:
    return set(Case.objects.visible_to(officer).filter(pk__in=list(cases)).values_list("pk", flat=True))


def reasons(fined: Iterable[Fined]) -> dict[int, str]:
    """By sanction, the reasons of the discretion as the decision gave them: they may name people, so only for the entitled."""
    return dict(Sanction.objects.filter(pk__in=[one.sanction for one in fined]).values_list("pk", "reason"))


def circumstance_titles(one: Fined) -> list[str]:
    """The circumstances that were found, in the words of the law's data; they say nothing of the person."""
    return [_circumstance(key, one.conduct_on) for key in one.circumstances]


def _circumstance(key: str, on: date) -> str:
    try:
        return circumstance(key, on).title
    except UnknownCircumstance:
        return key


def _title(code: str, on: date) -> str:
    try:
        return violation(code, on).name
    except UnknownViolation:
        return code


def _rows() -> QuerySet[Sanction, dict[str, Any]]:
    reckoned = Reckoning.objects.filter(charge=OuterRef("charge"), round=OuterRef("round"))
    imposed = Sanction.objects.filter(
        stage=Sanction.Stage.DECIDED,
        fine__gt=0,
        **{
            f"{DECISION}round": F("round"),
            f"{DECISION}kind": Decision.Kind.PENALTY,
            f"{DECISION}effect__in": Decision.COUNTS,
        },
    ).annotate(
        level=Subquery(reckoned.values("level_title")[:1]), circumstances=Subquery(reckoned.values("circumstances")[:1])
    )
    return imposed.order_by("pk").values(
        "pk",
        "fine",
        "level",
        "circumstances",
        "charge__case",
        "charge__violation_code",
        "charge__conduct_on",
        "charge__party__kind",
        "charge__party__id_kind",
        "charge__party__id_number",
        "charge__party__uscc",
        f"{DECISION}decided_on",
    )


def _earlier() -> dict[tuple[str, ...], list[tuple[date, int]]]:
    """When who was punished for what, and in which case: kept by number, never by name."""
    found: dict[tuple[str, ...], list[tuple[date, int]]] = defaultdict(list)
    for row in _rows():
        for who in _who(row):
            found[who].append((row[f"{DECISION}decided_on"], row["charge__case"]))
    return found


def _who(row: dict[str, Any]) -> list[tuple[str, ...]]:
    code = row["charge__violation_code"]
    number, company = row["charge__party__id_number"], row["charge__party__uscc"]
    # What stands there of an organisation is the number of the person who acts for it.
    is_person = row["charge__party__kind"] != Party.Kind.ORGANISATION
    by_number = [(code, row["charge__party__id_kind"], number)] if number and is_person else []
    return by_number + ([(code, "uscc", company)] if company else [])


def _is_repeat(row: dict[str, Any], earlier: dict[tuple[str, ...], list[tuple[date, int]]]) -> bool:
    """By what the report found, or by the bureau's own decisions of so many months before the conduct."""
    if REPEAT in (row["circumstances"] or ()):
        return True
    conduct_on = row["charge__conduct_on"]
    months = limit("repeat_months", conduct_on)
    return any(
        decided_on < conduct_on <= last_day(decided_on, months, Unit.MONTHS) and case != row["charge__case"]
        for who in _who(row)
        for decided_on, case in earlier[who]
    )
