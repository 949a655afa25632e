"""What does the worker do for checks every night?"""

from celery import shared_task
from django.utils import timezone

from inspections.ratings import sweep_slips


@shared_task(name="inspections.tasks.sweep_rating_slips", ignore_result=True)
def sweep_rating_slips() -> int:
    """Rating slips that nobody used in time are erased; how many."""
    return sweep_slips(timezone.localdate())
