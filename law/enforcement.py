"""What may a bureau do itself, on which grounds does enforcement stop, and what must a court be given, on a given day?"""

from dataclasses import dataclass
from datetime import date

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class UnknownEnforcement(KeyError):
    """No row of enforcement.toml with this list and key is in force on the day asked for."""


@dataclass(frozen=True)
class EnforcementRow:
    """One line of a closed list of the law.

    list: power (what the bureau may do by its own hand), suspension, ending, material (行政强制法 55), measure (what a
    reminder announces), shown (kinds of penalty whose carrying out is shown, 行政处罚法 66.1). needs: what a power demands
    beyond a reminder: "no_remedy", "seizure"; what a shown kind asks: "organ".
    """

    list: str
    key: str
    title: str
    needs: tuple[str, ...]
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None

    @property
    def name(self) -> str:
        return f"{self.list}.{self.key}"


@cached_per_folder
def all_enforcement_rows() -> tuple[EnforcementRow, ...]:
    return tuple(_read(row) for row in toml_rows("enforcement", "row"))


def enforcement_rows(list_: str, on: date) -> tuple[EnforcementRow, ...]:
    return tuple(one for one in in_force(all_enforcement_rows(), on) if one.list == list_)


def enforcement_row(list_: str, key: str, on: date) -> EnforcementRow:
    """Raises UnknownEnforcement."""
    for one in enforcement_rows(list_, on):
        if one.key == key:
            return one
    raise UnknownEnforcement(f"{list_}.{key} ({on.isoformat()})")


def _read(row: Row) -> EnforcementRow:
    where = row["where"]
    return EnforcementRow(
        list=need(row, "list", where),
        key=need(row, "key", where),
        title=need(row, "title", where),
        needs=tuple(row.get("needs", ())),
        basis=need(row, "basis", where),
        certainty=need(row, "certainty", where),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
