"""What is drawn in a year, from which trade, how large a share of each class, by whom, with whom, and who approved it?"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from inspections.models.registers import CheckItem, Trade
from officers.models import Department


class DrawPlanQuerySet(QuerySet["DrawPlan"]):
    def approved(self) -> "DrawPlanQuerySet":
        return self.exclude(approved_by=None)

    def waiting(self) -> "DrawPlanQuerySet":
        return self.filter(approved_by=None)


class DrawPlan(models.Model):
    """One line of the yearly plan of random inspection (双随机抽查计划); once approved it does not change."""

    number = models.CharField(_("计划编号"), max_length=40, unique=True)
    title = models.CharField(_("任务名称"), max_length=120)
    year = models.PositiveSmallIntegerField(_("年度"))
    trade = models.CharField(_("行业"), max_length=20, choices=Trade.choices)
    items = models.ManyToManyField(CheckItem, related_name="plans", verbose_name=_("抽查事项"))
    begins_on = models.DateField(_("检查时间从"))
    ends_on = models.DateField(_("检查时间到"))
    officers_per_object = models.PositiveSmallIntegerField(_("每个对象的检查人员数"), default=2)
    lead = models.ForeignKey(Department, models.PROTECT, related_name="+", verbose_name=_("牵头部门"))
    permille = models.JSONField(default=dict, editable=False)
    """Of each class, copied from law/data on the day of the approval."""
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    drafted_on = models.DateField(_("拟订日期"))
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    approved_on = models.DateField(_("批准日期"), null=True, blank=True)

    objects = DrawPlanQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on")),
                name="a_plan_ends_after_it_begins",
                violation_error_message=_("检查时间的结束早于开始。"),
            ),
            models.CheckConstraint(
                condition=Q(officers_per_object__gte=2),
                name="two_officers_at_least_are_drawn",
                violation_error_message=_("检查人员不得少于两人（行政处罚法第四十二条）。"),
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None, approved_on=None)
                | Q(approved_by__isnull=False, approved_on__isnull=False) & ~Q(approved_by=F("drafted_by")),
                name="nobody_approves_own_plan",
                violation_error_message=_("抽查计划须由拟订人以外的负责人批准。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def is_approved(self) -> bool:
        return self.approved_by_id is not None

    def runs_on(self, day: date) -> bool:
        return self.begins_on <= day <= self.ends_on


class PlanPartner(models.Model):
    """Another department that goes along, and what it looks at (部门联合抽查)."""

    plan = models.ForeignKey(DrawPlan, models.CASCADE, related_name="partners")
    name = models.CharField(_("联合部门"), max_length=80)
    looks_at = models.CharField(_("检查内容"), max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "name"],
                name="a_partner_is_named_once",
                violation_error_message=_("同一联合部门只写一次。"),
            )
        ]

    def __str__(self) -> str:
        return self.name
