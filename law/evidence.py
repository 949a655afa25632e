"""What does each kind of evidence need in form before a case may rest on it, on a given day?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

YES = "是"
"""What is kept for a confirmation."""
ANSWERS = ("text", "yes", "option")


@dataclass(frozen=True)
class Requirement:
    """One thing that must be written down or confirmed for a piece of evidence of this kind."""

    key: str
    kind: str
    name: str
    title: str
    answer: str
    options: tuple[str, ...]
    only_name: str
    only_answer: str
    basis: str
    certainty: str
    in_force_from: date
    in_force_until: date | None

    def applies(self, given: Mapping[str, str]) -> bool:
        return not self.only_name or given.get(self.only_name) == self.only_answer


@cached_per_folder
def all_requirements() -> tuple[Requirement, ...]:
    return tuple(_read(row) for row in toml_rows("evidence", "requirement"))


def requirements(kind: str, on: date) -> tuple[Requirement, ...]:
    """Everything that may have to be given for this kind, in the order of the file."""
    return tuple(one for one in in_force(all_requirements(), on) if one.kind == kind)


def missing(kind: str, given: Mapping[str, str], on: date) -> tuple[Requirement, ...]:
    """What this piece still lacks: an empty answer, or one that is not among the options."""
    return tuple(
        one
        for one in requirements(kind, on)
        if one.applies(given) and (not given.get(one.name) or (one.options and given[one.name] not in one.options))
    )


@dataclass(frozen=True)
class Exclusion:
    """One way of obtaining evidence that makes it worthless (行政处罚法 46.3)."""

    key: str
    title: str
    basis: str
    certainty: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_exclusions() -> tuple[Exclusion, ...]:
    return tuple(_read_exclusion(row) for row in toml_rows("evidence", "exclusion"))


def exclusions(on: date) -> tuple[Exclusion, ...]:
    return in_force(all_exclusions(), on)


def exclusion_title(key: str) -> str:
    """For what was excluded under a version that may be over; the key itself when nobody knows it."""
    return next((one.title for one in all_exclusions() if one.key == key), key)


def _read_exclusion(row: Row) -> Exclusion:
    where = row["where"]
    return Exclusion(
        key=need(row, "key", where),
        title=need(row, "title", where),
        basis=need(row, "basis", where),
        certainty=need(row, "certainty", where),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )


def _read(row: Row) -> Requirement:
    where = row["where"]
    kind, _dot, name = str(need(row, "key", where)).partition(".")
    options = tuple(row.get("options", ()))
    answer = "option" if options else row.get("answer", "text")
    only_name, _equals, only_answer = str(row.get("only", "")).partition("=")
    if not name or answer not in ANSWERS:
        raise BadLawData(f"{where}: the key must be kind.name, the answer one of {', '.join(ANSWERS)}")
    return Requirement(
        key=row["key"],
        kind=kind,
        name=name,
        title=need(row, "title", where),
        answer=answer,
        options=options,
        only_name=only_name,
        only_answer=only_answer,
        basis=need(row, "basis", where),
        certainty=need(row, "certainty", where),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
