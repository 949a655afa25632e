"""Someone with the whole database and the disk at hand: fourteen ways to change the record, each at a random place.

Each way returns what verification must name first: the entry's number and the problem.
"""

import hashlib
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.db import connection

from cases import checkpoints
from cases.models import Case, RecordCheckpoint, RecordEntry
from officers.models import Officer
from tests.cases.test_record import drop_bars, entry_id, forge, new_case, put_header, renumber, say, sql

NOON = datetime(2026, 3, 10, 4, 0, tzinfo=UTC)
HEADS = "head_of_bureau"
Named = tuple[int, str]


def write_history(officers: tuple[Officer, ...], dice: random.Random, *, entries: int, every: int) -> list[Case]:
    """Some cases with entries in turn, and a checkpoint after each so many entries and at the end."""
    cases = [new_case(officers[0]) for _ in range(3)]
    for number in range(1, entries + 1):
        say(dice.choice(cases), dice.choice(officers), f"第{number}项证据")
        if number % every == 0 or number == entries:
            checkpoints.take(NOON + timedelta(hours=number))
    return cases


def drop_all_bars() -> None:
    drop_bars()
    for event in ("update", "delete"):
        on_table = " ON cases_recordcheckpoint" if connection.vendor == "postgresql" else ""
        sql(f"DROP TRIGGER recordcheckpoint_keeps_on_{event}{on_table}")


def sizes() -> list[int]:
    return list(RecordCheckpoint.objects.order_by("size").values_list("size", flat=True))


def segment(gseq: int) -> Named:
    """What a checkpoint can tell of an entry in which nothing contradicts itself: the stretch it lies in."""
    size = next(one for one in sizes() if one >= gseq)
    begin = max((one for one in sizes() if one < gseq), default=0)
    return begin + 1, f"not what the checkpoint of size {size} says"


def place(dice: random.Random) -> int:
    return dice.randint(1, RecordEntry.objects.count())


def last() -> int:
    return RecordEntry.objects.count()


# --- rows ------------------------------------------------------------------------------------------------
def header_edited(dice: random.Random, folder: Path) -> Named:
    gseq = place(dice)
    put_header(gseq, rehash=False, role=HEADS)
    return gseq, "header does not match its hash"


def header_is_nonsense(dice: random.Random, folder: Path) -> Named:
    gseq, text = place(dice), "not a header"
    digest = hashlib.sha256(b"\x00" + text.encode()).hexdigest()
    sql("UPDATE cases_recordentry SET header = %s, hash = %s WHERE gseq = %s", text, digest, gseq)
    return gseq, "header cannot be read"


def payload_edited(dice: random.Random, folder: Path) -> Named:
    gseq = place(dice)
    sql("UPDATE cases_recordpayload SET body = %s WHERE entry_id = %s", '{"facts":"别的"}', entry_id(gseq))
    return gseq, "payload does not match its commitment"


def payload_taken_away(dice: random.Random, folder: Path) -> Named:
    gseq = place(dice)
    sql("DELETE FROM cases_recordpayload WHERE entry_id = %s", entry_id(gseq))
    return gseq, "payload is missing"


def entry_taken_away(dice: random.Random, folder: Path) -> Named:
    gseq = dice.randint(1, last() - 1)
    _delete(gseq)
    return gseq, "missing entry"


def _delete(gseq: int) -> None:
    sql("DELETE FROM cases_recordpayload WHERE entry_id = %s", entry_id(gseq))
    sql("DELETE FROM cases_recordentry WHERE gseq = %s", gseq)


def tail_cut_off_with_the_count(dice: random.Random, folder: Path) -> Named:
    """The last entries are gone and the count agrees: only a checkpoint remembers them."""
    size, left = last(), dice.randint(0, last() - 1)
    for gseq in range(size, left, -1):
        _delete(gseq)
    sql("UPDATE cases_recordhead SET size = %s", left)
    return left + 1, f"shortened: the checkpoint of size {size} knows more entries"


