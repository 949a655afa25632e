"""By which standards may a file be reviewed on a day: those that are shipped, and those that the bureau has loaded?"""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from law.review_standard import (
    DEFAULT,
    VETO,
    Grade,
    ReviewItem,
    Standard,
    UnknownStandard,
    all_review_items,
    standards_in_force,
)
from officers.models import Officer
from oversight.applicability import APPLICABLE
from oversight.models import StandardVersion
from oversight.rules import RULES
from oversight.standard_file import LEVELS, ReadFile, number_of

Rows = list[dict[str, str]]


def standards_on(on: date) -> list[Standard]:
    """One of each key: the bureau's own takes the place of the shipped one. A bounded number of queries (1)."""
    found = {one.key: one for one in standards_in_force(on)}
    found |= {version.key: _of_version(version) for version in _versions(on)}
    return list(found.values())


def standard_on(on: date, key: str = "") -> Standard:
    """The one with this key, or the bureau's own choice. Raises UnknownStandard."""
    versions = _versions(on)
    # The last choice counts; without one it is the standard that is shipped for transport.
    wanted = key or next((one.key for one in reversed(versions) if one.is_default), DEFAULT)
    own = [one for one in versions if one.key == wanted]
    if own:
        return _of_version(own[-1])
    found = next((one for one in standards_in_force(on) if one.key == wanted), None)
    if found is None:
        raise UnknownStandard(f"{wanted} ({on.isoformat()})")
    return found


def load_version(read: ReadFile, *, officer: Officer, **head: Any) -> StandardVersion:
    """Keep a file without faults as a version of its own; earlier versions and what was reviewed by them stay."""
    rows = {"items": read.items, "grades": read.grades, "base": read.base}
    digest = hashlib.sha256(repr(sorted(rows.items())).encode()).hexdigest()
    return StandardVersion.objects.create(**head, rows=rows, sha256=digest, loaded_by=officer)


def _versions(on: date) -> list[StandardVersion]:
    """Without their rows, the earliest first: of one key the last that is in force counts."""
    found = StandardVersion.objects.filter(in_force_from__lte=on).defer("rows")
    return sorted(found, key=lambda one: (one.in_force_from, one.pk))


def _of_version(version: StandardVersion) -> Standard:
    standard = _built(version.pk, version.sha256, version.key, version.in_force_from)
    return replace(standard, title=version.title, note=version.note, source=version.source)


# A version never changes, so what was built of it once holds.
@lru_cache(maxsize=32)
def _built(pk: int, sha256: str, key: str, since: date) -> Standard:
    rows = StandardVersion.objects.values_list("rows", flat=True).get(pk=pk)
    return build(key, since, rows, version=pk)


def build(key: str, since: date, rows: Mapping[str, Any], *, version: int | None = None) -> Standard:
    return Standard(
        key=key,
        title="",
        note="",
        items=tuple(_item(key, since, row) for row in rows["items"]),
        grades=_grades(key, since, rows["grades"]),
        in_force_from=since,
        in_force_until=None,
        base=number_of(rows["base"]) or Decimal(0),
        version=version,
    )


def _item(key: str, since: date, row: Mapping[str, str]) -> ReviewItem:
    # A rule or condition that a later release no longer has: the item is asked of a person.
    known = row["applies"] in APPLICABLE and all(one in RULES for one in row["rules"].split())
    veto = row["points"] == VETO
    given = Decimal(0) if veto else Decimal(row["points"])
    return ReviewItem(
        key=f"{key}/{row['item']}",
        standard=key,
        number=row["item"],
        section=row["section"],
        document=row["document"],
        text=row["text"],
        points=abs(given),
        per_finding=Decimal(row["per_finding"]) if row["per_finding"] else abs(given),
        veto=veto,
        applies=row["applies"] if known else "all",
        rules=tuple(row["rules"].split()) if known else (),
        auto=row["auto"] if known else "no",
        basis=row["basis"],
        in_force_from=since,
        in_force_until=None,
        deducts=given < 0,
    )


def _grades(key: str, since: date, rows: Rows) -> tuple[Grade, ...]:
    ordered = sorted(rows, key=lambda row: Decimal(row["分值"]), reverse=True)
    last = len(ordered) - 1
    return tuple(
        Grade(
            key=f"{key}-{number}",
            standard=key,
            title=row["项号"],
            at_least=Decimal(row["分值"]),
            level=LEVELS[-1] if number == last else LEVELS[min(number, 2)],
            in_force_from=since,
            in_force_until=None,
        )
        for number, row in enumerate(ordered)
    )


# --- what a review was run by, for ever ------------------------------------------------------------
def frozen(standard: Standard) -> dict[str, Any]:
    """A standard as JSON, to be kept with what was reviewed by it."""
    kept = asdict(standard)
    for row in (kept, *kept["items"], *kept["grades"]):
        row.update({name: _plain(value) for name, value in row.items() if isinstance(value, date | Decimal)})
    return kept


def thawed(kept: Mapping[str, Any]) -> Standard:
    """The standard again, exactly as it was."""
    return Standard(
        **_typed(kept)
        | {
            "items": tuple(ReviewItem(**_typed(row) | {"rules": tuple(row["rules"])}) for row in kept["items"]),
            "grades": tuple(Grade(**_typed(row)) for row in kept["grades"]),
        }
    )


DAYS = frozenset({"in_force_from", "in_force_until"})
NUMBERS = frozenset({"points", "per_finding", "at_least", "base"})


def _typed(row: Mapping[str, Any]) -> dict[str, Any]:
    typed = dict(row)
    typed |= {name: date.fromisoformat(row[name]) for name in DAYS & row.keys() if row[name]}
    return typed | {name: Decimal(row[name]) for name in NUMBERS & row.keys()}


def _plain(value: date | Decimal) -> str:
    return value.isoformat() if isinstance(value, date) else f"{value:f}"


def used_by(rule: str) -> str:
    """What a rule looks for, in the words of the first shipped item that names it."""
    return next((item.text for item in all_review_items() if rule in item.rules), "")
