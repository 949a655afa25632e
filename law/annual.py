"""How are a year's figures counted, and until when must they be public?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows
from law.violations import PenaltyKind


class NoCountingRule(LookupError):
    """annual.toml has no row in force on the day asked for."""


@dataclass(frozen=True)
class HeaviestRule:
    """The kinds of penalty from the lightest to the heaviest."""

    key: str
    kinds: tuple[str, ...]
    basis: str
    certainty: str
    in_force_from: date
    in_force_until: date | None

    def heaviest(self, kinds: Iterable[str]) -> str:
        """As which kind a decision counts that imposes all of these; nothing for none."""
        return max(kinds, key=self.kinds.index, default="")


@dataclass(frozen=True)
class PublishRule:
    key: str
    month: int
    day: int
    basis: str
    certainty: str
    in_force_from: date
    in_force_until: date | None

    def due_on(self, year: int) -> date:
        """The last day on which the figures of a year are published."""
        return date(year + 1, self.month, self.day)


@cached_per_folder
def all_heaviest_rules() -> tuple[HeaviestRule, ...]:
    return tuple(_read_heaviest(row) for row in toml_rows("annual", "heaviest"))


@cached_per_folder
def all_publish_rules() -> tuple[PublishRule, ...]:
    return tuple(
        PublishRule(
            month=int(need(row, "month", row["where"])), day=int(need(row, "day", row["where"])), **_common(row)
        )
        for row in toml_rows("annual", "publish")
    )


def heaviest_rule(on: date) -> HeaviestRule:
    """Raises NoCountingRule."""
    for rule in in_force(all_heaviest_rules(), on):
        return rule
    raise NoCountingRule(f"heaviest ({on.isoformat()})")


def publish_rule(on: date) -> PublishRule:
    """Raises NoCountingRule."""
    for rule in in_force(all_publish_rules(), on):
        return rule
    raise NoCountingRule(f"publish ({on.isoformat()})")


def _read_heaviest(row: Row) -> HeaviestRule:
    kinds = tuple(need(row, "kinds", row["where"]))
    # A kind left out could not be counted.
    if sorted(kinds) != sorted(PenaltyKind.values):
        raise BadLawData(f"{row['where']}: every kind of penalty, each once")
    return HeaviestRule(kinds=kinds, **_common(row))


def _common(row: Row) -> dict[str, Any]:
    where = row["where"]
    return {
        "key": need(row, "key", where),
        "basis": need(row, "basis", where),
        "certainty": row.get("certainty", "R"),
        "in_force_from": as_date(need(row, "in_force_from", where), where),
        "in_force_until": as_optional_date(row.get("in_force_until"), where),
    }
