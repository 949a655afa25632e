"""How long is the dossier of a closed case kept, by its kind?"""

from dataclasses import dataclass
from datetime import date

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class UnknownRetention(KeyError):
    """No row of retention.toml with this key is in force on the day asked for."""


@dataclass(frozen=True)
class Retention:
    """years: 0 = for ever."""

    key: str
    title: str
    years: int
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None

    def until(self, archived_on: date) -> date | None:
        """The last day on which it must be kept; None: for ever."""
        return date(archived_on.year + self.years, 12, 31) if self.years else None


@cached_per_folder
def all_retentions() -> tuple[Retention, ...]:
    return tuple(_read(row) for row in toml_rows("retention", "retention"))


def retentions(on: date) -> tuple[Retention, ...]:
    return in_force(all_retentions(), on)


def retention(key: str, on: date) -> Retention:
    """Raises UnknownRetention."""
    for each in retentions(on):
        if each.key == key:
            return each
    raise UnknownRetention(f"{key} ({on.isoformat()})")


def _read(row: Row) -> Retention:
    where = row["where"]
    return Retention(
        key=need(row, "key", where),
        title=need(row, "title", where),
        years=int(need(row, "years", where)),
        basis=need(row, "basis", where),
        certainty=need(row, "certainty", where),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
