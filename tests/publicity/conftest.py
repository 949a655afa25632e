"""A bureau, cases decided in August 2026, and a clock that stands in September."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story
from cases.case_file import load_case_file
from cases.models import Decision
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


@pytest.fixture
def cast(db: None) -> Cast:
    return hire_everyone("quick")


@pytest.fixture
def story(cast: Cast) -> Story:
    """One firm, fined and served."""
    told = cases.overloaded(cast, cases.FIRM)
    cases.serve(told)
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
