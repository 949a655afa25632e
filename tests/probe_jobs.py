"""Jobs that only tests leave in the outbox; a worker learns them with --include tests.probe_jobs."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from documents.outbox import handles


def note(payload: Mapping[str, Any], word: str) -> None:
    with Path(payload["file"]).open("a") as file:
        file.write(f"{word}\n")


@handles("probe.quick")
def quick(payload: Mapping[str, Any]) -> None:
    note(payload, "finished")


@handles("probe.hangs-once")
def hangs_once(payload: Mapping[str, Any]) -> None:
    if not Path(payload["file"]).exists():
        note(payload, "started")
        time.sleep(120)
    note(payload, "finished")
