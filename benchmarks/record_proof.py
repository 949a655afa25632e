"""How long does it take to verify the whole record, with its tree and a checkpoint, when it has a million entries?

python -m benchmarks.record_proof --entries 1000000
"""

import argparse
import secrets
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.installation import begin, machine, table

begin()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

from cases import checkpoints, record, verification  # noqa: E402
from cases.models import Case, RecordEntry, RecordHead, RecordPayload  # noqa: E402
from officers.models import Department, Officer  # noqa: E402

PER_CASE = 120
BATCH = 12_000
NOON = datetime(2026, 3, 10, 4, 0, tzinfo=UTC)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--entries", type=int, default=1_000_000)
    given = options.parse_args()
    call_command("migrate", verbosity=0)
    rows = [("write (in bulk)", *timed(lambda: fill(given.entries)))]
    rows.append(("checkpoint (tree and signature)", *timed(lambda: checkpoints.take(NOON))))
    found: list[record.Finding] = []
    rows.append(("verify_record", *timed(lambda: found.extend(verification.verify()))))
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export"
        rows.append(("export_record", *timed(lambda: call_command("export_record", str(export), verbosity=0))))
        alone = [sys.executable, "-I", str(settings.BASE_DIR / "scripts" / "verify_record.py"), str(export)]
        rows.append(("verify_record.py, on its own", *timed(lambda: subprocess.run(alone, check=True))))
    each = [(name, f"{clock:.1f} s", f"{clock / given.entries * 1e6:.0f} µs") for name, clock in rows]
    print(table(("step", "clock", "an entry"), each))
    print(f"\n{given.entries:,} entries, {len(found)} findings; SQLite; {machine()}.")
    return 1 if found else 0


def timed(step: object) -> tuple[float]:
    begun = time.perf_counter()
    step()  # type: ignore[operator]
    return (time.perf_counter() - begun,)


def fill(size: int) -> None:
    """Entries as record.append() writes them, a case after the other, but many rows to a statement."""
    unit = Department.objects.create(name="治超站", handles_cases=True)
    officer = Officer.objects.create(staff_number="101", name="执法员", department=unit)
    for begin_at in range(1, size + 1, BATCH):
        entries, payloads = [], []
        for gseq in range(begin_at, min(begin_at + BATCH, size + 1)):
            if (gseq - 1) % PER_CASE == 0:
                case, cseq, previous = new_case(officer), 0, record.NO_ENTRY
            cseq += 1
            salt, body = (
                secrets.token_hex(16),
                record.canonical({"facts": {"text": f"第{gseq}项证据，现场称重并拍照。"}}),
            )
            header = record.canonical(
                {
                    "v": record.FORMAT,
                    "gseq": gseq,
                    "case": case.pk,
                    "cseq": cseq,
                    "prev": previous,
                    "type": "add_evidence",
                    "actor": officer.pk,
                    "role": "case_officers",
                    "occ": "2026-03-10",
                    "rec": record.plain(NOON),
                    "obj": f"cases.case:{case.pk}",
                    "from": "filed",
                    "to": "filed",
                    "basis": "行政处罚法:54.1",
                    "pc": record.commitment(salt, body),
                }
            )
            previous = record.header_hash(header)
            entry = RecordEntry(
                gseq=gseq,
                case=case,
                cseq=cseq,
                act="add_evidence",
                actor=officer,
                on=NOON.date(),
                recorded_at=NOON,
                header=header,
                hash=previous,
            )
            entries.append(entry)
            payloads.append(RecordPayload(entry=entry, salt=salt, body=body))
        RecordEntry.objects.bulk_create(entries)
        RecordPayload.objects.bulk_create(payloads)
    RecordHead.objects.create(pk=1, size=size)


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
