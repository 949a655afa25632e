"""Where do the rows of law come from: the files of law/data, overlaid by the bureau's own folder."""

import csv
import tomllib
from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, Protocol, TypeVar

from django.conf import settings

Row = dict[str, Any]
Folders = tuple[Path, Path | None]
T = TypeVar("T")

_caches: list[dict[Folders, Any]] = []


class Dated(Protocol):
    """Something in force from its first to its last day, both inclusive; no last day = still in force."""

    @property
    def in_force_from(self) -> date: ...

    @property
    def in_force_until(self) -> date | None: ...


D = TypeVar("D", bound=Dated)


class BadLawData(ValueError):
    """A file of law data cannot be understood: names the file and the row."""


def is_in_force(row: Dated, on: date) -> bool:
    return row.in_force_from <= on and (row.in_force_until is None or on <= row.in_force_until)


def in_force(rows: Iterable[D], on: date) -> tuple[D, ...]:
    return tuple(row for row in rows if is_in_force(row, on))


def toml_rows(name: str, table: str, key: str = "key") -> list[Row]:
    """All `[[table]]` rows of NAME.toml; a local row with the same key and first day replaces ours."""
    return _overlay(name + ".toml", key, lambda path: _read_toml(path, table))


def csv_rows(name: str, key: str) -> list[Row]:
    """All rows of NAME.csv as text; a local row with the same key and first day replaces ours."""
    return _overlay(name + ".csv", key, _read_csv)


def local_files(folder: str, pattern: str) -> list[Path]:
    """Files that only the bureau can bring, such as its discretion tiers; in order of name."""
    local = settings.LAW_LOCAL_DIR
    return sorted((Path(local) / folder).glob(pattern)) if local else []


def cached_per_folder(build: Callable[[], T]) -> Callable[[], T]:
    """Remember the answer for as long as the two folders stay the same ones."""
    cache: dict[Folders, T] = {}
    _caches.append(cache)

    @wraps(build)
    def answer() -> T:
        folders = (settings.LAW_DATA_DIR, settings.LAW_LOCAL_DIR)
        if folders not in cache:
            cache[folders] = build()
        return cache[folders]

    return answer


def clear_cache() -> None:
    """For tests and for an administrator who has just edited the local folder."""
    for cache in _caches:
        cache.clear()


def as_date(value: Any, where: str) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as reason:
        raise BadLawData(f"{where}: {value!r} is not a date (YYYY-MM-DD)") from reason


def as_optional_date(value: Any, where: str) -> date | None:
    return as_date(value, where) if value else None


def need(row: Row, field: str, where: str) -> Any:
    """The value of a field without which the row means nothing."""
    if field not in row:
        raise BadLawData(f"{where}: the field {field!r} is missing")
    return row[field]


def _overlay(filename: str, key: str, read: Callable[[Path], list[Row]]) -> list[Row]:
    ours = read(Path(settings.LAW_DATA_DIR) / filename)
    local_path = Path(settings.LAW_LOCAL_DIR) / filename if settings.LAW_LOCAL_DIR else None
    theirs = read(local_path) if local_path and local_path.exists() else []
    replaced = {_identity(row, key) for row in theirs}
    return [row for row in ours if _identity(row, key) not in replaced] + theirs


def _identity(row: Row, key: str) -> tuple[str, str]:
    return str(row.get(key, "")), str(row.get("in_force_from", ""))


def _read_toml(path: Path, table: str) -> list[Row]:
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get(table, [])
    except tomllib.TOMLDecodeError as reason:
        raise BadLawData(f"{path.name}: {reason}") from reason
    if not isinstance(rows, list):
        raise BadLawData(f"{path.name}: [{table}] must be written [[{table}]]")
    return [dict(row, where=f"{path.name} [[{table}]] {number}") for number, row in enumerate(rows, 1)]


def _read_csv(path: Path) -> list[Row]:
    # utf-8-sig: the bureau edits these files in a spreadsheet, which writes a byte order mark.
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [dict(row, where=f"{path.name}:{line}") for line, row in enumerate(csv.DictReader(stream), 2)]
