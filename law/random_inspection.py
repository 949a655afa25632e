"""Which share of a credit class is drawn, how often may an enterprise be checked in a year, by how many officers?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

ANY = "*"


class NoDrawRule(LookupError):
    """random_inspection.toml has no row for this trade and class on the day."""


@dataclass(frozen=True)
class DrawRule:
    """One number, for the trade and the class that it names; "*" stands for all."""

    key: str
    number: int
    trade: str
    credit_class: str
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


def _rows(table: str, field: str) -> tuple[DrawRule, ...]:
    return tuple(_read(row, field) for row in toml_rows("random_inspection", table))


def _read(row: Row, field: str) -> DrawRule:
    where: Any = row["where"]
    return DrawRule(
        key=need(row, "key", where),
        number=int(need(row, field, where)),
        trade=row.get("trade", ANY),
        credit_class=row.get("credit_class", ANY),
        basis=need(row, "basis", where),
        certainty=row.get("certainty", "R"),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )


@cached_per_folder
def all_ratios() -> tuple[DrawRule, ...]:
    return _rows("ratio", "permille")


@cached_per_folder
def all_caps() -> tuple[DrawRule, ...]:
    return _rows("cap", "times")


@cached_per_folder
def all_loads() -> tuple[DrawRule, ...]:
    return _rows("load", "most")


@cached_per_folder
def all_teams() -> tuple[DrawRule, ...]:
    return _rows("team", "least")


def ratio(trade: str, credit_class: str, on: date) -> int:
    """Permille of the class. Raises NoDrawRule."""
    return _found(all_ratios(), trade, credit_class, on)


def cap(trade: str, credit_class: str, on: date) -> int:
    """Checks of one enterprise in a calendar year. Raises NoDrawRule."""
    return _found(all_caps(), trade, credit_class, on)


def most_open_tasks(on: date) -> int:
    return _found(all_loads(), ANY, ANY, on)


def least_officers(on: date) -> int:
    return _found(all_teams(), ANY, ANY, on)


def _found(rules: Iterable[DrawRule], trade: str, credit_class: str, on: date) -> int:
    """A bad standing weighs more than the trade: the row that names the class goes before the one of the trade."""
    rows = {(one.trade, one.credit_class): one.number for one in in_force(rules, on)}
    for wanted in ((trade, credit_class), (ANY, credit_class), (trade, ANY), (ANY, ANY)):
        if wanted in rows:
            return rows[wanted]
    raise NoDrawRule(f"{trade} {credit_class} {on.isoformat()}")
