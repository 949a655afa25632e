"""Where do originals lie, and when are they safe there?"""

import os
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage, storages
from django.utils.functional import LazyObject

READ_ONLY = 0o440


class DurableStorage(FileSystemStorage):
    """On a disk: read only, and flushed to it with its folders before anybody may note that it is there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"file_permissions_mode": READ_ONLY} | kwargs))

    def _save(self, name: str, content: Any) -> str:
        saved: str = super()._save(name, content)  # type: ignore[misc]
        path = Path(self.path(saved))
        for one in (path, *path.parents[:3]):
            if one.is_relative_to(self.location):
                flush(one)
        return saved


class EvidenceStorage(LazyObject):  # type: ignore[type-arg]
    """Whatever STORAGES says under “evidence”: a disk, or any other store that Django has a backend for."""

    def _setup(self) -> None:
        self._wrapped = storages["evidence"]


originals: Any = EvidenceStorage()


def evidence_storage() -> Any:
    """For the fields of models: migrations name this function, not the place."""
    return originals


def flush(path: Path) -> None:
    """A file or a folder, down to the disk. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
