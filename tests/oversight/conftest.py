"""The sample stories, told once for all tests of the review; each test plants its defect and is rolled back."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from benchmarks.copies import copy_case
from bureau.sample import stories
from bureau.sample.meter import meter, spot_facts
from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story
from cases.case_file import CaseFile, load_case_file
from cases.models import Case, Inquiry


@pytest.fixture(scope="package")
def told(django_db_setup: Any, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """Every sample story to its end, inside one transaction that ends with the tests of this folder."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer._from_testcase = True  # type: ignore[attr-defined]  # so that what waits for a commit runs
        outer.__enter__()
        cast = hire_everyone()
        overload, dangerous = stories.overload(cast), stories.dangerous_goods(cast, until="decided")
        pay(dangerous, date(2026, 7, 6), Decimal(78000))
        finish(overload, date(2026, 4, 14))
        finish(dangerous, date(2026, 7, 10))
        yield {
            "cast": cast,
            "overload": overload.case.pk,
            "dangerous": dangerous.case.pk,
            "first_offence": stories.first_offence(cast).case.pk,
            "on_the_spot": on_the_spot(cast).case.pk,
        }
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


def on_the_spot(cast: Cast) -> Story:
    """A hundred yuan taken on the spot, handed over, deposited; the copy filed."""
    story = meter(cast, until="found")
    money = {"ground": "small", "ground_note": "", "asked_by_party": False, "on_water": False}
    facts = spot_facts(story, 100) | {"collection": money | {"receipt_number": "蒙财票2026-000003"}}
    story.handler("punish_on_the_spot", date(2026, 7, 2), **facts)
    taken = story.case.spot_collections.get()
    story.act_on(taken, "杨兰", "receive_collected_money", date(2026, 7, 3))
    story.act_on(taken, "杨兰", "deposit_collected_money", date(2026, 7, 6), deposit_number="YH-3")
    story.act_on(story.case.spot_penalties.get(), "李明", "file_spot_copy", date(2026, 7, 6), recipient="法制股")
    finish(story, date(2026, 7, 7))
    return story


def pay(story: Story, on: date, amount: Decimal) -> None:
    facts = {"amount": amount, "channel": "bank", "receipt_number": "蒙财票2026-000002"}
    story.act("杨兰", "record_payment", on, party=story.case.parties.get(), **facts)


def finish(story: Story, on: date) -> None:
    """Closed; the head excuses publication, which has tests of its own."""
    story.exempt(on, "样例案件")
    story.close(on, "罚没款已缴清，决定书已送达。")


@pytest.fixture
def world(told: dict[str, Any], db: None) -> dict[str, Any]:
    """The stories, in a transaction of the test's own."""
    return told


@pytest.fixture
def file(world: dict[str, Any]) -> Callable[[str], CaseFile]:
    return lambda name: load_case_file(world[name])


@pytest.fixture
def case(world: dict[str, Any]) -> Callable[[str], Case]:
    return lambda name: Case.objects.get(pk=world[name])


@pytest.fixture
def signed_in(world: dict[str, Any], client: Client) -> Callable[[str], Client]:
    def sign_in(name: str) -> Client:
        client.force_login(world["cast"][name], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.fixture
def tampered(world: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The stories with the database's own bars and checks out of the way: data that came from elsewhere."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')  # rolled back with the test
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        yield world
        cursor.execute("PRAGMA ignore_check_constraints = OFF")


@pytest.fixture
def year(tampered: dict[str, Any], case: Callable[[str], Case]) -> list[int]:
    """The three sample files and 11 copies of the overload; 4 copies lack the advice on rights, one decided too soon."""
    copies = copy_case(case("overload"), 11, closed_from=date(2026, 5, 6))
    Inquiry.objects.filter(case__in=copies[:4], kind="interview").update(rights_told=False)
    Case.objects.get(pk=copies[4]).decisions.update(decided_on=date(2026, 3, 20))
    return copies
