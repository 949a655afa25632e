"""How long does it take to verify the whole record, with its tree and a checkpoint, when it has a million entries?

python -m benchmarks.record_proof --entries 1000000
"""

import argparse
import resource
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.installation import begin, machine, table

begin()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from cases import checkpoints, record, verification  # noqa: E402
from cases.models import Case, RecordHead  # noqa: E402
from officers.models import Department, Officer  # noqa: E402

PER_CASE = 120
BATCH = 60_000
NOON = datetime(2026, 3, 10, 4, 0, tzinfo=UTC)
DAY, MOMENT = "2026-03-10", "2026-03-10 04:00:00"


@dataclass(frozen=True)
class Cost:
    """What one step took: seconds by the clock, and of CPU in this process and its children."""

    step: str
    clock: float
    cpu: float


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--entries", type=int, default=1_000_000)
    size = options.parse_args().entries
    call_command("migrate", verbosity=0)
    costs = [cost("write (in bulk)", lambda: fill(size))]
    costs.append(cost("checkpoint (tree and signature)", lambda: checkpoints.take(NOON)))
    found: list[record.Finding] = []
    costs.append(cost("verify_record", lambda: found.extend(verification.verify())))
    peaks: list[int] = []
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export"
        costs.append(cost("export_record", lambda: call_command("export_record", str(export), verbosity=0)))
        costs.append(cost("verify_record.py, on its own", lambda: peaks.append(verify_alone(export))))
    floor = cost("for comparison: two SHA-256 of each", lambda: bare_hashes(size))
    rows = [
        (
            one.step,
            f"{one.clock:.1f} s",
            f"{one.cpu:.1f} s",
            f"{one.cpu / size * 1e6:.0f} µs",
            f"×{one.cpu / floor.cpu:.1f}",
        )
        for one in (*costs, floor)
    ]
    print(table(("step", "clock", "CPU", "an entry, CPU", "÷ bare hashes"), rows))
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    memory = f"peak memory {own} MB (all steps in one process), verify_record.py {peaks[0]} MB"
    print(f"\n{size:,} entries, {len(found)} findings; {memory}; SQLite; {machine()}.")
    return 1 if found else 0


def cost(step: str, work: Callable[[], object]) -> Cost:
    begun, used = time.perf_counter(), cpu()
    work()
    return Cost(step, time.perf_counter() - begun, cpu() - used)


def cpu() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def verify_alone(export: Path) -> int:
    """By the one file with nothing but the standard library; its peak memory in MB."""
    script = settings.BASE_DIR / "scripts" / "verify_record.py"
    peak = 0
    with subprocess.Popen([sys.executable, "-I", str(script), str(export)]) as alone:
        while alone.poll() is None:
            # Not getrusage: that remembers how large this process was when it forked.
            status = Path(f"/proc/{alone.pid}/status").read_text()
            peak = max(peak, *(int(one.split()[1]) for one in status.splitlines() if one.startswith("VmHWM")), 0)
            time.sleep(0.1)
    if alone.returncode:
        raise RuntimeError(f"verify_record.py found something: {alone.returncode}")
    return peak // 1024


def bare_hashes(size: int) -> None:
    """What no verifier can save: header and payload hashed, from memory."""
    header, body = "h" * 593, "b" * 120
    for _each in range(size):
        record.header_hash(header)
        record.commitment("00" * 16, body)


def fill(size: int) -> None:
    """Entries as record.append() writes them, a case after the other; rows without objects, or a million takes hours."""
    unit = Department.objects.create(name="治超站", handles_cases=True)
    officer = Officer.objects.create(staff_number="101", name="执法员", department=unit)
    entries: list[tuple[object, ...]] = []
    payloads: list[tuple[object, ...]] = []
    case, cseq, previous = 0, 0, record.NO_ENTRY
    for gseq in range(1, size + 1):
        if (gseq - 1) % PER_CASE == 0:
            case, cseq, previous = new_case(officer).pk, 0, record.NO_ENTRY
        cseq += 1
        salt = secrets.token_hex(16)
        body = record.canonical({"facts": {"text": f"第{gseq}项证据，现场称重并拍照。"}})
        header = header_of(gseq, case, cseq, previous, officer.pk, record.commitment(salt, body))
        previous = record.header_hash(header)
        entries.append((gseq, gseq, case, cseq, "add_evidence", officer.pk, DAY, MOMENT, header, previous))
        payloads.append((gseq, gseq, salt, body))
        if len(entries) == BATCH or gseq == size:
            write(entries, payloads)
    RecordHead.objects.create(pk=1, size=size)


@transaction.atomic
def write(entries: list[tuple[object, ...]], payloads: list[tuple[object, ...]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO cases_recordentry"
            ' (id, gseq, case_id, cseq, act, actor_id, "on", recorded_at, header, hash)'
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            entries,
        )
        cursor.executemany(
            "INSERT INTO cases_recordpayload (id, entry_id, salt, body) VALUES (%s, %s, %s, %s)", payloads
        )
    entries.clear()
    payloads.clear()


def header_of(gseq: int, case: int, cseq: int, previous: str, actor: int, committed: str) -> str:
    return record.canonical(
        {
            "v": record.FORMAT,
            "gseq": gseq,
            "case": case,
            "cseq": cseq,
            "prev": previous,
            "type": "add_evidence",
            "actor": actor,
            "role": "case_officers",
            "occ": DAY,
            "rec": record.plain(NOON),
            "obj": f"cases.case:{case}",
            "from": "filed",
            "to": "filed",
            "basis": "行政处罚法:54.1",
            "pc": committed,
        }
    )


def new_case(officer: Officer) -> Case:
    return Case.objects.create(
        cause="涉嫌超限运输",
        source="inspection",
        received_at=NOON,
        occurred_on=NOON.date(),
        registered_on=NOON.date(),
        place="S210线",
        summary="检查时发现。",
        department=officer.department,
    )


if __name__ == "__main__":
    raise SystemExit(main())
