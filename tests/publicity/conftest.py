"""A bureau, cases decided in August 2026, and a clock that stands in September."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story
from cases.case_file import load_case_file
from cases.models import Case, Decision
from cases.services import perform
from publicity.models import Publication
from publicity.proposal import propose
from publicity.services import prepare
from tests.publicity import cases

NOW = datetime(2026, 9, 15, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(autouse=True)
def september() -> Iterator[None]:
    with time_machine.travel(NOW, tick=True):
        yield


@contextmanager
def undone_afterwards() -> Iterator[None]:
    """A transaction around many tests, each of which still has its own inside it."""
    around = transaction.atomic()
    around._from_testcase = True
    with around:
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def told_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Cast, Story]]:
    """The bureau and one firm, fined and served; telling a case takes a second, so a module tells it once."""
    with django_db_blocker.unblock(), undone_afterwards():
        with time_machine.travel(NOW):
            cast = hire_everyone("quick")
            story = cases.overloaded(cast, cases.FIRM)
            cases.serve(story)
        yield cast, story


@pytest.fixture
def cast(told_once: tuple[Cast, Story], db: None) -> Cast:
    return told_once[0]


@pytest.fixture
def story(told_once: tuple[Cast, Story], db: None) -> Story:
    """As it stands at the beginning of every test."""
    told = told_once[1]
    told.case = Case.objects.get(pk=told.case.pk)
    return told


@pytest.fixture
def copy(story: Story) -> Publication:
    """The public copy, not yet written."""
    return prepare(story.case.decisions.get())


@pytest.fixture
def redacted(copy: Publication, cast: Cast) -> Publication:
    return redact(copy, cast)


@pytest.fixture
def published(redacted: Publication, cast: Cast) -> Publication:
    return approve(redacted, cast)


def redact(copy: Publication, cast: Cast, **changed: str) -> Publication:
    perform(copy, "redact", cast["秦芳"], cases.REDACTED, **(proposed(copy.decision) | changed))
    copy.refresh_from_db()
    return copy


def approve(copy: Publication, cast: Cast) -> Publication:
    perform(copy, "approve", cast["尤佳"], cases.PUBLISHED)
    copy.refresh_from_db()
    return copy


def publish(decision: Decision, cast: Cast) -> Publication:
    return approve(redact(prepare(decision), cast), cast)


def proposed(decision: Decision) -> dict[str, Any]:
    return asdict(propose(load_case_file(decision.case_id), decision))


def signed_in(cast: Cast, name: str) -> Client:
    client = Client()
    client.force_login(cast[name], backend="django.contrib.auth.backends.ModelBackend")
    return client
