"""How does a file of any size come in over a line that breaks? tus 1.0: creation, expiration, termination.

The offset is what the database says is on the disk; what a crash left beyond it is cut off before the next piece.
The digest is reckoned while the bytes stream in. The state of SHA-256 cannot be kept over a restart, so after one, or
when another server takes the next piece, what came before is read once more from the disk, at the end.
"""

import base64
import binascii
import errno
import fcntl
import hashlib
import os
import shutil
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from io import FileIO
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.db.models import Sum
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from files.contents import READ, Checked, digest_of, look_into
from files.models import Upload
from files.store import OriginalChanged, forget, keep
from officers.models import Officer

log = structlog.get_logger()
VERSION = "1.0.0"
EXTENSIONS = "creation,expiration,termination"
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
FOLLOWED = 64
"""So many uploads whose digest this process reckons along; of others it reads the bytes again."""
_running: "OrderedDict[UUID, tuple[int, Any]]" = OrderedDict()


class TusRefused(Exception):
    """The protocol's status, and a sentence for the person where there is one."""

    def __init__(self, status: int, sentence: str = "") -> None:
        super().__init__(sentence or str(status))
        self.status, self.sentence = status, sentence


class Part(File):  # type: ignore[type-arg]
    """The bytes on their way: a disk of ours takes the file over without copying it."""

    def temporary_file_path(self) -> str:
        return str(self.name)


