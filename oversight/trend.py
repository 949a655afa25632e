"""How did the scores go over the last six quarters or years, by one and the same standard?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from oversight import figures
from oversight.charts import line
from oversight.models import ReviewRun
from oversight.results import Report

PERIODS = 6
QUARTER = 3


@dataclass(frozen=True)
class Point:
    """One period; without a kept review that covers it there is nothing to say but the period itself."""

    label: str
    begins: date
    ends: date
    files: int | None = None
    average: Decimal | None = None
    """None for fewer than ten files."""
    failed: int = 0
    vetoed: int = 0
    url: str = ""


@dataclass(frozen=True)
class Trend:
    points: tuple[Point, ...]

    @property
    def begins(self) -> date:
        return self.points[0].begins

    @property
    def ends(self) -> date:
        return self.points[-1].ends

    @property
    def is_complete(self) -> bool:
        return all(one.files is not None for one in self.points)


def trend(report: Report) -> Trend:
    """Quarters where the report's period lies within one, otherwise years; at most seven queries."""
    spans = list(periods(report.begins, report.ends))
    runs = _runs(report, spans[0][1], spans[-1][2])
    return Trend(tuple(_point(report, runs, *span) for span in spans))


def trend_context(report: Report) -> dict[str, Any]:
    found = trend(report)
    return {
        "trend": found,
        "trend_line": line([(one.label, one.average) for one in found.points]),
        "worst": len(report.standard.grades) - 1,
    }


def periods(begins: date, ends: date) -> Iterator[tuple[str, date, date]]:
    """Label, first and last day of each; the last one holds the day on which the report's period ends."""
    is_quarter = (begins.year, _quarter(begins)) == (ends.year, _quarter(ends))
    for back in range(PERIODS - 1, -1, -1):
        if is_quarter:
            number = ends.year * 4 + _quarter(ends) - back
            year, quarter = divmod(number, 4)
            first = date(year, QUARTER * quarter + 1, 1)
            next_one = date(year + (quarter == 3), (QUARTER * quarter + QUARTER) % 12 + 1, 1)
            label = _("%(year)d 年 %(quarter)d 季度") % {"year": year, "quarter": quarter + 1}
            yield label, first, next_one - timedelta(days=1)
        else:
            year = ends.year - back
            yield _("%(year)d 年") % {"year": year}, date(year, 1, 1), date(year, 12, 31)


def _quarter(day: date) -> int:
    return (day.month - 1) // QUARTER


def _runs(report: Report, begins: date, ends: date) -> list[Any]:
    """Finished runs by the very version of this standard, of this unit or of all, the latest first."""
    rows = ReviewRun.objects.finished().filter(standard=report.standard.key, begins__lte=ends, ends__gte=begins)
    rows = rows.filter(Q(unit=None) | Q(unit=report.unit))
    rows = rows.filter(result__standard__in_force_from=report.standard.in_force_from.isoformat()).defer("result")
    return list(rows.order_by("-run_at", "-pk"))


def _point(report: Report, runs: list[Any], label: str, begins: date, ends: date) -> Point:
    if begins <= report.begins and report.ends <= ends:
        return _of_report(report, label, begins, ends)
    run = next((one for one in runs if one.begins <= begins and ends <= one.ends), None)
    if run is None:
        return Point(label, begins, ends)
    rows = run.reviewed.filter(closed_on__range=(begins, ends))
    if report.unit is not None:
        rows = rows.filter(unit=report.unit)
    worst = Q(grade=report.standard.grades[-1].title)
    sums = rows.aggregate(
        files=Count("pk"),
        scored=Count("score"),
        points=Sum("score"),
        failed=Count("pk", filter=worst),
        vetoed=Count("pk", filter=Q(vetoed=True)),
    )
    wish = {"run": run.pk, "since": begins, "until": ends} | ({"of": report.unit} if report.unit else {})
    return Point(
        label,
        begins,
        ends,
        sums["files"],
        figures.mean(sums["points"] or Decimal(0), sums["scored"]),
        sums["failed"],
        sums["vetoed"],
        f"{reverse('oversight:files')}?{urlencode(wish)}",
    )


def _of_report(report: Report, label: str, begins: date, ends: date) -> Point:
    """The period that is on the page: the very figures above."""
    tally, worst = report.tally, report.standard.grades[-1].title
    own = {"begins": report.begins, "ends": report.ends, "standard": report.standard.key}
    own |= {"unit": report.unit} if report.unit else {}
    query = urlencode({"run": report.run} if report.run else own)
    url = f"{reverse('oversight:files')}?{query}"
    average, failed = figures.average_of(tally), tally.grades[worst]
    return Point(label, begins, ends, tally.files, average, failed, tally.vetoed, url)
