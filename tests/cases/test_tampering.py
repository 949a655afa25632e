"""Is each of fourteen ways to change the record found and named, fifty times each, and does a stranger find the same?"""

import importlib.util
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.conf import settings as configured
from django.db import transaction

from cases import verification
from cases.record_export import export
from officers.models import Officer
from tests.cases.tampering import WAYS, Way, drop_all_bars, write_history
from tests.cases.test_record import people

TIMES = 50


@pytest.fixture
def outside(settings: Any, tmp_path: Path) -> Path:
    settings.RECORD_OUTSIDE_DIR = tmp_path / "outside"
    settings.RECORD_KEY_FILE = tmp_path / "keys" / "key.pem"
    settings.RECORD_OUTSIDE_DIR.mkdir()
    return tmp_path / "outside"


def in_a_world_of_its_own(folder: Path, trial: Any) -> None:
    """Rows and files are as before afterwards."""
    kept = {path: path.read_bytes() for path in folder.iterdir()}
    with transaction.atomic():
        trial()
        transaction.set_rollback(True)
    for path in set(folder.iterdir()) - set(kept):
        path.unlink()
    for path, data in kept.items():
        path.unlink(missing_ok=True)
        path.write_bytes(data)


@pytest.mark.django_db
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_tampering_is_found_and_named_fifty_times_of_fifty(way: Way, outside: Path) -> None:
    dice = random.Random(way.__name__)
    write_history(people(), dice, entries=24, every=5)
    assert list(verification.verify()) == []
    drop_all_bars()
    missed = []

    def trial() -> None:
        expected = way(dice, outside)
        first = next(verification.verify(), None)
        if first is None or (first.gseq, first.problem) != expected:
            missed.append((expected, first))

    for _ in range(TIMES):
        in_a_world_of_its_own(outside, trial)
    assert missed == []
    assert list(verification.verify()) == []


# --- the stand-alone verifier ----------------------------------------------------------------------------
@pytest.fixture(scope="module")
def alone() -> ModuleType:
    """The program as a stranger has it, by its path."""
    path = configured.BASE_DIR / "scripts" / "verify_record.py"
    spec = importlib.util.spec_from_file_location("verify_record_alone", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def both(alone: ModuleType, folder: Path) -> tuple[list[tuple[int, int, str]], list[tuple[int, int, str]]]:
    ours = [(one.gseq, one.case, one.problem) for one in verification.verify()]
    export(folder, payloads=True)
    keys = (folder / "checkpoints" / "keys.txt").read_text().split()
    return ours, [tuple(one) for one in alone.record_findings(folder, keys)]


def agree_on(histories: range, alone: ModuleType, outside: Path, tmp_path: Path) -> tuple[int, list[Any]]:
    """How many of these random histories were tampered with, and those on which the two do not say the same."""
    officers: tuple[Officer, ...] = people()
    tampered, apart = 0, []
    drop_all_bars()
    for number in histories:
        dice = random.Random(number)

        def trial(number: int = number, dice: random.Random = dice) -> None:
            nonlocal tampered
            write_history(officers, dice, entries=dice.randint(2, 14), every=dice.randint(2, 7))
            ways = dice.sample(WAYS, dice.choice([0, 1, 1, 1]))
            expected = [way(dice, outside) for way in ways]
            ours, theirs = both(alone, tmp_path / f"export-{number}")
            tampered += bool(expected)
            if ours != theirs or [(gseq, problem) for gseq, _case, problem in ours][:1] != expected:
                apart.append((number, expected, ours, theirs))

        in_a_world_of_its_own(outside, trial)
    return tampered, apart


@pytest.mark.django_db
def test_a_stranger_finds_the_same_in_40_random_histories(alone: ModuleType, outside: Path, tmp_path: Path) -> None:
    tampered, apart = agree_on(range(40), alone, outside, tmp_path)
    assert 20 <= tampered < 40
    assert apart == []


@pytest.mark.slow
@pytest.mark.django_db
def test_a_stranger_finds_the_same_in_300_random_histories(alone: ModuleType, outside: Path, tmp_path: Path) -> None:
    tampered, apart = agree_on(range(1000, 1300), alone, outside, tmp_path)
    assert 150 <= tampered < 300
    assert apart == []


# RFC 8032 §7.1: TEST 1, TEST 2, TEST 3.
SIGNED = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
        "387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
        "4a7c15e9716ed28dc027beceea1ec40a",
    ),
]


@pytest.mark.parametrize(("public", "message", "signature"), SIGNED)
def test_its_own_signature_check_answers_as_the_rfc_says(
    alone: ModuleType, public: str, message: str, signature: str
) -> None:
    key, said, signed = bytes.fromhex(public), bytes.fromhex(message), bytes.fromhex(signature)
    assert alone.signature_holds(key, said, signed)
    assert not alone.signature_holds(key, said + b"\x00", signed)
    for at in (0, 31, 32, 63):
        flipped = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]
        assert not alone.signature_holds(key, said, flipped)
    # The same signature with s + L would hold under a check that forgets the range of s (RFC 8032 §5.1.7).
    s = int.from_bytes(signed[32:], "little") + alone.Q
    assert not alone.signature_holds(key, said, signed[:32] + s.to_bytes(32, "little"))
    assert not alone.signature_holds(key, said, signed[:-1])
    assert not alone.signature_holds(b"\xff" * 32, said, signed)


def test_its_tree_is_that_of_the_rfc(alone: ModuleType) -> None:
    tree = alone.Tree()
    assert tree.root().hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    for number, one in enumerate(("", "00", "10"), start=1):
        tree.append(bytes.fromhex(alone.header_hash(bytes.fromhex(one).decode())))
        assert tree.size == number
    assert tree.root().hex() == "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"
