"""Which recordings may go, who says so, and what remains of them? The system deletes no file."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.case_file import CaseFile, load_case_files
from officers.models import Officer
from recordings.keeping import kept_until, obstacles_to_disposal
from recordings.models import Disposal, Recording
from recordings.states import MatchState

MOST = 500


class NotDisposable(ValueError):
    """Something bids to keep what is on the list; carries a sentence for each."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = list(sentences)


def files_of(recordings: Sequence[Recording]) -> dict[int, list[CaseFile]]:
    """By recording: the cases it belongs to, or may belong to as long as nobody has settled it."""
    matches = [
        (match.recording_id, match.case_id)
        for one in recordings
        for match in one.matches.all()
        if match.state != MatchState.TAKEN_AWAY
    ]
    files = {file.case.pk: file for file in load_case_files(sorted({case for _recording, case in matches}))}
    found: dict[int, list[CaseFile]] = {one.pk: [] for one in recordings}
    for recording, case in matches:
        found[recording].append(files[case])
    return found


def disposable(officer: Officer, on: date) -> list[Recording]:
    """What nothing bids to keep and no list names yet, oldest first; at most MOST of them."""
    free = Recording.objects.filter(disposal=None, ended_at__date__lt=on).select_related("device", "officer")
    rows = list(free.prefetch_related("matches").order_by("ended_at", "pk")[: MOST * 4])
    files = files_of(rows)
    return [one for one in rows if not obstacles_to_disposal(one, files[one.pk], officer, on)][:MOST]


@transaction.atomic
def propose(recordings: Iterable[Recording], *, officer: Officer, on: date) -> Disposal:
    """Raises NotDisposable."""
    ids = [one.pk for one in recordings]
    rows = list(Recording.objects.select_for_update().filter(pk__in=ids).prefetch_related("matches").order_by("pk"))
    reasons = _reasons(rows, officer, on) + [
        _("%(recording)s：已经在另一份清册中。") % {"recording": one} for one in rows if one.disposal_id
    ]
    if not rows:
        reasons.append(_("没有选音像。"))
    if reasons:
        raise NotDisposable(reasons)
    found = Disposal.objects.create(proposed_by=officer, proposed_on=on)
    Recording.objects.filter(pk__in=ids).update(disposal=found)
    return found


@transaction.atomic
def approve(disposal: Disposal, *, officer: Officer, on: date) -> Disposal:
    """By another than proposed it; asked again, and the list is kept as it stands. Raises NotDisposable."""
    disposal = Disposal.objects.select_for_update().get(pk=disposal.pk)
    reasons = _not_waiting(disposal)
    if officer.pk == disposal.proposed_by_id:
        reasons.append(_("%(name)s提出了这份清册，不能自己批准。") % {"name": officer.name})
    recordings = disposal.recordings.select_related("device", "officer").prefetch_related("matches").order_by("pk")
    rows = list(recordings)
    reasons += _reasons(rows, officer, on)
    if reasons:
        raise NotDisposable(reasons)
    files = files_of(rows)
    disposal.rows = [_row(one, files[one.pk]) for one in rows]
    disposal.sha256 = digest(disposal.rows)
    disposal.approved_by, disposal.approved_on = officer, on
    disposal.save()
    return disposal


@transaction.atomic
def refuse(disposal: Disposal, *, officer: Officer, reason: str) -> None:
    """Everything on it goes on being kept. Raises NotDisposable."""
    disposal = Disposal.objects.select_for_update().get(pk=disposal.pk)
    if reasons := _not_waiting(disposal):
        raise NotDisposable(reasons)
    disposal.rows = [_row(one, []) for one in disposal.recordings.select_related("device", "officer").order_by("pk")]
    disposal.refused_by, disposal.refusal = officer, reason
    disposal.save()
    disposal.recordings.update(disposal=None)


def digest(rows: Any) -> str:
    """Of the list as kept, so that a printed one can be compared with it."""
    text = json.dumps(rows, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _not_waiting(disposal: Disposal) -> list[str]:
    return [] if disposal.is_waiting else [_("这份清册已经办理过。")]


def _reasons(rows: Sequence[Recording], officer: Officer, on: date) -> list[str]:
    files = files_of(rows)
    return [
        _("%(recording)s：%(why)s") % {"recording": one, "why": why}
        for one in rows
        for why in obstacles_to_disposal(one, files[one.pk], officer, on)
    ]


def _row(recording: Recording, files: list[CaseFile]) -> dict[str, Any]:
    kept = kept_until(recording, files)
    return {
        "path": recording.path,
        "sha256": recording.sha256,
        "size": recording.size,
        "device": recording.device.number,
        "officer": recording.officer.staff_number,
        "started_at": recording.started_at.isoformat(),
        "ended_at": recording.ended_at.isoformat(),
        "kept_until": date_format(kept.until, "Y-m-d") if kept.until else "",
        "why": list(kept.why),
    }
