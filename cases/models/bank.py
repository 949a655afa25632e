"""Which files came from the bank, and what became of each of their lines?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.models.decision import Payment


class BankFile(models.Model):
    """One file of received fines, known by its hash: sent twice, it is the same file (罚缴分离办法)."""

    name = models.CharField(_("文件名"), max_length=120)
    sha256 = models.CharField(max_length=64, unique=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.name


class BankLine(models.Model):
    """One line as the bank wrote it, and which payment it became or why none."""

    class Status(models.TextChoices):
        MATCHED = "matched", _("已登记")
        UNDERPAID = "underpaid", _("已登记，未缴足")
        OVERPAID = "overpaid", _("已登记，多缴")
        DUPLICATE = "duplicate", _("重复")
        UNMATCHED = "unmatched", _("未匹配")
        UNREADABLE = "unreadable", _("无法读取")

        @property
        def level(self) -> str:
            return {"matched": "done", "underpaid": "active", "duplicate": "calm"}.get(self.value, "waiting")

    file = models.ForeignKey(BankFile, models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField(_("行号"))
    raw = models.JSONField(_("原文"))
    paid_on = models.DateField(_("缴款日期"), null=True, blank=True)
    amount = models.DecimalField(_("金额（元）"), max_digits=14, decimal_places=2, null=True, blank=True)
    receipt_number = models.CharField(_("财政票据号"), max_length=80, blank=True)
    decision_number = models.CharField(_("决定书文号"), max_length=200, blank=True)
    payer = models.CharField(_("缴款人"), max_length=200, blank=True)
    status = models.CharField(_("结果"), max_length=12, choices=Status.choices)
    reason = models.TextField(_("原因"), blank=True)
    payment = models.OneToOneField(Payment, models.PROTECT, null=True, blank=True, related_name="bank_line")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["file", "number"],
                name="a_bank_line_is_kept_once",
                violation_error_message=_("这一行已经读入。"),
            ),
            models.CheckConstraint(
                condition=Q(status__in=["matched", "underpaid", "overpaid"], payment__isnull=False)
                | (~Q(status__in=["matched", "underpaid", "overpaid"]) & Q(payment=None)),
                name="a_matched_line_has_its_payment",
                violation_error_message=_("已登记的行须有对应的缴款。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file} {self.number}"

    @property
    def standing(self) -> "BankLine.Status":
        return BankLine.Status(self.status)
