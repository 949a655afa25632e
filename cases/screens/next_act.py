"""Which act carries a case on, and is it this officer's?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models
from django.db.models import F

from cases.act import Act, acts_of
from cases.models import Case, FiredRule
from cases.objects import object_types
from cases.procedure.execution import AFTER_SERVICE
from cases.states import Procedure, State
from law.thresholds import Scope
from officers.models import Officer
from officers.roles import Role

# An approved proposal that is not a penalty goes to the head of the bureau, not to a notice.
OUTCOMES = {"no_penalty": "decide_no_penalty", "withdraw": "withdraw_case", "transfer": "transfer_case"}
POSTS = {"case_officers": Role.OFFICER, "head_of_unit": Role.TEAM_HEAD, "asked_counsel": Role.LEGAL_COUNSEL}


@cache
def main_act(state: str, machine: Any = Case) -> Act | None:
    """The act that carries a case, or another machine, on from a state; the first that its procedure declares."""
    return next((act for act in acts_of(machine).values() if act.moves and not act.exit and state in act.source), None)


@cache
def states_waiting_for(actor: str, machine: Any = Case) -> tuple[str, ...]:
    codes = [str(code) for code, _label in machine._meta.get_field("state").choices or ()]
    return tuple(state for state in codes if (act := main_act(state, machine)) and act.by.name == actor)


def objects_waiting_for(actor: str) -> Iterator[models.QuerySet[Any]]:
    """The legal objects whose next act is this actor's, one query set for each kind that has such a state."""
    kinds: tuple[Any, ...] = object_types()
    for kind in kinds:
        if states := states_waiting_for(actor, kind):
            machine: Any = kind
            yield machine._default_manager.filter(state__in=states)


def own_objects(ids: Iterable[int], actors: Iterable[str]) -> dict[int, tuple[Any, Act]]:
    """For each of these cases the first legal object that waits for one of these actors, and by which act.

    One query for all kinds; an object carries no more than its id, its case and its state.
    """
    kinds: tuple[Any, ...] = object_types()
    wanted = [one.filter(case__in=ids).order_by() for actor in actors for one in objects_waiting_for(actor)]
    rows = [
        one.values_list(models.Value(kinds.index(one.model)), models.F("pk"), models.F("case_id"), models.F("state"))
        for one in wanted
    ]
    found: dict[int, tuple[Any, Act]] = {}
    for place, pk, case_id, state in rows[0].union(*rows[1:], all=True) if rows else ():
        kind = kinds[place]
        if act := main_act(state, kind):
            found.setdefault(case_id, (kind(pk=pk, case_id=case_id, state=state), act))
    return found


@dataclass(frozen=True)
class Demanded:
    """Cases in whose present round a rule demands a legal review, or the discussion of the heads."""

    review: frozenset[int]
    discussion: frozenset[int]


def demanded(case_ids: Iterable[int]) -> Demanded:
    """One query for a whole list."""
    rows = FiredRule.objects.filter(case__in=case_ids, round=F("case__round")).values_list("scope", "case")
    found = set(rows)
    return Demanded(
        frozenset(case for scope, case in found if scope == Scope.REVIEW),
        frozenset(case for scope, case in found if scope == Scope.DISCUSSION),
    )


def next_act(case: Any, demands: Demanded) -> Act | None:
    """On this case's own road: by its approved outcome, and past a review or discussion that it does not need."""
    acts = acts_of(Case)
    if case.state == State.LEAD and case.procedure == Procedure.SUMMARY:
        return acts["punish_on_the_spot"]
    if case.state == State.PROPOSAL_APPROVED and case.recommendation in OUTCOMES:
        return acts[OUTCOMES[case.recommendation]]
    if case.state == State.NOTIFIED and case.pk not in demands.review:
        return acts["submit_for_decision"]
    if case.state in (State.READY, State.REVIEWED) and case.pk not in demands.discussion:
        return acts["decide_penalty"]
    return main_act(case.state)


def own_act(case: Any, officer: Officer, demands: Demanded) -> Act | None:
    """What the row's button does for this officer; none where the case waits for something done elsewhere."""
    if officer.holds(Role.FINANCE) and case.state in AFTER_SERVICE:
        return acts_of(Case)["record_payment"]
    act = next_act(case, demands)
    if act is None:
        return None
    return act if officer.holds(POSTS.get(act.by.name) or Role(act.by.name)) else None
