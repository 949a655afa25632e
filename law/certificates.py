"""When does a certificate lapse unreviewed, how many hours must be learned, and when is its holder reminded?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

R = TypeVar("R")


class NoCertificateRule(LookupError):
    """certificates.toml has no such row in force on the day."""


@dataclass(frozen=True)
class _Rule:
    key: str
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@dataclass(frozen=True)
class ReviewRule(_Rule):
    """The review of a year must be passed by this month and day of that year."""

    series: str
    month: int
    day: int

    def due_on(self, year: int) -> date:
        return date(year, self.month, self.day)

    def last_year_due(self, on: date) -> int:
        """The last year whose review had to be passed before this day."""
        return on.year if self.due_on(on.year) < on else on.year - 1


@dataclass(frozen=True)
class TrainingRule(_Rule):
    title: str
    hours: int


@dataclass(frozen=True)
class WarningRule(_Rule):
    days: int
    urgent_days: int


@cached_per_folder
def all_review_rules() -> tuple[ReviewRule, ...]:
    return tuple(_read(row, ReviewRule, _of_review) for row in toml_rows("certificates", "review"))


@cached_per_folder
def all_training_rules() -> tuple[TrainingRule, ...]:
    return tuple(_read(row, TrainingRule, _of_training) for row in toml_rows("certificates", "training"))


@cached_per_folder
def all_warning_rules() -> tuple[WarningRule, ...]:
    return tuple(_read(row, WarningRule, _of_warning) for row in toml_rows("certificates", "warning"))


def review_rule(series: str, on: date) -> ReviewRule | None:
    """What is asked of this kind of certificate; None: it does not lapse for want of a review."""
    return next((one for one in in_force(all_review_rules(), on) if one.series == series), None)


def training_rule(key: str, on: date) -> TrainingRule:
    """Raises NoCertificateRule."""
    for one in in_force(all_training_rules(), on):
        if one.key == key:
            return one
    raise NoCertificateRule(f"{key} {on.isoformat()}")


def warning_rule(on: date) -> WarningRule:
    """Raises NoCertificateRule."""
    for one in in_force(all_warning_rules(), on):
        return one
    raise NoCertificateRule(on.isoformat())


def _of_review(row: Row) -> dict[str, Any]:
    where = row["where"]
    month, _, day = str(need(row, "due", where)).partition("-")
    try:
        due = date(2001, int(month), int(day))
    except ValueError as reason:
        raise BadLawData(f"{where}: due is a month and a day, as in 12-31") from reason
    return {"series": need(row, "series", where), "month": due.month, "day": due.day}


def _of_training(row: Row) -> dict[str, Any]:
    return {"title": need(row, "title", row["where"]), "hours": int(need(row, "hours", row["where"]))}


def _of_warning(row: Row) -> dict[str, Any]:
    return {name: int(need(row, name, row["where"])) for name in ("days", "urgent_days")}


def _read(row: Row, kind: Callable[..., R], own: Callable[[Row], dict[str, Any]]) -> R:
    where = row["where"]
    return kind(
        key=need(row, "key", where),
        basis=need(row, "basis", where),
        certainty=row.get("certainty", "R"),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
        **own(row),
    )
