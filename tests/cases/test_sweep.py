"""Does the sweep find what has lapsed, once, however often and by however many it is run?"""

from datetime import date
from functools import partial
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bureau.sample import stories
from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story
from cases import record
from cases.models import RecordEntry, Term
from cases.sweep import sweep
from tests.cases.threads import at_once

LATE = date(2026, 4, 21)  # publication was due on the 14th, payment on the 20th


@pytest.fixture
def cast(db: None, time_machine: Any) -> Cast:
    time_machine.move_to("2026-11-02 02:00Z", tick=False)
    return hire_everyone()


@pytest.fixture
def served(cast: Cast) -> Story:
    return stories.overload(cast, until="served")


def lapses() -> list[RecordEntry]:
    return list(RecordEntry.objects.filter(act="term_lapsed").order_by("gseq"))


def test_a_missed_duty_is_recorded_once_and_stays_open(served: Story) -> None:
    assert sweep(LATE) == 2
    assert sweep(LATE) == 0
    assert sweep(date(2026, 5, 6)) == 0
    assert sorted(one.payload.body.split('"term":"')[1].split('"')[0] for one in lapses()) == ["payment", "publish"]
    assert {(one.actor_id, one.on) for one in lapses()} == {(None, LATE)}
    late = served.case.terms.filter(key__in=["payment", "publish"])
    assert {(one.ended_on, one.lateness_recorded_on) for one in late} == {(None, LATE)}
    assert list(record.verify()) == []


def test_a_duty_is_not_late_on_its_last_day(served: Story) -> None:
    assert sweep(date(2026, 4, 14)) == 0
    assert sweep(date(2026, 4, 15)) == 1
    assert sweep(date(2026, 4, 20)) == 0
    assert sweep(date(2026, 4, 21)) == 1


def test_a_right_expires_on_its_last_day_without_an_entry(served: Story) -> None:
    entries = RecordEntry.objects.count()
    sweep(date(2026, 3, 23))
    assert served.case.terms.get(key="statement").ended_on is None
    sweep(date(2026, 3, 24))
    statement = served.case.terms.get(key="statement")
    assert (statement.ended_on, statement.ending) == (date(2026, 3, 23), "expired")
    assert RecordEntry.objects.count() == entries
    assert served.case.terms.get(key="reconsideration").ended_on is None


def test_a_case_without_lateness_is_left_alone(served: Story) -> None:
    before = list(Term.objects.order_by("pk").values())
    assert sweep(date(2026, 3, 23)) == 0
    assert list(Term.objects.order_by("pk").values()) == before


@pytest.mark.django_db(transaction=True)
def test_two_sweepers_at_once_record_each_lapse_once(time_machine: Any) -> None:
    time_machine.move_to("2026-11-02 02:00Z", tick=False)
    cast = hire_everyone()
    for serial in (1, 2):
        stories.overload(cast, serial=serial, until="served")
    assert sum(at_once([partial(sweep, LATE), partial(sweep, LATE)])) == 4
    assert len(lapses()) == 4
    assert list(record.verify()) == []


def test_the_overdue_board_shows_what_is_late_on_top(served: Story, time_machine: Any) -> None:
    time_machine.move_to("2026-04-21 02:00Z", tick=False)
    client = Client()
    client.force_login(served.cast["郑海"], backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(reverse("cases:term-board"))
    groups = answer.context["groups"]
    assert groups[0]["title"] == "已超期"
    assert {one["term"].key: str(one["due"].label) for one in groups[0]["rows"]} == {
        "publish": "已超 7 日",
        "payment": "已超 1 日",
    }
    assert reverse("cases:case", args=[served.case.pk]) in answer.content.decode()


def test_the_overdue_board_shows_nothing_of_another_unit(served: Story, time_machine: Any) -> None:
    time_machine.move_to("2026-04-21 02:00Z", tick=False)
    client = Client()
    client.force_login(served.cast["陈军"], backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("cases:term-board")).context["groups"] == []
