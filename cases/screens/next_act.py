"""Which act carries a case on, and is it this officer's?"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import F

from cases.act import Act, acts_of
from cases.models import Case, FiredRule
from cases.procedure.execution import AFTER_SERVICE
from cases.states import State
from law.thresholds import Scope
from officers.models import Officer
from officers.roles import Role

# An approved proposal that is not a penalty goes to the head of the bureau, not to a notice.
OUTCOMES = {"no_penalty": "decide_no_penalty", "withdraw": "withdraw_case", "transfer": "transfer_case"}
POSTS = {"case_officers": Role.OFFICER, "head_of_unit": Role.TEAM_HEAD}


@cache
def main_act(state: str) -> Act | None:
    """The act that carries a case on from a state; the first on the main line that the procedure declares."""
    return next((act for act in acts_of(Case).values() if act.moves and not act.exit and state in act.source), None)


@cache
def states_waiting_for(actor: str) -> tuple[str, ...]:
    return tuple(state for state in State.values if (act := main_act(state)) and act.by.name == actor)


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
