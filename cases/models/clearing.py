"""What was cleared at once in the place of a party who could not?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.execution_states import ClearingState
from cases.models.party import Party
from cases.objects import LegalObject
from cases.procedure.clearing import ClearingAtOnce
from officers.state_field import StateField


class Clearing(ClearingAtOnce, LegalObject):
    """One immediate performance in the place of a party, without a reminder before it (行政强制法 52)."""

    slug = "clearing"
    relation = "clearings"
    ended = frozenset({ClearingState.DONE})
    comes_first = True

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="clearings")
    party = models.ForeignKey(Party, models.PROTECT, related_name="clearings", verbose_name=_("当事人"))
    state = StateField(default=ClearingState.DECIDED, choices=ClearingState.choices)
    what = models.CharField(_("清除什么，在哪里"), max_length=200)
    cannot = models.CharField(_("当事人为什么不能清除"), max_length=200)
    law = models.CharField(_("所依据的其他法律、法规"), max_length=120, blank=True)
    executor = models.CharField(_("代履行人"), max_length=80)
    manner = models.TextField(_("清除方式"))
    budget = models.DecimalField(_("费用预算（元）"), max_digits=14, decimal_places=2)
    party_is_present = models.BooleanField(_("当事人在场"), default=False)
    decided_on = models.DateField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField(_("理由"))

    carried_out_at = models.DateTimeField(_("实施时间"), null=True, blank=True)
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    signed_by = models.CharField(_("签名或者盖章的人"), max_length=120, blank=True)
    cost = models.DecimalField(_("实际费用（元）"), max_digits=14, decimal_places=2, null=True, blank=True)
    result = models.TextField(_("清除情况"), blank=True)

    class Meta:
        verbose_name = _("立即代履行")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state=ClearingState.DONE)
                | (Q(carried_out_at__isnull=False, supervisor__isnull=False) & ~Q(signed_by="") & ~Q(result="")),
                name="a_clearing_that_is_done_is_signed",
                violation_error_message=_("已实施的代履行须有时间、监督人、签名和情况记录（行政强制法第五十一条）。"),
            ),
            models.CheckConstraint(
                condition=Q(supervisor=None) | ~Q(supervisor=F("decided_by")),
                name="who_decides_a_clearing_does_not_supervise_it",
                violation_error_message=_("批准人不能作为到场监督人。"),
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def told(self) -> list[tuple[str, str]]:
        done = date_format(localtime(self.carried_out_at), "Y-m-d H:i") if self.carried_out_at else ""
        return [
            (gettext("当事人"), self.party.name),
            (gettext("当事人为什么不能清除"), self.cannot),
            (gettext("代履行人"), self.executor),
            (gettext("费用预算（元）"), str(self.budget)),
            (gettext("理由"), self.reason),
            (gettext("实施时间"), done),
            (gettext("实际费用（元）"), "" if self.cost is None else str(self.cost)),
            (gettext("清除情况"), self.result),
        ]
