"""What may the process that lays out papers not do? No network, no other program, no file that is not ours, no end.

The limits of time and memory are the kernel's. The rest is an audit hook: it stops Python code that was tricked by a
paper, and it cannot be taken off again; it is not meant to hold machine code.
"""

import os
import resource
import signal
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import Any

MEGABYTE = 1024 * 1024
OPEN_FILES = 64

FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.kill",
    "os.putenv",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.utime",
    "os.chdir",
    "pty.",
    "shutil.",
    "tempfile.",
    "sqlite3.",
    "ctypes.",
    "ftplib.",
    "http.",
    "smtplib.",
    "webbrowser.",
)
"""Beginnings of Python's audit events (docs.python.org, “Audit events table”)."""
READING = {"os.listdir", "os.scandir"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Forbidden(PermissionError):
    """The paper made our own code reach for something that no paper needs."""


def limit_memory(megabytes: int) -> None:
    """Above it, allocating fails; no core file is left behind with what the paper said."""
    resource.setrlimit(resource.RLIMIT_DATA, (megabytes * MEGABYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))


def start_clocks(wall: float, cpu: float) -> None:
    """After so many seconds the kernel ends this process, whatever it is doing: SIGALRM or SIGPROF. Zero stops them."""
    signal.setitimer(signal.ITIMER_REAL, wall)
    signal.setitimer(signal.ITIMER_PROF, cpu)


def confine(folders: Iterable[str | Path], forbidden: tuple[str, ...] = FORBIDDEN) -> None:
    """From now on and for ever: only files in these folders and Python's own library may be opened, and only read."""
    library = (sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    own = tuple(os.path.join(os.path.realpath(folder), "") for folder in (*library, *folders))

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            if not isinstance(path, int) and not (_only_reads(mode, flags) and _within(path, own)):
                raise Forbidden(f"open {path!r}")
        elif event in READING:
            if not _within(arguments[0] or ".", own):
                raise Forbidden(event)
        elif event.startswith(forbidden):
            raise Forbidden(event)

    sys.addaudithook(watch)


def _only_reads(mode: str | None, flags: int) -> bool:
    if mode is not None:
        return not set(mode) & set("wax+")
    return not flags & WRITES


def _within(path: str | bytes | int, folders: tuple[str, ...]) -> bool:
    return not isinstance(path, int) and os.path.join(os.path.realpath(os.fsdecode(path)), "").startswith(folders)
