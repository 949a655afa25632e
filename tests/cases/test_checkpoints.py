"""Is a checkpoint taken, signed, written outside and refused in words where it cannot be?"""

import base64
import hashlib
import io
import stat
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from bureau.celery import app
from cases import checkpoints, verification
from cases.checks import record_is_noted_outside, record_key_is_there
from cases.models import Case, RecordCheckpoint, RecordEntry
from cases.tasks import take_checkpoint
from tests.cases.tampering import NOON, drop_all_bars
from tests.cases.test_record import book, new_case, people, say, sql, told

__all__ = ["book"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def outside(settings: Any, tmp_path: Path) -> Path:
    settings.RECORD_OUTSIDE_DIR = tmp_path / "outside"
    settings.RECORD_KEY_FILE = tmp_path / "keys" / "key.pem"
    settings.RECORD_ORIGIN = "bureau.example/record"
    settings.RECORD_OUTSIDE_DIR.mkdir()
    return tmp_path / "outside"


def pair(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def test_a_checkpoint_says_size_and_root_and_anyone_can_check_its_signature(
    book: tuple[Case, Case], outside: Path, settings: Any
) -> None:
    row = checkpoints.take(NOON)
    assert row is not None
    leaves = [hashlib.sha256(b"\x00" + one.header.encode()).digest() for one in RecordEntry.objects.order_by("gseq")]
    a, b, c, d, e, f, g = leaves
    root = pair(pair(pair(a, b), pair(c, d)), pair(pair(e, f), g))
    body, _blank, signature = row.text.partition("\n\n")
    assert body.split("\n") == [
        "bureau.example/record",
        "7",
        base64.b64encode(root).decode(),
        "time 2026-03-10T04:00:00Z",
        "previous " + "0" * 64,
    ]
    dash, name, signed = signature.rstrip("\n").split(" ")
    assert (dash, name) == ("—", "bureau.example/record")
    key = load_pem_private_key(settings.RECORD_KEY_FILE.read_bytes(), None).public_key()
    assert isinstance(key, Ed25519PublicKey)
    raw = base64.b64decode(signed)
    assert raw[:4] == hashlib.sha256(b"bureau.example/record\n\x01" + key.public_bytes_raw()).digest()[:4]
    key.verify(raw[4:], (body + "\n").encode())
    with pytest.raises(InvalidSignature):
        key.verify(raw[4:], body.encode())
    name, digest, public = checkpoints.verifier_key().split("+", 2)
    assert (name, digest) == ("bureau.example/record", raw[:4].hex())
    assert base64.b64decode(public) == b"\x01" + key.public_bytes_raw()
    written = outside / "000000000007-20260310T040000Z.txt"
    assert written.read_text() == row.text
    assert stat.S_IMODE(written.stat().st_mode) & 0o222 == 0


def test_each_names_the_one_before_and_nothing_new_makes_no_new_one(book: tuple[Case, Case], outside: Path) -> None:
    first = checkpoints.take(NOON)
    assert first is not None
    assert checkpoints.take(NOON + timedelta(hours=1)) == first
    entry = RecordEntry.objects.order_by("gseq").first()
    assert entry is not None and entry.actor is not None
    say(book[0], entry.actor, "第8项证据")
    second = checkpoints.take(NOON + timedelta(hours=2))
    assert second is not None and second.size == 8
    assert f"previous {hashlib.sha256(first.text.encode()).hexdigest()}\n" in second.text
    assert len(list(outside.iterdir())) == RecordCheckpoint.objects.count() == 2
    assert list(verification.verify()) == []


def test_an_empty_record_has_none() -> None:
    assert checkpoints.take(NOON) is None
    out = io.StringIO()
    call_command("checkpoint", stdout=out)
    assert "没有任何记录" in out.getvalue()


def test_a_folder_that_cannot_be_written_is_refused_in_words_and_nothing_is_noted(
    book: tuple[Case, Case], settings: Any, tmp_path: Path
) -> None:
    settings.RECORD_OUTSIDE_DIR = tmp_path / "not-there"
    with pytest.raises(CommandError, match=r"检查点写不到系统外的目录 .*not-there：.*检查 RECORD_OUTSIDE_DIR"):
        call_command("checkpoint")
    assert not RecordCheckpoint.objects.exists()
    settings.RECORD_OUTSIDE_DIR = tmp_path / "outside"
    call_command("checkpoint", stdout=io.StringIO())
    assert RecordCheckpoint.objects.get().outside


def test_a_real_bureau_is_told_to_make_its_key_and_never_over_another(book: tuple[Case, Case], settings: Any) -> None:
    settings.EMBEDDED = False
    with pytest.raises(CommandError, match="checkpoint --make-key"):
        call_command("checkpoint")
    out = io.StringIO()
    call_command("checkpoint", make_key=True, stdout=out)
    assert out.getvalue().strip() == checkpoints.verifier_key()
    assert stat.S_IMODE(settings.RECORD_KEY_FILE.stat().st_mode) == 0o600
    with pytest.raises(CommandError, match="不覆盖"):
        call_command("checkpoint", make_key=True)
    settings.RECORD_KEY_FILE.write_text("no key")
    with pytest.raises(CommandError, match="不是没有口令的 PEM 密钥"):
        call_command("checkpoint")


def test_what_an_old_key_signed_counts_while_the_old_key_is_listed(
    book: tuple[Case, Case], settings: Any, tmp_path: Path
) -> None:
    row = checkpoints.take(NOON)
    assert row is not None
    old = checkpoints.verifier_key()
    settings.RECORD_KEY_FILE = tmp_path / "new.pem"
    problem = "checkpoint 000000000007-20260310T040000Z.txt: signature does not hold"
    assert [one.problem for one in verification.verify()] == [problem]
    (tmp_path / "old.txt").write_text(old + "\n")
    settings.RECORD_OLD_KEYS = tmp_path / "old.txt"
    assert list(verification.verify()) == []


def test_a_removed_checkpoint_is_missed_by_the_next_even_when_both_copies_are_gone(outside: Path) -> None:
    officer, _other = people()
    case = new_case(officer)
    for number in range(3):
        say(case, officer, f"{number}")
        checkpoints.take(NOON + timedelta(hours=number))
    drop_all_bars()
    sql("DELETE FROM cases_recordcheckpoint WHERE size = 2")
    next(outside.glob("000000000002-*")).unlink()
    code, answer = told()
    assert code == 2
    assert answer["findings"] == [
        {"gseq": 3, "case": 0, "problem": "checkpoint of size 3: the one before it is missing"}
    ]


def test_checkpoints_lost_with_the_database_are_read_from_outside(outside: Path) -> None:
    """The database was set back to before the third entry, checkpoints included."""
    officer, _other = people()
    case = new_case(officer)
    for number in range(3):
        say(case, officer, f"{number}")
        checkpoints.take(NOON + timedelta(hours=number))
    drop_all_bars()
    pk = RecordEntry.objects.get(gseq=3).pk
    for statement in (
        "DELETE FROM cases_recordpayload WHERE entry_id = %s",
        "DELETE FROM cases_recordentry WHERE id = %s",
    ):
        sql(statement, pk)
    sql("DELETE FROM cases_recordcheckpoint WHERE size = 3")
    sql("UPDATE cases_recordhead SET size = 2")
    first = next(verification.verify())
    assert (first.gseq, first.problem) == (3, "shortened: the checkpoint of size 3 knows more entries")


@pytest.mark.parametrize(
    "statement", ["UPDATE cases_recordcheckpoint SET size = 9", "DELETE FROM cases_recordcheckpoint"]
)
def test_the_database_refuses_to_change_a_checkpoint(book: tuple[Case, Case], statement: str) -> None:
    checkpoints.take(NOON)
    with pytest.raises(DatabaseError, match="检查点只能追加"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert list(verification.verify()) == []


def test_the_worker_takes_one_each_hour(book: tuple[Case, Case]) -> None:
    beat = app.conf.beat_schedule["take-checkpoint"]
    assert beat["task"] == take_checkpoint.name
    assert len(beat["schedule"].hour) == 24 and beat["schedule"].minute == {35}
    assert take_checkpoint() == 7
    assert RecordCheckpoint.objects.get().size == 7


def test_a_deployment_is_warned_where_nothing_lies_outside(settings: Any, tmp_path: Path) -> None:
    def ids() -> list[str | None]:
        return [one.id for one in (*record_is_noted_outside(), *record_key_is_there())]

    assert ids() == ["cases.W003"]
    checkpoints.make_key(settings.RECORD_KEY_FILE)
    assert ids() == []
    settings.RECORD_KEY_FILE.chmod(0o644)
    settings.RECORD_OUTSIDE_DIR = None
    assert ids() == ["cases.W001", "cases.W004"]
    settings.RECORD_OUTSIDE_DIR = tmp_path / "not-there"
    assert ids() == ["cases.W002", "cases.W004"]
