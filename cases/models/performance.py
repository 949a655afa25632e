"""How was a penalty that is not money carried out, and what proves it?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.models.charge import Charge
from cases.models.decision import Decision
from cases.models.evidence import Evidence
from cases.models.party import Party
from law.violations import PenaltyKind


class Performance(models.Model):
    """One penalty of another kind than money, carried out or refused (行政处罚法 66.1, 72.1)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="performances")
    party = models.ForeignKey(Party, models.PROTECT, related_name="performances", verbose_name=_("当事人"))
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="performances")
    charge = models.ForeignKey(Charge, models.PROTECT, related_name="performances")
    kind = models.CharField(_("处罚种类"), max_length=20)
    content = models.CharField(max_length=200, blank=True)
    refused = models.BooleanField(_("当事人没有履行"), default=False)
    carried_out_on = models.DateField(_("执行日期"))
    until = models.DateField(_("期满日期"), null=True, blank=True)
    how = models.TextField(_("怎样执行"))
    proof = models.CharField(_("证明执行情况的文书"), max_length=200, blank=True)
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+", null=True, blank=True)
    organ = models.CharField(_("告知发证机关"), max_length=200, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("处罚执行情况")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["decision", "charge", "kind"],
                condition=Q(refused=False),
                name="a_penalty_is_carried_out_once",
                violation_error_message=_("这项处罚已经登记执行。"),
            ),
            models.CheckConstraint(
                condition=~Q(how="") & (~Q(proof="") | Q(evidence__isnull=False)),
                name="a_penalty_carried_out_has_its_proof",
                violation_error_message=_("登记处罚执行情况须有证据或者文书（行政处罚法第六十六条）。"),
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("carried_out_on")),
                name="a_penalty_for_a_time_ends_after_it_begins",
                violation_error_message=_("期满日期早于执行日期。"),
            ),
        ]

    def __str__(self) -> str:
        label = str(PenaltyKind(self.kind).label)
        return f"{label}（{self.content}）" if self.content else label

    def told(self) -> str:
        """One line of a page: when and how, and what proves it."""
        days = date_format(self.carried_out_on)
        if self.until:
            days += f" – {date_format(self.until)}"
        how = self.how.rstrip("。")  # more follows after it
        parts = [gettext("当事人没有履行") if self.refused else "", days, how, self.proof]
        parts += [self.evidence.title if self.evidence else "", self.organ]
        return gettext("，").join(filter(None, parts))
