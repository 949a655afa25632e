"""What is asked when a case is to be kept whole, and when something of its record is to be erased?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text
from cases.guards.erasure import ABOUT_ERASING
from cases.models import RecordEntry
from law.citations import cite_all, print_citations
from law.erasure import erasure_grounds


def described(entry: Any) -> str:
    return f"{entry.gseq} · {entry.on} · {entry.act}"


class HoldForm(ActForm):
    reason = forms.CharField(label=_("保全的理由"), max_length=200, help_text=_("写明哪个机关、什么事项。"))


class LiftForm(ActForm):
    lifting = forms.CharField(label=_("解除的理由"), max_length=200)


class ErasureForm(ActForm):
    entry = RowChoice(label=_("哪一条记录"), describe=described)
    ground = forms.ChoiceField(label=_("依据"), widget=forms.RadioSelect)
    reason = long_text(_("理由"), rows=3, help_text=_("写明哪些个人信息、为什么应当删除；不要重复其中的内容。"))

    def prepare(self) -> None:
        entries = RecordEntry.objects.filter(case=self.case_file.case.pk, payload__isnull=False)
        self.fields["ground"].choices = [  # type: ignore[attr-defined]
            (one.key, f"{one.title}（{print_citations(cite_all(one.basis))}）") for one in erasure_grounds(self.today)
        ]
        self.fields["entry"].offer(list(entries.exclude(act__in=ABOUT_ERASING)))  # type: ignore[attr-defined]


class ApproveErasureForm(ActForm):
    gseq = forms.IntegerField(label=_("记录序号"), min_value=1, help_text=_("对照记录亲自填写，防止删错。"))
