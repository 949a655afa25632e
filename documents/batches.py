"""What is kept of printing in bulk: who wanted which papers, in which order, and what became of each?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PrintState(models.TextChoices):
    """Where a paper of a batch stands; the codes never change."""

    WAITING = "waiting", _("等待打印")
    DONE = "done", _("已备好")
    FAILED = "failed", _("未能打印")

    @property
    def colour(self) -> str:
        return {"waiting": "waiting", "done": "done", "failed": "bad"}[self.value]


class PrintBatch(models.Model):
    """Papers that an officer wants printed together."""

    title = models.CharField(_("说明"), max_length=120)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="print_batches")
    asked_at = models.DateTimeField(_("时间"))

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.title


class PrintItem(models.Model):
    """One paper of a batch. Its job in the outbox says who works on it; here stands the outcome."""

    batch = models.ForeignKey(PrintBatch, models.PROTECT, related_name="items")
    place = models.PositiveIntegerField()
    """Its place in the batch, from 1."""
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="prints")
    job = models.ForeignKey("documents.Outbox", models.SET_NULL, related_name="+", null=True, blank=True)
    outcome = models.CharField(max_length=10, default=PrintState.WAITING, choices=PrintState.choices)
    pages = models.PositiveIntegerField(default=0)
    reason = models.CharField(_("原因"), max_length=300, default="", blank=True)
    remedy = models.CharField(_("怎么办"), max_length=200, default="", blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["batch", "place"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["batch", "place"],
                name="one_paper_at_each_place_of_a_batch",
                violation_error_message=_("同一批中这个位置已有文书。"),
            ),
            models.UniqueConstraint(
                fields=["batch", "document"],
                name="a_paper_is_once_in_a_batch",
                violation_error_message=_("这份文书已在本批中。"),
            ),
            models.CheckConstraint(
                condition=~Q(outcome="failed") | ~Q(reason=""),
                name="a_failed_print_has_a_reason",
                violation_error_message=_("未能打印的文书须写明原因。"),
            ),
            models.CheckConstraint(
                condition=~Q(outcome="done") | Q(pages__gt=0),
                name="a_finished_print_has_pages",
                violation_error_message=_("已备好的文书须有页数。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch} {self.place}"

    @property
    def standing(self) -> PrintState:
        return PrintState(self.outcome)
