"""What must this officer do today, what waits for this officer, and for whom does this officer wait?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Act
from cases.clocks import PAYMENT_TERMS
from cases.models import ArchiveFile, Case, CaseOfficer, Party, ReviewAdvice, Term
from cases.models.term import TermQuerySet
from cases.screens.dates import Due, due_of
from cases.screens.next_act import (
    OUTCOMES,
    POSTS,
    Demanded,
    demanded,
    next_act,
    objects_waiting_for,
    own_act,
    own_objects,
    states_waiting_for,
)
from cases.screens.offers import act_url
from cases.states import State
from law.limits import limit
from officers.models import Officer
from officers.roles import Role

SHOWN = 50
# While one of these runs, the next step is not ours: the party may speak, must pay, or the publisher is at work.
OTHERS_TERMS = {
    "statement": gettext_lazy("当事人陈述申辩"),
    "hearing_request": gettext_lazy("当事人要求听证"),
    "payment": gettext_lazy("当事人缴款"),
    "instalment": gettext_lazy("当事人缴款"),
    "publish": gettext_lazy("公示人员"),
    "public_notice_service": gettext_lazy("公告期满"),
    "police_answer": gettext_lazy("公安机关"),
    "police_reconsideration_answer": gettext_lazy("公安机关"),
}
OWN_TERMS = ("duty", "soft")
OWED_AFTER_HOLDING = ("measure_return", "measure_report", "measure_release")
Todo = tuple[Any, Act] | None


@dataclass(frozen=True)
class WorkRow:
    number: str
    title: str
    party: str
    url: str
    verb: str
    verb_url: str
    due: Due | None
    waiting_for: str
    since_days: int
    state_label: str = ""
    state_level: str = ""
    filed_on: date | None = None
    handlers: str = ""


@dataclass(frozen=True)
class Group:
    key: str
    title: str
    hint: str
    rows: list[WorkRow]
    total: int


def waits_for(officer: Officer, today: date) -> Q:
    """Cases whose next act is this officer's, by post."""
    scope = answers_for_holds(officer, today)
    if officer.holds(Role.OFFICER):
        theirs = Q(state__in=states_waiting_for("case_officers")) & ~NO_PENALTY
        scope |= theirs & Q(pk__in=handled_by(officer)) & ~Q(pk__in=held_up(today).values("case"))
    if officer.holds(Role.TEAM_HEAD):
        scope |= Q(state__in=states_waiting_for("head_of_unit"), department_id=officer.department_id)
    for role in (Role.BUREAU_HEAD, Role.LEGAL_REVIEWER, Role.ARCHIVIST):
        if officer.holds(role):
            scope |= Q(state__in=states_waiting_for(role.value))
    if officer.holds(Role.BUREAU_HEAD):
        scope |= NO_PENALTY
    if officer.holds(Role.FINANCE):
        scope |= Q(pk__in=Term.objects.open().filter(key__in=PAYMENT_TERMS).values("case"))
    scope |= to_be_appraised(officer, today)
    for actor in actors_of(officer):
        for waiting in objects_waiting_for(actor):
            scope |= Q(pk__in=waiting.values("case")) & within_reach(officer, actor)
    if officer.holds(Role.PUBLISHER):
        scope |= Q(pk__in=Term.objects.open().filter(key="publish").values("case"), state__in=PUBLISHABLE)
    return scope


def to_be_appraised(officer: Officer, today: date) -> Q:
    """For the archivist, dossiers whose retention is over (档案法实施条例 24)."""
    if not officer.holds(Role.ARCHIVIST):
        return Q(pk__in=[])
    over = ArchiveFile.objects.filter(state=ArchiveFile.State.KEPT, retain_until__lt=today)
    return Q(pk__in=over.values("case"))


def answers_for_holds(officer: Officer, today: date) -> Q:
    """Cases in which a party's things are about to be held too long, or should be back: whatever else is awaited.

    What a handler leaves undone here costs the party its things, so the head of the unit answers for it as well; only
    the head of the bureau can extend or release.
    """
    last_call = today + timedelta(days=limit("hold_warning_days", today))
    ending = Q(pk__in=Term.objects.running().filter(key="seizure", due_on__lte=last_call).values("case"))
    owed = Q(pk__in=Term.objects.open().filter(key__in=OWED_AFTER_HOLDING).values("case"))
    scope = Q(pk__in=[])
    if officer.holds(Role.OFFICER):
        scope |= (ending | owed) & Q(pk__in=handled_by(officer))
    if officer.holds(Role.TEAM_HEAD):
        scope |= (ending | owed) & Q(department_id=officer.department_id)
    if officer.holds(Role.BUREAU_HEAD):
        scope |= ending
    return scope


def actors_of(officer: Officer) -> list[str]:
    """As which actors of the procedure this officer may be asked to act."""
    posts = {role.value: role for role in Role} | POSTS
    return [name for name, role in posts.items() if officer.holds(role)]


def within_reach(officer: Officer, actor: str) -> Q:
    """A handler's own cases, a keeper's own things, a unit head's own unit, everything for the posts of the whole bureau."""
    if actor == "case_officers":
        return Q(pk__in=handled_by(officer))
    if actor == "hearing_chair":
        return Q(pk__in=Case.objects.filter(hearings__chair=officer).values("pk"))
    if actor == "asked_counsel":
        return Q(pk__in=ReviewAdvice.objects.filter(counsel=officer, state="asked", review__outcome="").values("case"))
    if actor == Role.KEEPER.value:
        return Q(pk__in=officer.custodies.values("case"))
    return Q(department_id=officer.department_id) if actor == "head_of_unit" else Q()


