"""Which conduct is on a published list of what is let off when it is minor or a first offence (行政处罚法 33)?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class Leniency(StrEnum):
    MINOR = "minor"
    """轻微并及时改正，没有造成危害后果: no penalty is imposed."""
    FIRST = "first"
    """初次违法且危害后果轻微并及时改正: none need be imposed."""


@dataclass(frozen=True)
class LenientConduct:
    violation: str
    kind: Leniency
    conditions: str
    """What the list asks besides the article, for the officer to compare."""
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None

    @property
    def key(self) -> str:
        return self.violation


@cached_per_folder
def all_lenient() -> tuple[LenientConduct, ...]:
    return tuple(_read(row) for row in toml_rows("lenient", "lenient", key="violation"))


def lenient(violation: str, on: date) -> LenientConduct | None:
    """The row of the list for one conduct on a day; None where no list names it."""
    return next((row for row in in_force(all_lenient(), on) if row.violation == violation), None)


def _read(row: Row) -> LenientConduct:
    where = row["where"]
    kind = need(row, "kind", where)
    if kind not in list(Leniency):
        raise BadLawData(f"{where}: kind is minor or first, not {kind!r}")
    return LenientConduct(
        violation=need(row, "violation", where),
        kind=Leniency(kind),
        conditions=row.get("conditions", ""),
        basis=need(row, "basis", where),
        certainty=need(row, "certainty", where),
        source=need(row, "source", where),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
