"""Who may be sent to check which trade, who keeps away from whom, and when did the credit of an object change?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inspections.models.registers import CheckObject, CreditClass, Listed, Trade


class InspectorTrade(Listed):
    """An officer stands in the register of inspectors for a trade (执法检查人员名录库).

    Whether the officer may enforce on a day is never kept here: the certificate says so (行政处罚法 42).
    """

    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="check_trades", verbose_name=_("检查人员")
    )
    trade = models.CharField(_("行业"), max_length=20, choices=Trade.choices)

    class Meta(Listed.Meta):
        constraints: ClassVar = [
            *Listed.Meta.constraints,
            models.UniqueConstraint(
                fields=["officer", "trade"],
                condition=Q(delisted_on=None),
                name="an_inspector_is_listed_once_a_trade",
                violation_error_message=_("这名人员在这一行业已经列入名录库。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.get_trade_display()}"


class Recusal(models.Model):
    """This officer is never drawn for this object (行政处罚法 43, 回避)."""

    target = models.ForeignKey(CheckObject, models.PROTECT, related_name="recusals", verbose_name=_("检查对象"))
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="check_recusals", verbose_name=_("检查人员")
    )
    reason = models.CharField(_("回避的理由"), max_length=200)
    """Stays inside: the public reads only that there is a recusal."""
    since = models.DateField(_("起始日期"))
    ended_on = models.DateField(_("终止日期"), null=True, blank=True)
    """The first day on which the officer may be drawn again."""
    ending_reason = models.CharField(_("终止的理由"), max_length=200, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["target", "officer"],
                condition=Q(ended_on=None),
                name="a_recusal_is_entered_once",
                violation_error_message=_("这名人员对这个对象的回避已经登记。"),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("since")),
                name="a_recusal_ends_after_it_begins",
                violation_error_message=_("回避的终止日期早于起始日期。"),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_by=None, ending_reason="")
                | Q(ended_on__isnull=False, ended_by__isnull=False) & ~Q(ending_reason=""),
                name="a_recusal_ends_with_a_reason",
                violation_error_message=_("终止回避须写明理由和经办人。"),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="a_recusal_has_a_reason",
                violation_error_message=_("回避须写明理由。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.target}"


class CreditChange(models.Model):
    """From this day the object belonged to another class, and why."""

    target = models.ForeignKey(CheckObject, models.PROTECT, related_name="credit_changes")
    was = models.CharField(max_length=20, choices=CreditClass.choices)
    became = models.CharField(_("信用风险分类"), max_length=20, choices=CreditClass.choices)
    on = models.DateField(_("日期"))
    reason = models.CharField(_("依据"), max_length=200)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(was=F("became")),
                name="a_change_of_credit_changes_it",
                violation_error_message=_("信用风险分类没有变化。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.on}"
