"""What happened, in an order that nobody can change unseen (record.md)?

The header of an entry is hashed and names no person but by id; what was said lies in the payload, bound to the
header by a salted commitment. Each case is a chain; a gap-free global sequence runs over all of them.
"""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.functional import Promise

from cases.followers import tell
from cases.models import Case, RecordEntry, RecordHead, RecordPayload
from officers.models import Officer

FORMAT = 1
NO_ENTRY = "0" * 64
AT_ONCE = 2000
ERASURE = "approve_erasure"
PRINTED_OF_HASH = 20
"""Hexadecimal digits of an entry's hash on a paper that is served: eighty bits."""


def canonical(value: Any) -> str:
    """RFC 8785 within our stricter input: ASCII keys, no floats, no nulls."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def header_hash(header: str) -> str:
    return hashlib.sha256(b"\x00" + header.encode()).hexdigest()


def commitment(salt: str, body: str) -> str:
    return hashlib.sha256(b"\x50" + bytes.fromhex(salt) + body.encode()).hexdigest()


def plain(value: Any) -> Any:
    """A fact as the record keeps it: money as text, people and rows by id, files by hash."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items() if one is not None}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    if isinstance(value, models.Model):
        return {"model": value._meta.label_lower, "id": value.pk}
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal | Promise):
        return str(value)
    if isinstance(value, datetime):
        return _in_utc(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if hasattr(value, "chunks"):
        return {"file": value.name, "size": value.size}
    raise TypeError(f"The record cannot keep {type(value).__name__}.")


def _in_utc(moment: datetime) -> str:
    """2026-03-10T04:00:00.000000Z; a third of the time that strftime takes."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def append(
    case: Case,
    *,
    act: str,
    actor: Officer | None,
    role: str,
    on: date,
    state: tuple[str, str],
    basis: str = "",
    subject: models.Model | None = None,
    **said: Any,
) -> RecordEntry:
    """Write the next entry of a case; the last statement of the act's transaction."""
    head = _lock_head()
    previous = case.record.order_by("-cseq").first()
    body = canonical(plain(said))
    salt = secrets.token_hex(16)
    recorded_at = timezone.now()
    concerned = subject or case
    header = canonical(
        {
            "v": FORMAT,
            "gseq": head.size,
            "case": case.pk,
            "cseq": previous.cseq + 1 if previous else 1,
            "prev": previous.hash if previous else NO_ENTRY,
            "type": act,
            "actor": actor.pk if actor else 0,
            "role": role,
            "occ": on.isoformat(),
            "rec": plain(recorded_at),
            "obj": f"{concerned._meta.label_lower}:{concerned.pk}",
            "from": state[0],
            "to": state[1],
            "basis": basis,
            "pc": commitment(salt, body),
        }
    )
    entry = RecordEntry.objects.create(
        gseq=head.size,
        case=case,
        cseq=previous.cseq + 1 if previous else 1,
        act=act,
        actor=actor,
        on=on,
        recorded_at=recorded_at,
        header=header,
        hash=header_hash(header),
    )
    RecordPayload.objects.create(entry=entry, salt=salt, body=body)
    tell(case.pk)
    return entry


def _lock_head() -> RecordHead:
    RecordHead.objects.get_or_create(pk=1)
    # One UPDATE takes the lock on both databases and hands out the next number without a gap.
    RecordHead.objects.filter(pk=1).update(size=F("size") + 1)
    return RecordHead.objects.get(pk=1)


class Row(NamedTuple):
    """What verifying reads of an entry: a row as it comes, for a million objects would take longer than their hashes."""

    gseq: int
    case_id: int
    cseq: int
    act: str
    actor_id: int | None
    on: date
    recorded_at: datetime
    header: str
    hash: str
    salt: str | None
    body: str | None


@dataclass(frozen=True)
class Finding:
    """The first thing that is wrong at a place in the record."""

    gseq: int
    case: int
    problem: str


def rows(case_id: int | None = None) -> Iterator[Row]:
    """Every entry with what it says, in order."""
    entries = RecordEntry.objects.filter(case_id=case_id) if case_id else RecordEntry.objects.all()
    columns = (*Row._fields[:-2], "payload__salt", "payload__body")
    return map(Row._make, entries.order_by("gseq").values_list(*columns).iterator(AT_ONCE))


def verify(case_id: int | None = None, seen: Callable[[Row], Iterator[Finding]] | None = None) -> Iterator[Finding]:
    """Every contradiction in the record, in order; nothing when it is whole.

    seen: is asked of each entry after its own findings; cases.verification holds the whole against the checkpoints.
    """
    gone = lawfully_erased()
    expected_gseq = 1
    chains: dict[int, tuple[int, str]] = {}
    for entry in rows(case_id):
        if case_id is None:
            while expected_gseq < entry.gseq:
                yield Finding(expected_gseq, 0, "missing entry")
                expected_gseq += 1
            expected_gseq = entry.gseq + 1
        yield from _verify_entry(entry, chains.get(entry.case_id, (0, NO_ENTRY)), gone)
        chains[entry.case_id] = (entry.cseq, entry.hash)
        if seen:
            yield from seen(entry)
    if case_id is None:
        size = RecordHead.objects.filter(pk=1).values_list("size", flat=True).first() or 0
        for gseq in range(expected_gseq, size + 1):
            yield Finding(gseq, 0, "missing entry at the end")
        for beyond in RecordEntry.objects.filter(gseq__gt=size):
            yield Finding(beyond.gseq, beyond.case_id, "entry beyond the counted end")


def lawfully_erased() -> set[tuple[int, int]]:
    """Case and number of each entry whose content went by an order on record that is itself untouched (decision 0011)."""
    found = set()
    for order in RecordEntry.objects.filter(act=ERASURE, payload__isnull=False).select_related("payload"):
        header = _read(order.header) or {}
        if commitment(order.payload.salt, order.payload.body) == header.get("pc"):
            said = json.loads(order.payload.body).get("facts", {})
            found.add((order.case_id, said.get("gseq", 0)))
    return found


def _verify_entry(entry: Row, previous: tuple[int, str], gone: set[tuple[int, int]]) -> Iterator[Finding]:
    def found(problem: str) -> Finding:
        return Finding(entry.gseq, entry.case_id, problem)

    if header_hash(entry.header) != entry.hash:
        yield found("header does not match its hash")
        return
    header = _read(entry.header)
    if header is None:
        yield found("header cannot be read")
        return
    columns = columns_of(entry)
    if columns != {key: header.get(key) for key in columns}:
        yield found("columns do not match the header")
    if (header.get("cseq"), header.get("prev")) != (previous[0] + 1, previous[1]):
        yield found("the case's chain is broken before this entry")
    if entry.salt is None or entry.body is None:
        if (entry.case_id, entry.gseq) not in gone:
            yield found("payload is missing")
    elif commitment(entry.salt, entry.body) != header.get("pc"):
        yield found("payload does not match its commitment")


def _read(header: str) -> dict[str, Any] | None:
    """None when it is no header at all: somebody may have hashed nonsense."""
    try:
        read = json.loads(header)
    except ValueError:
        return None
    return read if isinstance(read, dict) else None


def columns_of(entry: RecordEntry | Row) -> dict[str, Any]:
    """What the header says and the columns repeat, for look-ups."""
    return {
        "gseq": entry.gseq,
        "case": entry.case_id,
        "cseq": entry.cseq,
        "type": entry.act,
        "actor": entry.actor_id or 0,
        "occ": entry.on.isoformat(),
        "rec": _in_utc(entry.recorded_at),
    }
