"""Which permits does the register of the licensing department list, as it was loaded last?"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Permit(models.Model):
    """One permit as imported; the register of whoever issued it decides, and the next import replaces the row."""

    kind = models.CharField(_("证件种类"), max_length=60)
    number = models.CharField(_("证件号"), max_length=60)
    holder = models.CharField(_("持证人"), max_length=120)
    holder_code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True, db_index=True)
    plate = models.CharField(_("车牌号"), max_length=12, blank=True, db_index=True)
    valid_until = models.DateField(_("有效期至"), null=True, blank=True)
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    loaded_on = models.DateField(_("导入日期"))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "number"],
                name="a_permit_is_listed_once",
                violation_error_message=_("同一种类的证件号只能有一条。"),
            ),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(kind="") & ~Q(holder=""),
                name="a_permit_says_what_and_whose",
                violation_error_message=_("证件种类、证件号和持证人都要填写。"),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["holder"], name="permits_by_holder")]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"

    def is_valid(self, on: date) -> bool:
        return self.valid_until is None or on <= self.valid_until
