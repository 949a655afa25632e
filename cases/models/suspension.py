"""Why and since when does an investigation stand still?"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cases.objects import LegalObject
from cases.procedure.suspension import Suspending
from law.reasons import reason
from officers.state_field import StateField


class Suspension(Suspending, LegalObject):
    """One suspension of an investigation (中止调查): proposed, approved, resumed. [R]: no rule of the ministry has it."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("待批准中止调查")
        REFUSED = "refused", _("不批准中止")
        RUNNING = "running", _("中止调查")
        RESUMED = "resumed", _("已恢复调查")

    slug = "suspension"
    relation = "suspensions"
    ended = frozenset({"refused", "resumed"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="suspensions")
    state = StateField(default=State.PROPOSED, choices=State.choices)
    ground = models.CharField(_("中止情形"), max_length=40)
    explanation = models.TextField(_("具体情况"))
    proposed_on = models.DateField(_("提出日期"))
    began_on = models.DateField(_("中止日期"), null=True, blank=True)
    resumed_on = models.DateField(_("恢复日期"), null=True, blank=True)
    resume_reason = models.TextField(_("恢复的理由"), blank=True)

    class Meta:
        verbose_name = _("中止调查")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state__in=["proposed", "running"]),
                name="one_suspension_at_a_time",
                violation_error_message=_("本案已在中止或者正在报批中止。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["running", "resumed"]) | Q(began_on__isnull=False),
                name="a_suspension_has_its_first_day",
                violation_error_message=_("中止调查须有起始日期。"),
            ),
        ]

    def __str__(self) -> str:
        return self.ground_title

    @property
    def ground_title(self) -> str:
        return reason(self.ground, self.proposed_on).title

    def told(self) -> list[tuple[str, str]]:
        said: list[tuple[Any, str]] = [
            (_("具体情况"), self.explanation),
            (_("中止日期"), date_format(self.began_on) if self.began_on else ""),
            (_("恢复日期"), date_format(self.resumed_on) if self.resumed_on else ""),
            (_("恢复的理由"), self.resume_reason),
        ]
        return [(str(label), value) for label, value in said]
