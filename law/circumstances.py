"""Which circumstances (情节) move a penalty, which way, and by which article?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class UnknownCircumstance(KeyError):
    """No row of circumstances.toml with this key is in force on the day asked for."""


class Effect(StrEnum):
    EXEMPT = "exempt"
    MAY_EXEMPT = "may_exempt"
    MITIGATE = "mitigate"
    MAY_MITIGATE = "may_mitigate"
    LIGHTEN = "lighten"
    AGGRAVATE = "aggravate"
    CONDITION = "condition"

    @property
    def label(self) -> str:
        """In the law's words; papers and derivations are Chinese."""
        return {
            "exempt": "不予处罚",
            "may_exempt": "可以不予处罚",
            "mitigate": "应当从轻或者减轻",
            "may_mitigate": "可以从轻或者减轻",
            "lighten": "从轻",
            "aggravate": "从重",
            "condition": "罚则的条件",
        }[self.value]


@dataclass(frozen=True)
class Circumstance:
    key: str
    title: str
    effect: Effect
    automatic: bool
    """Found by the system (age, limitation, earlier decisions), not ticked by an officer."""
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_circumstances() -> tuple[Circumstance, ...]:
    return tuple(_read(row) for row in toml_rows("circumstances", "circumstance"))


def circumstances_in_force(on: date) -> tuple[Circumstance, ...]:
    return in_force(all_circumstances(), on)


def circumstance(key: str, on: date) -> Circumstance:
    """Raises UnknownCircumstance."""
    for each in circumstances_in_force(on):
        if each.key == key:
            return each
    raise UnknownCircumstance(f"{key} ({on.isoformat()})")


def circumstances(keys: Iterable[str], on: date) -> tuple[Circumstance, ...]:
    """These rows in the order of the file, whatever the order of the keys. Raises UnknownCircumstance."""
    wanted = set(keys)
    rows = tuple(each for each in circumstances_in_force(on) if each.key in wanted)
    missing = wanted - {each.key for each in rows}
    if missing:
        raise UnknownCircumstance(f"{', '.join(sorted(missing))} ({on.isoformat()})")
    return rows


def _read(row: Row) -> Circumstance:
    where = row["where"]
    return Circumstance(
        key=need(row, "key", where),
        title=need(row, "title", where),
        effect=Effect(need(row, "effect", where)),
        automatic=bool(row.get("automatic", False)),
        basis=need(row, "basis", where),
        certainty=row.get("certainty", "R"),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
