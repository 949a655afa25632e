"""Which laws are cited by which short key, in which versions, with how many articles?"""

from dataclasses import dataclass
from datetime import date

from law.loading import as_date, as_optional_date, cached_per_folder, is_in_force, need, toml_rows


class UnknownLaw(KeyError):
    """No row of laws.toml has this key or alias."""


@dataclass(frozen=True)
class Law:
    """One version of a law. `articles` is the highest article number, 0 where we do not know it."""

    key: str
    title: str
    aliases: tuple[str, ...]
    version: str
    articles: int
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_laws() -> tuple[Law, ...]:
    laws = []
    for row in toml_rows("laws", "law"):
        where = row["where"]
        laws.append(
            Law(
                key=need(row, "key", where),
                title=need(row, "title", where),
                aliases=tuple(row.get("aliases", ())),
                version=row.get("version", ""),
                articles=int(row.get("articles", 0)),
                certainty=row.get("certainty", "R"),
                source=row.get("source", ""),
                in_force_from=as_date(need(row, "in_force_from", where), where),
                in_force_until=as_optional_date(row.get("in_force_until"), where),
            )
        )
    return tuple(sorted(laws, key=lambda law: (law.key, law.in_force_from)))


@cached_per_folder
def _by_name() -> dict[str, Law]:
    """Key, alias and title all lead to the newest version's row, which comes last."""
    return {name: law for law in all_laws() for name in (law.key, law.title, *law.aliases)}


def law(name: str, on: date | None = None) -> Law:
    """The law called so (key, alias or title): its newest version, or the one in force on a day."""
    newest = _by_name().get(name)
    if newest is None:
        raise UnknownLaw(name)
    if on is None:
        return newest
    return next((each for each in all_laws() if each.key == newest.key and is_in_force(each, on)), newest)
