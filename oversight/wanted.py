"""Which report does a request ask for: one that was kept, one small enough to make now, or one still to be run?"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from urllib.parse import urlencode

from django.http import HttpRequest

from officers.models import Department
from oversight.forms import PeriodForm, RunForm, this_year
from oversight.models import ReviewRun
from oversight.report import Report, closed_cases, kept_report, make_report
from oversight.standards import standard_on

LIVE_FILES = 200
"""So many files are reviewed while the reader waits (about two seconds); more are reviewed by the worker."""


@dataclass(frozen=True)
class Wanted:
    form: PeriodForm
    begins: date | None = None
    ends: date | None = None
    unit: Department | None = None
    report: Report | None = None
    files: int = 0
    standard: str = ""

    @property
    def query(self) -> str:
        """What an address needs to show the same report again."""
        if self.report and self.report.run:
            return urlencode({"run": self.report.run})
        unit = {"unit": self.unit.pk} if self.unit else {}
        standard = {"standard": self.standard} if self.standard else {}
        return urlencode({"begins": self.begins, "ends": self.ends} | unit | standard)


def wanted(request: HttpRequest, *, now: datetime) -> Wanted:
    """Never writes; a period too large to review at once is answered from the last review that was kept of it."""
    asked = RunForm(request.GET)
    if "run" in request.GET and asked.is_valid():
        return _kept(asked.cleaned_data["run"])
    given = request.GET if {"begins", "ends", "unit", "standard"} & request.GET.keys() else this_year(now.date())
    form = PeriodForm(given)
    if not form.is_valid():
        return Wanted(form)
    period = form.cleaned_data
    asked_for = Wanted(form, period["begins"], period["ends"], period["unit"], standard=period["standard"])
    return _period(asked_for, period["begins"], period["ends"], now)


def _period(asked: Wanted, begins: date, ends: date, now: datetime) -> Wanted:
    unit, key = asked.unit, asked.standard
    files = len(closed_cases(begins, ends, unit.pk if unit else None))
    if files <= LIVE_FILES:
        return replace(asked, report=make_report(begins, ends, unit, now=now, standard_key=key), files=files)
    kept = ReviewRun.objects.finished().filter(begins=begins, ends=ends, unit=unit, standard=standard_on(ends, key).key)
    last = kept.order_by("-run_at", "-pk").first()
    return replace(asked, report=kept_report(last) if last else None, files=files)


def _kept(run: ReviewRun) -> Wanted:
    form = PeriodForm({"begins": run.begins, "ends": run.ends, "unit": run.unit_id or "", "standard": run.standard})
    return Wanted(form, run.begins, run.ends, run.unit, kept_report(run), run.files, run.standard)
