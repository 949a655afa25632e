"""Two firms of the same name, a chemist and a driver: told once for all tests of this folder."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from bureau.sample import dangerous_goods, meter, stories
from bureau.sample.people import hire_everyone


@pytest.fixture(scope="package")
def told(django_db_setup: Any, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """Inside one transaction that ends with the tests of this folder; the overload is decided, served and unpaid."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer._from_testcase = True  # type: ignore[attr-defined]  # so that what waits for a commit runs
        outer.__enter__()
        cast = hire_everyone()
        yield {
            "cast": cast,
            "overload": stories.overload(cast, until="served").case.pk,
            "again": stories.overload(cast, start=date(2026, 4, 7), serial=2, until="approved").case.pk,
            "chemicals": dangerous_goods.found(cast, date(2026, 5, 6), 1).case.pk,
            "driver": meter.meter(cast, until="found").case.pk,
        }
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture
def world(told: dict[str, Any], db: None) -> dict[str, Any]:
    """The stories, in a transaction of the test's own."""
    return told


@pytest.fixture
def signed_in(world: dict[str, Any], client: Client) -> Callable[[str], Client]:
    def sign_in(name: str) -> Client:
        client.force_login(world["cast"][name], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
