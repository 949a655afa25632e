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


class ReviewRunQuerySet(models.QuerySet["ReviewRun"]):
    def finished(self) -> "ReviewRunQuerySet":
        return self.filter(finished_at__isnull=False)

    def running(self) -> "ReviewRunQuerySet":
        """Those that were stopped too: they can be taken up again."""
        return self.filter(finished_at=None)


class ReviewRun(models.Model):
    """One review of the files closed in a period; its result is frozen, so that a report prints the same for ever.

    A large one is done chunk by chunk: `done` says how far it is, and until it is finished it is no report.
    """

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
    """While it runs: how many there were when it began."""
    done = models.PositiveIntegerField(_("已评查"), default=0)
    finished_at = models.DateTimeField(_("完成时间"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("停止时间"), null=True, blank=True)
    result = models.JSONField()
    """{standard: the whole table by which it was run}."""

    objects = ReviewRunQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["begins", "ends", "-run_at"], name="review_runs_of_a_period")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends__gte=F("begins")),
                name="a_review_period_ends_after_it_begins",
                violation_error_message=_("评查期间的结束日期早于开始日期。"),
            ),
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(cancelled_at=None),
                name="a_finished_review_was_not_stopped",
                violation_error_message=_("评查已经完成，不能停止。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begins} – {self.ends} {self.run_at:%Y-%m-%d %H:%M}"


class ReviewedFile(models.Model):
    """What a run found of one file: its score and grade as they were then."""

    run = models.ForeignKey(ReviewRun, models.PROTECT, related_name="reviewed")
    place = models.PositiveIntegerField()
    """In the order of closing, from 1."""
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    number = models.CharField(max_length=40)
    party = models.TextField()
    unit = models.ForeignKey(Department, models.PROTECT, related_name="+")
    unit_name = models.CharField(max_length=80)
    closed_on = models.DateField()
    score = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    grade = models.CharField(max_length=40)
    level = models.CharField(max_length=10)
    vetoed = models.BooleanField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["run", "place"],
                name="one_file_at_each_place_of_a_review",
                violation_error_message=_("同一次评查中这个位置已有案卷。"),
            ),
            models.UniqueConstraint(
                fields=["run", "case"],
                name="a_file_is_reviewed_once_in_a_run",
                violation_error_message=_("同一次评查中每件案卷只评一次。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.score}"


class ReviewedFinding(models.Model):
    """One fault of one reviewed file: the item, the exact place, what it cost, what cures it."""

    run = models.ForeignKey(ReviewRun, models.PROTECT, related_name="+")
    file = models.ForeignKey(ReviewedFile, models.PROTECT, related_name="found")
    place = models.PositiveIntegerField()
    item = models.CharField(max_length=40)
    sentence = models.TextField()
    basis = models.CharField(max_length=200)
    form = models.CharField(max_length=60, blank=True)
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="+", null=True, blank=True)
    field = models.TextField(blank=True)
    locator = models.TextField(blank=True)
    curable = models.BooleanField()
    act = models.CharField(max_length=60, blank=True)
    how = models.TextField(blank=True)
    veto = models.BooleanField()
    points = models.DecimalField(max_digits=6, decimal_places=2)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["run", "item"], name="findings_of_a_run_by_item")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["file", "place"],
                name="one_finding_at_each_place_of_a_file",
                violation_error_message=_("这件案卷的这个位置已有问题。"),
            )
        ]

    def __str__(self) -> str:
        return self.sentence


class Measure(models.Model):
    """What the administrator wrote into the self-review report of a run; what nobody changed is proposed anew each time."""

    run = models.ForeignKey(ReviewRun, models.PROTECT, related_name="measures")
    item = models.CharField(max_length=40, blank=True)
    """The number of the item; empty: what else is to be said."""
    text = models.TextField(_("整改措施"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["run", "item"],
                name="one_measure_for_each_item_of_a_run",
                violation_error_message=_("这一项已有整改措施。"),
            )
        ]

    def __str__(self) -> str:
        return self.text
