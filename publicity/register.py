"""What may the portal read? Tables of its own that hold nothing but what was approved for everybody.

They point at no other table, so that a database role that is limited to them (publicity/grants.py) sees no case.
"""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from law.violations import PenaltyKind


class Fate(models.TextChoices):
    """Codes are stored and never change."""

    SHOWN = "shown", _("公示中")
    WITHDRAWN = "withdrawn", _("已撤回")
    EXPIRED = "expired", _("公示期满")


class PublishedQuerySet(models.QuerySet["PublishedDecision"]):
    def on_show(self, on: date) -> "PublishedQuerySet":
        """What the public may see on a day, whether or not the nightly sweep has been there."""
        return self.filter(fate=Fate.SHOWN, public_until__gte=on)

    def withdrawn(self) -> "PublishedQuerySet":
        return self.filter(fate=Fate.WITHDRAWN)

    def run_out(self, on: date) -> "PublishedQuerySet":
        """Still written here though nobody may see it any more."""
        return self.filter(fate=Fate.SHOWN, public_until__lt=on)


class PublishedDecision(models.Model):
    """One decision as everybody may read it; of one that is gone only that there was one, and why it went."""

    TEXTS: ClassVar = (
        "number",
        "party_name_public",
        "uscc_public",
        "conduct",
        "facts_public",
        "basis_public",
        "result_public",
        "remedy_public",
        "fulfilment_public",
        "cited",
        "organ",
    )
    FIXED: ClassVar = ("is_person", "conduct_on", "decided_on", "published_on", "public_until", "kinds")

    slug = models.CharField(max_length=24, unique=True)
    fate = models.CharField(_("公示状态"), max_length=10, choices=Fate.choices, default=Fate.SHOWN)
    changed_on = models.DateField(_("最近变动日期"))

    number = models.CharField(_("文号"), max_length=60, blank=True)
    party_name_public = models.CharField(_("当事人"), max_length=120, blank=True)
    is_person = models.BooleanField(_("个人"))
    uscc_public = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    conduct = models.TextField(_("违法行为"), blank=True)
    facts_public = models.TextField(_("违法事实"), blank=True)
    basis_public = models.TextField(_("处罚依据"), blank=True)
    result_public = models.TextField(_("处罚结果"), blank=True)
    remedy_public = models.TextField(_("救济途径"), blank=True)
    fulfilment_public = models.CharField(_("履行情况"), max_length=120, blank=True)
    cited = models.CharField(max_length=1000, blank=True)
    conduct_on = models.DateField(_("行为日期"))
    organ = models.CharField(_("处罚机关"), max_length=80)
    decided_on = models.DateField(_("决定日期"))
    kinds = models.CharField(_("处罚种类"), max_length=200, blank=True)
    """Values of PenaltyKind, each between two semicolons, so that one is found by a plain search: ;fine;warning;"""
    published_on = models.DateField(_("公示日期"))
    public_until = models.DateField(_("公示截止日期"))
    withdrawn_on = models.DateField(_("撤回日期"), null=True, blank=True)
    withdrawal_reason = models.TextField(_("撤回的理由"), blank=True)

    objects = PublishedQuerySet.as_manager()

    class Meta:
        db_table = "published_decision"
        indexes: ClassVar = [
            models.Index(fields=["-published_on", "-id"], condition=Q(fate="shown"), name="shown_newest_first"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(fate="shown") | Q(party_name_public="", uscc_public="", facts_public="", result_public=""),
                name="what_is_gone_names_nobody",
                violation_error_message=_("撤回、期满的公示不得留有当事人和内容。"),
            ),
            models.CheckConstraint(
                condition=~Q(fate="withdrawn") | (~Q(withdrawal_reason="") & Q(withdrawn_on__isnull=False)),
                name="a_tombstone_has_day_and_reason",
                violation_error_message=_("撤回公示须写明日期和理由（行政处罚法第四十八条第二款）。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.get_fate_display()}"

    def is_on_show(self, on: date) -> bool:
        return self.fate == Fate.SHOWN and on <= self.public_until

    @property
    def kind_labels(self) -> list[str]:
        return [str(PenaltyKind(one).label) for one in self.kinds.split(";") if one]


class InspectionQuerySet(models.QuerySet["PublishedInspection"]):
    def on_show(self, on: date) -> "InspectionQuerySet":
        return self.filter(fate=Fate.SHOWN, public_until__gte=on)

    def withdrawn(self) -> "InspectionQuerySet":
        return self.filter(fate=Fate.WITHDRAWN)

    def run_out(self, on: date) -> "InspectionQuerySet":
        return self.filter(fate=Fate.SHOWN, public_until__lt=on)


class PublishedInspection(models.Model):
    """What one inspection came to, as everybody may read it (检查结果公示, 国发〔2019〕5号)."""

    NAMING: ClassVar = ("name_public", "uscc_public", "item", "inspectors", "result", "note", "follow_up")
    """Emptied when it goes: they name somebody, or say what was found there."""

    slug = models.CharField(max_length=24, unique=True)
    fate = models.CharField(_("公示状态"), max_length=10, choices=Fate.choices, default=Fate.SHOWN)
    changed_on = models.DateField(_("最近变动日期"))

    plan = models.CharField(_("抽查计划"), max_length=40)
    item = models.CharField(_("检查事项"), max_length=120, blank=True)
    name_public = models.CharField(_("检查对象"), max_length=120, blank=True)
    is_person = models.BooleanField(_("个人"))
    uscc_public = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    checked_on = models.DateField(_("检查日期"))
    organ = models.CharField(_("检查机关"), max_length=80)
    inspectors = models.CharField(_("检查人员证号"), max_length=80, blank=True)
    result = models.CharField(_("检查结果"), max_length=30, blank=True)
    """A key of law/data/inspections.toml."""
    note = models.CharField(_("说明"), max_length=200, blank=True)
    follow_up = models.CharField(_("后续处理"), max_length=200, blank=True)
    published_on = models.DateField(_("公示日期"))
    public_until = models.DateField(_("公示截止日期"))
    withdrawn_on = models.DateField(_("撤回日期"), null=True, blank=True)
    withdrawal_reason = models.CharField(_("撤回的理由"), max_length=300, blank=True)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        db_table = "published_inspection"
        indexes: ClassVar = [
            models.Index(fields=["-published_on", "-id"], condition=Q(fate="shown"), name="inspections_newest_first"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(fate="shown") | Q(name_public="", uscc_public="", result="", note="", follow_up=""),
                name="an_inspection_that_is_gone_names_nobody",
                violation_error_message=_("撤回、期满的检查结果不得留有对象和内容。"),
            ),
            models.CheckConstraint(
                condition=~Q(fate="withdrawn") | (~Q(withdrawal_reason="") & Q(withdrawn_on__isnull=False)),
                name="a_withdrawn_inspection_has_day_and_reason",
                violation_error_message=_("撤回检查结果须写明日期和理由。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.get_fate_display()}"

    def is_on_show(self, on: date) -> bool:
        return self.fate == Fate.SHOWN and on <= self.public_until


class PublishedSheet(models.Model):
    """What is published before and beside the single decision: officers, powers, figures (行政处罚法 39)."""

    key = models.CharField(max_length=20, unique=True)
    rows = models.JSONField(default=list)
    as_of = models.DateField(_("截止日期"))

    class Meta:
        db_table = "published_sheet"

    def __str__(self) -> str:
        return f"{self.key} {self.as_of}"
