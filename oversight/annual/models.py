"""Which reports of figures were kept, which permits were loaded, and which text was written around them?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from officers.models import Department


class AnnualReport(models.Model):
    """The tables of one period as they were at one moment, with every row behind every figure; never changed."""

    begins = models.DateField(_("期间从"))
    ends = models.DateField(_("期间到"))
    unit = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("单位")
    )
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    """Nobody when the command kept it."""
    kept_at = models.DateTimeField(_("存档时间"))
    result = models.JSONField()
    """oversight.annual.keeping: {tables, figures, units}."""
    sha256 = models.CharField(max_length=64)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["begins", "ends", "-kept_at"], name="annual_reports_of_a_period")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends__gte=F("begins")),
                name="an_annual_period_ends_after_it_begins",
                violation_error_message=_("统计期间的结束日期早于开始日期。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.begins} – {self.ends} {self.kept_at:%Y-%m-%d %H:%M}"


class PermitBatch(models.Model):
    """What came in one table of permits: taken, then approved or returned, as a whole."""

    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    loaded_on = models.DateField(_("导入日期"))
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    approved_on = models.DateField(_("审核日期"), null=True, blank=True)
    returned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    returned_on = models.DateField(_("退回日期"), null=True, blank=True)
    return_reason = models.CharField(_("退回的理由"), max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(approved_by=None, approved_on=None)
                | Q(approved_by__isnull=False, approved_on__isnull=False) & ~Q(approved_by=F("loaded_by")),
                name="nobody_approves_own_permits",
                violation_error_message=_("许可数据须由导入人以外的人审核。"),
            ),
            models.CheckConstraint(
                condition=Q(returned_by=None, returned_on=None, return_reason="")
                | Q(returned_by__isnull=False, returned_on__isnull=False, approved_by=None) & ~Q(return_reason=""),
                name="a_returned_permit_table_has_day_and_reason",
                violation_error_message=_("退回许可数据须写明日期和理由，已经审核的不能退回。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.loaded_on}"

    @property
    def waits(self) -> bool:
        return self.approved_by_id is None and self.returned_by_id is None


class PermitMatter(models.Model):
    """One application in the permit register, without the applicant: what was asked, and what became of it when."""

    class Kind(models.TextChoices):
        NEW = "new", _("新办")
        CHANGE = "change", _("变更")
        RENEWAL = "renewal", _("延续")

    class Outcome(models.TextChoices):
        PENDING = "pending", _("未办结")
        GRANTED = "granted", _("准予")
        REFUSED = "refused", _("不予")
        NOT_ACCEPTED = "not_accepted", _("不予受理")

    batch = models.ForeignKey(PermitBatch, models.PROTECT, related_name="matters")
    number = models.CharField(_("申请编号"), max_length=40)
    item = models.CharField(_("许可事项"), max_length=120)
    kind = models.CharField(_("申请种类"), max_length=10, choices=Kind.choices)
    applied_on = models.DateField(_("收到申请日期"))
    accepted_on = models.DateField(_("受理日期"), null=True, blank=True)
    outcome = models.CharField(_("办理结果"), max_length=12, choices=Outcome.choices)
    decided_on = models.DateField(_("决定日期"), null=True, blank=True)
    revoked_on = models.DateField(_("撤销日期"), null=True, blank=True)
    counts = models.BooleanField(_("计入统计"), default=False)
    """Once its table is approved, until a later table says something newer about the same number."""

    class Meta:
        indexes: ClassVar = [models.Index(fields=["number"], name="permits_by_number")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["number"],
                condition=Q(counts=True),
                name="a_permit_counts_once",
                violation_error_message=_("同一申请编号只能计入一次。"),
            ),
            models.UniqueConstraint(
                fields=["batch", "number"],
                name="a_permit_stands_once_in_its_table",
                violation_error_message=_("同一申请编号在一份表里只能有一行。"),
            ),
            models.CheckConstraint(
                condition=Q(outcome="pending", decided_on=None) | ~Q(outcome="pending") & Q(decided_on__isnull=False),
                name="a_decided_permit_has_its_day",
                violation_error_message=_("已办结的许可须有决定日期。"),
            ),
            models.CheckConstraint(
                condition=Q(revoked_on=None) | Q(outcome="granted", revoked_on__gte=F("decided_on")),
                name="only_what_was_permitted_is_revoked",
                violation_error_message=_("准予许可以后才能撤销。"),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class RuleOfLawReport(models.Model):
    """法治政府建设年度情况报告: the text of one year, in versions, each around the figures of one kept report."""

    year = models.PositiveSmallIntegerField(_("年度"), unique=True)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    begun_on = models.DateField(_("起草日期"))

    def __str__(self) -> str:
        return str(self.year)


class RuleOfLawVersion(models.Model):
    """The text as somebody left it; a change is another version."""

    report = models.ForeignKey(RuleOfLawReport, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("版次"))
    figures = models.ForeignKey(AnnualReport, models.PROTECT, related_name="texts", verbose_name=_("所依据的年报"))
    text = models.TextField(_("正文"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("保存时间"))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["report", "number"],
                name="a_text_has_each_version_once",
                violation_error_message=_("刚才有人保存了另一个版本。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.number}"
