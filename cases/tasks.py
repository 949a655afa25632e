"""What the worker does for the clocks."""

from celery import shared_task
from django.utils import timezone

from cases import checkpoints
from cases.digest import tell_everybody
from cases.drafts import erase_old_drafts
from cases.sweep import sweep


@shared_task(name="cases.tasks.sweep_terms", ignore_result=True)
def sweep_terms() -> int:
    erase_old_drafts(timezone.localdate())
    return sweep(timezone.localdate())


@shared_task(name="cases.tasks.take_checkpoint", ignore_result=True)
def take_checkpoint() -> int:
    """Raises CheckpointRefused: a task that failed is in the worker's log and its results."""
    row = checkpoints.take(timezone.now())
    return row.size if row else 0


@shared_task(name="cases.tasks.tell_what_is_due", ignore_result=True)
def tell_what_is_due() -> int:
    return tell_everybody(timezone.now(), timezone.localdate())
