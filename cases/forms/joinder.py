"""Which case is joined to this one, or which parties are parted from it?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text
from cases.models import Case
from cases.states import State

SHOWN = 100


def _named(case: Case) -> str:
    return f"{case} {case.cause}"


class MergeForm(ActForm):
    other = RowChoice(label=_("并入本案的案件"), describe=_named, help_text=_("只列出本单位正在调查的其他案件。"))
    reason = long_text(_("并案的理由"), rows=4)
    opinion = long_text(_("意见"), rows=2, initial=_("建议并案办理。"))

    def prepare(self) -> None:
        case = self.case_file.case
        cases = Case.objects.filter(state=State.INVESTIGATING, department_id=case.department_id).exclude(pk=case.pk)
        free = cases.exclude(joined_to__state__in=("proposed", "merged", "approved", "linked", "done"))
        self.fields["other"].offer(free.order_by("-pk")[:SHOWN])  # type: ignore[attr-defined]
        self.fields["other"].initial = None


class SplitForm(ActForm):
    parties = forms.TypedMultipleChoiceField(
        label=_("分出的当事人"), widget=forms.CheckboxSelectMultiple, coerce=int, choices=[]
    )
    reason = long_text(_("分案的理由"), rows=4)
    opinion = long_text(_("意见"), rows=2, initial=_("建议分案办理。"))

    def prepare(self) -> None:
        self.fields["parties"].choices = [(one.pk, one.name) for one in self.case_file.parties]  # type: ignore[attr-defined]


class LinkForm(ActForm):
    other = RowChoice(label=_("分案线索"), describe=_named, help_text=_("先登记一条线索，再在这里选择。"))

    def prepare(self) -> None:
        case = self.case_file.case
        leads = Case.objects.filter(state=State.LEAD, department_id=case.department_id, joined_to=None)
        self.fields["other"].offer(leads.order_by("-pk")[:SHOWN])  # type: ignore[attr-defined]

    def to_facts(self) -> dict[str, Any]:
        return {"other": self.cleaned_data["other"]}
