"""What does somebody get who wants to check the whole record without us? Files for scripts/verify_record.py.

entries.jsonl: an entry a line, in order, with its columns, hash, header and, where wanted, what was said.
head.json: how many entries there should be. checkpoints/: the notes of the database (noted), those outside, the names
of those that should be outside (deposited.json), the public keys.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from cases import record
from cases.checkpoints import deposited, file_name
from cases.models import RecordCheckpoint, RecordHead
from cases.verification import known_keys


def lines(*, payloads: bool) -> Iterator[str]:
    for entry in record.rows():
        line: dict[str, Any] = {"columns": record.columns_of(entry), "hash": entry.hash, "header": entry.header}
        if payloads:
            line["payload"] = None if entry.body is None else {"salt": entry.salt, "body": entry.body}
        yield json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n"


def export(folder: Path, *, payloads: bool) -> int:
    """Write the files into a new folder; how many entries. Raises OSError (FileExistsError where it is there)."""
    folder.mkdir(parents=True)
    count = 0
    with (folder / "entries.jsonl").open("w", encoding="utf-8") as opened:
        for line in lines(payloads=payloads):
            count += 1
            opened.write(line)
    head = RecordHead.objects.filter(pk=1).first()
    _write(folder / "head.json", json.dumps({"size": head.size if head else 0}))
    _export_notes(folder / "checkpoints")
    shutil.copyfile(settings.BASE_DIR / "scripts" / "verify_record.py", folder / "verify_record.py")
    return count


def _export_notes(folder: Path) -> None:
    rows = RecordCheckpoint.objects.all()
    for name in ("noted", "outside"):
        (folder / name).mkdir(parents=True)
    for row in rows:
        _write(folder / "noted" / file_name(row), row.text)
    source: Path | None = settings.RECORD_OUTSIDE_DIR
    names = [name for name, _text in deposited(source)] if source and source.is_dir() else []
    for name in names:
        shutil.copyfile(source / name, folder / "outside" / name)  # type: ignore[operator]
    _write(folder / "deposited.json", json.dumps([file_name(row) for row in rows if row.outside]))
    _write(folder / "keys.txt", "\n".join([*known_keys(), ""]) if rows or names else "")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
