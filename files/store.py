"""How does a content come into the store: once, flushed before its row, and never over another?"""

from datetime import datetime
from typing import Any

import structlog
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from documents.outbox import enqueue
from files.contents import BOUND, Checked, digest_of
from files.models import StoredFile
from files.storage import originals

log = structlog.get_logger()
LOOK_INTO = "look_into_file"


class OriginalChanged(RuntimeError):
    """The same content was stored before, and what lies there now is not it."""


@transaction.atomic
def keep(content: Any, checked: Checked, *, now: datetime) -> StoredFile:
    """Store the bytes unless they are there, then their row; both or neither. Raises OriginalChanged, OSError.

    The row is claimed first, so that two who hand in the same content wait for each other; it is committed after the
    bytes are on the disk.
    """
    place = f"evidence/{checked.sha256[:2]}/{checked.sha256}{checked.suffix}"
    given = {"size": checked.size, "content_type": checked.content_type, "file": place, "stored_at": now}
    stored, is_new = StoredFile.objects.select_for_update().get_or_create(sha256=checked.sha256, defaults=given)
    if not originals.exists(stored.file.name):
        content.seek(0)
        _note_place(stored, originals.save(stored.file.name, content))
    elif not _is_whole(stored):
        if not is_new:
            log.error("original_changed", sha256=stored.sha256)
            raise OriginalChanged(stored.sha256)
        # Half a file that a crash left behind, and that no row ever knew: it is left alone.
        content.seek(0)
        _note_place(stored, originals.save(stored.file.name, content))
    if is_new and checked.content_type in BOUND:
        enqueue(LOOK_INTO, {"file": stored.pk})
    return stored


@transaction.atomic
def forget(stored: StoredFile) -> bool:
    """Take a content away that nothing refers to; False where something does. Whoever hands it in meanwhile waits."""
    places = [name for name in (stored.file.name, stored.preview.name) if name]
    try:
        with transaction.atomic():
            StoredFile.objects.select_for_update().filter(pk=stored.pk).first()
            stored.delete()
    except (ProtectedError, IntegrityError):
        return False
    for name in places:
        originals.delete(name)
    return True


def _note_place(stored: StoredFile, name: str) -> None:
    if name != stored.file.name:
        StoredFile.objects.filter(pk=stored.pk).update(file=name)
        stored.file.name = name


def _is_whole(stored: StoredFile) -> bool:
    with originals.open(stored.file.name, "rb") as opened:
        return digest_of(opened) == stored.sha256
