"""How is a large period reviewed by the worker: chunk by chunk, each a job of its own, to be stopped and taken up again?"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from documents.outbox import enqueue, handles
from officers.models import Department, Officer
from oversight.kept import standard_of
from oversight.models import ReviewRun
from oversight.report import BATCH, closed_in, review_next
from oversight.standards import frozen, standard_on

REVIEW = "review-chunk"


def ask_for_review(
    begins: date, ends: date, unit: Department | None, officer: Officer, standard_key: str = ""
) -> ReviewRun:
    """Raises UnknownStandard. The standard is frozen now, whatever is loaded while the worker is at it."""
    standard = standard_on(ends, standard_key)
    with transaction.atomic():
        run = ReviewRun.objects.create(
            begins=begins,
            ends=ends,
            unit=unit,
            standard=standard.key,
            run_by=officer,
            run_at=timezone.now(),
            files=closed_in(begins, ends, unit.pk if unit else None).count(),
            result={"standard": frozen(standard)},
        )
        _go_on(run)
    return run


def stop(run: ReviewRun, now: datetime) -> bool:
    """What is done stays; False when it is over or was stopped before."""
    return bool(ReviewRun.objects.running().filter(pk=run.pk, cancelled_at=None).update(cancelled_at=now))


def take_up(run: ReviewRun) -> bool:
    """Go on where it was stopped; False when it was not."""
    with transaction.atomic():
        stopped = ReviewRun.objects.running().filter(pk=run.pk, cancelled_at__isnull=False)
        if not stopped.update(cancelled_at=None):
            return False
        _go_on(ReviewRun.objects.get(pk=run.pk))
    return True


@handles(REVIEW)
def review_chunk(payload: Mapping[str, Any]) -> None:
    """One chunk in the transaction of its job. Done twice, or by two workers at once, the second finds it done."""
    rows = ReviewRun.objects.running().filter(pk=payload["run"], done=payload["done"], cancelled_at=None)
    run = rows.select_for_update().first()
    if run is None:
        return
    reviewed = review_next(run, standard_of(run), BATCH)
    run.done += reviewed
    if reviewed < BATCH:
        # Cases may have been closed, or their closing undone, while it ran: what was reviewed counts.
        run.files, run.finished_at = run.done, timezone.now()
    run.save(update_fields=["done", "files", "finished_at"])
    if run.finished_at is None:
        _go_on(run)


def _go_on(run: ReviewRun) -> None:
    enqueue(REVIEW, {"run": run.pk, "done": run.done})
