"""What does the worker run for the papers? The outbox; the beat starts it every minute, an act wakes it sooner."""

from celery import shared_task

from documents import services
from documents.outbox import DRAIN_TASK, drain

__all__ = ["drain_outbox", "services"]


@shared_task(name=DRAIN_TASK, ignore_result=True)
def drain_outbox() -> int:
    return drain()
