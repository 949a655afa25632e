"""What does the worker run for the papers? The outbox; the beat starts it every minute, an act wakes it sooner."""

from celery import shared_task

from documents import printing, services
from documents.outbox import DRAIN_TASK, drain, is_waiting, wake_worker

__all__ = ["drain_outbox", "printing", "services"]


@shared_task(name=DRAIN_TASK, ignore_result=True)
def drain_outbox() -> int:
    done = drain()
    if is_waiting():
        # More than one round's worth: go on at once, and let others in between.
        wake_worker()
    return done
