"""Is the work an act leaves behind done once, by whoever comes first, and again only when it failed?"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from documents import outbox
from documents.models import Outbox
from tests.documents.conftest import InThreads

pytestmark = pytest.mark.django_db


@pytest.fixture
def done() -> Iterator[list[Any]]:
    seen: list[Any] = []
    outbox.handles("note")(lambda payload: seen.append(payload["n"]))
    yield seen
    outbox._handlers.pop("note")


@pytest.fixture
def failing() -> Iterator[None]:
    def fail(payload: Mapping[str, Any]) -> None:
        raise OSError("disk full")

    outbox.handles("note")(fail)
    yield
    outbox._handlers.pop("note")


def test_a_job_is_done_once_however_often_the_outbox_is_drained(done: list[int]) -> None:
    for n in range(3):
        outbox.enqueue("note", {"n": n})
    assert [outbox.drain(), outbox.drain()] == [3, 0]
    assert done == [0, 1, 2]


def test_a_job_of_a_transaction_that_failed_does_not_exist(done: list[int]) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        outbox.enqueue("note", {"n": 1})
        raise RuntimeError
    assert (outbox.drain(), done) == (0, [])


@pytest.mark.django_db(transaction=True)
def test_four_workers_at_once_do_each_job_once(done: list[int], in_threads: InThreads) -> None:
    in_threads([lambda: [outbox.enqueue("note", {"n": n}) for n in range(20)]])
    assert sum(in_threads([outbox.drain] * 4)) == 20
    assert sorted(done) == list(range(20))


def test_a_failed_job_keeps_its_error_and_waits_longer_each_time(failing: None) -> None:
    outbox.enqueue("note", {"n": 1})
    now = timezone.now()
    waits = []
    for _ in range(3):
        assert outbox.drain(now=now) == 0
        row = Outbox.objects.get()
        waits.append(row.due_at - now)
        now = row.due_at
    assert waits == [timedelta(seconds=30), timedelta(seconds=60), timedelta(seconds=120)]
    assert (row.last_error, row.attempts, row.done_at, row.claimed_at) == ("OSError: disk full", 3, None, None)


def test_a_failed_job_is_not_tried_before_its_time(failing: None) -> None:
    outbox.enqueue("note", {"n": 1})
    now = timezone.now()
    outbox.drain(now=now)
    outbox.drain(now=now + timedelta(seconds=29))
    assert Outbox.objects.get().attempts == 1


def test_a_job_nobody_knows_is_put_back_with_that_error() -> None:
    outbox.enqueue("unheard-of", {})
    assert outbox.drain() == 0
    assert Outbox.objects.get().last_error == "UnknownJob: unheard-of"


def test_the_job_of_a_worker_that_died_is_taken_over_after_its_lease(done: list[int]) -> None:
    outbox.enqueue("note", {"n": 7})
    now = timezone.now()
    assert outbox.claim(now) is not None
    assert outbox.drain(now=now + outbox.LEASE - timedelta(seconds=1)) == 0
    assert outbox.drain(now=now + outbox.LEASE + timedelta(seconds=1)) == 1
    assert done == [7]


@pytest.mark.parametrize("error", [OperationalError("no broker"), ConnectionRefusedError()])
def test_an_unreachable_broker_does_not_fail_the_act(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise error

    monkeypatch.setattr(outbox.current_app, "send_task", refuse)
    outbox.wake_worker()
    with transaction.atomic():
        outbox.enqueue("note", {"n": 1})
    assert Outbox.objects.count() == 1
