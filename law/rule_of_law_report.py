"""Which sections has the yearly report on the rule of law, with which first text, and until when is it due?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

NAME = "rule_of_law_report"
SUBMIT, PUBLISH = "submit", "publish"


@dataclass(frozen=True)
class Section:
    """text: a draft with {table.column} for the figures and 〔待填〕 for the gaps."""

    key: str
    order: int
    title: str
    text: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@dataclass(frozen=True)
class Deadline:
    key: str
    month: int
    day: int
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None

    def due_on(self, year: int) -> date:
        """The last day for the report on a year."""
        return date(year + 1, self.month, self.day)


@cached_per_folder
def all_sections() -> tuple[Section, ...]:
    return tuple(
        Section(
            order=int(need(row, "order", row["where"])),
            title=row.get("title", ""),
            text=str(need(row, "text", row["where"])).strip(),
            **_common(row),
        )
        for row in toml_rows(NAME, "section")
    )


@cached_per_folder
def all_deadlines() -> tuple[Deadline, ...]:
    return tuple(
        Deadline(month=int(need(row, "month", row["where"])), day=int(need(row, "day", row["where"])), **_common(row))
        for row in toml_rows(NAME, "deadline")
    )


def sections_on(on: date) -> tuple[Section, ...]:
    return tuple(sorted(in_force(all_sections(), on), key=lambda one: one.order))


def deadline(key: str, on: date) -> Deadline | None:
    """None before there was such a duty."""
    return next((one for one in in_force(all_deadlines(), on) if one.key == key), None)


def _common(row: Row) -> dict[str, Any]:
    where = row["where"]
    return {
        "key": need(row, "key", where),
        "certainty": row.get("certainty", "R"),
        "source": row.get("source", ""),
        "in_force_from": as_date(need(row, "in_force_from", where), where),
        "in_force_until": as_optional_date(row.get("in_force_until"), where),
    }
