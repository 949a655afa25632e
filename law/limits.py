"""Which plain numbers bind the procedure on a given day: how many heads, how many years?"""

from dataclasses import dataclass
from datetime import date

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class UnknownLimit(KeyError):
    """No row of limits.toml with this key is in force on the day asked for."""


@dataclass(frozen=True)
class Limit:
    key: str
    title: str
    value: int
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_limits() -> tuple[Limit, ...]:
    return tuple(_read(row) for row in toml_rows("limits", "limit"))


def limit(key: str, on: date) -> int:
    """The number as it stood on a day. Raises UnknownLimit."""
    for each in in_force(all_limits(), on):
        if each.key == key:
            return each.value
    raise UnknownLimit(f"{key} ({on.isoformat()})")


def _read(row: Row) -> Limit:
    where = row["where"]
    return Limit(
        key=need(row, "key", where),
        title=need(row, "title", where),
        value=int(need(row, "value", where)),
        basis=need(row, "basis", where),
        certainty=need(row, "certainty", where),
        source=need(row, "source", where),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
