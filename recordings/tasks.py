"""What does the worker do for the recordings: read docks, look for matches, check the files?"""

from datetime import timedelta

import structlog
from celery import current_app, shared_task
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from officers.models import Officer
from recordings.dock import Report, import_dock
from recordings.matching import propose_matches
from recordings.models import DockImport, Recording
from recordings.rechecking import recheck
from recordings.roots import BadFile, folder_of

log = structlog.get_logger()

IMPORT_TASK = "recordings.tasks.import_waiting"
GIVEN_UP_AFTER = timedelta(hours=12)
"""A reading begun longer ago belongs to a worker that died; it is begun again, which doubles nothing."""
MATCHED_FOR = timedelta(days=60)
"""Acts are typed later than they were done: so long recordings are compared with the cases again."""
NIGHT = timedelta(minutes=50)
"""So long files are checked at a stretch: the broker takes a task of an hour for lost. The next night goes on."""


def ask_for_import(folder: str, device: str, officer: Officer) -> DockImport:
    made = DockImport.objects.create(folder=folder, device=device, asked_by=officer, asked_at=timezone.now())
    transaction.on_commit(_wake)
    return made


def _wake() -> None:
    try:
        current_app.send_task(IMPORT_TASK, retry=False, ignore_result=True)
    except (OperationalError, OSError) as error:
        # The beat reads what waits anyway.
        log.warning("worker_not_woken", error=str(error))


@shared_task(name=IMPORT_TASK, ignore_result=True, time_limit=4 * 3600)
def import_waiting() -> int:
    """Read every dock that somebody asked for; how many."""
    done, now = 0, timezone.now()
    begun = DockImport.objects.filter(finished_at=None, started_at__lt=now - GIVEN_UP_AFTER)
    begun.update(started_at=None)
    while waiting := DockImport.objects.filter(started_at=None, finished_at=None).order_by("pk").first():
        mine = DockImport.objects.filter(pk=waiting.pk, started_at=None)
        if mine.update(started_at=timezone.now()):
            run_import(waiting)
            done += 1
    return done


def run_import(asked: DockImport) -> Report:
    try:
        report = import_dock(folder_of(asked.folder), now=timezone.now(), device=asked.device)
    except BadFile as problem:
        report = Report(problem=str(problem))
    DockImport.objects.filter(pk=asked.pk).update(
        started_at=asked.started_at or asked.asked_at, finished_at=timezone.now(), report=report.as_json()
    )
    return report


@shared_task(name="recordings.tasks.match_recordings", ignore_result=True)
def match_recordings() -> int:
    since = timezone.now() - MATCHED_FOR
    return propose_matches(Recording.objects.filter(ended_at__gte=since, disposal=None).iterator())


@shared_task(name="recordings.tasks.recheck_recordings", ignore_result=True, time_limit=6 * 3600)
def recheck_recordings() -> int:
    """How many were found gone or changed; each is named in the log and on the page of recordings."""
    found, now = 0, timezone.now()
    for one in recheck(now, until=now + NIGHT):
        found += 1
        log.warning("recording_not_whole", recording=one.recording.pk, path=one.recording.path, finding=one.finding)
    return found
