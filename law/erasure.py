"""On which grounds may what an entry of the record says be taken away, on a given day?"""

from dataclasses import dataclass
from datetime import date

from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

PERIOD = "period"
KNOWN_NEEDS = frozenset({PERIOD})


@dataclass(frozen=True)
class ErasureGround:
    key: str
    title: str
    basis: str
    needs: tuple[str, ...]
    """What must be shown before anything is taken away on it; see erasure.toml."""
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_erasure_grounds() -> tuple[ErasureGround, ...]:
    return tuple(_read(row) for row in toml_rows("erasure", "ground"))


def erasure_grounds(on: date) -> tuple[ErasureGround, ...]:
    return in_force(all_erasure_grounds(), on)


def erasure_ground(key: str, on: date) -> ErasureGround | None:
    """The ground of this key as it stands on a day; nothing where the law knows none then."""
    return next((one for one in erasure_grounds(on) if one.key == key), None)


def _read(row: Row) -> ErasureGround:
    where = row["where"]
    needs = tuple(row.get("needs", ()))
    # A need that nobody asks for would let everything through.
    if unknown := set(needs) - KNOWN_NEEDS:
        raise BadLawData(f"{where}: unknown needs {sorted(unknown)}")
    return ErasureGround(
        key=need(row, "key", where),
        title=need(row, "title", where),
        basis=need(row, "basis", where),
        needs=needs,
        certainty=row.get("certainty", "R"),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
