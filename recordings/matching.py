"""To which cases may a recording belong, by its officer and its time?"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from cases.case_file import CaseFile, load_case_file, load_case_files
from cases.models import (
    Case,
    CoerciveMeasure,
    Hearing,
    Inquiry,
    OwnExecution,
    Preservation,
    PublicNotice,
    Sampling,
    ServiceRecord,
    SpotPenalty,
)
from cases.services import perform
from officers.models import Officer
from recordings.coverage import Moment, moments
from recordings.models import MomentExcuse, Recording, RecordingMatch

DATED: tuple[tuple[Any, str, str], ...] = (
    (Inquiry, "started_at__date", "ended_at__date"),
    (Sampling, "started_at__date", "ended_at__date"),
    (Hearing, "started_at__date", "ended_at__date"),
    (Preservation, "kept_at__date", "kept_at__date"),
    (CoerciveMeasure, "carried_out_at__date", "carried_out_at__date"),
    (SpotPenalty, "given_at__date", "given_at__date"),
    (ServiceRecord, "served_on", "served_on"),
    (PublicNotice, "posted_on", "posted_on"),
)
"""Where a case keeps what has to be recorded: the table, its first and its last day."""


def propose_matches(recordings: Iterable[Recording]) -> int:
    """Propose to the cases what was recorded while they were worked on; how many proposals are new."""
    days = {localdate(moment) for one in recordings for moment in (one.started_at, one.ended_at)}
    return sum(propose_for(file) for file in load_case_files(sorted(_cases_of(days))))


def propose_for(file: CaseFile) -> int:
    """What was recorded by the officers of a moment, while it lasted; a proposal once settled is not made again."""
    new = 0
    known = set(RecordingMatch.objects.filter(case=file.case).values_list("recording_id", flat=True))
    for moment in moments(file):
        found = Recording.objects.filter(
            officer__in=moment.officers, started_at__lte=moment.end, ended_at__gte=moment.start
        ).exclude(pk__in=known)
        for recording in found.order_by("pk"):
            RecordingMatch.objects.create(case=file.case, recording=recording, why=moment.title[:200])
            known.add(recording.pk)
            new += 1
    return new


def _cases_of(days: set[date]) -> set[int]:
    found: set[int] = set()
    for day in days:
        for model, first, last in DATED:
            rows = model.objects.filter(Q(**{f"{first}__lte": day, f"{last}__gte": day}))
            found |= set(rows.values_list("case_id", flat=True))
        executed = OwnExecution.objects.filter(carried_out_at__date=day)
        found |= set(executed.values_list("enforcement__case_id", flat=True))
    return found


@transaction.atomic
def attach(case: Case, recording: Recording, *, officer: Officer, on: date, **facts: Any) -> RecordingMatch:
    """By hand: what the machine could not find. Raises cases.services.Refused, and then nothing is kept."""
    match, _new = RecordingMatch.objects.get_or_create(case=case, recording=recording, defaults={"by_hand": True})
    perform(match, "confirm_match", officer, on, **facts)
    match.refresh_from_db()
    return match


@transaction.atomic
def excuse(case: Case, moment_key: str, *, officer: Officer, on: date, **facts: Any) -> MomentExcuse:
    """Why a moment has no recording; said again, the later words count. Raises cases.services.Refused."""
    found, _new = MomentExcuse.objects.get_or_create(case=case, moment_key=moment_key)
    perform(found, "excuse_moment", officer, on, **facts)
    found.refresh_from_db()
    return found


def moment_of(case_id: int, key: str) -> Moment | None:
    return next((one for one in moments(load_case_file(case_id)) if one.key == key), None)


def candidates(file: CaseFile, since: datetime) -> list[Recording]:
    """What the case's own officers recorded since then and is not in the case: to attach by hand, newest first."""
    taken = RecordingMatch.objects.filter(case=file.case).exclude(state="taken_away").values("recording")
    found = Recording.objects.filter(officer__in=file.everyone_who_handled, ended_at__gte=since, disposal=None)
    return list(found.exclude(pk__in=taken).select_related("device", "officer").order_by("-started_at", "-pk")[:100])
