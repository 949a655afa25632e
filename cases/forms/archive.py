"""What is asked when a dossier is handed over, lent, returned or disposed of?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from pikepdf import PdfError

from cases.archive import proposed_retention
from cases.dossier import volume_sizes
from cases.forms.base import ActForm, RowChoice, long_text
from documents.readback import PaperDiffers
from documents.rendering import CANNOT_PRINT
from documents.services import TamperedPaper
from law.retention import retentions


def _choices(on: Any) -> list[tuple[str, str]]:
    return [(one.key, one.title) for one in retentions(on)]


class ArchiveForm(ActForm):
    groups = (
        (_("移交"), "", ("archive_number", "handed_over_by", "on")),
        (_("卷册"), "", ("main_items", "main_pages", "secondary_items", "secondary_pages")),
        (_("保管"), "", ("retention",)),
    )
    archive_number = forms.CharField(label=_("档案号"), max_length=40)
    handed_over_by = RowChoice(label=_("移交人"))
    main_items = forms.IntegerField(label=_("正卷件数"), min_value=0, max_value=100_000)
    main_pages = forms.IntegerField(label=_("正卷页数"), min_value=0, max_value=100_000)
    secondary_items = forms.IntegerField(label=_("副卷件数"), min_value=0, max_value=100_000)
    secondary_pages = forms.IntegerField(label=_("副卷页数"), min_value=0, max_value=100_000)
    retention = forms.ChoiceField(label=_("保管期限"), help_text=_("系统按案件类型提出，可以更正。"))

    def prepare(self) -> None:
        file = self.case_file
        handlers = [one for one in file.handlers if one.pk != self.officer.pk]
        self.fields["handed_over_by"].offer(handlers)  # type: ignore[attr-defined]
        if handlers:
            self.fields["handed_over_by"].initial = str(handlers[0].pk)
        self.fields["retention"].choices = _choices(self.today)  # type: ignore[attr-defined]
        self.fields["retention"].initial = proposed_retention(file)
        if not self.is_bound:
            self._count()

    def _count(self) -> None:
        try:
            sizes = volume_sizes(self.case_file)
        except (*CANNOT_PRINT, PaperDiffers, TamperedPaper, OSError, PdfError):
            return  # a paper that cannot be read is counted by hand
        for volume, size in sizes.items():
            self.fields[f"{volume}_items"].initial = size.items
            self.fields[f"{volume}_pages"].initial = size.pages


class LoanForm(ActForm):
    purpose = forms.CharField(label=_("借阅事由"), max_length=200)


class RefusalForm(ActForm):
    refusal = forms.CharField(label=_("不予借阅的理由"), max_length=200)


class ReturnForm(ActForm):
    condition = forms.CharField(label=_("归还时案卷情况"), max_length=200, initial=_("页数齐全，没有损坏。"))


class AppraisalForm(ActForm):
    appraisal = long_text(_("鉴定意见"), rows=3, help_text=_("保管期限届满，有没有继续保存的价值。"))


class KeepForm(ActForm):
    retention_key = forms.ChoiceField(label=_("重新划定的保管期限"))
    reason = long_text(_("理由"), rows=2)

    def prepare(self) -> None:
        self.fields["retention_key"].choices = _choices(self.today)  # type: ignore[attr-defined]
