"""What can be seen of an original without opening it here? A limited child makes a small picture and reads what a photo says.

Nothing depends on it: where the child fails, or is ended because it took too long or too much, there is no preview.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import structlog
from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import timezone

from documents.outbox import enqueue, handles
from files.contents import BOUND
from files.models import StoredFile
from files.storage import originals
from files.store import LOOK_INTO

log = structlog.get_logger()
GRACE_SECONDS = 5
LARGEST_PREVIEW = 2 * 1024 * 1024


@dataclass(frozen=True)
class Seen:
    says: dict[str, Any] = field(default_factory=dict)
    picture: bytes = b""


@handles(LOOK_INTO)
def look_into_stored(payload: Mapping[str, Any]) -> None:
    stored = StoredFile.objects.filter(pk=payload["file"], looked_into_at=None).first()
    if stored is None:
        return
    try:
        with stored.file.open("rb") as opened:
            seen = look_at(opened.read(settings.EVIDENCE_MAX_BYTES + 1), stored.content_type)
    except OSError as missing:
        # The nightly reading will tell it to those who answer for it.
        log.warning("preview_without_original", sha256=stored.sha256, error=str(missing))
        seen = Seen()
    place = ""
    if seen.picture:
        wanted = f"previews/{stored.sha256[:2]}/{stored.sha256}.jpg"
        place = originals.save(wanted, ContentFile(seen.picture))
    now = timezone.now()
    StoredFile.objects.filter(pk=stored.pk).update(says=seen.says, preview=place, looked_into_at=now)


def look_at(data: bytes, content_type: str) -> Seen:
    """One child for one file: it ends with it, whatever the file did to it."""
    limits = (settings.RENDER_MEMORY_MB, settings.RENDER_SECONDS, settings.RENDER_CPU_SECONDS)
    try:
        child = subprocess.run(
            [sys.executable, "-m", "files.preview_child", *map(str, limits), content_type],
            input=data,
            capture_output=True,
            cwd=settings.BASE_DIR,
            # No key and no password of ours.
            env={"LANG": "C.UTF-8", "PATH": ""},
            timeout=settings.RENDER_SECONDS + GRACE_SECONDS,
            process_group=0,
        )
    except subprocess.TimeoutExpired:
        log.warning("preview_too_slow", content_type=content_type)
        return Seen()
    if child.returncode:
        log.info("no_preview", content_type=content_type, code=child.returncode)
        return Seen()
    said, _line, picture = child.stdout.partition(b"\n")
    if len(picture) > LARGEST_PREVIEW:
        return Seen()
    try:
        return Seen(json.loads(said), picture)
    except ValueError:
        return Seen()


def look_into_the_rest(limit: int = 200) -> int:
    """Leave the job again for what was stored before there were previews, or whose job was lost."""
    waiting = StoredFile.objects.filter(looked_into_at=None, content_type__in=BOUND).order_by("pk")[:limit]
    for stored in waiting:
        enqueue(LOOK_INTO, {"file": stored.pk})
    return len(waiting)