NO_PENALTY = Q(state=State.PROPOSAL_APPROVED, recommendation__in=tuple(OUTCOMES))
PUBLISHABLE = (State.SERVED, State.CLOSING_PROPOSED, State.CLOSING_ENDORSED)


def held_up(today: date) -> TermQuerySet:
    """Terms that are somebody else's turn: a party's right while it runs, a duty of others until it is done."""
    others = Term.objects.open().filter(key__in=OTHERS_TERMS)
    return others.filter(Q(due_on__gte=today) | Q(nature="duty"))


def handled_by(officer: Officer) -> Any:
    return CaseOfficer.objects.filter(officer=officer, until=None).values("case")


def worklist(officer: Officer, today: date) -> list[Group]:
    """Three groups by legal due date, then age; no priority field (ux.md §3)."""
    mine = with_due(Case.objects.filter(waits_for(officer, today)))
    today_q = Q(next_due__lte=today)
    # Not "exclude": a case without a running term has no date to compare, and would be in neither group.
    later_q = Q(next_due__gt=today) | Q(next_due=None)
    waiting = with_due(
        Case.objects.filter(pk__in=handled_by(officer)).exclude(state__in=[State.NOT_FILED, State.ARCHIVED])
    )
    elsewhere = waiting.exclude(Q(pk__in=mine.values("pk")))
    return [
        _group("today", _("今天必须办"), _("今天没有到期的事。"), mine.filter(today_q), officer, today),
        _group("mine", _("等我处理"), _("没有等你处理的案件。"), mine.filter(later_q), officer, today),
        _group("others", _("我在等别人"), _("没有在等别人的案件。"), elsewhere, officer, today),
    ]


def with_due(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Each case with its nearest open term of our own, as id and date."""
    nearest = Term.objects.open().filter(case=OuterRef("pk"), nature__in=OWN_TERMS).order_by("due_on", "pk")
    return cases.annotate(next_due=Subquery(nearest.values("due_on")[:1]), next_term=Subquery(nearest.values("pk")[:1]))


def _group(key: str, title: str, hint: str, cases: QuerySet[Case], officer: Officer, today: date) -> Group:
    total = cases.count()
    page = list(cases.order_by(F("next_due").asc(nulls_last=True), "pk")[:SHOWN]) if total else []
    return Group(key, title, hint, rows_of(page, today, None if key == "others" else officer), total)


def rows_of(cases: list[Any], today: date, officer: Officer | None = None) -> list[WorkRow]:
    """Rows of a list with a fixed number of queries; with a button for the officer whose turn it is, if one is given."""
    ids = [one.pk for one in cases]
    demands = demanded(ids)
    terms = {one.pk: one for one in Term.objects.filter(pk__in=[one.next_term for one in cases if one.next_term])}
    others = _others(ids, today) if officer is None else {}
    parties = _names(ids)
    handlers = _handlers(ids)
    objects = own_objects(ids, actors_of(officer)) if officer else {}
    return [
        _row(
            one,
            due_of(terms.get(one.next_term), today),
            party=parties.get(one.pk, ""),
            handlers=handlers.get(one.pk, ""),
            todo=_todo(one, officer, demands, objects),
            waiting_for="" if officer else others.get(one.pk) or waits_on(next_act(one, demands)),
        )
        for one in cases
    ]


def waits_on(act: Act | None) -> str:
    return str(act.by.title) if act else ""


def _todo(case: Any, officer: Officer | None, demands: Demanded, objects: dict[int, tuple[Any, Act]]) -> Todo:
    """The row's button: the case's own next act, else that of one of its legal objects."""
    if officer is None:
        return None
    waiting = objects.get(case.pk)
    if waiting and waiting[0].comes_first:
        return waiting
    if act := own_act(case, officer, demands):
        return case, act
    return waiting


def _row(case: Any, due: Due | None, *, party: str, handlers: str, todo: Todo, waiting_for: str) -> WorkRow:
    return WorkRow(
        number=case.number or "",
        title=case.cause,
        party=party or _("当事人待查"),
        url=reverse("cases:case", args=[case.pk]),
        verb="" if todo is None else str(todo[1].title),
        verb_url="" if todo is None else act_url(todo[0], todo[1].key),
        due=due,
        waiting_for=waiting_for,
        since_days=0,
        state_label=str(case.standing.label),
        state_level=case.standing.level.value,
        filed_on=case.filed_on,
        handlers=handlers,
    )


def _others(ids: list[int], today: date) -> dict[int, str]:
    running = held_up(today).filter(case__in=ids).order_by("-due_on")
    return {one.case_id: str(OTHERS_TERMS[one.key]) for one in running}


def _names(ids: list[int]) -> dict[int, str]:
    rows = Party.objects.filter(case__in=ids, withdrawn_on=None).order_by("pk")
    return _joined(rows.values_list("case", "name"))


def _handlers(ids: list[int]) -> dict[int, str]:
    rows = CaseOfficer.objects.filter(case__in=ids, until=None).order_by("pk")
    return _joined(rows.values_list("case", "officer__name"))


def _joined(pairs: Iterable[tuple[int, str]]) -> dict[int, str]:
    names: dict[int, list[str]] = {}
    for case_id, name in pairs:
        names.setdefault(case_id, []).append(name)
    return {case_id: _("、").join(found) for case_id, found in names.items()}
