"""By which rules does a check of an enterprise go, how often may it be made in a year, and what is looked at in it?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from law.counting import Unit, last_day
from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

NOTICE, CAP = "notice", "cap"


class NoCheckRule(LookupError):
    """checks.toml has no row in force on the day of the check."""


@dataclass(frozen=True)
class DatedRow:
    key: str
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@dataclass(frozen=True)
class CheckRule(DatedRow):
    confirm_working_days: int
    answer_working_days: int
    shown_from: int
    rating_days: int
    incomplete_results: tuple[str, ...]

    def confirm_by(self, begun_on: date) -> date:
        """The last day to approve an urgent check. Raises law.holidays.CalendarMissing."""
        return last_day(begun_on, self.confirm_working_days, Unit.WORKING)

    def put_right_by(self, ordered_on: date) -> date:
        """Proposed to the officer; the order names its own day. Raises law.holidays.CalendarMissing."""
        return last_day(ordered_on, self.answer_working_days, Unit.WORKING)


@dataclass(frozen=True)
class Cap(DatedRow):
    """`key` is a class of credit risk."""

    most: int


@dataclass(frozen=True)
class Excuse(DatedRow):
    """Why a rule of the check need not be kept this time; `of` says which."""

    of: str
    title: str


@dataclass(frozen=True)
class CampaignKind(DatedRow):
    title: str


@dataclass(frozen=True)
class CheckPoint(DatedRow):
    """One line of the form of a trade."""

    trade: str
    title: str


@cached_per_folder
def all_check_rules() -> tuple[CheckRule, ...]:
    return tuple(
        CheckRule(
            confirm_working_days=int(need(row, "confirm_working_days", row["where"])),
            answer_working_days=int(need(row, "answer_working_days", row["where"])),
            shown_from=int(need(row, "shown_from", row["where"])),
            rating_days=int(need(row, "rating_days", row["where"])),
            incomplete_results=tuple(need(row, "incomplete_results", row["where"])),
            **_common(row),
        )
        for row in toml_rows("checks", "rule")
    )


@cached_per_folder
def all_caps() -> tuple[Cap, ...]:
    return tuple(Cap(most=int(need(row, "most", row["where"])), **_common(row)) for row in toml_rows("checks", "cap"))


@cached_per_folder
def all_excuses() -> tuple[Excuse, ...]:
    return tuple(
        Excuse(of=_of(row), title=need(row, "title", row["where"]), **_common(row))
        for row in toml_rows("checks", "excuse")
    )


@cached_per_folder
def all_campaign_kinds() -> tuple[CampaignKind, ...]:
    return tuple(
        CampaignKind(title=need(row, "title", row["where"]), **_common(row)) for row in toml_rows("checks", "campaign")
    )


@cached_per_folder
def all_check_points() -> tuple[CheckPoint, ...]:
    return tuple(
        CheckPoint(trade=need(row, "trade", row["where"]), title=need(row, "title", row["where"]), **_common(row))
        for row in toml_rows("check_forms", "point")
    )


def check_rule(on: date) -> CheckRule:
    """Raises NoCheckRule."""
    for rule in in_force(all_check_rules(), on):
        return rule
    raise NoCheckRule(on.isoformat())


def yearly_cap(credit_class: str, on: date) -> Cap | None:
    """How often an enterprise of this class may be checked in the year of the day; None: nobody has set a limit."""
    return next((one for one in in_force(all_caps(), on) if one.key == credit_class), None)


def excuses(of: str, on: date) -> tuple[Excuse, ...]:
    return tuple(one for one in in_force(all_excuses(), on) if one.of == of)


def campaign_kinds(on: date) -> tuple[CampaignKind, ...]:
    return in_force(all_campaign_kinds(), on)


def campaign_title(key: str) -> str:
    return _newest(all_campaign_kinds(), key)


def excuse_title(of: str, key: str) -> str:
    return _newest(tuple(one for one in all_excuses() if one.of == of), key)


def check_points(trade: str, on: date) -> tuple[CheckPoint, ...]:
    """The form of a trade as it stood on a day."""
    return tuple(one for one in in_force(all_check_points(), on) if one.trade == trade)


def _newest(rows: tuple[Any, ...], key: str) -> str:
    """Also of what is no longer in use: old checks still name it."""
    found = [one for one in rows if one.key == key]
    return max(found, key=lambda one: one.in_force_from).title if found else key


def _of(row: Row) -> str:
    of: str = need(row, "of", row["where"])
    if of not in (NOTICE, CAP):
        raise BadLawData(f"{row['where']}: of must be {NOTICE!r} or {CAP!r}")
    return of


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
