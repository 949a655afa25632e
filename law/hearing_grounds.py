"""On which grounds is a hearing refused, put off, interrupted or ended, on a given day?"""

from dataclasses import dataclass
from datetime import date

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class UnknownHearingGround(KeyError):
    """No row of hearing_grounds.toml with this key is in force on the day asked for."""


@dataclass(frozen=True)
class HearingGround:
    """kind: refused, postponed, suspended or ended."""

    key: str
    kind: str
    title: str
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_hearing_grounds() -> tuple[HearingGround, ...]:
    return tuple(_read(row) for row in toml_rows("hearing_grounds", "ground"))


def hearing_grounds(kind: str, on: date) -> tuple[HearingGround, ...]:
    return tuple(one for one in in_force(all_hearing_grounds(), on) if one.kind == kind)


def hearing_ground(key: str, on: date) -> HearingGround:
    """Raises UnknownHearingGround."""
    for one in in_force(all_hearing_grounds(), on):
        if one.key == key:
            return one
    raise UnknownHearingGround(f"{key} ({on.isoformat()})")


def _read(row: Row) -> HearingGround:
    where = row["where"]
    return HearingGround(
        key=need(row, "key", where),
        kind=need(row, "kind", where),
        title=need(row, "title", where),
        basis=need(row, "basis", where),
        certainty=row.get("certainty", "R"),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
