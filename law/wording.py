"""Which sentences must a paper carry word for word, on a given day?"""

from dataclasses import dataclass
from datetime import date

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class UnknownWording(KeyError):
    """No row of wording.toml with this key is in force on the day asked for."""


@dataclass(frozen=True)
class Wording:
    """A prescribed sentence; {names} in braces are filled in by the paper."""

    key: str
    text: str
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_wordings() -> tuple[Wording, ...]:
    return tuple(_read(row) for row in toml_rows("wording", "wording"))


def wording(key: str, on: date) -> str:
    """The sentence as it stood on a day, with its {names} still open. Raises UnknownWording."""
    for each in in_force(all_wordings(), on):
        if each.key == key:
            return each.text
    raise UnknownWording(f"{key} ({on.isoformat()})")


def wording_for_paper(key: str, on: date | None) -> str:
    """As `wording`; a draft without a day has the newest sentence, a day before our data the oldest."""
    versions = sorted((each for each in all_wordings() if each.key == key), key=lambda each: each.in_force_from)
    if not versions:
        raise UnknownWording(key)
    begun = [each for each in versions if on is None or each.in_force_from <= on]
    return (begun or versions[:1])[-1].text


def _read(row: Row) -> Wording:
    where = row["where"]
    return Wording(
        key=need(row, "key", where),
        text=need(row, "text", where),
        basis=row.get("basis", ""),
        certainty=row.get("certainty", "R"),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
