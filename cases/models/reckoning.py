"""How was the penalty for a charge reckoned when the report was written?"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.charge import Charge


class Reckoning(models.Model):
    """What was found and what followed for one charge in one round: kept as it was, whatever the law says later."""

    charge = models.ForeignKey(Charge, models.PROTECT, related_name="reckonings")
    round = models.PositiveSmallIntegerField()
    circumstances = models.JSONField(_("情节"), default=list)
    level = models.CharField(_("裁量等次"), max_length=40, blank=True)
    """The level the officer found; empty: by the circumstances."""
    effect = models.CharField(max_length=20, blank=True)
    level_title = models.CharField(max_length=40, blank=True)
    range_low = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    range_high = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    tier_low = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    tier_high = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    amount = models.DecimalField(_("建议罚款（元）"), max_digits=14, decimal_places=2, null=True, blank=True)
    lines = models.JSONField(default=list)
    """The derivation, line by line."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["charge", "round"],
                name="one_reckoning_per_charge_and_round",
                violation_error_message=_("同一违法行为在同一轮次只裁量一次。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.charge} {self.level_title} {self.amount or ''}"
