"""Are the originals still, byte for byte, what came in? All are read again, the longest unread first."""

import math
import time
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db.models import F, Q, QuerySet

from files.contents import digest_of
from files.models import StoredFile
from files.storage import originals

log = structlog.get_logger()
Fault = StoredFile.Fault
NIGHT = timedelta(hours=12)
"""What was read since is not read again by the next round of the same night."""


def fault_of(name: str, sha256: str) -> str:
    """What is wrong with the bytes under this name; empty when they have this digest."""
    try:
        with originals.open(name, "rb") as opened:
            found = digest_of(opened)
    except OSError:
        return Fault.MISSING
    return "" if found == sha256 else Fault.CHANGED


def recheck(now: datetime, *, seconds: float = 480) -> int:
    """One round of a night: the share that is due, as far as the time reaches; how many were read. Idempotent."""
    began, read = time.monotonic(), 0
    for stored in due(now):
        if time.monotonic() - began > seconds:
            break
        note(stored, fault_of(str(stored.file.name), stored.sha256), now)
        read += 1
    return read


def due(now: datetime) -> list[StoredFile]:
    tonight = Q(checked_at__gt=now - NIGHT)
    share = math.ceil(StoredFile.objects.count() / max(1, settings.FILE_CHECK_NIGHTS))
    left = share - StoredFile.objects.filter(tonight).count()
    waiting = StoredFile.objects.exclude(tonight).order_by(F("checked_at").asc(nulls_first=True), "pk")
    return list(waiting[: max(0, left)])


def note(stored: StoredFile, fault: str, now: datetime) -> None:
    changed = {"checked_at": now, "fault": fault}
    if fault != stored.fault:
        changed["fault_at"] = now if fault else None
        log.error("original_damaged" if fault else "original_whole_again", sha256=stored.sha256, fault=fault)
    StoredFile.objects.filter(pk=stored.pk).update(**changed)


def damaged() -> QuerySet[StoredFile]:
    return StoredFile.objects.exclude(fault="").order_by("fault_at", "pk")
