"""Is there any way through the procedure, by any person and any facts, that the law forbids?"""

from collections.abc import Iterator

import pytest
from django.db import transaction

from cases.act import acts_of
from cases.models import Case
from tests.cases.moves import MOVES
from tests.cases.situations import START, World, build_world
from tests.cases.walk import Walk

LIMIT = 1000


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: "pytest.FixtureRequest") -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_world()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def walk(world: World) -> Walk:
    walk = Walk(world.cast, LIMIT)
    walk.visit(world.light, START)
    walk.visit(world.grave, START)
    return walk


def test_every_act_is_tried() -> None:
    assert set(MOVES) == set(acts_of(Case))


def test_no_path_leads_to_what_the_law_forbids(walk: Walk) -> None:
    assert walk.faults == []
