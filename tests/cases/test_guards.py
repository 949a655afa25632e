"""Does each guard refuse what it is there for, in its own words and with its article, and nothing else?"""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from bureau.sample.people import hire_everyone
from cases import guards
from cases.act import Guard, acts_of
from cases.models import Case
from cases.objects import object_types
from tests.cases import guard_rows
from tests.cases.guard_table import STORIES, TABLE, Make, Spoil, Stories

pytestmark = pytest.mark.django_db

for _module in pkgutil.iter_modules(guard_rows.__path__):
    importlib.import_module(f"{guard_rows.__name__}.{_module.name}")


def every_guard() -> dict[str, Guard]:
    modules = [importlib.import_module(f"cases.guards.{one.name}") for one in pkgutil.iter_modules(guards.__path__)]
    found = [one for module in modules for one in vars(module).values() if isinstance(one, Guard)]
    # Those of cases.duties are made where they are declared.
    found += [one for kind in (Case, *object_types()) for act in acts_of(kind).values() for one in act.requires]
    return {one.name: one for one in found}


@pytest.fixture(scope="module")
def stories(django_db_setup: None, django_db_blocker: Any) -> Iterator[Stories]:
    # Told once: each test changes its case in a savepoint of its own.
    with django_db_blocker.unblock(), transaction.atomic():
        cast = hire_everyone()
        yield {name: tell(cast) for name, tell in STORIES.items()}
        transaction.set_rollback(True)


@pytest.mark.parametrize(("name", "basis", "sentence", "make", "spoil"), TABLE, ids=[one[0] for one in TABLE])
def test_a_guard_refuses_only_what_its_article_forbids(
    stories: Stories, name: str, basis: str, sentence: str, make: Make, spoil: Spoil
) -> None:
    guard, now = every_guard()[name], make(stories)
    assert guard.obstacles(now.ask()) == []
    spoil(now)
    (obstacle,) = guard.obstacles(now.ask())
    assert sentence in str(obstacle.sentence)
    assert (obstacle.basis, bool(str(obstacle.cure))) == (basis, True)


def test_every_guard_has_its_row() -> None:
    assert sorted(one[0] for one in TABLE) == sorted(every_guard())
