"""What was handed to the credit platforms, by whom and when?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Change(models.TextChoices):
    """Codes are stored and never change."""

    NEW = "new", _("新增")
    CHANGED = "changed", _("变更")
    WITHDRAWN = "withdrawn", _("撤销")
    REPAIRED = "repaired", _("修复")


class CreditHandover(models.Model):
    """One file that was handed over; its rows stay as they were."""

    made_on = models.DateField(_("移交日期"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    """Of the CSV."""

    def __str__(self) -> str:
        return f"{self.made_on} #{self.pk}"


class CreditRow(models.Model):
    """What one file says of one decision."""

    handover = models.ForeignKey(CreditHandover, models.PROTECT, related_name="rows")
    publication = models.ForeignKey("publicity.Publication", models.PROTECT, related_name="credit_rows")
    change = models.CharField(max_length=10, choices=Change.choices)
    fields = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["handover", "publication"],
                name="one_credit_row_per_decision_and_file",
                violation_error_message=_("一份移交文件里，一份决定只有一行。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.change}"
