"""By which manners is a paper served, on which day does each count, and who may receive it for whom?"""

from dataclasses import dataclass
from datetime import date

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class UnknownManner(KeyError):
    """service.toml has no manner of service with this key."""


@dataclass(frozen=True)
class Manner:
    """event: what the law calls the day of service under this manner, in the words of its article."""

    key: str
    title: str
    event: str
    basis: str
    certainty: str
    in_force_from: date
    in_force_until: date | None


@dataclass(frozen=True)
class Receiver:
    """Who may sign in the party's place. kinds: of party; of_age: a minor may not (民事诉讼法 88)."""

    key: str
    title: str
    kinds: tuple[str, ...]
    of_age: bool
    basis: str
    certainty: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_manners() -> tuple[Manner, ...]:
    return tuple(_manner(row) for row in toml_rows("service", "manner"))


@cached_per_folder
def all_receivers() -> tuple[Receiver, ...]:
    return tuple(_receiver(row) for row in toml_rows("service", "receiver"))


def manner(key: str, on: date) -> Manner:
    """As it stood on a day; before the first row, the first row. Raises UnknownManner."""
    rows = [one for one in all_manners() if one.key == key]
    if not rows:
        raise UnknownManner(key)
    return next(iter(in_force(rows, on)), rows[0])


def receivers(kind: str, on: date) -> tuple[Receiver, ...]:
    """Who may receive for a party of this kind; before the first rows, the first rows."""
    first = min(one.in_force_from for one in all_receivers())
    return tuple(one for one in in_force(all_receivers(), max(on, first)) if kind in one.kinds)


def _manner(row: Row) -> Manner:
    where = row["where"]
    return Manner(
        key=need(row, "key", where),
        title=need(row, "title", where),
        event=need(row, "event", where),
        basis=need(row, "basis", where),
        certainty=need(row, "certainty", where),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )


def _receiver(row: Row) -> Receiver:
    where = row["where"]
    return Receiver(
        key=need(row, "key", where),
        title=need(row, "title", where),
        kinds=tuple(need(row, "kinds", where)),
        of_age=bool(row.get("of_age", False)),
        basis=need(row, "basis", where),
        certainty=need(row, "certainty", where),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
