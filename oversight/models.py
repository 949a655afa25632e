"""Which standards has the bureau loaded, which reviews were run, by whom, and what did they find at that moment?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from officers.models import Department
from oversight.annual.models import AnnualReport, PermitBatch, PermitMatter, RuleOfLawReport, RuleOfLawVersion
from oversight.batches.followup import Objection, Rectification, RectificationAnswer, RectificationItem
from oversight.batches.models import BatchReviewer, Draw, Expert, ReviewBatch, ReviewFile, Sheet
from oversight.library import Consultation, Regulation, RegulationLink, RegulationVersion

__all__ = [
    "AnnualReport",
    "BatchReviewer",
    "Consultation",
    "Draw",
    "Expert",
    "Objection",
    "PermitBatch",
    "PermitMatter",
    "Rectification",
    "RectificationAnswer",
    "RectificationItem",
    "Regulation",
    "RegulationLink",
    "RegulationVersion",
    "ReviewBatch",
    "ReviewFile",
    "ReviewRun",
    "RuleOfLawReport",
    "RuleOfLawVersion",
    "Sheet",
    "StandardVersion",
]


class StandardVersion(models.Model):
    """A review standard as an administrator loaded it; never changed, a later one takes its place from its day on."""

    key = models.SlugField(_("标准代号"), max_length=40)
    title = models.CharField(_("标准名称"), max_length=120)
    source = models.CharField(_("来源"), max_length=300)
    note = models.TextField(_("说明"), blank=True)
    in_force_from = models.DateField(_("施行日期"))
    is_default = models.BooleanField(_("作为本单位默认的评查标准"), default=False)
    rows = models.JSONField()
    """{items, grades, base}: what oversight.standard_file read."""
    sha256 = models.CharField(max_length=64)
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    loaded_at = models.DateTimeField(_("导入时间"), auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["key", "in_force_from"], name="versions_of_a_standard")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(key="") & ~Q(title="") & ~Q(source=""),
                name="a_standard_says_what_it_is_and_where_from",
                violation_error_message=_("评查标准须有代号、名称和来源。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.in_force_from}"


class ReviewRun(models.Model):
    """One review of the files closed in a period; its result is frozen, so that a report prints the same for ever."""

    begins = models.DateField(_("结案日期从"))
    ends = models.DateField(_("结案日期到"))
    unit = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("单位")
    )
    standard = models.CharField(_("评查标准"), max_length=40)
    run_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    """Nobody when the command ran it."""
    run_at = models.DateTimeField(_("评查时间"))
    files = models.PositiveIntegerField(_("件数"))
    result = models.JSONField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["begins", "ends", "-run_at"], name="review_runs_of_a_period")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends__gte=F("begins")),
                name="a_review_period_ends_after_it_begins",
                violation_error_message=_("评查期间的结束日期早于开始日期。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.begins} – {self.ends} {self.run_at:%Y-%m-%d %H:%M}"
