"""Where do the recordings lie, and what is a file's hash? Nothing here writes."""

import hashlib
import os
import stat
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

CHUNK = 1024 * 1024


class BadFile(Exception):
    """The file cannot be taken; its words are for the person at the dock."""


def root_folders() -> list[Path]:
    return [Path(one).resolve() for one in settings.RECORDINGS_ROOTS]


def inside(path: Path) -> str:
    """The place relative to its root, with slashes. Raises BadFile for one outside every root, links followed."""
    real = path.resolve()
    for root in root_folders():
        if real.is_relative_to(root) and real != root:
            return real.relative_to(root).as_posix()
    raise BadFile(_("文件不在音像存储目录（RECORDINGS_ROOTS）之内。"))


def find(place: str) -> Path | None:
    """The file at a kept place, in the first root that has it; None when no root does."""
    for root in root_folders():
        path = (root / place).resolve()
        if path.is_relative_to(root) and path.is_file():
            return path
    return None


def folder_of(text: str) -> Path:
    """A folder that a person names, absolute or below a root. Raises BadFile."""
    if "\0" in text:
        raise BadFile(_("没有这个文件夹。"))
    tried = [Path(text)] if Path(text).is_absolute() else [root / text for root in root_folders()]
    for path in tried:
        real = path.resolve()
        if real.is_dir() and any(real.is_relative_to(root) for root in root_folders()):
            return real
    raise BadFile(_("音像存储目录（RECORDINGS_ROOTS）中没有这个文件夹。"))


def measure(path: Path) -> tuple[str, int]:
    """SHA-256 and size of a file where it lies, read piece by piece. Raises BadFile."""
    try:
        with path.open("rb") as stream:
            before = os.fstat(stream.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise BadFile(_("不是普通文件。"))
            digest = hashlib.sha256()
            while piece := stream.read(CHUNK):
                digest.update(piece)
            after = os.fstat(stream.fileno())
    except FileNotFoundError:
        raise BadFile(_("文件不存在。")) from None
    except OSError as problem:
        raise BadFile(_("文件读不出来：%(problem)s。") % {"problem": problem.strerror or problem}) from None
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise BadFile(_("文件正在写入，写完以后再导入。"))
    if not after.st_size:
        raise BadFile(_("文件是空的。"))
    return digest.hexdigest(), after.st_size
