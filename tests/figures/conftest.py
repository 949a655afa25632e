"""A bureau with one synthetic year, laid out once for each module."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast
from officers.models import Department
from tests.figures.year import Maker, bars_lifted, lay_out


@pytest.fixture(scope="module")
def laid_out(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Cast, Maker]]:
    """In a transaction around the module's tests, each of which still has its own inside it."""
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around._from_testcase = True  # type: ignore[attr-defined]
        with around:
            with bars_lifted():
                cast = hire_everyone("quick")
                units = list(Department.objects.filter(handles_cases=True).order_by("name"))
                make = Maker(cast["卫国"], cast["李明"], units)
                lay_out(make)
            yield cast, make
            transaction.set_rollback(True)


@pytest.fixture
def cast(laid_out: tuple[Cast, Maker], db: None) -> Cast:
    return laid_out[0]


@pytest.fixture
def make(laid_out: tuple[Cast, Maker], db: None) -> Maker:
    return laid_out[1]


@pytest.fixture
def desk(cast: Cast) -> Client:
    """The bureau's administrator at work."""
    client = Client()
    client.force_login(cast["韩雪"], backend="django.contrib.auth.backends.ModelBackend")
    return client
