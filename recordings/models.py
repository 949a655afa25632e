"""Which recordings lie at the docks, to which cases do they belong, and what became of them?"""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext_lazy as _

from cases.models import Case
from law.recording import ORDINARY, upload_rule
from officers.state_field import StateField
from recordings.devices import Device, DeviceChange, DeviceHolding, DeviceOutage
from recordings.procedure import Attaching, Excusing
from recordings.states import ExcuseState, MatchState

__all__ = [
    "Device",
    "DeviceChange",
    "DeviceHolding",
    "DeviceOutage",
    "Disposal",
    "DockImport",
    "MomentExcuse",
    "Recording",
    "RecordingMatch",
    "RecordingRead",
]


class RecordingQuerySet(models.QuerySet["Recording"]):
    def late(self) -> "RecordingQuerySet":
        return self.filter(uploaded_at__gt=F("due_at"))

    def damaged(self) -> "RecordingQuerySet":
        """Gone or changed without an approved list of disposal."""
        return self.exclude(finding="").filter(Q(disposal=None) | Q(disposal__approved_on=None))


class Recording(models.Model):
    """One file as it lies at the dock: never copied, never changed; path is relative to one of RECORDINGS_ROOTS."""

    class Kind(models.TextChoices):
        VIDEO = "video", _("录像")
        AUDIO = "audio", _("录音")
        PHOTO = "photo", _("照片")

    class Finding(models.TextChoices):
        """What the nightly re-check found last."""

        WHOLE = "", _("与登记时一致")
        GONE = "gone", _("文件不见了")
        CHANGED = "changed", _("文件内容变了")

    device = models.ForeignKey(Device, models.PROTECT, related_name="recordings", verbose_name=_("设备"))
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="recordings", verbose_name=_("记录人")
    )
    kind = models.CharField(_("种类"), max_length=10, choices=Kind.choices, default=Kind.VIDEO)
    started_at = models.DateTimeField(_("开始时间"))
    ended_at = models.DateTimeField(_("结束时间"))
    returned_at = models.DateTimeField(_("执法结束返回时间"), null=True, blank=True)
    path = models.CharField(_("文件位置"), max_length=400, unique=True)
    sha256 = models.CharField(_("校验值"), max_length=64, unique=True)
    size = models.PositiveBigIntegerField(_("大小"))
    uploaded_at = models.DateTimeField(_("入库时间"))
    due_at = models.DateTimeField(_("应当入库的时间"))
    late_reason = models.CharField(_("逾期入库的原因"), max_length=200, blank=True)
    late_explained_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    keeping = models.CharField(_("保管类别"), max_length=20, default=ORDINARY)
    keeping_reason = models.CharField(_("划定保管类别的理由"), max_length=200, blank=True)
    keeping_set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    checked_at = models.DateTimeField(_("最近一次核对"), null=True, blank=True)
    finding = models.CharField(max_length=10, choices=Finding.choices, default=Finding.WHOLE, blank=True)
    disposal = models.ForeignKey(
        "recordings.Disposal", models.PROTECT, related_name="recordings", null=True, blank=True
    )

    objects = RecordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("音像记录")
        indexes: ClassVar = [models.Index(fields=["officer", "started_at"], name="recordings_of_an_officer")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_at__gte=F("started_at")),
                name="a_recording_ends_after_it_begins",
                violation_error_message=_("音像的结束时间早于开始时间。"),
            ),
            models.CheckConstraint(
                condition=~Q(sha256=""),
                name="a_recording_has_its_hash",
                violation_error_message=_("音像文件缺少校验值。"),
            ),
            models.CheckConstraint(
                condition=Q(late_reason="") | Q(late_explained_by__isnull=False),
                name="a_late_reason_has_its_author",
                violation_error_message=_("逾期原因须有说明人。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.device.number} {localtime(self.started_at):%Y-%m-%d %H:%M}"

    @property
    def is_late(self) -> bool:
        return self.uploaded_at > self.due_at

    @property
    def is_gone_for_good(self) -> bool:
        """On an approved list of disposal: whether the file is still there no longer matters."""
        return self.disposal is not None and self.disposal.approved_on is not None


def due_at(ended_at: datetime, returned_at: datetime | None) -> datetime:
    """When it had to be handed in, under the rule of its day. Raises law.recording.UnknownRecordingRule."""
    since = returned_at or ended_at
    return upload_rule(localdate(since)).due_at(since)


class RecordingMatch(Attaching, models.Model):
    """One recording in one case: proposed by the machine or attached by hand, confirmed or taken away by a person."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="recording_matches")
    recording = models.ForeignKey(Recording, models.PROTECT, related_name="matches")
    state = StateField(_("状态"), default=MatchState.PROPOSED, choices=MatchState.choices)
    by_hand = models.BooleanField(default=False)
    why = models.CharField(max_length=200, blank=True)
    """Which moment of the case it overlapped when it was proposed, or what the person wrote."""
    moment_key = models.CharField(_("记录的环节"), max_length=40, blank=True)
    """The moment that a person says it shows; needed only where the case knows no more than the day."""
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    reason = models.CharField(_("理由"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("音像与案件的关联")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "recording"],
                name="a_recording_is_in_a_case_once",
                violation_error_message=_("这段音像已经关联到本案。"),
            ),
            models.CheckConstraint(
                condition=Q(state="proposed") | Q(settled_by__isnull=False, settled_on__isnull=False),
                name="a_match_is_settled_by_somebody",
                violation_error_message=_("确认、取消关联须有办理人和日期。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="taken_away") | ~Q(reason=""),
                name="a_match_is_taken_away_for_a_reason",
                violation_error_message=_("取消关联须写明理由。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recording} {self.get_state_display()}"

    @property
    def standing(self) -> MatchState:
        return MatchState(self.state)


class MomentExcuse(Excusing, models.Model):
    """Why a mandatory moment of a case has no sound and picture, or not the whole of it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="moment_excuses")
    moment_key = models.CharField(max_length=40)
    state = StateField(_("状态"), default=ExcuseState.DUE, choices=ExcuseState.choices)
    ground = models.CharField(_("情形"), max_length=20, blank=True)
    reason = models.CharField(_("原因"), max_length=300, blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    given_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("没有音像的说明")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "moment_key"],
                name="a_moment_is_excused_once",
                violation_error_message=_("这个环节已经说明过原因。"),
            ),
            models.CheckConstraint(
                condition=Q(state="due") | (~Q(reason="") & ~Q(ground="") & Q(given_by__isnull=False)),
                name="an_excuse_says_why_and_by_whom",
                violation_error_message=_("没有音像的，须写明情形、原因和说明人。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.moment_key} {self.reason}"


class Disposal(models.Model):
    """A list of recordings that may be deleted: proposed by one, approved by another; the list stays for ever.

    Nothing is deleted here: people delete the files at the dock by this list.
    """

    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_on = models.DateField(_("提出日期"))
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    approved_on = models.DateField(_("批准日期"), null=True, blank=True)
    refused_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    refusal = models.CharField(_("不批准的理由"), max_length=200, blank=True)
    rows = models.JSONField(default=list)
    """Each file with hash, size, device, officer, times and why it might go, as they stood at the approval."""
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("音像销毁清册")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("proposed_by")),
                name="nobody_disposes_of_recordings_alone",
                violation_error_message=_("提出销毁和批准销毁须由两人分别办理。"),
            ),
            models.CheckConstraint(
                condition=Q(approved_on=None) | (Q(approved_by__isnull=False) & ~Q(sha256="")),
                name="an_approved_list_has_its_hash",
                violation_error_message=_("批准的销毁清册须有批准人和校验值。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposed_on} #{self.pk}"

    @property
    def is_waiting(self) -> bool:
        return self.approved_on is None and self.refused_by_id is None


class DockImport(models.Model):
    """One reading of a dock's folder and what came of each row: asked for on a page, done by the worker."""

    folder = models.CharField(_("文件夹"), max_length=400)
    device = models.CharField(_("设备编号"), max_length=40, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    """None: from the command line."""
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    report = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("采集站导入")

    def __str__(self) -> str:
        return f"{self.folder} {localtime(self.asked_at):%Y-%m-%d %H:%M}"


class RecordingRead(models.Model):
    """Who took a recording out to look at it, when and for what."""

    recording = models.ForeignKey(Recording, models.PROTECT, related_name="reads")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    purpose = models.CharField(_("用途"), max_length=120)

    def __str__(self) -> str:
        return f"{self.recording} {self.officer}"
