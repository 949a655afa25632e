"""What did a performance in the party's place cost, who bears it, and was it paid?"""

from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.execution_states import CostState
from cases.models.clearing import Clearing
from cases.models.enforcement import OwnExecution
from cases.models.party import Party
from cases.objects import LegalObject
from cases.procedure.cost import ClaimingCosts
from officers.state_field import StateField


class CostClaim(ClaimingCosts, LegalObject):
    """The final account of one substitute performance, and the party's debt (行政强制法 51.2)."""

    slug = "cost-claim"
    relation = "cost_claims"
    ended = frozenset({CostState.PAID, CostState.ACCEPTED, CostState.WAIVED})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="cost_claims")
    party = models.ForeignKey(Party, models.PROTECT, related_name="cost_claims", verbose_name=_("当事人"))
    state = StateField(_("状态"), default=CostState.DEMANDED, choices=CostState.choices)
    execution = models.OneToOneField(OwnExecution, models.PROTECT, related_name="claim", null=True, blank=True)
    clearing = models.OneToOneField(Clearing, models.PROTECT, related_name="claim", null=True, blank=True)
    cost = models.DecimalField(_("实际费用（元）"), max_digits=14, decimal_places=2)
    breakdown = models.TextField(_("费用构成"))
    excess_reason = models.TextField(_("超出预算的理由"), blank=True)
    prepaid = models.DecimalField(_("已经预付（元）"), max_digits=14, decimal_places=2, default=0)
    paid_back = models.CharField(_("多预付的怎样退还"), max_length=200, blank=True)
    waiver = models.CharField(_("不由当事人承担的法律依据"), max_length=200, blank=True)
    accounted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    accounted_on = models.DateField()
    reminded_on = models.DateField(null=True, blank=True)
    court = models.CharField(_("受理法院"), max_length=80, blank=True)
    proposed_on = models.DateField(null=True, blank=True)
    requests = models.TextField(_("请求事项"), blank=True)
    assets = models.TextField(_("执行标的（财产线索）"), blank=True)
    materials = models.JSONField(_("提交材料"), default=dict, blank=True)
    """Key of each of the five materials (law/data/enforcement.toml) → what it is and on how many pages."""
    applied_on = models.DateField(null=True, blank=True)
    applied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    court_number = models.CharField(_("法院案号"), max_length=60, blank=True)
    court_reason = models.TextField(_("法院的理由"), blank=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("代履行费用")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(execution__isnull=False, clearing=None) | Q(execution=None, clearing__isnull=False),
                name="costs_are_of_one_performance",
                violation_error_message=_("代履行费用须指明是哪一次代履行。"),
            ),
            models.CheckConstraint(
                condition=Q(cost__gt=0) & ~Q(breakdown=""),
                name="costs_are_itemised",
                violation_error_message=_("代履行费用须有金额和构成。"),
            ),
            models.CheckConstraint(
                condition=Q(prepaid__lte=F("cost")) | ~Q(paid_back=""),
                name="what_was_prepaid_too_much_goes_back",
                violation_error_message=_("预付多于实际费用的，多出的部分退还当事人。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="waived") | ~Q(waiver=""),
                name="costs_are_waived_only_by_law",
                violation_error_message=_("代履行费用由当事人承担，法律另有规定的除外（行政强制法第五十一条）。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["applied", "accepted"])
                | (Q(applied_by__isnull=False, reminded_on__isnull=False) & ~Q(court="")),
                name="a_court_is_asked_for_costs_after_a_reminder",
                violation_error_message=_("未经催告不得申请法院强制执行（行政强制法第五十四条）。"),
            ),
            models.CheckConstraint(
                condition=(Q(proposed_on=None) & ~Q(state="proposed"))
                | (Q(proposed_on__isnull=False) & ~Q(requests="") & ~Q(assets="") & ~Q(materials={})),
                name="a_court_is_asked_for_costs_with_the_materials",
                violation_error_message=_("申请法院强制执行代履行费用须写明请求并备齐材料（行政强制法第五十五条）。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {gettext('%(sum)s 元') % {'sum': self.cost}}"

    @property
    def budget(self) -> Decimal:
        return Decimal(self.performed.budget or 0)

    @property
    def performed(self) -> OwnExecution | Clearing:
        """The performance in the party's place; the database holds that it is one of the two."""
        found = self.execution or self.clearing
        assert found is not None
        return found

    @property
    def paid(self) -> Decimal:
        """Prepaid and paid since."""
        return self.prepaid + sum((one.amount for one in self.cost_payments.all()), Decimal(0))

    @property
    def left(self) -> Decimal:
        return max(self.cost - self.paid, Decimal(0))

    def told(self) -> list[tuple[str, str]]:
        court = " ".join(filter(None, [self.court, self.court_number, self.court_reason]))
        return [
            (gettext("当事人"), self.party.name),
            (gettext("费用预算（元）"), str(self.budget)),
            (gettext("实际费用（元）"), str(self.cost)),
            (gettext("费用构成"), self.breakdown),
            (gettext("超出预算的理由"), self.excess_reason),
            (gettext("不由当事人承担的法律依据"), self.waiver),
            (gettext("已经缴纳（元）"), str(self.paid)),
            (gettext("多预付的怎样退还"), self.paid_back),
            (gettext("催告"), date_format(self.reminded_on) if self.reminded_on else ""),
            (gettext("请求事项"), self.requests),
            (gettext("执行标的（财产线索）"), self.assets),
            (gettext("申请"), date_format(self.applied_on) if self.applied_on else ""),
            (gettext("法院"), court),
        ]


class CostPayment(models.Model):
    """Money received for a substitute performance; it is no fine and stands apart from the case's payments."""

    claim = models.ForeignKey(CostClaim, models.PROTECT, related_name="cost_payments")
    amount = models.DecimalField(_("金额（元）"), max_digits=14, decimal_places=2)
    paid_on = models.DateField(_("缴款日期"))
    receipt_number = models.CharField(_("票据号"), max_length=40, unique=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="a_cost_payment_is_positive",
                violation_error_message=_("缴款金额必须大于零。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.claim} {self.amount}"
