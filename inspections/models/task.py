"""Who is to check whom, on what, until when? A draw, a plan, a report or a hazard asks for it; a check answers it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inspections.models.registers import CheckItem, CheckObject


class Task(models.Model):
    """One object to be checked by these officers between two days (检查任务)."""

    class Origin(models.TextChoices):
        RANDOM = "random", _("双随机抽查")
        PLANNED = "planned", _("计划检查")
        CAMPAIGN = "campaign", _("专项行动")
        SOURCE = "source", _("线索核查")
        RECHECK = "recheck", _("整改复查")

    origin = models.CharField(_("任务来源"), max_length=20, choices=Origin.choices)
    title = models.CharField(_("任务名称"), max_length=120)
    target = models.ForeignKey(
        CheckObject, models.PROTECT, related_name="tasks", verbose_name=_("检查对象"), null=True, blank=True
    )
    """None where a report names nobody in the register yet."""
    items = models.ManyToManyField(CheckItem, related_name="tasks", verbose_name=_("检查事项"), blank=True)
    officers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="check_tasks", verbose_name=_("检查人员"))
    begins_on = models.DateField(_("开始日期"))
    due_on = models.DateField(_("最迟完成日期"))
    cancelled_on = models.DateField(_("取消日期"), null=True, blank=True)
    cancel_reason = models.CharField(_("取消的理由"), max_length=300, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["due_on"], name="tasks_by_due_day")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("begins_on")),
                name="a_task_is_due_after_it_begins",
                violation_error_message=_("最迟完成日期早于开始日期。"),
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on=None, cancel_reason="") | Q(cancelled_on__isnull=False) & ~Q(cancel_reason=""),
                name="a_cancelled_task_has_day_and_reason",
                violation_error_message=_("取消任务须写明日期和理由。"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def plan_number(self) -> str:
        """Of the plan whose draw it came of; nothing for another task."""
        return str(self.drawn.draw.plan.number) if hasattr(self, "drawn") else ""
