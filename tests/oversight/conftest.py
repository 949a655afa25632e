"""The sample stories, told once for all tests of the review; each test plants its defect and is rolled back."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from bureau.sample import stories
from bureau.sample.people import hire_everyone
from cases.case_file import CaseFile, load_case_file
from cases.models import Case


@pytest.fixture(scope="package")
def told(django_db_setup: Any, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """Every sample story, inside one transaction that ends with the tests of this folder."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer._from_testcase = True
        outer.__enter__()
        cast = hire_everyone()
        cases = {
            "overload": stories.overload(cast).case.pk,
            "dangerous": stories.dangerous_goods(cast, until="decided").case.pk,
            "first_offence": stories.first_offence(cast).case.pk,
        }
        yield {"cast": cast} | cases
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)
        assert not connection.in_atomic_block


@pytest.fixture
def world(told: dict[str, Any], db: None) -> dict[str, Any]:
    """The stories, in a transaction of the test's own."""
    return told


@pytest.fixture
def file(world: dict[str, Any]) -> Any:
    def load(name: str) -> CaseFile:
        return load_case_file(world[name])

    return load


@pytest.fixture
def case(world: dict[str, Any]) -> Any:
    def get(name: str) -> Case:
        return Case.objects.get(pk=world[name])

    return get
