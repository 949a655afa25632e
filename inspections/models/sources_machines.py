"""Which weighing station or camera recorded what, was it fit to, and did a person review the record (行政处罚法 41)?"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from inspections.models.sources import Source


class Equipment(models.Model):
    """A device whose records may prove something: lawful, fit, in a reasonable place, marked, its place published."""

    class Kind(models.TextChoices):
        WEIGHING = "weighing", _("称重检测设备")
        CAMERA = "camera", _("电子监控设备")

    number = models.CharField(_("设备编号"), max_length=40, unique=True)
    kind = models.CharField(_("种类"), max_length=10, choices=Kind.choices)
    place = models.CharField(_("设置地点"), max_length=160)
    model = models.CharField(_("型号和生产单位"), max_length=120, blank=True)
    published_on = models.DateField(_("地点公布日期"), null=True, blank=True)
    published_where = models.CharField(_("在哪里公布"), max_length=200, blank=True)
    marked_on = models.DateField(_("标志设置日期"), null=True, blank=True)
    technical_on = models.DateField(_("技术审核日期"), null=True, blank=True)
    technical_by = models.CharField(_("技术审核的单位和人员"), max_length=120, blank=True)
    legal_on = models.DateField(_("法制审核日期"), null=True, blank=True)
    legal_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    legal_opinion = models.CharField(_("法制审核意见"), max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(published_on=None, published_where="")
                | Q(published_on__isnull=False) & ~Q(published_where=""),
                name="a_published_place_says_where",
                violation_error_message=_("设置地点公布的，写明日期和在哪里公布。"),
            ),
            models.CheckConstraint(
                condition=Q(technical_on=None, technical_by="") | Q(technical_on__isnull=False) & ~Q(technical_by=""),
                name="a_technical_review_names_who",
                violation_error_message=_("技术审核须写明日期、单位和人员。"),
            ),
            models.CheckConstraint(
                condition=Q(legal_on=None, legal_by=None, legal_opinion="")
                | Q(legal_on__isnull=False, legal_by__isnull=False) & ~Q(legal_opinion=""),
                name="a_legal_review_of_equipment_is_whole",
                violation_error_message=_("法制审核须写明日期、意见和审核人。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.place}"

    def faults_on(self, day: date) -> list[str]:
        """What article 41.1 asks for and this device lacked on the day of a record, in sentences."""
        asked = (
            (self.technical_on, gettext("设备没有经过技术审核。")),
            (self.legal_on, gettext("设备没有经过法制审核。")),
            (self.published_on, gettext("设置地点没有向社会公布。")),
            (self.marked_on, gettext("没有设置明显标志。")),
        )
        found = [sentence for since, sentence in asked if since is None or since > day]
        if not any(one.valid_from <= day <= one.valid_until for one in self.certificates.all()):
            found.append(gettext("%(on)s 没有有效的检定证书。") % {"on": date_format(day)})
        return found


class EquipmentCertificate(models.Model):
    """That a device measures right, from one day to another (检定证书)."""

    equipment = models.ForeignKey(Equipment, models.PROTECT, related_name="certificates")
    number = models.CharField(_("检定证书编号"), max_length=60)
    issued_by = models.CharField(_("检定机构"), max_length=120)
    valid_from = models.DateField(_("有效期从"))
    valid_until = models.DateField(_("到"))

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")),
                name="a_certificate_of_equipment_ends_after_it_begins",
                violation_error_message=_("检定证书的有效期止日早于起日。"),
            )
        ]

    def __str__(self) -> str:
        return self.number


class CandidateFile(models.Model):
    """A file of records that was taken whole: by whom, when, and its hash."""

    name = models.CharField(_("文件名"), max_length=200)
    sha256 = models.CharField(max_length=64, unique=True)
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    imported_at = models.DateTimeField(_("导入时间"))

    def __str__(self) -> str:
        return self.name


class Candidate(models.Model):
    """What a device recorded; a source like any other once a person has found it fit."""

    source = models.OneToOneField(Source, models.PROTECT, related_name="candidate")
    file = models.ForeignKey(CandidateFile, models.PROTECT, related_name="candidates")
    equipment = models.ForeignKey(Equipment, models.PROTECT, related_name="candidates", verbose_name=_("设备"))
    record_number = models.CharField(_("记录编号"), max_length=60)
    recorded_at = models.DateTimeField(_("记录时间"))
    axles = models.PositiveSmallIntegerField(_("轴数"), null=True, blank=True)
    total_kg = models.PositiveIntegerField(_("车货总质量（千克）"), null=True, blank=True)
    limit_kg = models.PositiveIntegerField(_("限值（千克）"), null=True, blank=True)
    evidence_sha256 = models.CharField(_("图像、录像的 SHA-256"), max_length=64, blank=True)
    review_due_on = models.DateField(_("审核期限"))
    reviewed_on = models.DateField(_("审核日期"), null=True, blank=True)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    passed = models.BooleanField(_("审核结果"), null=True)
    review_reason = models.CharField(_("审核意见"), max_length=300, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["review_due_on"], condition=Q(reviewed_on=None), name="candidates_to_review"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["equipment", "record_number"],
                name="a_record_is_imported_once",
                violation_error_message=_("这条设备记录已经导入过。"),
            ),
            models.CheckConstraint(
                condition=Q(reviewed_on=None, reviewed_by=None, passed=None, review_reason="")
                | Q(reviewed_on__isnull=False, reviewed_by__isnull=False, passed__isnull=False) & ~Q(review_reason=""),
                name="a_review_of_a_record_is_whole",
                violation_error_message=_("审核须写明结果、意见、日期和审核人（行政处罚法第四十一条第二款）。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.equipment_id} {self.record_number}"
