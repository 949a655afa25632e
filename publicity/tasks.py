"""What does the worker do for the portal every night?"""

from celery import shared_task
from django.utils import timezone

from publicity.sheets import compile_sheets
from publicity.showing import erase_run_out


@shared_task(name="publicity.tasks.refresh_portal", ignore_result=True)
def refresh_portal() -> int:
    """Erase what has run out, then compile what is published anew; how many decisions and results of inspections were erased."""
    erased = erase_run_out(timezone.localdate())
    compile_sheets(timezone.localdate())
    return erased


@shared_task(name="publicity.tasks.refresh_notices", ignore_result=True)
def refresh_notices() -> None:
    """Each hour: a hearing that was announced, put off or given up must not wait for the night."""
    compile_sheets(timezone.localdate(), keys=("notices",))
