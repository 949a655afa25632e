"""Which hazards were found, until when are they to be put right, and were they? (隐患、责令改正、复查)"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inspections.models.checks import Check
from inspections.models.task import Task


class CheckOrder(models.Model):
    """An order to put right what a check found (责令改正通知); no penalty (行政处罚法 28)."""

    check_made = models.ForeignKey(Check, models.PROTECT, related_name="orders")
    number = models.CharField(_("编号"), max_length=60, unique=True)
    content = models.TextField(_("改正的内容和要求"))
    basis = models.CharField(_("依据"), max_length=200)
    ordered_on = models.DateField(_("责令日期"))
    due_on = models.DateField(_("改正期限"))
    ordered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("ordered_on")),
                name="an_order_leaves_time",
                violation_error_message=_("改正期限早于责令日期。"),
            )
        ]

    def __str__(self) -> str:
        return self.number


class HazardQuerySet(models.QuerySet["Hazard"]):
    def open(self) -> "HazardQuerySet":
        return self.filter(rectified_on=None)

    def overdue(self, on: date) -> "HazardQuerySet":
        return self.open().filter(due_on__lt=on)


class Hazard(models.Model):
    """One thing that is wrong at one place; put right on the spot, or by a day."""

    class Grade(models.TextChoices):
        ORDINARY = "ordinary", _("一般隐患")
        MAJOR = "major", _("重大隐患")

    check_made = models.ForeignKey(Check, models.PROTECT, related_name="hazards")
    what = models.CharField(_("隐患"), max_length=300)
    place = models.CharField(_("部位"), max_length=120)
    grade = models.CharField(_("等级"), max_length=10, choices=Grade.choices, default=Grade.ORDINARY)
    found_on = models.DateField(_("发现日期"))
    order = models.ForeignKey(CheckOrder, models.PROTECT, related_name="hazards", null=True, blank=True)
    due_on = models.DateField(_("整改期限"))
    answer = models.CharField(_("企业的整改报告"), max_length=500, blank=True)
    answered_on = models.DateField(_("报告日期"), null=True, blank=True)
    recheck = models.ForeignKey(Task, models.PROTECT, related_name="hazards", null=True, blank=True)
    """The latest task to look again."""
    rectified_on = models.DateField(_("整改完成日期"), null=True, blank=True)
    rectified_seen = models.CharField(_("复查情况"), max_length=300, blank=True)
    rectified_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)

    objects = HazardQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["due_on"], condition=Q(rectified_on=None), name="open_hazards_by_due_day")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("found_on")),
                name="a_hazard_is_due_after_it_was_found",
                violation_error_message=_("整改期限早于发现日期。"),
            ),
            models.CheckConstraint(
                condition=Q(rectified_on=None, rectified_by=None)
                | Q(rectified_on__gte=F("found_on"), rectified_by__isnull=False) & ~Q(rectified_seen=""),
                name="a_rectified_hazard_was_seen",
                violation_error_message=_("整改完成须写明日期、看到的情况和由谁看的。"),
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_on=None) | ~Q(answer="") & Q(answered_on__gte=F("found_on")),
                name="an_answer_has_its_day",
                violation_error_message=_("整改报告须写明日期，不早于发现日期。"),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class Talk(models.Model):
    """A talk with a firm about what it does wrong (约谈训诫): no penalty, kept with what was promised."""

    firm = models.CharField(_("约谈对象"), max_length=120)
    attended = models.CharField(_("到场人员和职务"), max_length=200)
    held_on = models.DateField(_("约谈日期"))
    officers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="talks", verbose_name=_("约谈人员"))
    why = models.CharField(_("约谈事由"), max_length=300)
    said = models.TextField(_("约谈内容"))
    promise = models.CharField(_("对方的承诺"), max_length=500)
    due_on = models.DateField(_("承诺兑现日期"), null=True, blank=True)
    kept_on = models.DateField(_("核实兑现日期"), null=True, blank=True)
    check_made = models.ForeignKey(
        Check, models.PROTECT, related_name="talks", verbose_name=_("由哪次检查引起"), null=True, blank=True
    )
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(due_on=None) | Q(due_on__gte=F("held_on")))
                & (Q(kept_on=None) | Q(kept_on__gte=F("held_on"))),
                name="a_promise_comes_after_the_talk",
                violation_error_message=_("兑现日期早于约谈日期。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.firm} {self.held_on}"
