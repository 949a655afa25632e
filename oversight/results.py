"""What does a review say: of one fault, of one file, of a whole period?"""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from law.review_standard import Standard


@dataclass(frozen=True)
class Found:
    """One finding as it is reported: the item, the place, what it costs."""

    item: str
    sentence: str
    basis: str
    form: str
    document: int | None
    field: str
    locator: str
    curable: bool
    act: str
    how: str
    veto: bool
    points: str


@dataclass(frozen=True)
class FileResult:
    case: int
    number: str
    party: str
    unit: int
    unit_name: str
    closed_on: str
    score: str
    """Empty where the standard has nothing that a machine can judge of this file."""
    grade: str
    level: str
    vetoed: bool
    found: tuple[Found, ...]

    @property
    def points(self) -> Decimal:
        return Decimal(self.score or 0)


FileFound = tuple[FileResult, Found]


@dataclass
class UnitTally:
    unit: int
    name: str
    files: int = 0
    scored: int = 0
    """Files with a score; the others have nothing that a machine can judge."""
    points: Decimal = Decimal(0)
    grades: Counter[str] = field(default_factory=Counter)
    vetoed: int = 0


@dataclass
class ItemTally:
    files: int = 0
    findings: int = 0
    points: Decimal = Decimal(0)


@dataclass
class Tally:
    units: list[UnitTally] = field(default_factory=list)
    items: dict[str, ItemTally] = field(default_factory=dict)

    @property
    def files(self) -> int:
        return sum(one.files for one in self.units)

    @property
    def findings(self) -> int:
        return sum(one.findings for one in self.items.values())

    @property
    def vetoed(self) -> int:
        return sum(one.vetoed for one in self.units)

    @property
    def grades(self) -> Counter[str]:
        return sum((one.grades for one in self.units), Counter())


def tally_of(files: Iterable[FileResult]) -> Tally:
    units: dict[tuple[str, int], UnitTally] = {}
    items: dict[str, ItemTally] = {}
    for file in files:
        unit = units.setdefault((file.unit_name, file.unit), UnitTally(file.unit, file.unit_name))
        unit.files += 1
        unit.grades[file.grade] += 1
        unit.vetoed += file.vetoed
        if file.score:
            unit.scored += 1
            unit.points += file.points
        for number in {one.item for one in file.found}:
            items.setdefault(number, ItemTally()).files += 1
        for one in file.found:
            items[one.item].findings += 1
            items[one.item].points += Decimal(one.points)
    return Tally([units[key] for key in sorted(units)], items)


@dataclass(frozen=True)
class Wish:
    """Which files shall be shown: of a unit, with a grade, with a veto, closed in a span of days."""

    unit: int | None = None
    grade: str = ""
    vetoed: bool = False
    since: date | None = None
    until: date | None = None
    cases: Any = None
    """Ids of cases, as a query or a set."""

    def is_met_by(self, file: FileResult) -> bool:
        """But for the cases, which are asked of the database once for all files."""
        closed_on = date.fromisoformat(file.closed_on)
        return (
            self.unit in (None, file.unit)
            and self.grade in ("", file.grade)
            and (file.vetoed or not self.vetoed)
            and (self.since or closed_on) <= closed_on <= (self.until or closed_on)
        )

    def lookups(self) -> dict[str, Any]:
        wanted = {
            "unit": self.unit,
            "grade": self.grade,
            "vetoed": self.vetoed,
            "closed_on__gte": self.since,
            "closed_on__lte": self.until,
            "case__in": self.cases,
        }
        # An empty wish is no wish; nor is the query of the cases asked whether it is empty.
        return {name: one for name, one in wanted.items() if one not in (None, "", False)}


class Files(Sequence[FileResult]):
    """The reviewed files in the order of closing, with what a page asks of them; in memory or in the database."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Files) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    @abstractmethod
    def tally(self) -> Tally:
        """All sums and counts."""

    @abstractmethod
    def chosen(self, wish: Wish) -> Sequence[FileResult]:
        """Those that answer the wish."""

    @abstractmethod
    def findings(self, item: str = "", unit: int | None = None) -> Sequence[FileFound]:
        """Every finding with its file; of one item, of one unit."""


class FilesInMemory(Files):
    def __init__(self, files: Iterable[FileResult]) -> None:
        self._files = tuple(files)

    def __len__(self) -> int:
        return len(self._files)

    def __getitem__(self, wanted: Any) -> Any:
        return self._files[wanted]

    def tally(self) -> Tally:
        return tally_of(self._files)

    def chosen(self, wish: Wish) -> Sequence[FileResult]:
        cases = None if wish.cases is None else set(wish.cases)
        return [one for one in self._files if wish.is_met_by(one) and (cases is None or one.case in cases)]

    def findings(self, item: str = "", unit: int | None = None) -> Sequence[FileFound]:
        return [
            (file, one)
            for file in self._files
            if unit in (None, file.unit)
            for one in file.found
            if item in ("", one.item)
        ]


@dataclass(frozen=True)
class Report:
    """The result for one period; equal files give equal results."""

    begins: date
    ends: date
    unit: int | None
    unit_name: str
    standard: Standard
    made_at: datetime
    files: Files
    run: int | None = None

    @cached_property
    def tally(self) -> Tally:
        return self.files.tally()
