"""By which items, with how many points, is a case file reviewed, and which score earns which grade?"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from law.loading import (
    BadLawData,
    Row,
    as_date,
    as_optional_date,
    cached_per_folder,
    csv_rows,
    in_force,
    need,
    toml_rows,
)

VETO = "VETO"
DEFAULT = "transport"


class UnknownStandard(LookupError):
    """No review standard with this key is in force on the day asked for."""


@dataclass(frozen=True)
class ReviewItem:
    """One line of the standard. `auto` says how much a machine can judge: yes, partial or no."""

    key: str
    standard: str
    number: str
    section: str
    document: str
    text: str
    points: Decimal
    """What the item is worth, or takes from the whole; zero for a veto, which takes everything."""
    per_finding: Decimal
    """What one finding costs; together never more than the item is worth."""
    veto: bool
    applies: str
    rules: tuple[str, ...]
    auto: str
    basis: str
    in_force_from: date
    in_force_until: date | None
    deducts: bool = False
    """Taken from the whole score instead of weighed among the items (written as negative points)."""

    @property
    def points_text(self) -> str:
        """As the file of a standard writes them: VETO, 2, 0.5, -3."""
        return VETO if self.veto else f"{'-' if self.deducts else ''}{self.points.normalize():f}"


@dataclass(frozen=True)
class Grade:
    """A band of scores: from `at_least` up to the next band."""

    key: str
    standard: str
    title: str
    at_least: Decimal
    level: str
    """How loudly the grade is shown: info, ok, warn or bad."""
    in_force_from: date
    in_force_until: date | None


@dataclass(frozen=True)
class Standard:
    """A whole table of items with its grades, as in force on one day."""

    key: str
    title: str
    note: str
    items: tuple[ReviewItem, ...]
    grades: tuple[Grade, ...]
    in_force_from: date
    in_force_until: date | None
    base: Decimal = Decimal(0)
    """Earned by any file without a veto (the 50 for lawfulness of 2024); the weighed items share the rest of 100."""
    source: str = ""
    version: int | None = None
    """The row of an administrator's own version; None for a standard that is shipped or lies in the local folder."""

    def grade_of(self, score: Decimal) -> Grade:
        """The highest band that the score reaches."""
        return next(grade for grade in self.grades if score >= grade.at_least)

    def item(self, number: str) -> ReviewItem | None:
        return next((item for item in self.items if item.number == number), None)


@cached_per_folder
def all_review_items() -> tuple[ReviewItem, ...]:
    return tuple(_item(row) for row in csv_rows("review_standard", "key"))


@cached_per_folder
def all_grades() -> tuple[Grade, ...]:
    return tuple(_grade(row) for row in toml_rows("review_standards", "grade"))


def standards_in_force(on: date) -> tuple[Standard, ...]:
    rows = [_standard(row) for row in toml_rows("review_standards", "standard")]
    return tuple(_complete(row, on) for row in in_force(rows, on))


def review_standard(on: date, key: str = DEFAULT) -> Standard:
    """The standard as it stood on a day. Raises UnknownStandard."""
    found = next((one for one in standards_in_force(on) if one.key == key), None)
    if found is None:
        raise UnknownStandard(f"{key} ({on.isoformat()})")
    return found


def _complete(standard: Standard, on: date) -> Standard:
    items = tuple(one for one in in_force(all_review_items(), on) if one.standard == standard.key)
    bands = [one for one in in_force(all_grades(), on) if one.standard == standard.key]
    bands.sort(key=lambda one: one.at_least, reverse=True)
    if not bands or bands[-1].at_least != 0:
        raise BadLawData(f"review_standards.toml: the grades of {standard.key} do not begin at 0")
    return replace(standard, items=items, grades=tuple(bands))


def _standard(row: Row) -> Standard:
    where = row["where"]
    return Standard(
        key=need(row, "key", where),
        title=need(row, "title", where),
        note=row.get("note", ""),
        items=(),
        grades=(),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
        base=Decimal(str(row.get("base", 0))),
        source=row.get("source", ""),
    )


def _grade(row: Row) -> Grade:
    where = row["where"]
    return Grade(
        key=need(row, "key", where),
        standard=need(row, "standard", where),
        title=need(row, "title", where),
        at_least=Decimal(str(need(row, "at_least", where))),
        level=row.get("level", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )


def _item(row: Row) -> ReviewItem:
    where = row["where"]
    veto = need(row, "points", where) == VETO
    given = Decimal(0) if veto else Decimal(row["points"])
    points = abs(given)
    return ReviewItem(
        key=need(row, "key", where),
        standard=need(row, "standard", where),
        number=need(row, "item", where),
        section=need(row, "section", where),
        document=row.get("document") or "",
        text=need(row, "text", where),
        points=points,
        per_finding=Decimal(row["per_finding"]) if row.get("per_finding") else points,
        veto=veto,
        applies=need(row, "applies", where),
        rules=tuple((row.get("rules") or "").split()),
        auto=need(row, "auto", where),
        basis=row.get("basis") or "",
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
        deducts=given < 0,
    )
