"""What is decided, on which ground, or why is more time needed?"""

from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text
from cases.forms.report import SanctionsForm
from cases.models import Charge
from cases.notified import current_proposal
from law.grounds import grounds_in_force


class PenaltyForm(SanctionsForm):
    opinion = long_text(_("决定意见"), rows=3, initial=_("同意按告知的处罚决定。"))
    late_reason = forms.CharField(label=_("超期原因（未超期不填）"), max_length=200, required=False)

    def field_groups(self) -> list[Any]:
        return [*self.sanction_groups(), (_("决定"), "", ("opinion", "late_reason"))]

    def proposal(self, charge: Charge) -> dict[str, Any]:
        notified = current_proposal(self.case_file, charge)
        if notified is None:
            return super().proposal(charge)
        return {
            "kinds": notified.kinds,
            "fine": notified.fine or None,
            "confiscation": notified.confiscation or None,
            "returned": notified.returned or None,
            "returned_to": notified.returned_to,
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
    groups = (
        (_("情形和理由"), "", ("ground", "opinion")),
        (_("这一情形要查明的事（不适用的不填）"), "", ("harm", "shown_by", "guardian")),
        (_("教育和期限"), "", ("education", "late_reason")),
    )
    ground = forms.ChoiceField(label=_("法定情形"), widget=forms.RadioSelect)
    opinion = long_text(_("理由"), rows=4, help_text=_("写明事实怎样符合这一情形，照这段文字写进决定书。"))
    harm = long_text(
        _("危害后果的有无和轻重"),
        rows=2,
        required=False,
        help_text=_("轻微、初次违法：写明有没有危害后果，怎样查明的。"),
    )
    shown_by = RowChoice(
        label=_("据以认定的证据"),
        required=False,
        help_text=_("没有主观过错：当事人提供的证据；不能辨认或者控制自己行为：鉴定意见或者医院证明。"),
    )
    guardian = forms.CharField(
        label=_("监护人（已责令管教、看管）"),
        max_length=60,
        required=False,
        help_text=_("未成年人、精神病人、智力残疾人。"),
    )
    education = long_text(
        _("教育记录"),
        rows=3,
        required=False,
        help_text=_("何时、以什么方式、教育了什么（行政处罚法第三十三条第三款）。"),
    )
    late_reason = forms.CharField(label=_("超期原因（未超期不填）"), max_length=200, required=False)

    def prepare(self) -> None:
        self.fields["ground"].choices = [(one.key, one.title) for one in grounds_in_force(self.today)]  # type: ignore[attr-defined]
        shown_by: Any = self.fields["shown_by"]
        shown_by.offer(self.case_file.evidence)
        shown_by.initial = ""  # A proof is chosen, never proposed.
        lessons = sorted(self.case_file.case.education_records.all(), key=lambda one: one.pk)
        self.fields["education"].initial = "\n".join(
            f"{localtime(one.taught_at):%Y-%m-%d %H:%M}，{one.place}，{one.person_name}：{one.content}{one.response}"
            for one in lessons
        )


class ExtendForm(ActForm):
    reason = long_text(_("案情怎样复杂、为什么不能按期办结"), rows=4)


class TransferForm(ActForm):
    transferred_to = forms.CharField(label=_("受移送机关"), max_length=120)
    opinion = long_text(_("移送理由"), rows=4)
