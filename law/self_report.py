"""Which rules of the review tell how the three systems of enforcement (三项制度) are kept?"""

from dataclasses import dataclass
from datetime import date

from law.loading import as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


@dataclass(frozen=True)
class EnforcementSystem:
    key: str
    title: str
    rules: frozenset[str]
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_systems() -> tuple[EnforcementSystem, ...]:
    return tuple(
        EnforcementSystem(
            key=need(row, "key", row["where"]),
            title=need(row, "title", row["where"]),
            rules=frozenset(need(row, "rules", row["where"])),
            basis=need(row, "basis", row["where"]),
            certainty=row.get("certainty", "R"),
            source=row.get("source", ""),
            in_force_from=as_date(need(row, "in_force_from", row["where"]), row["where"]),
            in_force_until=as_optional_date(row.get("in_force_until"), row["where"]),
        )
        for row in toml_rows("self_report", "system")
    )


def enforcement_systems(on: date) -> tuple[EnforcementSystem, ...]:
    """Those in force on a day, in the order of the file."""
    return in_force(all_systems(), on)
