"""Which law firm advises the bureau, by which contract, for how long?"""

from datetime import date
from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class CounselContract(models.Model):
    """The contract of the legal counsel (法律顾问); advice given under it is in oversight.Consultation."""

    number = models.CharField(_("合同编号"), max_length=40, unique=True)
    firm = models.CharField(_("律师事务所"), max_length=80)
    lawyer = models.CharField(_("律师"), max_length=40)
    phone = models.CharField(_("联系电话"), max_length=30, blank=True)
    begins = models.DateField(_("合同期自"))
    ends = models.DateField(_("合同期至"))
    fee = models.DecimalField(
        _("顾问费（元，可不填）"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )

    class Meta:
        ordering: ClassVar = ["-begins", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends__gte=F("begins")),
                name="a_contract_ends_after_it_begins",
                violation_error_message=_("合同期止早于合同期起。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.firm} {self.lawyer}"

    def covers(self, on: date) -> bool:
        return self.begins <= on <= self.ends
