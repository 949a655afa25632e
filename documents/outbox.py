"""Which work did a committed act leave behind, and who is doing it? Two workers at once are the normal case."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog
from celery import current_app
from django.db import DatabaseError, transaction
from django.db.models import F, Q
from django.utils import timezone
from kombu.exceptions import OperationalError

from documents.models import Outbox

log = structlog.get_logger()

Handler = Callable[[Mapping[str, Any]], None]
DRAIN_TASK = "documents.drain_outbox"

LEASE = timedelta(minutes=15)
"""A job claimed longer ago belongs to a worker that died (the task's time limit is shorter)."""
FIRST_RETRY = timedelta(seconds=30)
LONGEST_RETRY = timedelta(hours=6)

# What a job may fail with and be tried again; anything else is a programming error and must be seen at once.
RETRIED = (ArithmeticError, DatabaseError, LookupError, OSError, RuntimeError, ValueError)

_handlers: dict[str, Handler] = {}


class UnknownJob(LookupError):
    """No code handles this kind of job."""


def handles(kind: str) -> Callable[[Handler], Handler]:
    """Register the function that does this kind of job; it must bear being run twice."""

    def register(handler: Handler) -> Handler:
        _handlers[kind] = handler
        return handler

    return register


def enqueue(kind: str, payload: Mapping[str, Any]) -> Outbox:
    """Leave a job in the transaction of the act; the worker is woken when it commits."""
    now = timezone.now()
    row = Outbox.objects.create(kind=kind, payload=dict(payload), created_at=now, due_at=now)
    transaction.on_commit(wake_worker)
    return row


def wake_worker() -> None:
    """A courtesy only: the beat drains the outbox anyway, so an unreachable broker costs a minute, not the request."""
    try:
        current_app.send_task(DRAIN_TASK, retry=False, ignore_result=True)
    except (OperationalError, OSError) as error:
        log.warning("worker_not_woken", error=str(error))


def drain(*, now: datetime | None = None, limit: int = 100) -> int:
    """Do the waiting jobs that are due; returns how many were done. Safe in any number of workers."""
    done = 0
    for _ in range(limit):
        moment = now or timezone.now()
        row = claim(moment)
        if row is None:
            break
        done += run(row, moment)
    return done


def is_waiting(now: datetime | None = None) -> bool:
    """Is there a job that is due and that nobody works on?"""
    moment = now or timezone.now()
    return Outbox.objects.filter(_free(moment), done_at=None, due_at__lte=moment).exists()


def _free(now: datetime) -> Q:
    return Q(claimed_at=None) | Q(claimed_at__lt=now - LEASE)


def claim(now: datetime) -> Outbox | None:
    """Take one due job by compare-and-set on its claim; None when nothing is left."""
    while row := Outbox.objects.filter(_free(now), done_at=None, due_at__lte=now).order_by("due_at", "id").first():
        mine = Outbox.objects.filter(pk=row.pk, done_at=None, claimed_at=row.claimed_at)
        if mine.update(claimed_at=now, attempts=F("attempts") + 1):
            row.refresh_from_db()
            return row
    return None


def run(row: Outbox, now: datetime) -> bool:
    """Run a claimed job; True when it is done, False when it failed and was put back."""
    try:
        with transaction.atomic():
            _handler(row.kind)(row.payload)
            Outbox.objects.filter(pk=row.pk).update(done_at=now, last_error="")
    except RETRIED as error:
        _put_back(row, now, error)
        return False
    return True


def _handler(kind: str) -> Handler:
    try:
        return _handlers[kind]
    except KeyError:
        raise UnknownJob(kind) from None


def _put_back(row: Outbox, now: datetime, error: Exception) -> None:
    wait = min(FIRST_RETRY * 2 ** min(row.attempts - 1, 10), LONGEST_RETRY)
    Outbox.objects.filter(pk=row.pk).update(
        claimed_at=None, due_at=now + wait, last_error=f"{type(error).__name__}: {error}"[:500]
    )
    log.warning("job_failed", kind=row.kind, job=row.pk, attempts=row.attempts, error=str(error))
