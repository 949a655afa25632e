"""The record (全过程记录): who did what, when, on which article, and what changed?"""

from typing import ClassVar

from django.conf import settings
from django.db import models


class RecordHead(models.Model):
    """One row: how many entries the whole record has; locked while an entry is appended."""

    size = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.size)


class RecordEntry(models.Model):
    """One fact of one case: the header is hashed and holds no personal data (record.md g.1)."""

    gseq = models.PositiveBigIntegerField(unique=True)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="record")
    cseq = models.PositiveIntegerField()
    act = models.CharField(max_length=60)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    on = models.DateField()
    recorded_at = models.DateTimeField()
    header = models.TextField()
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering: ClassVar = ["gseq"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "cseq"], name="a_case_has_each_entry_once"),
        ]

    def __str__(self) -> str:
        return f"{self.gseq} {self.act}"


class RecordPayload(models.Model):
    """What the act said, apart from the header and bound to it by a salted commitment."""

    entry = models.OneToOneField(RecordEntry, models.PROTECT, related_name="payload")
    salt = models.CharField(max_length=32)
    body = models.TextField()

    def __str__(self) -> str:
        return f"payload {self.entry_id}"


class RecordCheckpoint(models.Model):
    """What the whole record was at a moment, as the signed note says that also lies outside (record.md g.5)."""

    size = models.PositiveBigIntegerField(unique=True)
    taken_at = models.DateTimeField()
    text = models.TextField()
    outside = models.BooleanField(default=False)
    """Whether a copy was written to the folder outside when it was taken."""

    class Meta:
        ordering: ClassVar = ["size"]

    def __str__(self) -> str:
        return f"checkpoint of size {self.size}"
