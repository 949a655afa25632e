"""What is counted of a year for the public, as of which day, and who answers for it (国办发〔2018〕118号)?

Counted from dated facts that are never taken back, so that the same year as of the same day counts the same for ever:
a decision counts though it was annulled later, sums are those of the decision, not those paid.
"""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.figures import registry
from cases.figures.penalties import KINDS, NO_PENALTY, ORDINARY, SUMMARY, TOTAL
from cases.figures.registry import Period
from law.annual_tables import penalty_figure
from law.violations import PenaltyKind
from officers.models import Officer
from publicity.register import PublishedDecision, PublishedSheet

Figures = dict[str, Any]
SHEET = "figures"
MANNERS = ("seal", "seize", "detain", "other")
EXECUTIONS = ("execution.auction", "execution.restore", "execution.substitute", "execution.other")
REMEDIES = ("reconsideration", "litigation")
COUNTED = (
    *(TOTAL, SUMMARY, ORDINARY, NO_PENALTY, *KINDS),
    *(f"coercion.{manner}" for manner in MANNERS),
    *(*EXECUTIONS, "court.applied"),
    *(f"remedies.{kind}{suffix}" for kind in REMEDIES for suffix in ("", "_lost")),
)


class CannotApprove(RuntimeError):
    """Why, in words for the person."""


class AnnualFigures(models.Model):
    """The figures of one year, counted by one person and approved by another; a later count is another row."""

    year = models.PositiveSmallIntegerField(_("年度"))
    as_of = models.DateField(_("截止日期"))
    figures = models.JSONField()
    counted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    counted_on = models.DateField(_("统计日期"))
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    approved_on = models.DateField(_("审核日期"), null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(approved_by=None, approved_on=None)
                | Q(approved_by__isnull=False, approved_on__isnull=False) & ~Q(approved_by=F("counted_by")),
                name="nobody_approves_own_count",
                violation_error_message=_("年度数据须由统计人以外的人审核。"),
            ),
            models.UniqueConstraint(
                fields=["year"],
                condition=Q(approved_by=None),
                name="one_count_of_a_year_waits",
                violation_error_message=_("本年度已有一份待审核的数据。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.as_of}"

    def counts_the_same(self) -> bool:
        """Does the database still say what was written down?"""
        return bool(count(self.year, self.as_of) == self.figures)


def count(year: int, as_of: date) -> Figures:
    """Everything of the year that had happened by the end of a day; counted by what the yearly tables are counted by."""
    period = Period(date(year, 1, 1), min(date(year, 12, 31), as_of))
    found = registry.count(period, COUNTED)
    many = {key: len(rows) for key, rows in found.items()}
    return {
        "penalties": {
            "total": many[TOTAL],
            "summary": many[SUMMARY],
            "ordinary": many[ORDINARY],
            "kinds": {kind: n for kind in PenaltyKind.values if (n := many[penalty_figure(kind)])},
            "money": f"{sum((one.amount for one in found[TOTAL]), Decimal(0)):.2f}",
        },
        "no_penalty": many[NO_PENALTY],
        "coercion": {
            "measures": {manner: n for manner in MANNERS if (n := many[f"coercion.{manner}"])},
            "own": sum(many[key] for key in EXECUTIONS),
            "court": many["court.applied"],
        },
        "remedies": {
            kind: {"received": many[f"remedies.{kind}"], "set_aside": many[f"remedies.{kind}_lost"]}
            for kind in REMEDIES
        },
        "published": _published(year, as_of),
    }


def _published(year: int, as_of: date) -> Figures:
    """From what the portal itself shows or showed."""
    found = PublishedDecision.objects.filter(decided_on__year=year, published_on__lte=as_of)
    return {"shown": found.count(), "withdrawn": found.filter(withdrawn_on__lte=as_of).count()}


@transaction.atomic
def count_anew(year: int, officer: Officer, on: date) -> AnnualFigures:
    """Counted as of today; what waited for approval before is counted again in its place."""
    AnnualFigures.objects.filter(year=year, approved_by=None).delete()
    as_of = min(on, date(year, 12, 31)) if on.year == year else on
    return AnnualFigures.objects.create(
        year=year, as_of=as_of, figures=count(year, as_of), counted_by=officer, counted_on=on
    )


@transaction.atomic
def approve(figures: AnnualFigures, officer: Officer, on: date) -> None:
    """Put them on the portal. Raises CannotApprove: one's own count, or one that no longer holds."""
    if officer.pk == figures.counted_by_id:
        raise CannotApprove(_("%(name)s统计了这份数据，不能自己审核。") % {"name": officer.name})
    if not figures.counts_the_same():
        raise CannotApprove(_("统计以后又补登了该年度的事项，重新统计后再审核。"))
    facts = {"approved_by": officer, "approved_on": on}
    if not AnnualFigures.objects.filter(pk=figures.pk, approved_by=None).update(**facts):
        raise CannotApprove(_("这份数据已经审核过。"))
    PublishedSheet.objects.update_or_create(key=SHEET, defaults={"rows": published_years(), "as_of": on})


def published_years() -> list[Figures]:
    """The last approved count of each year, newest first: what the portal may show."""
    latest = {one.year: one for one in AnnualFigures.objects.exclude(approved_by=None).order_by("pk")}
    return [
        {"year": year, "as_of": str(one.as_of), **one.figures} for year, one in sorted(latest.items(), reverse=True)
    ]