def entry_added_uncounted(dice: random.Random, folder: Path) -> Named:
    at = dice.randint(1, last())
    case = RecordEntry.objects.get(gseq=at).case_id
    newest = RecordEntry.objects.filter(case_id=case).order_by("cseq").last()
    assert newest is not None
    gseq = last() + 1
    forge(gseq, newest.cseq + 1, after=newest.gseq)
    return gseq, "entry beyond the counted end"


def entries_swapped(dice: random.Random, folder: Path) -> Named:
    one, two = sorted(dice.sample(range(1, last() + 1), 2))
    renumber(one, 1000)
    renumber(two, one)
    renumber(1000, two)
    return one, "columns do not match the header"


def actor_changed(dice: random.Random, folder: Path) -> Named:
    gseq = place(dice)
    entry = RecordEntry.objects.get(gseq=gseq)
    other = Officer.objects.exclude(pk=entry.actor_id).order_by("pk").first()
    assert other is not None
    sql("UPDATE cases_recordentry SET actor_id = %s WHERE gseq = %s", other.pk, gseq)
    return gseq, "columns do not match the header"


def day_changed(dice: random.Random, folder: Path) -> Named:
    gseq = place(dice)
    sql('UPDATE cases_recordentry SET "on" = %s WHERE gseq = %s', "2026-03-09", gseq)
    return gseq, "columns do not match the header"


def all_written_anew(dice: random.Random, folder: Path) -> Named:
    """Content, commitment, hash and every link after it: the chains agree with themselves again."""
    gseq = place(dice)
    entry = RecordEntry.objects.get(gseq=gseq)
    salt, body = "11" * 16, '{"facts":"从来如此"}'
    sql("UPDATE cases_recordpayload SET salt = %s, body = %s WHERE entry_id = %s", salt, body, entry.pk)
    committed = hashlib.sha256(b"\x50" + bytes.fromhex(salt) + body.encode()).hexdigest()
    put_header(gseq, rehash=True, pc=committed)
    previous = RecordEntry.objects.get(gseq=gseq).hash
    for later in RecordEntry.objects.filter(case_id=entry.case_id, gseq__gt=gseq).order_by("gseq"):
        put_header(later.gseq, rehash=True, prev=previous)
        previous = RecordEntry.objects.get(gseq=later.gseq).hash
    return segment(gseq)


# --- files on the disk -----------------------------------------------------------------------------------
def _some_note(dice: random.Random, folder: Path) -> Path:
    return dice.choice(sorted(folder.iterdir()))


def _named(path: Path, problem: str) -> Named:
    return int(path.name.partition("-")[0]), f"checkpoint {path.name}: {problem}"


def note_outside_edited(dice: random.Random, folder: Path) -> Named:
    path = _some_note(dice, folder)
    text = path.read_text()
    lines = text.split("\n")
    lines[1] = str(int(lines[1]) + 1)
    _overwrite(path, "\n".join(lines))
    return _named(path, "not the one noted in the database")


def note_outside_removed(dice: random.Random, folder: Path) -> Named:
    path = _some_note(dice, folder)
    path.unlink()
    return _named(path, "missing outside")


def note_forged_on_both_sides(dice: random.Random, folder: Path) -> Named:
    """The root is another one in the database and outside, but nobody has the key."""
    path = _some_note(dice, folder)
    lines = path.read_text().split("\n")
    lines[2] = "A" * 43 + "="
    text = "\n".join(lines)
    _overwrite(path, text)
    sql("UPDATE cases_recordcheckpoint SET text = %s WHERE size = %s", text, int(lines[1]))
    return _named(path, "signature does not hold")


def _overwrite(path: Path, text: str) -> None:
    path.chmod(0o644)
    path.write_text(text)


Way = Callable[[random.Random, Path], Named]
WAYS: list[Way] = [
    header_edited,
    header_is_nonsense,
    payload_edited,
    payload_taken_away,
    entry_taken_away,
    tail_cut_off_with_the_count,
    entry_added_uncounted,
    entries_swapped,
    actor_changed,
    day_changed,
    all_written_anew,
    note_outside_edited,
    note_outside_removed,
    note_forged_on_both_sides,
]
