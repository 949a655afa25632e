"""Which reviews were run over a period, by whom, and what did they find at that moment?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from officers.models import Department


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
