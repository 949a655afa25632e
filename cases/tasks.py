"""What the worker does for the clocks."""

from celery import shared_task
from django.utils import timezone

from cases.drafts import erase_old_drafts
from cases.sweep import sweep


@shared_task(name="cases.tasks.sweep_terms", ignore_result=True)
def sweep_terms() -> int:
    erase_old_drafts(timezone.localdate())
    return sweep(timezone.localdate())
