"""What is given back, put back or paid for after a wrong enforcement, or a sale far below the value?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.execution_states import RestitutionState
from cases.models.coercion import CoerciveMeasure
from cases.models.custody import Disposal
from cases.models.enforcement import OwnExecution
from cases.models.party import Party
from cases.models.performance import Performance
from cases.objects import LegalObject
from cases.procedure.restitution import MakingGood
from officers.state_field import StateField

MONEY = ("compensate", "damages")


class Restitution(MakingGood, LegalObject):
    """One duty of the bureau to make good (行政强制法 28.2, 41); damages follow the State Compensation Law."""

    class Ground(models.TextChoices):
        ANNULLED = "annulled", _("执行以后决定被撤销或者确认无效")
        MISTAKEN = "mistaken", _("执行错误")
        LOW_PRICE = "low_price", _("变卖价格明显低于市场价格")

    class Manner(models.TextChoices):
        RETURN = "return", _("退还财物")
        LICENCE = "licence", _("发还、恢复许可证件或者资格")
        RESTORE = "restore", _("恢复原状")
        COMPENSATE = "compensate", _("补偿")
        DAMAGES = "damages", _("赔偿")

    slug = "restitution"
    relation = "restitutions"
    ended = frozenset({RestitutionState.DONE, RestitutionState.REFUSED, RestitutionState.TURNED})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="restitutions")
    party = models.ForeignKey(Party, models.PROTECT, related_name="restitutions", verbose_name=_("当事人"))
    state = StateField(_("状态"), default=RestitutionState.PROPOSED, choices=RestitutionState.choices)
    ground = models.CharField(_("事由"), max_length=10, choices=Ground.choices)
    performance = models.ForeignKey(Performance, models.PROTECT, related_name="restitutions", null=True, blank=True)
    measure = models.ForeignKey(CoerciveMeasure, models.PROTECT, related_name="restitutions", null=True, blank=True)
    execution = models.ForeignKey(OwnExecution, models.PROTECT, related_name="restitutions", null=True, blank=True)
    disposal = models.ForeignKey(Disposal, models.PROTECT, related_name="restitutions", null=True, blank=True)
    manner = models.CharField(_("方式"), max_length=10, choices=Manner.choices)
    what = models.CharField(_("退还、恢复或者补偿的内容"), max_length=200)
    amount = models.DecimalField(_("补偿、赔偿金额（元）"), max_digits=14, decimal_places=2, default=0)
    reckoning = models.TextField(_("金额怎样计算"), blank=True)
    reason = models.TextField(_("理由"))
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_on = models.DateField()
    within = models.PositiveSmallIntegerField(_("办理期限（日）"), null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decision = models.TextField(_("审批意见"), blank=True)
    done_on = models.DateField(_("办结日期"), null=True, blank=True)
    done_how = models.TextField(_("办理情况"), blank=True)
    proof = models.CharField(_("收据、凭证或者文书"), max_length=200, blank=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("恢复、补偿")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(
                    Q(performance__isnull=False, measure=None, execution=None, disposal=None)
                    | Q(performance=None, measure__isnull=False, execution=None, disposal=None)
                    | Q(performance=None, measure=None, execution__isnull=False, disposal=None)
                    | Q(performance=None, measure=None, execution=None, disposal__isnull=False)
                ),
                name="a_restitution_is_for_one_thing_done",
                violation_error_message=_("恢复、补偿须指明是哪一项执行或者处理。"),
            ),
            models.CheckConstraint(
                condition=~Q(manner__in=MONEY) | (Q(amount__gt=0) & ~Q(reckoning="")),
                name="a_compensation_has_its_sum",
                violation_error_message=_("补偿、赔偿须有金额和计算办法。"),
            ),
            models.CheckConstraint(
                condition=Q(state="proposed")
                | (Q(decided_by__isnull=False, decided_on__isnull=False) & ~Q(decision="")),
                name="a_restitution_is_decided_by_somebody",
                violation_error_message=_("恢复、补偿须经负责人决定并写明意见。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | (Q(done_on__isnull=False) & ~Q(proof="")),
                name="a_restitution_that_is_done_has_its_proof",
                violation_error_message=_("已恢复或者补偿的，须有日期和凭证。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_manner_display()} {self.what}"

    @property
    def is_money(self) -> bool:
        return self.manner in MONEY

    def told(self) -> list[tuple[str, str]]:
        return [
            (gettext("当事人"), self.party.name),
            (gettext("事由"), str(self.get_ground_display())),
            (gettext("补偿、赔偿金额（元）"), str(self.amount) if self.amount else ""),
            (gettext("金额怎样计算"), self.reckoning),
            (gettext("理由"), self.reason),
            (gettext("审批意见"), self.decision),
            (gettext("办结日期"), date_format(self.done_on) if self.done_on else ""),
            (gettext("办理情况"), self.done_how),
            (gettext("收据、凭证或者文书"), self.proof),
        ]
