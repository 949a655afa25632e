"""What was decided against whom, and was it paid?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.models.party import Party


class Decision(models.Model):
    """The bureau's decision on one party (行政处罚法 57)."""

    class Kind(models.TextChoices):
        PENALTY = "penalty", _("行政处罚")
        NO_PENALTY = "no_penalty", _("不予行政处罚")

    class Effect(models.TextChoices):
        """What a reconsideration or a lawsuit made of it."""

        STANDING = "standing", _("有效")
        CHANGED = "changed", _("已变更")
        ILLEGAL = "illegal", _("确认违法")
        ANNULLED = "annulled", _("已撤销")
        INVALID = "invalid", _("确认无效")

    COUNTS = (Effect.STANDING, Effect.CHANGED, Effect.ILLEGAL)
    """While one of these, the conduct has been decided on and must not be decided on again (行政处罚法 29)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="decisions")
    party = models.ForeignKey(Party, models.PROTECT, related_name="decisions")
    round = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    decided_on = models.DateField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    effect = models.CharField(_("效力"), max_length=10, choices=Effect.choices, default=Effect.STANDING)
    effect_on = models.DateField(_("效力变动日期"), null=True, blank=True)
    ground = models.CharField(_("不予处罚情形"), max_length=40, blank=True)
    reasons = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "party"],
                condition=Q(effect__in=["standing", "changed", "illegal"]),
                name="one_decision_per_party",
                violation_error_message=_("对同一当事人的同一违法行为不得重复决定（行政处罚法第二十九条）。"),
            ),
            models.CheckConstraint(
                condition=Q(effect="standing") | Q(effect_on__isnull=False),
                name="a_changed_effect_has_its_day",
                violation_error_message=_("决定效力变动须有日期。"),
            ),
            models.CheckConstraint(
                condition=Q(kind="penalty") | ~Q(ground=""),
                name="no_penalty_names_its_ground",
                violation_error_message=_("不予行政处罚须写明法定情形（行政处罚法第三十条至第三十三条、第三十六条）。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.get_kind_display()}"

    @property
    def counts(self) -> bool:
        return self.effect in self.COUNTS


class Payment(models.Model):
    """Money received from a party, with the treasury's receipt (行政处罚法 67, 70)."""

    class Channel(models.TextChoices):
        BANK = "bank", _("银行代收")
        ELECTRONIC = "electronic", _("电子支付")
        SPOT = "spot", _("当场收缴")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="payments")
    party = models.ForeignKey(Party, models.PROTECT, related_name="payments")
    amount = models.DecimalField(_("金额（元）"), max_digits=14, decimal_places=2)
    paid_on = models.DateField(_("缴款日期"))
    channel = models.CharField(_("缴款方式"), max_length=12, choices=Channel.choices)
    receipt_number = models.CharField(_("财政票据号"), max_length=40, unique=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="a_payment_is_positive",
                violation_error_message=_("缴款金额必须大于零。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.amount}"
