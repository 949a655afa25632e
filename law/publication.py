"""For how long is a published penalty shown to the public?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from law.counting import Unit, last_day
from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows
from law.violations import PenaltyKind


class UnknownDisplayPeriod(KeyError):
    """No row of publication.toml fits this penalty on this day."""


@dataclass(frozen=True)
class DisplayRule:
    """One grade of the rule. `basis` names the rule by its short title; max_months 0 = it is not shown at all."""

    key: str
    title: str
    rank: int
    kinds: frozenset[str]
    fine_from: Decimal | None
    min_months: int
    max_months: int
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None
    summary: bool = False
    """Whether penalties of the summary procedure are of this grade whatever their kind."""

    @property
    def is_shown(self) -> bool:
        return self.max_months > 0

    def last_day(self, decided_on: date) -> date:
        """The last day on which the decision may be seen."""
        return last_day(decided_on, self.max_months, Unit.MONTHS)

    def first_repair(self, decided_on: date) -> date:
        """The first day on which the shortest term is over and credit may be repaired."""
        return last_day(decided_on, self.min_months, Unit.MONTHS) + timedelta(days=1)


@dataclass(frozen=True)
class CorrectionRule:
    """How soon a request to correct what is published is answered (公开条例 41)."""

    key: str
    working_days: int
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None

    def due_on(self, received_on: date) -> date:
        """The last day to answer. Raises law.holidays.CalendarMissing."""
        return last_day(received_on, self.working_days, Unit.WORKING)


@cached_per_folder
def all_correction_rules() -> tuple[CorrectionRule, ...]:
    return tuple(_read_correction(row) for row in toml_rows("publication", "correction"))


def correction_rule(on: date) -> CorrectionRule:
    """The rule for requests received on a day. Raises UnknownDisplayPeriod."""
    for rule in in_force(all_correction_rules(), on):
        return rule
    raise UnknownDisplayPeriod(f"correction ({on.isoformat()})")


@cached_per_folder
def all_display_rules() -> tuple[DisplayRule, ...]:
    return tuple(_read(row) for row in toml_rows("publication", "display"))


def display_rule(kinds: Iterable[str], fine: Decimal, decided_on: date, *, summary: bool = False) -> DisplayRule:
    """The highest grade that these penalties reach under the rule of the day of decision; a penalty on the spot is of
    the grade that names the summary procedure, where one does. Raises UnknownDisplayPeriod.
    """
    wanted = frozenset(kinds)
    for rule in in_force(all_display_rules(), decided_on) if summary else ():
        if rule.summary:
            return rule
    reached = [
        rule
        for rule in in_force(all_display_rules(), decided_on)
        if rule.kinds & wanted or (rule.fine_from is not None and fine >= rule.fine_from)
    ]
    if not reached:
        raise UnknownDisplayPeriod(f"{sorted(wanted)} ({decided_on.isoformat()})")
    return max(reached, key=lambda rule: rule.rank)


def _read(row: Row) -> DisplayRule:
    where = row["where"]
    kinds = frozenset(need(row, "kinds", where))
    if unknown := kinds - set(PenaltyKind.values):
        raise BadLawData(f"{where}: unknown kinds of penalty {sorted(unknown)}")
    return DisplayRule(
        key=need(row, "key", where),
        title=need(row, "title", where),
        rank=int(need(row, "rank", where)),
        kinds=kinds,
        fine_from=Decimal(str(row["fine_from"])) if "fine_from" in row else None,
        min_months=int(need(row, "min_months", where)),
        max_months=int(need(row, "max_months", where)),
        basis=need(row, "basis", where),
        certainty=row.get("certainty", "R"),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
        summary=bool(row.get("summary", False)),
    )


def _read_correction(row: Row) -> CorrectionRule:
    where = row["where"]
    return CorrectionRule(
        key=need(row, "key", where),
        working_days=int(need(row, "working_days", where)),
        basis=need(row, "basis", where),
        certainty=row.get("certainty", "R"),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
