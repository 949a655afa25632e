"""Which authority is at home where a plate was issued?"""

from dataclasses import dataclass
from datetime import date

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


@dataclass(frozen=True)
class PlateRow:
    prefix: str
    authority: str
    certainty: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_plates() -> tuple[PlateRow, ...]:
    return tuple(_read(row) for row in toml_rows("plates", "plate", key="prefix"))


def home_authority(plate: str, on: date) -> str:
    """By the longest prefix that the plate begins with; empty where no row knows it."""
    known = [one for one in in_force(all_plates(), on) if plate.startswith(one.prefix)]
    return max(known, key=lambda one: len(one.prefix)).authority if known else ""


def _read(row: Row) -> PlateRow:
    where = row["where"]
    return PlateRow(
        prefix=need(row, "prefix", where),
        authority=need(row, "authority", where),
        certainty=need(row, "certainty", where),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
