"""Where does a benchmark run: in a folder and a database of its own, gone when it ends?"""

import atexit
import logging
import os
import platform
import shutil
import statistics
import tempfile
from pathlib import Path

import django
import structlog


def begin(database: str = "") -> None:
    """Set up Django on an empty installation, SQLite if no other is named; before anything of ours is imported."""
    folder = tempfile.mkdtemp(prefix="benchmark-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in ("DATABASE_URL", "REDIS_URL", "LAW_LOCAL_DIR", "SEAL_IMAGE"):
        os.environ.pop(name, None)
    os.environ |= {"EMBEDDED": "true", "VAR_DIR": folder, "LOG_LEVEL": "ERROR"}
    if database:
        os.environ["DATABASE_URL"] = database
    Path(folder, "static").mkdir()
    os.environ["DJANGO_SETTINGS_MODULE"] = "bureau.settings"
    django.setup()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


def machine() -> str:
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"


def milliseconds(seconds: list[float]) -> tuple[float, float]:
    """Median and 95th percentile (the highest, of few)."""
    ordered = sorted(seconds)
    return statistics.median(ordered) * 1000, ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)] * 1000


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---", *("---:" for _ in head[1:])), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
