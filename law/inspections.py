"""Until when must the result of an inspection be public, how long is it shown, and how may it be called?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from law.counting import Unit, last_day
from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


class NoInspectionRule(LookupError):
    """inspections.toml has no row in force on the day of the check."""


@dataclass(frozen=True)
class InspectionRule:
    key: str
    working_days: int
    shown_months: int
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None

    def due_on(self, checked_on: date) -> date:
        """The last day to publish. Raises law.holidays.CalendarMissing."""
        return last_day(checked_on, self.working_days, Unit.WORKING)

    def last_shown(self, checked_on: date) -> date:
        """The last day on which the public may see it."""
        return last_day(checked_on, self.shown_months, Unit.MONTHS)


@dataclass(frozen=True)
class InspectionOutcome:
    """`key` is the code that is stored; `title` the words of the table and of the page."""

    key: str
    title: str
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_inspection_rules() -> tuple[InspectionRule, ...]:
    return tuple(
        InspectionRule(
            working_days=int(need(row, "working_days", row["where"])),
            shown_months=int(need(row, "shown_months", row["where"])),
            **_common(row),
        )
        for row in toml_rows("inspections", "publish")
    )


@cached_per_folder
def all_inspection_results() -> tuple[InspectionOutcome, ...]:
    return tuple(
        InspectionOutcome(title=need(row, "title", row["where"]), **_common(row))
        for row in toml_rows("inspections", "result")
    )


def inspection_rule(on: date) -> InspectionRule:
    """The rule for checks of a day. Raises NoInspectionRule."""
    for rule in in_force(all_inspection_rules(), on):
        return rule
    raise NoInspectionRule(on.isoformat())


def inspection_results(on: date) -> dict[str, str]:
    """Code by title: what a check of this day may have come to."""
    return {one.title: one.key for one in in_force(all_inspection_results(), on)}


def result_titles() -> dict[str, str]:
    """Title by code, the newest row of each: also of codes no longer in use, for what is still on show."""
    rows = sorted(all_inspection_results(), key=lambda one: one.in_force_from)
    return {one.key: one.title for one in rows}


def _common(row: Row) -> dict[str, Any]:
    where = row["where"]
    return {
        "key": need(row, "key", where),
        "basis": need(row, "basis", where),
        "certainty": row.get("certainty", "R"),
        "source": row.get("source", ""),
        "in_force_from": as_date(need(row, "in_force_from", where), where),
        "in_force_until": as_optional_date(row.get("in_force_until"), where),
    }
