"""Who may pay later, what was paid back, what was taken off a surcharge?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.execution_states import PlanState, RefundState
from cases.models.party import Party
from cases.objects import LegalObject
from cases.procedure.plan import Planning
from cases.procedure.refund import Refunding
from officers.state_field import StateField


class PaymentPlan(Planning, LegalObject):
    """Deferral or instalments, asked for by a party in hardship (行政处罚法 66.2)."""

    class Kind(models.TextChoices):
        DEFERRAL = "deferral", _("延期缴纳")
        INSTALMENTS = "instalments", _("分期缴纳")

    slug = "plan"
    relation = "payment_plans"
    ended = frozenset({PlanState.APPROVED, PlanState.REFUSED})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="payment_plans")
    party = models.ForeignKey(Party, models.PROTECT, related_name="payment_plans")
    state = StateField(_("状态"), default=PlanState.ASKED, choices=PlanState.choices)
    kind = models.CharField(_("申请事项"), max_length=12, choices=Kind.choices)
    asked_on = models.DateField(_("申请日期"))
    reason = models.TextField(_("申请理由"))
    proof = models.TextField(_("经济困难的证明材料"))
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    decision = models.TextField(_("审批意见"), blank=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("延期、分期缴纳")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "party"],
                condition=~Q(state="refused"),
                name="one_payment_plan_per_party",
                violation_error_message=_("该当事人已有延期、分期缴纳的申请或者批准。"),
            ),
            models.CheckConstraint(
                condition=Q(state="asked") | (Q(decided_on__isnull=False) & ~Q(decision="")),
                name="a_decided_plan_says_when_and_why",
                violation_error_message=_("延期、分期缴纳的审批须有日期和意见。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.get_kind_display()}"

    def told(self) -> list[tuple[str, str]]:
        parts = [
            gettext("第 %(number)d 期 %(amount)s 元，%(on)s 前")
            % {"number": one.number, "amount": one.amount, "on": date_format(one.last_day)}
            for one in sorted(self.instalments.all(), key=lambda row: row.number)
        ]
        return [
            (gettext("申请日期"), date_format(self.asked_on)),
            (gettext("申请理由"), self.reason),
            (gettext("经济困难的证明材料"), self.proof),
            (gettext("审批意见"), self.decision),
            (gettext("缴款期"), gettext("；").join(parts)),
        ]


class Instalment(models.Model):
    """One part of a fine with its own last day; a deferral has one only."""

    plan = models.ForeignKey(PaymentPlan, models.PROTECT, related_name="instalments")
    number = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    last_day = models.DateField()
    """due_on, or the next working day where that is none (民事诉讼法 85.3)."""
    amount = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "number"],
                name="instalments_are_numbered_once",
                violation_error_message=_("同一期只能有一笔。"),
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="an_instalment_is_positive",
                violation_error_message=_("每期金额必须大于零。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} {self.number}"

    @property
    def party(self) -> Party:
        return self.plan.party


class Refund(Refunding, LegalObject):
    """Money that goes back to a party: paid too much, or owed no longer (行政处罚法 74.3, 行政强制法 41)."""

    class Ground(models.TextChoices):
        OVERPAID = "overpaid", _("多缴")
        CHANGED = "changed", _("处罚决定被撤销或者变更")
        MISTAKEN = "mistaken", _("误缴")

    slug = "refund"
    relation = "refunds"
    ended = frozenset({RefundState.REFUNDED, RefundState.REFUSED})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="refunds")
    party = models.ForeignKey(Party, models.PROTECT, related_name="refunds")
    state = StateField(_("状态"), default=RefundState.REQUESTED, choices=RefundState.choices)
    ground = models.CharField(_("退款事由"), max_length=10, choices=Ground.choices)
    amount = models.DecimalField(_("退款金额（元）"), max_digits=14, decimal_places=2)
    reason = models.TextField(_("退款理由"))
    requested_on = models.DateField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_on = models.DateField(null=True, blank=True)
    decision = models.TextField(_("审批意见"), blank=True)
    refunded_on = models.DateField(_("退款日期"), null=True, blank=True)
    voucher_number = models.CharField(_("退付凭证号"), max_length=40, blank=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("退款")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="a_refund_is_positive",
                violation_error_message=_("退款金额必须大于零。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="refunded") | (Q(refunded_on__isnull=False) & ~Q(voucher_number="")),
                name="a_refund_has_its_voucher",
                violation_error_message=_("已退款的须有退款日期和退付凭证号。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.amount}"

    def told(self) -> list[tuple[str, str]]:
        paid = f"{date_format(self.refunded_on)} {self.voucher_number}" if self.refunded_on else ""
        return [
            (gettext("退款事由"), f"{self.get_ground_display()} {self.amount}"),
            (gettext("退款理由"), self.reason),
            (gettext("审批意见"), self.decision),
            (gettext("退款日期"), paid),
        ]


class SurchargeRelief(models.Model):
    """What was taken off a surcharge: not imposed (行政处罚法 72.1 “可以”), or reduced by agreement (行政强制法 42.1)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="surcharge_reliefs")
    party = models.ForeignKey(Party, models.PROTECT, related_name="surcharge_reliefs")
    amount = models.DecimalField(_("减免的加处罚款（元）"), max_digits=14, decimal_places=2)
    reason = models.TextField(_("减免理由"))
    basis = models.CharField(max_length=120)
    granted_on = models.DateField()
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="a_relief_is_positive",
                violation_error_message=_("减免金额必须大于零。"),
            ),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(basis=""),
                name="a_relief_has_reason_and_basis",
                violation_error_message=_("减免加处罚款须有理由和依据。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} −{self.amount}"
