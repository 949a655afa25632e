"""On which grounds may a filed case end without a penalty, on a given day?"""

from dataclasses import dataclass
from datetime import date

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class UnknownGround(KeyError):
    """No row of grounds.toml with this key is in force on the day asked for."""


@dataclass(frozen=True)
class Ground:
    key: str
    title: str
    basis: str
    in_force_from: date
    in_force_until: date | None
    needs: tuple[str, ...] = ()
    """What must be shown before the ground may carry a decision; see grounds.toml."""


@cached_per_folder
def all_grounds() -> tuple[Ground, ...]:
    return tuple(_read(row) for row in toml_rows("grounds", "ground"))


def grounds_in_force(on: date) -> tuple[Ground, ...]:
    return in_force(all_grounds(), on)


def ground(key: str, on: date) -> Ground:
    """Raises UnknownGround."""
    for each in grounds_in_force(on):
        if each.key == key:
            return each
    raise UnknownGround(f"{key} ({on.isoformat()})")


def _read(row: Row) -> Ground:
    where = row["where"]
    return Ground(
        key=need(row, "key", where),
        title=need(row, "title", where),
        basis=need(row, "basis", where),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
        needs=tuple(row.get("needs", ())),
    )
