"""Which dated arithmetic stands behind a fine that the law does not give as two plain numbers?"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class UnknownFormula(KeyError):
    """No row of formulas.toml with this key is in force on the day asked for."""


@dataclass(frozen=True)
class Formula:
    """kind multiple: times the illegal income once it reaches the threshold. kind share: a share of `base`."""

    key: str
    kind: str
    base: str
    threshold: Decimal
    above_only: bool
    """True: the income must exceed the threshold (超过); False: reaching it is enough (不足 names the other case)."""
    low: Decimal
    high: Decimal
    basis: str
    certainty: str
    in_force_from: date
    in_force_until: date | None


@dataclass(frozen=True)
class OverloadRule:
    """So many yuan for each full step over the limit; up to the first step a warning; never above the cap."""

    key: str
    step_kg: int
    per_step: Decimal
    warning_up_to_kg: int
    cap: Decimal
    rounding: str
    """floor: a started step does not count. ceil: it counts. exact: in proportion."""
    basis: str
    certainty: str
    in_force_from: date
    in_force_until: date | None


@dataclass(frozen=True)
class MassLimit:
    """How heavy vehicle and load may be together; axles: six stands for six and more."""

    key: str
    axles: int
    train: bool
    single_drive: bool
    kilograms: int
    basis: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_mass_limits() -> tuple[MassLimit, ...]:
    return tuple(_read_limit(row) for row in toml_rows("formulas", "mass_limit"))


@cached_per_folder
def all_formulas() -> tuple[Formula, ...]:
    return tuple(_read_formula(row) for row in toml_rows("formulas", "formula"))


@cached_per_folder
def all_overload_rules() -> tuple[OverloadRule, ...]:
    return tuple(_read_overload(row) for row in toml_rows("formulas", "overload"))


def formula(key: str, on: date) -> Formula:
    """Raises UnknownFormula."""
    for each in in_force(all_formulas(), on):
        if each.key == key:
            return each
    raise UnknownFormula(f"{key} ({on.isoformat()})")


def overload_rule(on: date) -> OverloadRule:
    """Raises UnknownFormula."""
    for each in in_force(all_overload_rules(), on):
        return each
    raise UnknownFormula(f"overload ({on.isoformat()})")


def mass_limit(axles: int, on: date, *, train: bool, single_drive: bool = False) -> MassLimit:
    """The limit for a vehicle or a combination (train). Raises UnknownFormula where the table has no such vehicle."""
    wanted = (min(axles, 6), train, single_drive)
    for each in in_force(all_mass_limits(), on):
        if (each.axles, each.train, each.single_drive) == wanted:
            return each
    raise UnknownFormula(f"mass limit, {axles} axles, train {train} ({on.isoformat()})")


def known_keys() -> frozenset[str]:
    """What the column `formula` of violations.csv may name."""
    return frozenset({each.key for each in all_formulas()} | {each.key for each in all_overload_rules()})


def _read_formula(row: Row) -> Formula:
    where = row["where"]
    return Formula(
        key=need(row, "key", where),
        kind=need(row, "kind", where),
        base=row.get("base", "违法所得"),
        threshold=Decimal(str(row.get("threshold", 0))),
        above_only=bool(row.get("above_only", False)),
        low=Decimal(str(need(row, "low", where))),
        high=Decimal(str(need(row, "high", where))),
        basis=row.get("basis", ""),
        certainty=row.get("certainty", "R"),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )


def _read_overload(row: Row) -> OverloadRule:
    where = row["where"]
    return OverloadRule(
        key=need(row, "key", where),
        step_kg=int(need(row, "step_kg", where)),
        per_step=Decimal(str(need(row, "per_step", where))),
        warning_up_to_kg=int(need(row, "warning_up_to_kg", where)),
        cap=Decimal(str(need(row, "cap", where))),
        rounding=need(row, "rounding", where),
        basis=row.get("basis", ""),
        certainty=row.get("certainty", "R"),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )


def _read_limit(row: Row) -> MassLimit:
    where = row["where"]
    return MassLimit(
        key=need(row, "key", where),
        axles=int(need(row, "axles", where)),
        train=bool(need(row, "train", where)),
        single_drive=bool(row.get("single_drive", False)),
        kilograms=int(need(row, "kilograms", where)),
        basis=row.get("basis", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
