"""What did the party say and ask for?"""

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

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="statements")
    party = models.ForeignKey(Party, models.PROTECT, related_name="statements")
    round = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    made_on = models.DateField(_("提出日期"))
    oral = models.BooleanField(_("口头提出"), default=False)
    text = models.TextField(_("陈述申辩内容"), blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    accepted = models.CharField(_("采纳情况"), max_length=10, choices=Accepted.choices, blank=True)
    answer = models.TextField(_("复核意见及理由"), blank=True)

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


class Hearing(models.Model):
    """A hearing asked for by a party (行政处罚法 63–65)."""

    class Status(models.TextChoices):
        REQUESTED = "requested", _("已申请")
        CONVENED = "convened", _("已通知")
        HELD = "held", _("已举行")
        WAIVED = "waived", _("放弃或撤回")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="hearings")
    party = models.ForeignKey(Party, models.PROTECT, related_name="hearings")
    round = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.REQUESTED)
    requested_on = models.DateField()
    oral = models.BooleanField(default=False)
    convened_on = models.DateField(null=True, blank=True)
    set_for = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    is_public = models.BooleanField(default=True)
    private_reason = models.CharField(max_length=200, blank=True)
    chair = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    recorder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    minutes = models.TextField(blank=True)
    opinion = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "party", "round"],
                name="one_hearing_per_party_and_round",
                violation_error_message=_("该当事人本轮已申请听证。"),
            ),
            models.CheckConstraint(
                condition=~Q(status="held") | (Q(held_on__isnull=False) & ~Q(minutes="")),
                name="a_held_hearing_has_minutes",
                violation_error_message=_("听证举行后须有笔录。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.get_status_display()}"
