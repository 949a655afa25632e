"""Is the sample bureau the same each time, made once, and never made where people work?"""

import io
from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings

from cases import record
from cases.models import Case, Term
from documents.models import Document
from officers.models import Officer

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 2)
CASES = 2


@pytest.fixture(autouse=True)
def day(time_machine: Any) -> None:
    time_machine.move_to("2026-11-02 02:00Z", tick=False)


def seed(**options: Any) -> str:
    out = io.StringIO()
    call_command("seed_demo", stdout=out, **({"cases": CASES, "today": TODAY} | options))
    return out.getvalue()


def picture() -> list[Any]:
    """States, numbers and days, without keys: those are the database's."""
    cases = Case.objects.order_by("pk")
    return [
        [
            (one.state, one.number, one.cause, one.filed_on, one.version, one.record.count()),
            list(one.terms.order_by("pk").values_list("key", "opened_on", "due_on", "ended_on", "ending")),
            list(one.documents.order_by("pk").values_list("form_key", "number", "state", "issued_on")),
            list(one.parties.values_list("name", "id_number", "uscc")),
        ]
        for one in cases
    ]


def test_two_fresh_installations_get_the_same_bureau() -> None:
    pictures, told = [], []
    for _ in range(2):
        with transaction.atomic():
            told.append(seed())
            pictures.append(picture())
            assert list(record.verify()) == []
            transaction.set_rollback(True)
        assert not Case.objects.exists()
    assert len(pictures[0]) == CASES
    assert pictures[0] == pictures[1]
    assert told[0].splitlines()[-1] == told[1].splitlines()[-1]


def test_a_second_run_does_nothing() -> None:
    seed(cases=1)
    before = (Officer.objects.count(), Case.objects.count(), Term.objects.count(), Document.objects.count())
    assert "nothing to do" in seed(cases=1)
    assert (Officer.objects.count(), Case.objects.count(), Term.objects.count(), Document.objects.count()) == before


def test_it_refuses_where_people_work() -> None:
    with override_settings(EMBEDDED=False, DEBUG=False), pytest.raises(CommandError, match="not for production"):
        seed()
    assert not Officer.objects.exists()
