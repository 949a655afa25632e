"""Which originals are kept, which are still on their way, and who has looked at one?"""

import uuid
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from files.storage import evidence_storage
from officers.models import Officer


class StoredFile(models.Model):
    """One content, known by its SHA-256: however often it is handed in, its bytes lie here once and are never rewritten."""

    class Fault(models.TextChoices):
        CHANGED = "changed", _("与接收时不一致")
        MISSING = "missing", _("读不出来")

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    content_type = models.CharField(max_length=60)
    """Found in the bytes, never in the name."""
    file = models.FileField(storage=evidence_storage, max_length=200)
    stored_at = models.DateTimeField()
    says = models.JSONField(default=dict)
    """What a picture says of itself (EXIF): taken_at, offset, latitude, longitude, camera; only what could be read."""
    preview = models.FileField(storage=evidence_storage, max_length=200, blank=True)
    looked_into_at = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=10, blank=True, choices=Fault.choices)
    """What the last reading found wrong; empty while the bytes are those that came."""
    fault_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(sha256="") & ~Q(file=""),
                name="a_stored_file_has_its_hash_and_place",
                violation_error_message=_("文件缺少校验值或者存放位置。"),
            )
        ]

    def __str__(self) -> str:
        return self.sha256[:12]


class UploadQuerySet(models.QuerySet["Upload"]):
    def of(self, officer: Officer, case_id: int) -> "UploadQuerySet":
        return self.filter(owner=officer, case_id=case_id)

    def unfinished(self, now: datetime) -> "UploadQuerySet":
        return self.filter(stored=None, expires_at__gt=now)


class Upload(models.Model):
    """A file on its way in, piece by piece: its owner's alone, and not for ever."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    """Shown to its owner only; nothing is stored under it."""
    length = models.PositiveBigIntegerField()
    offset = models.PositiveBigIntegerField(default=0)
    """So many bytes are on the disk."""
    started_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    stored = models.ForeignKey(StoredFile, models.PROTECT, related_name="uploads", null=True, blank=True)
    """What came of it."""

    objects = UploadQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(offset__lte=F("length")),
                name="an_upload_is_not_longer_than_announced",
                violation_error_message=_("上传的内容超过了所报的大小。"),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def part(self) -> Path:
        return Path(settings.UPLOAD_DIR) / f"{self.pk}.part"


class FileAccess(models.Model):
    """Somebody looked at an original: never changed, never deleted."""

    class What(models.TextChoices):
        VIEW = "view", _("看了原件情况")
        PREVIEW = "preview", _("看了预览图")
        DOWNLOAD = "download", _("下载了原件")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    what = models.CharField(max_length=10, choices=What.choices)
    page = models.CharField(max_length=200, blank=True)
    """The page of ours from which it was opened."""
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case", "sha256"], name="who_looked_at_it")]

    def __str__(self) -> str:
        return f"{self.officer} {self.at:%Y-%m-%d %H:%M}"
