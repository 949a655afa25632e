"""Which periods does the law set, and on which day does each end?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from law.counting import Derivation, Exclusion, Unit, derive
from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

__all__ = ["Derivation", "Nature", "TermRule", "Unit", "UnknownTerm", "all_terms", "compute", "term_rule"]


class UnknownTerm(KeyError):
    """No row of terms.toml with this key is in force on the day asked for."""


class Nature(StrEnum):
    """duty: someone must act in time. right: acts against its holder wait for its end. soft: a house rule."""

    DUTY = "duty"
    RIGHT = "right"
    SOFT = "soft"


@dataclass(frozen=True)
class TermRule:
    """One period. `starts` names the event; `certainty` is S (read in a source) or R (recalled: check it)."""

    key: str
    title: str
    length: int
    unit: Unit
    starts: str
    rolls: bool
    nature: Nature
    per_party: bool
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None
    extension: int = 0
    """By how much the head may extend it, in the term's own unit; 0 = not at all."""
    extension_basis: str = ""
    extension_certainty: str = ""
    lapse: str = ""
    """`kind.act`: what the system itself must do with the thing concerned when the period has run out."""
    stops_for: tuple[str, ...] = ()
    """Events during which it stands still, such as appraisal; nothing stops a term that does not say so."""


@cached_per_folder
def all_terms() -> tuple[TermRule, ...]:
    return tuple(_read(row) for row in toml_rows("terms", "term"))


def term_rule(key: str, on: date) -> TermRule:
    """The rule for a term as it stood on a day. Raises UnknownTerm."""
    for rule in in_force(all_terms(), on):
        if rule.key == key:
            return rule
    raise UnknownTerm(f"{key} ({on.isoformat()})")


def compute(
    rule: TermRule,
    start: date,
    *,
    extended_by: int = 0,
    excluded: Sequence[Exclusion] = (),
) -> Derivation:
    """The term's last day and how it was counted.

    start: the day of the event, never counted itself. extended_by: in the rule's own unit. excluded: spans (first
    day, last day, reason) that do not count. Raises law.holidays.CalendarMissing where working days of an unknown year
    would have to be counted.
    """
    return derive(
        start, rule.starts, rule.length, rule.unit, rolls=rule.rolls, extended_by=extended_by, excluded=excluded
    )


def _read(row: Row) -> TermRule:
    where = row["where"]
    return TermRule(
        key=need(row, "key", where),
        title=need(row, "title", where),
        length=int(need(row, "length", where)),
        unit=Unit(need(row, "unit", where)),
        starts=need(row, "starts", where),
        rolls=bool(need(row, "rolls", where)),
        nature=Nature(need(row, "nature", where)),
        per_party=bool(row.get("per_party", False)),
        basis=row.get("basis", ""),
        certainty=row.get("certainty", "R"),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
        extension=int(row.get("extension", 0)),
        extension_basis=row.get("extension_basis", ""),
        extension_certainty=row.get("extension_certainty", ""),
        lapse=row.get("lapse", ""),
        stops_for=tuple(row.get("stops_for", ())),
    )
