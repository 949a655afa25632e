"""What did the whole record look like at a moment, in words that cannot be taken back?

A checkpoint is a signed note (C2SP tlog-checkpoint): origin, size and root of the tree over all entries, then when it
was taken and the digest of the one before. It goes to a folder outside this system; who later rewrites the database
has the notes against him.
"""

import base64
import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from cases.merkle import Growing
from cases.models import RecordCheckpoint, RecordEntry

ED25519 = b"\x01"
FIRST = "0" * 64
NOTE = re.compile(
    r"(?P<body>(?P<origin>[^\n]+)\n(?P<size>0|[1-9][0-9]*)\n(?P<root>[A-Za-z0-9+/]{43}=)\n"
    r"time (?P<time>[^\n]+)\nprevious (?P<previous>[0-9a-f]{64})\n)\n"
    r"— (?P<name>[^ \n]+) (?P<signature>[A-Za-z0-9+/=]+)\n"
)
TIME = "%Y-%m-%dT%H:%M:%SZ"
SUFFIX = ".txt"


class CheckpointRefused(RuntimeError):
    """No checkpoint could be taken; says why and what to do."""


class BadCheckpoint(ValueError):
    """This text is no checkpoint of ours."""


@dataclass(frozen=True)
class Checkpoint:
    """A note as it was read; its signature holds."""

    origin: str
    size: int
    root: bytes
    taken_at: datetime
    previous: str
    text: str

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


# --- the key --------------------------------------------------------------------------------------------
def private_key() -> Ed25519PrivateKey:
    """Raises CheckpointRefused."""
    path: Path = settings.RECORD_KEY_FILE
    try:
        found = load_pem_private_key(path.read_bytes(), password=None)
    except OSError as error:
        raise CheckpointRefused(
            _("读不到检查点的签名密钥 %(path)s：%(why)s。用 manage.py checkpoint --make-key 生成。")
            % {"path": path, "why": error.strerror}
        ) from error
    except (ValueError, TypeError) as error:
        raise CheckpointRefused(_("%(path)s 不是没有口令的 PEM 密钥。") % {"path": path}) from error
    if not isinstance(found, Ed25519PrivateKey):
        raise CheckpointRefused(_("%(path)s 不是 Ed25519 密钥。") % {"path": path})
    return found


def make_key(path: Path) -> None:
    """Raises FileExistsError: a key is never made over another, or its notes could no longer be checked."""
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(pem)


def verifier_key() -> str:
    """The public key as one line, in the form of signed notes: name+hash+key. Raises CheckpointRefused."""
    name, raw = settings.RECORD_ORIGIN, private_key().public_key().public_bytes_raw()
    return f"{name}+{_key_id(name, raw).hex()}+{base64.b64encode(ED25519 + raw).decode()}"


def old_keys() -> list[str]:
    """The public keys of before, which signed what lies outside."""
    kept: Path | None = settings.RECORD_OLD_KEYS
    return kept.read_text(encoding="utf-8").split() if kept else []


def _key_id(name: str, raw: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + raw).digest()[:4]


# --- the note -------------------------------------------------------------------------------------------
def write_note(size: int, root: bytes, taken_at: datetime, previous: str) -> str:
    key, name = private_key(), settings.RECORD_ORIGIN
    moment = taken_at.astimezone(UTC).strftime(TIME)
    body = f"{name}\n{size}\n{base64.b64encode(root).decode()}\ntime {moment}\nprevious {previous}\n"
    signed = _key_id(name, key.public_key().public_bytes_raw()) + key.sign(body.encode())
    return f"{body}\n— {name} {base64.b64encode(signed).decode()}\n"


def read_note(text: str, keys: list[str]) -> Checkpoint:
    """Raises BadCheckpoint when it cannot be read or no known key signed it."""
    note = NOTE.fullmatch(text)
    if note is None:
        raise BadCheckpoint("cannot be read")
    try:
        signed = base64.b64decode(note["signature"], validate=True)
        taken_at = datetime.strptime(note["time"], TIME).replace(tzinfo=UTC)
    except ValueError as error:
        raise BadCheckpoint("cannot be read") from error
    if not any(_signed_by(key, note, signed) for key in keys):
        raise BadCheckpoint("signature does not hold")
    root = base64.b64decode(note["root"])
    return Checkpoint(note["origin"], int(note["size"]), root, taken_at, note["previous"], text)


def _signed_by(verifier: str, note: re.Match[str], signed: bytes) -> bool:
    name, _id, key = verifier.split("+", 2)
    raw = base64.b64decode(key)[1:]
    if note["name"] != name or signed[:4] != _key_id(name, raw):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(raw).verify(signed[4:], note["body"].encode())
    except InvalidSignature:
        return False
    return True


# --- taking one -----------------------------------------------------------------------------------------
def take(now: datetime) -> RecordCheckpoint | None:
    """Note the record as it is now, here and outside; the last one when nothing was added; None while it is empty.

    A second worker finds the work done. Raises CheckpointRefused, and then nothing was noted at all.
    """
    tree = Growing()
    for text in RecordEntry.objects.order_by("gseq").values_list("hash", flat=True).iterator(10_000):
        tree.append(bytes.fromhex(text))
    last = RecordCheckpoint.objects.order_by("size").last()
    if last and last.size >= tree.size:
        return last
    if not tree.size:
        return None
    if settings.EMBEDDED and not settings.RECORD_KEY_FILE.exists():
        make_key(settings.RECORD_KEY_FILE)  # A sample bureau makes its own; a real one is told how to.
    previous = hashlib.sha256(last.text.encode()).hexdigest() if last else FIRST
    text = write_note(tree.size, tree.root(), now, previous)
    outside: Path | None = settings.RECORD_OUTSIDE_DIR
    with transaction.atomic():
        row, made = RecordCheckpoint.objects.get_or_create(
            size=tree.size, defaults={"taken_at": now, "text": text, "outside": outside is not None}
        )
        if made and outside:
            deposit(outside, row)
    return row


def file_name(row: RecordCheckpoint) -> str:
    return f"{row.size:012d}-{row.taken_at.astimezone(UTC):%Y%m%dT%H%M%SZ}{SUFFIX}"


def deposit(folder: Path, row: RecordCheckpoint) -> None:
    """Write it where this system can add but, rightly set up, not take away. Raises CheckpointRefused."""
    path = folder / file_name(row)
    try:
        # Exclusive: what lies there is never written over.
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o444), "w", encoding="utf-8") as opened:
            opened.write(row.text)
            opened.flush()
            os.fsync(opened.fileno())
    except OSError as error:
        raise CheckpointRefused(
            _("检查点写不到系统外的目录 %(path)s：%(why)s。检查 RECORD_OUTSIDE_DIR 所指的目录是否存在、能否写入。")
            % {"path": folder, "why": error.strerror}
        ) from error


def deposited(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each note in the folder, by size. What is no text reads as an empty one."""
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            yield path.name, path.read_bytes().decode()
        except UnicodeDecodeError:
            yield path.name, ""
