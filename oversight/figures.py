"""Which sums, averages and counts does a report print? Never an average of a few, never a ranking of persons."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from law.review_standard import ReviewItem
from oversight.results import FileFound, FileResult, Files, Report, Tally, Wish

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


def mean(points: Decimal, scored: int) -> Decimal | None:
    if scored < FEWEST_FOR_AN_AVERAGE:
        return None
    return (points / scored).quantize(TENTH, ROUND_HALF_UP)


def average(files: Files) -> Decimal | None:
    return average_of(files.tally())


def average_of(tally: Tally) -> Decimal | None:
    return mean(sum((one.points for one in tally.units), Decimal(0)), sum(one.scored for one in tally.units))


def by_grade(report: Report) -> dict[str, int]:
    """Files per grade, best first; a grade that nobody got counts 0."""
    counted = report.tally.grades
    return {grade.title: counted[grade.title] for grade in report.standard.grades}


def by_unit(report: Report) -> list[UnitFigures]:
    """In order of name: a table, not a ranking."""
    worst = report.standard.grades[-1].title
    return [
        UnitFigures(
            unit=one.unit,
            name=one.name,
            files=one.files,
            average=mean(one.points, one.scored),
            grades={grade.title: one.grades[grade.title] for grade in report.standard.grades},
            failed=one.grades[worst],
            vetoed=one.vetoed,
        )
        for one in report.tally.units
    ]


def by_item(report: Report) -> list[ItemFigures]:
    """Items with findings, the most frequent first; vetoes before all."""
    found = report.tally.items
    rows = [
        ItemFigures(item, found[item.number].files, found[item.number].findings, found[item.number].points)
        for item in report.standard.items
        if item.number in found
    ]
    return sorted(rows, key=lambda row: (not row.item.veto, -row.files, row.item.number))


def every_finding(report: Report, item: str = "", unit: int | None = None) -> Sequence[FileFound]:
    return report.files.findings(item, unit)


def vetoed(report: Report) -> Sequence[FileResult]:
    return report.files.chosen(Wish(vetoed=True))
