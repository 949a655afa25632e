"""Which sums, averages and counts does a report print? Never an average of a few, never a ranking of persons."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from law.review_standard import ReviewItem
from oversight.report import FileResult, Found, Report

FEWEST_FOR_AN_AVERAGE = 10
TENTH = Decimal("0.1")


@dataclass(frozen=True)
class UnitFigures:
    unit: int
    name: str
    files: int
    average: Decimal | None
    """None for fewer than ten files: so few say nothing about a unit."""
    grades: dict[str, int]
    failed: int
    vetoed: int


@dataclass(frozen=True)
class ItemFigures:
    """files: how many files have the defect; findings: how often it occurs in them."""

    item: ReviewItem
    files: int
    findings: int
    points: Decimal


def average(files: Iterable[FileResult]) -> Decimal | None:
    scores = [one.points for one in files if one.score]
    if len(scores) < FEWEST_FOR_AN_AVERAGE:
        return None
    return (sum(scores, Decimal(0)) / len(scores)).quantize(TENTH, ROUND_HALF_UP)


def by_grade(report: Report) -> dict[str, int]:
    """Files per grade, best first; a grade that nobody got counts 0."""
    counted = Counter(one.grade for one in report.files)
    return {grade.title: counted[grade.title] for grade in report.standard.grades}


def by_unit(report: Report) -> list[UnitFigures]:
    """In order of name: a table, not a ranking."""
    groups: dict[tuple[str, int], list[FileResult]] = defaultdict(list)
    for one in report.files:
        groups[one.unit_name, one.unit].append(one)
    worst = report.standard.grades[-1].title
    return [
        UnitFigures(
            unit=unit,
            name=name,
            files=len(files),
            average=average(files),
            grades=dict(Counter(one.grade for one in files)),
            failed=sum(one.grade == worst for one in files),
            vetoed=sum(one.vetoed for one in files),
        )
        for (name, unit), files in sorted(groups.items())
    ]


def by_item(report: Report) -> list[ItemFigures]:
    """Items with findings, the most frequent first; vetoes before all."""
    files: dict[str, set[int]] = defaultdict(set)
    found: dict[str, list[Found]] = defaultdict(list)
    for file, one in every_finding(report):
        files[one.item].add(file.case)
        found[one.item].append(one)
    rows = [
        ItemFigures(item, len(files[item.number]), len(found[item.number]), _points(found[item.number]))
        for item in report.standard.items
        if item.number in found
    ]
    return sorted(rows, key=lambda row: (not row.item.veto, -row.files, row.item.number))


def _points(found: Iterable[Found]) -> Decimal:
    return sum((Decimal(one.points) for one in found), Decimal(0))


def every_finding(report: Report, item: str = "") -> Iterator[tuple[FileResult, Found]]:
    for file in report.files:
        for one in file.found:
            if item in ("", one.item):
                yield file, one


def vetoed(report: Report) -> list[FileResult]:
    return [one for one in report.files if one.vetoed]
