"""Which report does a request ask for: one that was kept, or one counted now?"""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest

from cases.figures.registry import Period
from oversight.annual.forms import FiguresForm, KeptForm, year_of
from oversight.annual.keeping import kept_report
from oversight.annual.models import AnnualReport
from oversight.annual.report import Report, annual_report


@dataclass(frozen=True)
class Asked:
    form: FiguresForm
    report: Report | None = None
    kept: AnnualReport | None = None

    @property
    def query(self) -> str:
        """What an address needs to show the same report again."""
        if self.kept:
            return urlencode({"kept": self.kept.pk})
        return query_of(self.report.period) if self.report else ""


def query_of(period: Period) -> str:
    unit = {"unit": period.unit} if period.unit else {}
    return urlencode({"begins": period.begins, "ends": period.ends} | unit)


def asked(request: HttpRequest, *, now: datetime, only: str = "") -> Asked:
    """Without a question: this year's. only: one cell is enough, "table.column"."""
    of_kept = KeptForm(request.GET)
    if "kept" in request.GET and of_kept.is_valid():
        kept: AnnualReport = of_kept.cleaned_data["kept"]
        form = FiguresForm({"begins": kept.begins, "ends": kept.ends, "unit": kept.unit_id or ""})
        return Asked(form, kept_report(kept), kept)
    given = request.GET if {"begins", "ends", "unit"} & request.GET.keys() else year_of(now.year)
    form = FiguresForm(given)
    return Asked(form, annual_report(form.period, now=now, only=only)) if form.is_valid() else Asked(form)
