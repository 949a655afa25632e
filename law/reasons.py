"""On which grounds may an officer be recused, an investigation stand still, or end, on a given day?"""

from dataclasses import dataclass
from datetime import date

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class UnknownReason(KeyError):
    """No row of reasons.toml with this key is in force on the day asked for."""


@dataclass(frozen=True)
class Reason:
    key: str
    matter: str
    title: str
    basis: str
    certainty: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_reasons() -> tuple[Reason, ...]:
    return tuple(_read(row) for row in toml_rows("reasons", "reason"))


def reasons_for(matter: str, on: date) -> tuple[Reason, ...]:
    return tuple(one for one in in_force(all_reasons(), on) if one.matter == matter)


def reason(key: str, on: date) -> Reason:
    """Raises UnknownReason."""
    for each in in_force(all_reasons(), on):
        if each.key == key:
            return each
    raise UnknownReason(f"{key} ({on.isoformat()})")


def _read(row: Row) -> Reason:
    where = row["where"]
    return Reason(
        key=need(row, "key", where),
        matter=need(row, "matter", where),
        title=need(row, "title", where),
        basis=need(row, "basis", where),
        certainty=need(row, "certainty", where),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
