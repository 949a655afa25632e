"""Is the record what its checkpoints say it was, and are the checkpoints themselves whole?"""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from cases import record
from cases.checkpoints import (
    FIRST,
    BadCheckpoint,
    Checkpoint,
    CheckpointRefused,
    deposited,
    file_name,
    old_keys,
    read_note,
    verifier_key,
)
from cases.merkle import Growing
from cases.models import RecordCheckpoint
from cases.record import Finding, Row


def verify(case_id: int | None = None) -> Iterator[Finding]:
    """As record.verify; of the whole record also against every checkpoint, those outside included.

    What is wrong with an entry comes before the checkpoint that the entry contradicts, and the checkpoints' own
    faults come last: the first finding names the first bad entry.
    """
    if case_id is not None:
        yield from record.verify(case_id)
        return
    notes, wrong = known_notes()
    watch = Watch(notes)
    yield from record.verify(seen=watch.entry)
    yield from watch.end()
    yield from wrong


class Watch:
    """Holds the growing record against the checkpoints; the first that does not agree is told, and no later one."""

    def __init__(self, notes: list[Checkpoint]) -> None:
        self._waiting = list(notes)
        self._tree = Growing()
        self._good = self._last = 0

    def entry(self, entry: Row) -> Iterator[Finding]:
        # From the header itself: the column of its hash may have been changed with it.
        self._tree.append(bytes.fromhex(record.header_hash(entry.header)))
        self._last = entry.gseq
        while self._waiting and self._waiting[0].size <= entry.gseq:
            note = self._waiting.pop(0)
            if note.size == entry.gseq == self._tree.size and note.root == self._tree.root():
                self._good = note.size
                continue
            self._waiting.clear()
            yield Finding(self._good + 1, 0, f"not what the checkpoint of size {note.size} says")

    def end(self) -> Iterator[Finding]:
        if self._waiting:
            size = self._waiting[-1].size
            yield Finding(self._last + 1, 0, f"shortened: the checkpoint of size {size} knows more entries")


def known_notes() -> tuple[list[Checkpoint], list[Finding]]:
    """The checkpoints that can be believed, by size, and what is wrong with the others."""
    folder: Path | None = settings.RECORD_OUTSIDE_DIR
    outside = dict(deposited(folder)) if folder and folder.is_dir() else {}
    rows = {file_name(row): row for row in RecordCheckpoint.objects.all()}
    keys = known_keys() if rows or outside else []
    wrong: set[Finding] = set()
    notes: dict[str, Checkpoint] = {}
    for name, text in [*outside.items(), *((name, row.text) for name, row in rows.items())]:
        try:
            note = read_note(text, keys)
        except BadCheckpoint as bad:
            wrong.add(_blame(name, str(bad)))
        else:
            notes[note.digest] = note
    for name, row in rows.items():
        if name not in outside:
            if row.outside:
                wrong.add(_blame(name, "missing outside"))
        elif outside[name] != row.text:
            wrong.add(_blame(name, "not the one noted in the database"))
    for note in notes.values():
        if note.previous not in {*notes, FIRST}:
            problem = f"checkpoint of size {note.size}: the one before it is missing"
            wrong.add(Finding(note.size, 0, problem))
    by_place = sorted(wrong, key=lambda one: (one.gseq, one.problem))
    return sorted(notes.values(), key=lambda one: (one.size, one.root)), by_place


def known_keys() -> list[str]:
    """Today's public key, where this machine has the key, and those of before."""
    try:
        return [verifier_key(), *old_keys()]
    except CheckpointRefused:
        return old_keys()


def _blame(name: str, problem: str) -> Finding:
    digits = name.partition("-")[0]
    return Finding(int(digits) if digits.isascii() and digits.isdigit() else 0, 0, f"checkpoint {name}: {problem}")
