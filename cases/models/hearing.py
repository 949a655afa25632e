"""What did the party say?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.models.party import Party


class Statement(models.Model):
    """What a party said after the notice, and how it was answered (行政处罚法 45)."""

    class Kind(models.TextChoices):
        STATEMENT = "statement", _("陈述申辩")
        WAIVER = "waiver", _("放弃陈述申辩和听证")

    class Accepted(models.TextChoices):
        FULLY = "fully", _("采纳")
        PARTLY = "partly", _("部分采纳")
        NOT = "not", _("不予采纳")

    class Consequence(models.TextChoices):
        """What follows from an answer: a heavier penalty never does (行政处罚法 45.2)."""

        NONE = "none", _("维持告知的处理意见")
        LIGHTER = "lighter", _("提出更轻的处理意见，不重新告知")
        ANEW = "anew", _("事实、依据或者处罚要变更，重新告知")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="statements")
    party = models.ForeignKey(Party, models.PROTECT, related_name="statements")
    round = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    made_on = models.DateField(_("提出日期"))
    made_at = models.TimeField(_("提出时间"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=120, blank=True)
    oral = models.BooleanField(_("口头提出"), default=False)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    second_taker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    text = models.TextField(_("陈述申辩内容"), blank=True)
    put_forward = models.TextField(_("提出的事实和证据"), blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    accepted = models.CharField(_("采纳情况"), max_length=10, choices=Accepted.choices, blank=True)
    findings = models.TextField(_("复核查明的情况"), blank=True)
    answer = models.TextField(_("复核意见及理由"), blank=True)
    consequence = models.CharField(_("复核的结果"), max_length=10, choices=Consequence.choices, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answered_on=None) | (~Q(answer="") & ~Q(accepted="")),
                name="an_answer_has_reasons",
                violation_error_message=_("复核须写明意见和理由。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.get_kind_display()}"
