"""Which conduct is charged, and which penalty is proposed or decided for it?"""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models.party import Party
from law.citations import cite, print_citations
from law.violations import PenaltyKind, Violation, violation

OVERLOAD = "overload-mass"


class Charge(models.Model):
    """One party's one violation, judged by the law in force on the day of the conduct (行政处罚法 37)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="charges")
    party = models.ForeignKey(Party, models.PROTECT, related_name="charges", verbose_name=_("当事人"))
    violation_code = models.CharField(_("违法行为"), max_length=20)
    conduct_on = models.DateField(_("行为发生日期"))
    facts = models.TextField(_("违法事实"))
    plate = models.CharField(_("车牌号"), max_length=12, blank=True)
    total_kg = models.PositiveIntegerField(_("车货总质量（千克）"), null=True, blank=True)
    limit_kg = models.PositiveIntegerField(_("限定质量（千克）"), null=True, blank=True)
    illegal_income = models.DecimalField(_("违法所得（元）"), max_digits=14, decimal_places=2, null=True, blank=True)
    base_amount = models.DecimalField(_("计罚基数（元）"), max_digits=14, decimal_places=2, null=True, blank=True)
    same_act_as = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="same_act", verbose_name=_("同一个违法行为")
    )
    ended_on = models.DateField(_("行为终了日期"), null=True, blank=True)
    grave_harm = models.BooleanField(_("涉及公民生命健康安全、金融安全且有危害后果"), default=False)
    withdrawn_on = models.DateField(_("撤回日期"), null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(total_kg=None) | Q(limit_kg__isnull=False),
                name="a_weight_has_a_limit",
                violation_error_message=_("填写了车货总质量就要填写限定质量。"),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("conduct_on")),
                name="conduct_ends_after_it_began",
                violation_error_message=_("行为终了日期不能早于行为发生日期。"),
            ),
            models.CheckConstraint(
                condition=Q(same_act_as=None) | ~Q(same_act_as=F("id")),
                name="a_charge_is_not_its_own_twin",
                violation_error_message=_("一项违法行为不能与自己并作同一个行为。"),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["violation_code"], name="charges_by_violation")]

    def __str__(self) -> str:
        return self.violation.name

    @cached_property
    def violation(self) -> Violation:
        """The catalogue row in force on the day of the conduct."""
        return violation(self.violation_code, self.conduct_on)

    @property
    def provided_kinds(self) -> tuple[str, ...]:
        """Of its penalty article; illegal income is confiscated whatever that article says (行政处罚法 28.2)."""
        own = self.violation.kinds
        taken = PenaltyKind.CONFISCATE_INCOME.value
        return (*own, taken) if self.illegal_income and taken not in own else own

    def penalty_basis(self, kinds: Collection[str]) -> str:
        """The articles as papers print them, for the kinds imposed."""
        by_general_rule = set(kinds) - set(self.violation.kinds) == {PenaltyKind.CONFISCATE_INCOME.value}
        general = print_citations([cite("行政处罚法:28.2")])
        return f"{self.violation.penalty_text}，{general}" if by_general_rule else self.violation.penalty_text

    @property
    def act_key(self) -> str:
        """The same for all charges that are one and the same conduct (行政处罚法 29)."""
        return str(self.same_act_as_id or self.pk)

    @property
    def is_overload(self) -> bool:
        return self.violation.formula == OVERLOAD


class Sanction(models.Model):
    """What is proposed, then what is decided, for one charge; rows are added, never changed."""

    class Stage(models.TextChoices):
        PROPOSED = "proposed", _("拟处罚")
        LIGHTENED = "lightened", _("听取意见后从轻的拟处罚")
        DECIDED = "decided", _("决定")
        CHANGED = "changed", _("复议、诉讼变更")

    charge = models.ForeignKey(Charge, models.PROTECT, related_name="sanctions")
    stage = models.CharField(max_length=10, choices=Stage.choices)
    round = models.PositiveSmallIntegerField()
    kinds = models.JSONField(default=list)
    fine = models.DecimalField(_("罚款（元）"), max_digits=14, decimal_places=2, default=Decimal(0))
    confiscation = models.DecimalField(_("没收违法所得（元）"), max_digits=14, decimal_places=2, default=Decimal(0))
    returned = models.DecimalField(_("依法退赔（元）"), max_digits=14, decimal_places=2, default=Decimal(0))
    """Of the illegal income: what goes back to those who paid it and is therefore not confiscated (行政处罚法 28.2)."""
    returned_to = models.CharField(_("退给谁、依据什么"), max_length=200, blank=True)
    other = models.CharField(_("其他处罚内容"), max_length=200, blank=True)
    reason = models.TextField(_("裁量理由"), blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["charge", "stage", "round"],
                name="one_sanction_per_charge_and_round",
                violation_error_message=_("同一违法行为在同一轮次只能有一项处罚意见。"),
            ),
            models.CheckConstraint(
                condition=Q(fine__gte=0, confiscation__gte=0),
                name="no_negative_sanction",
                violation_error_message=_("金额不能为负数。"),
            ),
            models.CheckConstraint(
                condition=Q(returned=0) | Q(returned__gt=0) & ~Q(returned_to=""),
                name="what_is_returned_says_to_whom",
                violation_error_message=_("依法退赔的，写明退给谁、依据什么（行政处罚法第二十八条）。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.charge} {self.stage} {self.fine}"


class FiredRule(models.Model):
    """Why legal review, discussion or a hearing was required: the rule rows that fired, kept."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="fired_rules")
    party = models.ForeignKey(Party, models.PROTECT, related_name="fired_rules")
    round = models.PositiveSmallIntegerField()
    scope = models.CharField(max_length=12)
    rule = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    basis = models.CharField(max_length=200)
    fired_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "party", "round", "scope", "rule"], name="a_rule_fires_once_a_round"
            )
        ]

    def __str__(self) -> str:
        return self.title


def total(sanctions: "list[Sanction]") -> Decimal:
    return sum((one.fine for one in sanctions), Decimal(0))


def conduct_days(charges: "list[Charge]") -> list[date]:
    return sorted({one.conduct_on for one in charges})
