"""Who says that something published is wrong, when must that be answered, and what was answered (公开条例 41)?"""

import secrets
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from law.publication import correction_rule
from officers.models import Officer

# Neither 0 and O nor 1 and I: the number is read out on the telephone.
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
RECEIPT_LENGTH = 10


class AlreadyAnswered(RuntimeError):
    """Somebody else was faster; an answer that was given stands."""


def new_receipt() -> str:
    """50 bits: whoever was not given it does not find it."""
    return "".join(secrets.choice(LETTERS) for _each in range(RECEIPT_LENGTH))


class CorrectionQuerySet(models.QuerySet["CorrectionRequest"]):
    def unanswered(self) -> "CorrectionQuerySet":
        return self.filter(answered_on=None).order_by("due_on", "pk")


class CorrectionRequest(models.Model):
    """What somebody wrote through the portal; whoever it is stays with us, the answer is read by the receipt."""

    receipt = models.CharField(_("回执号"), max_length=20, unique=True, default=new_receipt, editable=False)
    number = models.CharField(_("哪一份决定"), max_length=200)
    wrong = models.TextField(_("哪一处不对，应当是什么"))
    contact = models.CharField(_("联系方式"), max_length=120, blank=True)
    received_on = models.DateField(_("收到日期"))
    due_on = models.DateField(_("答复期限"))
    basis = models.CharField(max_length=60)
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    accepted = models.BooleanField(_("已更正"), null=True)
    answer = models.TextField(_("答复"), blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["due_on", "id"], condition=Q(answered_on=None), name="unanswered_soonest_first"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answered_on=None, answered_by=None, accepted=None, answer="")
                | Q(answered_on__isnull=False, answered_by__isnull=False, accepted__isnull=False) & ~Q(answer=""),
                name="an_answer_is_whole",
                violation_error_message=_("答复须写明结果、内容、日期和答复人。"),
            ),
        ]

    def __str__(self) -> str:
        return self.receipt


def receive(*, number: str, wrong: str, contact: str, on: date) -> CorrectionRequest:
    rule = correction_rule(on)
    return CorrectionRequest.objects.create(
        number=number, wrong=wrong, contact=contact, received_on=on, due_on=rule.due_on(on), basis=rule.basis
    )


def answer_request(request: CorrectionRequest, *, accepted: bool, answer: str, officer: Officer, on: date) -> None:
    """Once. Raises AlreadyAnswered."""
    facts = {"accepted": accepted, "answer": answer, "answered_by": officer, "answered_on": on}
    if not CorrectionRequest.objects.unanswered().filter(pk=request.pk).update(**facts):
        raise AlreadyAnswered(request.receipt)
