"""What does the worker do for the originals at night?"""

from celery import shared_task
from django.utils import timezone

from files.previews import look_into_the_rest
from files.recheck import recheck
from files.tus import sweep_uploads


@shared_task(name="files.tasks.recheck_originals", ignore_result=True)
def recheck_originals() -> int:
    look_into_the_rest()
    return recheck(timezone.now())


@shared_task(name="files.tasks.sweep_uploads", ignore_result=True)
def sweep_expired_uploads() -> int:
    return sweep_uploads(timezone.now())
