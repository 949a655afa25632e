"""Does every recording still lie at its dock as it was when it was taken?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from recordings.models import Recording
from recordings.roots import BadFile, find, measure


@dataclass(frozen=True)
class Found:
    recording: Recording
    finding: str


def recheck(now: datetime, *, until: datetime | None = None) -> Iterator[Found]:
    """Each file that vanished or changed, the longest unchecked ones first; until: no file is begun after that moment.

    What an approved list of disposal names may be gone.
    """
    kept = Recording.objects.filter(Q(disposal=None) | Q(disposal__approved_on=None))
    # The order is settled before the first row is changed.
    for pk in list(kept.order_by("checked_at", "pk").values_list("pk", flat=True)):
        if until is not None and timezone.now() >= until:
            return
        recording = Recording.objects.select_related("device").get(pk=pk)
        finding = finding_of(recording)
        Recording.objects.filter(pk=recording.pk).update(checked_at=now, finding=finding)
        if finding:
            yield Found(recording, finding)


def finding_of(recording: Recording) -> str:
    path = find(recording.path)
    if path is None:
        return Recording.Finding.GONE.value
    try:
        sha256, _size = measure(path)
    except BadFile:
        return Recording.Finding.CHANGED.value
    return "" if sha256 == recording.sha256 else Recording.Finding.CHANGED.value
