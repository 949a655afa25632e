"""Which discretion tier of the bureau's own pack (裁量基准) fits the facts of a violation?"""

import csv
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, local_files

COLUMNS = frozenset({"violation", "level", "facts", "fine_min", "fine_max", "basis", "in_force_from"})


@dataclass(frozen=True)
class Tier:
    """One step of the scale for one violation; amounts in yuan, shares of the illegal income in `factor_*`."""

    violation: str
    level: str
    facts: str
    """The circumstances that the pack names, for the officer to compare."""
    fine_min: Decimal | None
    fine_max: Decimal | None
    factor_min: Decimal | None
    factor_max: Decimal | None
    penalty: str
    """What else the tier orders, in the pack's words: 警告, 不予处罚 …"""
    basis: str
    pack: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_tiers() -> tuple[Tier, ...]:
    """Every tier of every pack in LAW_LOCAL_DIR/tiers, in the order of the files."""
    return tuple(tier for path in local_files("tiers", "*.csv") for tier in _read_pack(path))


def tiers_for(violation: str, on: date) -> tuple[Tier, ...]:
    """The scale of one violation on a day, lightest first as the pack lists it; empty without a pack."""
    return tuple(tier for tier in in_force(all_tiers(), on) if tier.violation == violation)


def propose_tier(violation: str, on: date, level: str) -> Tier | None:
    """The tier for the level that the officer found the facts to have; None when no pack knows it."""
    return next((tier for tier in tiers_for(violation, on) if tier.level == level), None)


def _read_pack(path: Path) -> list[Tier]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = COLUMNS - set(reader.fieldnames or ())
        if missing:
            raise BadLawData(f"tiers/{path.name}: columns missing: {', '.join(sorted(missing))}")
        return [_read(row, path.stem, f"tiers/{path.name}:{line}") for line, row in enumerate(reader, 2)]


def _read(row: Row, pack: str, where: str) -> Tier:
    return Tier(
        violation=row["violation"],
        level=row["level"],
        facts=row["facts"],
        fine_min=_amount(row, "fine_min"),
        fine_max=_amount(row, "fine_max"),
        factor_min=_amount(row, "factor_min"),
        factor_max=_amount(row, "factor_max"),
        penalty=row.get("penalty", ""),
        basis=row["basis"],
        pack=pack,
        in_force_from=as_date(row["in_force_from"], where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )


def _amount(row: Row, column: str) -> Decimal | None:
    return Decimal(row[column]) if row.get(column) else None