def begin(owner: Officer, case_id: int, *, length: int, metadata: str, now: datetime) -> Upload:
    """Raises TusRefused: empty or too large, too much unfinished, or no room on the disk."""
    if not 0 < length <= settings.UPLOAD_MAX_BYTES:
        limit = filesizeformat(settings.UPLOAD_MAX_BYTES)
        raise TusRefused(413, _("文件是空的，或者超过 %(limit)s。") % {"limit": limit})
    open_bytes = Upload.objects.filter(owner=owner).unfinished(now).aggregate(sum=Sum("length"))["sum"] or 0
    if open_bytes + length > settings.UPLOAD_QUOTA_BYTES:
        raise TusRefused(413, _("没有传完的文件太多，先传完或者取消以前的上传。"))
    folder = Path(settings.UPLOAD_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < length + settings.UPLOAD_SPARE_BYTES:
        raise TusRefused(507, _("服务器的磁盘空间不够，请报告管理员。"))
    upload = Upload(
        owner=owner,
        case_id=case_id,
        name=name_in(metadata),
        length=length,
        started_at=now,
        expires_at=now + timedelta(hours=settings.UPLOAD_HOURS),
    )
    upload.part.touch(mode=0o600)
    upload.save(force_insert=True)
    return upload


def name_in(metadata: str) -> str:
    """The file's name out of Upload-Metadata, for its owner to read; nonsense is no name."""
    for pair in metadata.split(","):
        key, _space, value = pair.strip().partition(" ")
        if key == "filename":
            try:
                told = base64.b64decode(value, validate=True).decode()
            except (binascii.Error, UnicodeDecodeError, ValueError):
                return ""
            return "".join(sign for sign in told if sign.isprintable())[:200]
    return ""


def find(owner: Officer, case_id: int, upload_id: UUID, now: datetime) -> Upload:
    """Raises TusRefused: 404 for nobody's and another's alike, 410 when its time is over."""
    upload = Upload.objects.of(owner, case_id).select_related("stored").filter(pk=upload_id).first()
    if upload is None:
        raise TusRefused(404)
    if upload.stored is None and upload.expires_at <= now:
        raise TusRefused(410, _("这次上传已经过期，请重新选择文件。"))
    return upload


def offset_of(upload: Upload) -> int:
    """What is safe on the disk: never more than is really there."""
    if upload.stored is not None:
        return upload.length
    return min(upload.offset, upload.part.stat().st_size if upload.part.exists() else 0)


def receive(upload: Upload, stream: Any, *, offset: int, announced: int, now: datetime) -> Upload:
    """Add one piece. A line that breaks in the middle is no fault: what came is kept.

    Raises TusRefused (409 wrong offset, 413 longer than announced, 423 another piece is just coming in, 422 refused).
    """
    if offset + announced > upload.length:
        raise TusRefused(413, _("上传的内容超过了所报的大小。"))
    try:
        with _alone(upload) as part:
            upload.refresh_from_db()
            safe = offset_of(upload)
            if offset != safe:
                raise TusRefused(409)
            if upload.stored is None:
                part.truncate(safe)
                if _append(upload, part, stream, safe) == upload.length:
                    _finish(upload, now)
    except Upload.DoesNotExist:  # Given up in another tab while this piece was coming in.
        raise TusRefused(404) from None
    except OSError as full:
        if full.errno not in NO_ROOM:
            raise
        raise TusRefused(507, _("服务器的磁盘空间不够，请报告管理员。")) from full
    return upload


def drop(upload: Upload) -> None:
    """The bytes that came are taken away; what was stored already stays for the sweeper to judge."""
    _running.pop(upload.pk, None)
    upload.part.unlink(missing_ok=True)
    Upload.objects.filter(pk=upload.pk).delete()


@contextmanager
def _alone(upload: Upload) -> Iterator[FileIO]:
    """The part, locked: two pieces at once would mix. The lock ends with the process that holds it."""
    upload.part.touch(mode=0o600)
    # Unbuffered: where the disk is full, it is the write that says so.
    with upload.part.open("r+b", buffering=0) as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise TusRefused(423) from None
        yield opened


def _append(upload: Upload, part: FileIO, stream: Any, start: int) -> int:
    """Where the part ends now: on the disk first, then in the database."""
    end, digest = start, _digest_at(upload.pk, start)
    part.seek(start)
    while end < upload.length and (piece := _next_of(stream, upload.length - end, upload)):
        _write(part, piece)
        end += len(piece)
        if digest:
            digest.update(piece)
    os.fsync(part.fileno())
    if not Upload.objects.filter(pk=upload.pk).update(offset=end):
        raise Upload.DoesNotExist
    upload.offset = end
    if digest:
        _running[upload.pk] = (end, digest)
        while len(_running) > FOLLOWED:
            _running.popitem(last=False)
    return end


def _next_of(stream: Any, left: int, upload: Upload) -> bytes:
    """Nothing where the line broke: Django tells it as an OSError (UnreadablePostError)."""
    try:
        piece: bytes = stream.read(min(READ, left))
    except OSError as broken:
        log.info("upload_cut", upload=str(upload.pk), error=str(broken))
        return b""
    return piece


def _write(part: FileIO, piece: bytes) -> None:
    rest = memoryview(piece)
    while rest:
        rest = rest[part.write(rest) :]


def _digest_at(upload_id: UUID, offset: int) -> Any:
    """The digest reckoned along up to here by this process; None when it must be read again at the end."""
    reached, digest = _running.pop(upload_id, (0, hashlib.sha256()))
    return digest if reached == offset else None


def _finish(upload: Upload, now: datetime) -> None:
    digest = _digest_at(upload.pk, upload.length)
    with upload.part.open("rb") as whole:
        known_by = digest.hexdigest() if digest else digest_of(whole)
        try:
            content_type, suffix = look_into(whole, upload.length)
            checked = Checked(known_by, upload.length, content_type, suffix)
            with transaction.atomic():
                upload.stored = keep(Part(whole, name=str(upload.part)), checked, now=now)
                if not Upload.objects.filter(pk=upload.pk).update(stored=upload.stored):
                    raise Upload.DoesNotExist
        except ValidationError as refused:
            drop(upload)
            raise TusRefused(422, refused.messages[0]) from None
        except OriginalChanged:
            raise TusRefused(422, _("同样内容的原件已经损坏，请报告管理员。")) from None
    upload.part.unlink(missing_ok=True)


def finished(owner: Officer, case_id: int, upload_id: str) -> Upload | None:
    """A finished upload by what a form says of it; None for anything else, another's included."""
    try:
        wanted = UUID(upload_id)
    except ValueError:
        return None
    rows = Upload.objects.of(owner, case_id).exclude(stored=None)
    return rows.select_related("stored").filter(pk=wanted).first()


def sweep_uploads(now: datetime) -> int:
    """Take away what was never finished, and what was finished and is no evidence; idempotent. Returns how many."""
    swept = 0
    for upload in Upload.objects.filter(expires_at__lte=now).select_related("stored").order_by("pk"):
        drop(upload)
        if upload.stored:
            forget(upload.stored)
        swept += 1
    _sweep_parts(now)
    return swept


def _sweep_parts(now: datetime) -> None:
    """Parts that no row knows: a piece that was coming in while its upload was given up."""
    oldest = (now - timedelta(hours=settings.UPLOAD_HOURS)).timestamp()
    known = {str(one) for one in Upload.objects.values_list("pk", flat=True)}
    for part in Path(settings.UPLOAD_DIR).glob("*.part"):
        if part.stat().st_mtime < oldest and part.stem not in known:
            part.unlink(missing_ok=True)
