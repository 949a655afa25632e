"""When is a third reviewer needed, until when may a unit object to its result, and how long has it to put right?"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from law.loading import as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class NoBatchRule(LookupError):
    """batches.toml has no row in force on the day on which a batch is set up."""


@dataclass(frozen=True)
class BatchRule:
    key: str
    difference_points: Decimal
    objection_working_days: int
    decision_working_days: int
    rectify_working_days: int
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_batch_rules() -> tuple[BatchRule, ...]:
    return tuple(
        BatchRule(
            key=need(row, "key", row["where"]),
            difference_points=Decimal(str(need(row, "difference_points", row["where"]))),
            objection_working_days=int(need(row, "objection_working_days", row["where"])),
            decision_working_days=int(need(row, "decision_working_days", row["where"])),
            rectify_working_days=int(need(row, "rectify_working_days", row["where"])),
            basis=need(row, "basis", row["where"]),
            certainty=row.get("certainty", "R"),
            source=row.get("source", ""),
            in_force_from=as_date(need(row, "in_force_from", row["where"]), row["where"]),
            in_force_until=as_optional_date(row.get("in_force_until"), row["where"]),
        )
        for row in toml_rows("batches", "rule")
    )


def batch_rule(on: date) -> BatchRule:
    """The rule of a batch that is set up on a day. Raises NoBatchRule."""
    for rule in in_force(all_batch_rules(), on):
        return rule
    raise NoBatchRule(on.isoformat())
