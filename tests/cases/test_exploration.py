"""Is there any way through the procedure, by any person and any facts, that the law forbids?

Not shown here: chains longer than the limit of situations, a third party, and concurrent acts.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from cases.states import State
from tests.cases.moves import MOVES
from tests.cases.situations import ASKED, HEARD, LATE, RETURNED, START, World, build_world
from tests.cases.walk import Walk, every_move

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("exploration")]
SITUATIONS = {"light": 20, "grave": 14, "asked": 7, "told": 7, "late": 4, "spoken": 4, "returned": 6}
"""How many are looked at from each beginning (with a share on top for each outcome that is no penalty)."""
FURTHER = 5 if os.environ.get("HYPOTHESIS_PROFILE") == "full" else 1
ELSEWHERE = {
    "post_public_notice": "needs a failure first, which changes nothing else: tests/journeys/test_service.py",
    "punish_on_the_spot": "no lead of these walks is a summary one: tests/cases/test_spot.py",
    "turn_ordinary": "no lead of these walks is a summary one: tests/cases/test_spot.py",
    **dict.fromkeys(("end_as_merged", "take_over_split"), "two cases: tests/journeys/test_joinder.py"),
    "resume_returned_case": "the case comes back first: tests/journeys/test_referral.py",
    "register_incoming_transfer": "only for a lead sent by others: tests/journeys/test_referral.py",
    **dict.fromkeys(("end_investigation", "return_ending"), "proposed first: tests/journeys/test_suspension.py"),
    "conclude_as_transferred": "the police come first: tests/journeys/test_police.py",
    "judge_late_evidence": "the re-examination uses up the walk from the return: tests/journeys/test_dangerous_goods.py",
    "raise_review_dispute": "a re-examination comes first: tests/cases/test_review_disputes.py",
    "copy_to_home_authority": "only overload cases know it: tests/cases/test_guards.py, tests/journeys/test_overload.py",
    "redo_case": "only a decision that fell in reconsideration or in court leads there: tests/cases/test_remedies.py",
    "begin_enforcement": "the walks end before a payment is late: tests/cases/test_case_two.py",
    "hearing.report_hearing": "beyond the bound of these walks: tests/journeys/test_hearings.py",
    "request_refund": "beyond the bound of these walks: tests/cases/test_restitution.py",
    "hearing.resume_hearing": "beyond the bound of these walks: tests/journeys/test_hearings.py",
    "record_performance": "no penalty of these walks is other than money: tests/cases/test_carrying_out.py",
    "propose_restitution": "only a decision that fell after it was carried out leads there: tests/cases/test_restitution.py",
    "forgo_surcharge": "the walks end before a payment is late: tests/cases/test_case_two.py",
}


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_world()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def walks(world: World) -> list[Walk]:
    walks = []
    days = {"light": START, "grave": START, "asked": ASKED, "told": HEARD}
    days |= {"late": LATE, "spoken": ASKED, "returned": RETURNED}
    for name, day in days.items():
        walks.append(Walk(world.cast, FURTHER * SITUATIONS[name]))
        walks[-1].visit(getattr(world, name), day)
    return walks


def test_every_act_can_be_tried() -> None:
    assert set(MOVES) == every_move()


def test_no_path_leads_to_what_the_law_forbids_and_the_screen_offers_what_is_accepted(walks: list[Walk]) -> None:
    """The oracle is asked after every act; the offers of every person are compared in every situation."""
    faults = [fault for walk in walks for fault in walk.faults]
    kinds = Counter(" ".join(fault.split()[:6]) for fault in faults)
    assert faults == [], f"{len(faults)} faults: {dict(kinds.most_common(40))}"


def test_the_walk_went_far_enough_to_mean_something(walks: list[Walk], capsys: pytest.CaptureFixture[str]) -> None:
    situations, compared = sum(len(walk.seen) for walk in walks), sum(walk.compared for walk in walks)
    done = sum(walk.acts.total() for walk in walks)
    refused = sum(walk.refused.total() for walk in walks)
    with capsys.disabled():
        sys.stdout.write(f"\n{situations} situations, {done} acts, {refused} refusals, {compared} screens compared\n")
    assert situations >= 80 and done >= 200 and refused >= 200 and compared >= 1500


def test_every_state_and_every_act_is_reached(walks: list[Walk]) -> None:
    reached = {state for walk in walks for state in walk.states}
    done = {key for walk in walks for key in walk.acts}
    assert set(State.values) - reached == set()
    # Walks that go further may come to more, never to less.
    assert every_move() - done <= set(ELSEWHERE)
    assert FURTHER > 1 or set(ELSEWHERE) & done == set()
