"""Does the stand-alone verifier, which shares no line with the product, notice whatever is changed in a file?"""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspections.drawing import canonical, digest
from scripts.verify_draw import faults
from tests.inspections.pools import exported, file_of, pool, sealed

SCRIPT = Path("scripts/verify_draw.py")
Told = dict[str, Any]


@pytest.fixture(scope="module")
def told() -> Told:
    out = [{"id": 99, "class": "broken", "reason": "cap"}]
    away = [{"id": 999, "reason": "certificate"}]
    given = pool(
        {"trusted": 5, "broken": 6, "gravely_broken": 3},
        6,
        objects_excluded=out,
        inspectors_excluded=away,
        recusals=[[7, 902], [8, 903]],
    )
    return exported(given)


def run(path: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-S", str(SCRIPT), str(path), *more]
    return subprocess.run(command, capture_output=True, text=True)


def noticed(data: bytes) -> bool:
    """As main() judges: anything but a file in order."""
    try:
        return bool(list(faults(data.decode(), "")))
    except (ValueError, KeyError, TypeError, IndexError, ZeroDivisionError, AttributeError, RecursionError):
        return True


def test_it_runs_alone_and_finds_a_true_draw_in_order(told: Told, tmp_path: Path) -> None:
    file = tmp_path / "draw.json"
    file.write_text(file_of(told), encoding="utf-8")
    answer = run(file, "--pool", told["pool_sha256"])
    assert (answer.returncode, "全部一致" in answer.stdout) == (0, True), answer.stdout + answer.stderr
    other = run(file, "--pool", "0" * 64)
    assert other.returncode == 1 and "不是你抽取前记下的那个抽取池" in other.stdout
    assert run(tmp_path / "none.json").returncode == 2


def test_it_imports_nothing_of_ours() -> None:
    lines = SCRIPT.read_text(encoding="utf-8").splitlines()
    named = {line.split()[1].partition(".")[0] for line in lines if line.startswith(("import ", "from "))}
    assert named <= set(sys.stdlib_module_names)


def test_every_flipped_byte_is_noticed(told: Told, tmp_path: Path) -> None:
    whole = file_of(told).encode()
    assert not noticed(whole)
    chance = random.Random(2026)
    places = [*chance.sample(range(len(whole)), 200), 0, len(whole) - 1]
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        assert noticed(bytes(changed)), place
    changed = bytearray(whole)
    changed[places[0]] ^= 1
    (tmp_path / "flipped.json").write_bytes(bytes(changed))
    assert run(tmp_path / "flipped.json").returncode == 1


def other(value: Any) -> Any:
    if isinstance(value, str):
        return ("f" if value[:1] != "f" else "e") + value[1:]
    if isinstance(value, list):
        return value[:-1] if value else [[1, 901]]
    if isinstance(value, dict):
        first = next(iter(value))
        return value | {first: other(value[first])}
    return (value or 0) + 1


def test_every_field_that_is_changed_is_noticed(told: Told) -> None:
    for name in told:
        assert noticed(file_of(told | {name: other(told[name])}).encode()), name
    for name in told["pool"]:
        assert noticed(file_of(told | {"pool": told["pool"] | {name: other(told["pool"][name])}}).encode()), name


def in_result(told: Told, change: Callable[[list[Told]], None]) -> Told:
    """With all digests reckoned anew, as somebody with the database would do it."""
    result = json.loads(canonical(told["result"]))
    change(result["objects"])
    return sealed(told | {"result": result, "result_sha256": digest(canonical(result))})


def in_pool(told: Told, **changed: Any) -> Told:
    other_pool = told["pool"] | changed
    return sealed(told | {"pool": other_pool, "pool_sha256": digest(canonical(other_pool))})


def test_a_forger_who_reckons_the_digest_anew_is_noticed(told: Told) -> None:
    """What follows from pool and nonce cannot be otherwise, however the rest is made to fit."""
    subst = told["substitutions"][0]
    forged = {
        "an object left out": in_result(told, lambda rows: rows.pop() and None),
        "other officers": in_result(told, lambda rows: rows[0].update(officers=rows[0]["officers"][::-1])),
        "other object": in_result(told, lambda rows: rows[1].update(id=rows[1]["id"] + 100)),
        "an object out of the pool": in_pool(told, objects=told["pool"]["objects"][1:]),
        "a friend kept away": in_pool(told, recusals=[*told["pool"]["recusals"], [1, 901]]),
        "another day": in_pool(told, date="2026-03-11"),
        "other shares": in_pool(told, permille=told["pool"]["permille"] | {"broken": 100}),
        "another nonce": sealed(told | {"nonce": "一个另外想出来的合意的口令"}),
        "another commitment": sealed(told | {"commitment": digest("一个另外想出来的合意的口令")}),
        "another seed": sealed(told | {"seed": "11" * 32}),
        "another substitute": sealed(told | {"substitutions": [subst | {"in": 0}]}),
        "a substitution hidden from the order": sealed(told | {"substitutions": [subst | {"number": 2}]}),
        "a substitution without reason": sealed(told | {"substitutions": [subst | {"reason": ""}]}),
        "somebody else replaced": sealed(told | {"substitutions": [subst | {"out": 999}]}),
        "revealed before the pool": sealed(
            told | {"times": told["times"] | {"revealed": "2026-03-09T01:30:00.000000Z"}}
        ),
        "pool before the commitment": sealed(
            told | {"times": told["times"] | {"committed": "2026-03-09T03:00:00.000000Z"}}
        ),
        "revealed before its day": sealed(told | {"times": told["times"] | {"revealed_on": "2026-03-09"}}),
        "cancelled, with a result": sealed(told | {"state": "cancelled"}),
        "an unknown state": sealed(told | {"state": "void"}),
        "another number": sealed(told | {"number": 8}),
        "a redraw of nothing": sealed(told | {"redraw_of": 3}),
    }
    assert [name for name, one in forged.items() if not noticed(file_of(one).encode())] == []


def test_excluded_without_a_reason_or_one_officer_alone_is_no_pool() -> None:
    silent = pool({"broken": 2}, 3, objects_excluded=[{"id": 99, "class": "broken", "reason": ""}])
    assert "有人或者单位被排除而没有理由" in list(faults(file_of(exported(silent)), ""))
    alone = pool({"broken": 2}, 3, officers_per_object=1)
    assert "检查人员少于两人" in list(faults(file_of(exported(alone)), ""))


def test_a_cancelled_draw_is_told_as_such(told: Told, tmp_path: Path) -> None:
    nothing = {"nonce": "", "seed": "", "result": None, "result_sha256": "", "substitutions": []}
    gone = sealed(told | nothing | {"state": "cancelled", "cancelled": {"at": "x", "reason": "监督人病假"}})
    (tmp_path / "draw.json").write_text(file_of(gone), encoding="utf-8")
    answer = run(tmp_path / "draw.json")
    assert (answer.returncode, "已取消，没有结果" in answer.stdout) == (0, True)
    assert noticed(file_of(sealed(gone | {"cancelled": None})).encode())
