"""Where do the cases of a bureau, a unit or a post stand, and which list is behind each number?

Numbers of units and posts, never of a person. Each opens the list of cases with the same filter by the same rights, so
that the list has as many rows as the number says.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, Max, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Case, Decision, Remedy, Term
from cases.screens.case_filter import reversed_this_year, week_ahead
from cases.screens.next_act import main_act
from cases.states import ENDED, RemedyState, Stage, State
from officers.models import Officer
from officers.roles import Role

READERS = (Role.BUREAU_HEAD, Role.ADMINISTRATOR, Role.TEAM_HEAD, Role.LEGAL_REVIEWER, Role.PUBLISHER)
OF_THE_UNIT = ("case_officers", "head_of_unit")
"""Actors of whom each unit has its own: these wait at a unit, the others at a post of the bureau."""
LOOKED_BACK = timedelta(days=365)
FEWEST = 3
"""Of fewer periods no average is told."""


@dataclass(frozen=True)
class Figure:
    label: str
    value: int
    url: str
    note: str = ""


@dataclass(frozen=True)
class Pace:
    """How long a step of the procedure takes, next to the time that the law or the bureau gives it."""

    title: str
    count: int
    days: float
    allowed: float


@dataclass(frozen=True)
class Dashboard:
    urgent: list[Figure]
    publication: list[Figure]
    stages: list[Figure]
    waiting: list[Figure]
    paces: list[Pace]

    @property
    def running(self) -> int:
        return sum(one.value for one in self.stages)


def dashboard(officer: Officer, today: date) -> Dashboard:
    mine = Case.objects.visible_to(officer)
    rows = list(
        mine.exclude(state__in=ENDED)
        .order_by()
        .values_list("state", "department", "department__name")
        .annotate(count=Count("pk"))
    )
    counts = _term_counts(mine, today)
    remedies = Remedy.objects.filter(case__in=mine.values("pk")).exclude(state=RemedyState.FINAL)
    reversed_ = Decision.objects.filter(reversed_this_year(today), case__in=mine.values("pk"))
    urgent = [
        Figure(_("七个工作日内到期"), counts["week"], listed(list="week")),
        Figure(_("已超期"), counts["overdue"], listed(list="overdue")),
        Figure(_("逾期未缴罚款"), counts["unpaid"], listed(list="unpaid")),
        Figure(_("复议、诉讼中"), remedies.aggregate(n=Count("case", distinct=True))["n"], listed(list="remedies")),
        Figure(
            _("本年被纠正的决定"), reversed_.aggregate(n=Count("case", distinct=True))["n"], listed(list="reversed")
        ),
    ]
    publication = [
        Figure(_("待公示"), counts["unpublished"], listed(list="unpublished")),
        Figure(_("公示已逾期"), counts["publish_late"], listed(list="publish_late")),
    ]
    return Dashboard(urgent, publication, _stages(rows), _waiting(rows), _paces(mine, today))


def listed(**query: Any) -> str:
    return f"{reverse('cases:list')}?{urlencode(query)}"


def _term_counts(mine: Any, today: date) -> dict[str, int]:
    """In how many cases a term of the kind runs, as cases.screens.case_filter.terms_of lists them; one query."""
    duty, publish = Q(nature="duty"), Q(nature="duty", key="publish")
    wanted = {
        "week": duty & Q(due_on__range=(today, week_ahead(today))),
        "overdue": duty & Q(due_on__lt=today),
        "unpublished": publish,
        "publish_late": publish & Q(due_on__lt=today),
        "unpaid": Q(key="payment", due_on__lt=today),
    }
    terms = Term.objects.open().filter(case__in=mine.values("pk"))
    return terms.aggregate(**{name: Count("case", filter=kind, distinct=True) for name, kind in wanted.items()})


def _stages(rows: Iterable[tuple[Any, ...]]) -> list[Figure]:
    found: dict[Stage, int] = defaultdict(int)
    for state, _unit, _name, count in rows:
        found[State(state).stage] += count
    return [Figure(str(one.label), found[one], listed(list="open", stage=one.value)) for one in Stage if found.get(one)]


def _waiting(rows: Iterable[tuple[Any, ...]]) -> list[Figure]:
    """At which unit or post the next step lies. In the order of units and posts, not of numbers: it is no ranking."""
    found: dict[tuple[str, int, str], int] = defaultdict(int)
    for state, unit, name, count in rows:
        if act := main_act(state):
            actor = act.by.name
            where = (f"{name} · {act.by.title}", unit) if actor in OF_THE_UNIT else (str(act.by.title), 0)
            found[where[0], where[1], actor] += count
    return [
        Figure(label, count, listed(list="open", at=actor, **({"unit": unit} if unit else {})))
        for (label, unit, actor), count in sorted(found.items(), key=lambda one: (one[0][1] == 0, one[0][1], one[0][0]))
    ]


def _paces(mine: Any, today: date) -> list[Pace]:
    """Terms of our own that ended in the last year: how many days they took, and how many there were."""
    took = ExpressionWrapper(F("ended_on") - F("opened_on"), output_field=DurationField())
    given = ExpressionWrapper(F("due_on") - F("opened_on"), output_field=DurationField())
    ended = Term.objects.filter(
        case__in=mine.values("pk"),
        nature__in=("duty", "soft"),
        ending="met",
        ended_on__range=(today - LOOKED_BACK, today),
    )
    rows = (
        ended.order_by()
        .values("key")
        .annotate(count=Count("pk"), took=Avg(took), given=Avg(given), title=Max("title"))
        .filter(count__gte=FEWEST)
        .order_by("key")
    )
    return [Pace(_(one["title"]), one["count"], _days(one["took"]), _days(one["given"])) for one in rows]


def _days(span: timedelta) -> float:
    return round(span / timedelta(days=1), 1)
