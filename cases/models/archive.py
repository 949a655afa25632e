"""Where is the dossier of a closed case, who has it, until when must it be kept, and what became of it?"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.objects import LegalObject
from cases.procedure.archive import Keeping, Lending
from law.retention import UnknownRetention, retention
from officers.models import Officer
from officers.state_field import StateField


class ArchiveFile(Keeping, LegalObject):
    """The dossier in the archive (档案法 14, 21): handed over once, lent and taken back, kept or disposed of by two."""

    class State(models.TextChoices):
        KEPT = "kept", _("保管中")
        DISPOSAL_PROPOSED = "disposal_proposed", _("待批准销毁")
        DISPOSED = "disposed", _("已销毁")

    slug = "archive-file"
    relation = "archive_files"
    ended = frozenset({"disposed"})

    state = StateField(default=State.KEPT, choices=State.choices, db_index=True)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="archive_files")
    number = models.CharField(_("档案号"), max_length=40)
    handed_over_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    received_on = models.DateField(_("接收日期"))
    main_items = models.PositiveIntegerField(_("正卷件数"), default=0)
    main_pages = models.PositiveIntegerField(_("正卷页数"), default=0)
    secondary_items = models.PositiveIntegerField(_("副卷件数"), default=0)
    secondary_pages = models.PositiveIntegerField(_("副卷页数"), default=0)
    retention = models.CharField(_("保管期限"), max_length=20)
    retain_until = models.DateField(_("保管到"), null=True, blank=True)
    """None: for ever."""
    disposal_proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    disposal_proposed_on = models.DateField(null=True, blank=True)
    appraisal = models.TextField(_("鉴定意见"), blank=True)
    disposal_approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    disposal_approved_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("归档案卷")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"], name="a_case_is_archived_once", violation_error_message=_("本案已经归档。")
            ),
            models.CheckConstraint(
                condition=Q(disposal_approved_by=None) | ~Q(disposal_approved_by=F("disposal_proposed_by")),
                name="nobody_approves_a_disposal_alone",
                violation_error_message=_("提出销毁和批准销毁须由两人分别办理。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="disposed")
                | (Q(disposal_proposed_by__isnull=False) & Q(disposal_approved_by__isnull=False) & ~Q(appraisal="")),
                name="a_disposal_bears_two_names",
                violation_error_message=_("销毁档案须有鉴定意见和两人签名。"),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def retention_title(self) -> str:
        try:
            return retention(self.retention, self.received_on).title
        except UnknownRetention:
            return self.retention

    def told(self) -> list[tuple[str, str]]:
        volumes = gettext("正卷 %(a)d 件 %(b)d 页；副卷 %(c)d 件 %(d)d 页") % {
            "a": self.main_items,
            "b": self.main_pages,
            "c": self.secondary_items,
            "d": self.secondary_pages,
        }
        kept = (
            f"{self.retention_title}（{date_format(self.retain_until)}）" if self.retain_until else self.retention_title
        )
        return [
            (gettext("移交人和接收人"), f"{self.handed_over_by.name}、{self.received_by.name}"),
            (gettext("接收日期"), date_format(self.received_on)),
            (gettext("卷册"), volumes),
            (gettext("保管期限"), kept),
            (gettext("鉴定意见"), self.appraisal),
            (gettext("提出销毁"), _signed(self.disposal_proposed_by, self.disposal_proposed_on)),
            (gettext("批准销毁"), _signed(self.disposal_approved_by, self.disposal_approved_on)),
        ]


class Loan(Lending, LegalObject):
    """One borrowing of the dossier: asked for by one, approved by another, returned by its day."""

    class State(models.TextChoices):
        REQUESTED = "requested", _("待批准借阅")
        APPROVED = "approved", _("已批准待借出")
        LENT = "lent", _("已借出")
        RETURNED = "returned", _("已归还")
        REFUSED = "refused", _("不予借阅")

    slug = "loan"
    relation = "loans"
    ended = frozenset({"returned", "refused"})

    state = StateField(default=State.REQUESTED, choices=State.choices, db_index=True)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="loans")
    file = models.ForeignKey(ArchiveFile, models.PROTECT, related_name="loans")
    borrower = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    purpose = models.CharField(_("借阅事由"), max_length=200)
    requested_on = models.DateField(_("申请日期"))
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    refusal = models.CharField(_("不予借阅的理由"), max_length=200, blank=True)
    lent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    lent_on = models.DateField(_("借出日期"), null=True, blank=True)
    due_on = models.DateField(_("应归还日期"), null=True, blank=True)
    returned_on = models.DateField(_("归还日期"), null=True, blank=True)
    condition = models.CharField(_("归还时案卷情况"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("案卷借阅")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["file"],
                condition=Q(state__in=["requested", "approved", "lent"]),
                name="a_dossier_is_lent_to_one_at_a_time",
                violation_error_message=_("案卷已有人申请借阅或者尚未归还。"),
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("borrower")),
                name="nobody_approves_an_own_loan",
                violation_error_message=_("借阅人不得批准自己的借阅。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file} {self.borrower}"

    @property
    def heading(self) -> str:
        return self.borrower.name

    def told(self) -> list[tuple[str, str]]:
        return [
            (gettext("借阅事由"), self.purpose),
            (gettext("申请日期"), date_format(self.requested_on)),
            (gettext("批准"), _signed(self.approved_by, self.approved_on)),
            (gettext("不予借阅的理由"), self.refusal),
            (gettext("借出"), _signed(self.lent_by, self.lent_on)),
            (gettext("应归还日期"), date_format(self.due_on) if self.due_on else ""),
            (gettext("归还日期"), date_format(self.returned_on) if self.returned_on else ""),
            (gettext("归还时案卷情况"), self.condition),
        ]


def _signed(officer: Officer | None, on: date | None) -> str:
    return f"{officer.name} {date_format(on)}" if officer and on else ""
