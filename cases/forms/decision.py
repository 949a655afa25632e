"""What is decided, on which ground, or why is more time needed?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, long_text
from cases.forms.report import SanctionsForm
from cases.models import Charge
from law.grounds import grounds_in_force


class PenaltyForm(SanctionsForm):
    opinion = long_text(_("决定意见"), rows=3, initial=_("同意按告知的处罚决定。"))
    late_reason = forms.CharField(label=_("超期原因（未超期不填）"), max_length=200, required=False)

    def field_groups(self) -> list[Any]:
        return [*self.sanction_groups(), (_("决定"), "", ("opinion", "late_reason"))]

    def proposal(self, charge: Charge) -> dict[str, Any]:
        notified = self.case_file.sanction(charge, "proposed")
        if notified is None:
            return super().proposal(charge)
        return {
            "kinds": notified.kinds,
            "fine": notified.fine or None,
            "confiscation": notified.confiscation or None,
            "other": notified.other,
            "reason": notified.reason,
        }

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self.check_amounts()
        return data

    def to_facts(self) -> dict[str, Any]:
        return {
            "sanctions": self.sanctions(),
            "opinion": self.cleaned_data["opinion"],
            "late_reason": self.cleaned_data["late_reason"],
        }


class NoPenaltyForm(ActForm):
    ground = forms.ChoiceField(label=_("法定情形"), widget=forms.RadioSelect)
    opinion = long_text(_("理由"), rows=4, help_text=_("写明事实怎样符合这一情形，照这段文字写进决定书。"))
    education = long_text(
        _("教育记录"),
        rows=3,
        required=False,
        help_text=_("何时、以什么方式、教育了什么（行政处罚法第三十三条第三款）。"),
    )
    late_reason = forms.CharField(label=_("超期原因（未超期不填）"), max_length=200, required=False)

    def prepare(self) -> None:
        self.fields["ground"].choices = [(one.key, one.title) for one in grounds_in_force(self.today)]  # type: ignore[attr-defined]


class ExtendForm(ActForm):
    reason = long_text(_("案情怎样复杂、为什么不能按期办结"), rows=4)


class TransferForm(ActForm):
    transferred_to = forms.CharField(label=_("受移送机关"), max_length=120)
    opinion = long_text(_("移送理由"), rows=4)
