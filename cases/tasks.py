"""What the worker does for the clocks."""

from celery import shared_task
from django.utils import timezone

from cases.sweep import sweep


@shared_task(name="cases.tasks.sweep_terms", ignore_result=True)
def sweep_terms() -> int:
    return sweep(timezone.localdate())
