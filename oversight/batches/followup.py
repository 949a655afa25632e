"""Which objections did a unit raise to its result, how were they decided, and what had to be put right until when?"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from oversight.batches.models import ReviewFile


class Objection(models.Model):
    """Against the marks of one item; decided once, by somebody who did not mark the file."""

    file = models.ForeignKey(ReviewFile, models.PROTECT, related_name="objections")
    item = models.CharField(_("检查项"), max_length=20)
    text = models.TextField(_("异议和理由"))
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    raised_on = models.DateField()
    decide_by = models.DateField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    decided_on = models.DateField(null=True)
    upheld = models.BooleanField(null=True)
    answer = models.JSONField(null=True)
    """{outcome, lost}: how the item counts in every sheet once the objection was upheld."""
    reasons = models.TextField(_("决定的理由"), blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["file", "item"],
                name="an_item_is_objected_to_once",
                violation_error_message=_("对这一检查项已经提出过异议。"),
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None, decided_by=None, upheld=None, reasons="")
                | Q(decided_on__isnull=False, decided_by__isnull=False, upheld__isnull=False)
                & ~Q(reasons="")
                & ~Q(decided_by=F("raised_by")),
                name="an_objection_is_decided_with_reasons",
                violation_error_message=_("异议由提出人以外的人决定，并写明理由。"),
            ),
            models.CheckConstraint(condition=~Q(text=""), name="an_objection_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.file} {self.item}"


class Rectification(models.Model):
    """整改通知单: what a unit must put right in one file, until when, and who answers for it."""

    file = models.ForeignKey(ReviewFile, models.PROTECT, related_name="rectifications")
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    answerer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("整改责任人")
    )
    note = models.TextField(_("整改要求"), blank=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    issued_on = models.DateField(_("发出日期"))
    due_on = models.DateField(_("整改期限"))
    done_on = models.DateField(null=True)
    """The day on which the last item passed its re-check."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["year", "serial"], name="notices_of_a_year_are_numbered"),
            models.CheckConstraint(
                condition=Q(due_on__gt=F("issued_on")),
                name="a_notice_leaves_time",
                violation_error_message=_("整改期限应当晚于发出之日。"),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        return f"案卷整改〔{self.year}〕{self.serial}号"

    def is_overdue(self, today: date) -> bool:
        return self.done_on is None and self.due_on < today


class RectificationItem(models.Model):
    """One thing to put right."""

    notice = models.ForeignKey(Rectification, models.PROTECT, related_name="items")
    item = models.CharField(_("检查项"), max_length=20)
    text = models.TextField(_("问题"))

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["notice", "item"], name="a_notice_names_an_item_once")]

    def __str__(self) -> str:
        return f"{self.notice} {self.item}"

    @property
    def last_answer(self) -> "RectificationAnswer | None":
        return max(self.answers.all(), key=lambda one: one.pk, default=None)


class RectificationAnswer(models.Model):
    """What was done about an item, and what a reviewer found on looking again; one that failed is answered anew."""

    item = models.ForeignKey(RectificationItem, models.PROTECT, related_name="answers")
    text = models.TextField(_("整改情况"))
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answered_on = models.DateField()
    passed = models.BooleanField(null=True)
    remark = models.CharField(_("复查意见"), max_length=300, blank=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    checked_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(passed=None) | Q(passed=True),
                name="an_item_has_one_open_answer",
                violation_error_message=_("这一项已经回复，等待复查。"),
            ),
            models.CheckConstraint(
                condition=Q(passed=None, checked_by=None, checked_on=None)
                | Q(passed__isnull=False, checked_by__isnull=False, checked_on__isnull=False)
                & ~Q(checked_by=F("answered_by"))
                & (Q(passed=True) | ~Q(remark="")),
                name="an_answer_is_checked_by_another",
                violation_error_message=_("整改情况由回复人以外的人复查；不通过的写明意见。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.answered_on}"
