"""A bureau with two recorders, one case worked on in August 2026, and a dock in a folder of the test's own."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story
from cases.models import Case
from recordings.models import Device
from recordings.register import add_device, hand_out
from tests.publicity import cases
from tests.publicity.conftest import signed_in, undone_afterwards
from tests.recordings.docks import Dock

__all__ = ["signed_in"]

CHINA = ZoneInfo("Asia/Shanghai")
DAY = cases.DAY
NOW = datetime(2026, 9, 15, 9, tzinfo=CHINA)
SINCE = date(2026, 1, 5)


@pytest.fixture(autouse=True)
def september() -> Iterator[None]:
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture(scope="module")
def told_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Cast, Story]]:
    """A firm, fined and served; two recorders since January, one of them handed out."""
    with django_db_blocker.unblock(), undone_afterwards():
        with time_machine.travel(NOW):
            cast = hire_everyone("quick")
            story = cases.overloaded(cast, cases.FIRM)
            cases.serve(story)
            body = add_device(number="ZF-01", kind="body", since=SINCE, by=cast["施康"])
            add_device(number="ZF-02", kind="hand", since=SINCE, by=cast["施康"])
            hand_out(body, officer=cast["李明"], since=SINCE, by=cast["施康"])
        yield cast, story


@pytest.fixture
def cast(told_once: tuple[Cast, Story], db: None) -> Cast:
    return told_once[0]


@pytest.fixture
def story(told_once: tuple[Cast, Story], db: None) -> Story:
    told = told_once[1]
    told.case = Case.objects.get(pk=told.case.pk)
    return told


@pytest.fixture
def body(cast: Cast) -> Device:
    return Device.objects.get(number="ZF-01")


@pytest.fixture
def dock(tmp_path: Path, settings: Any) -> Dock:
    settings.RECORDINGS_ROOTS = [tmp_path / "store"]
    return Dock(tmp_path / "store" / "dock1")
