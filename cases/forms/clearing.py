"""What must be cleared at once, and how was it cleared?"""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text, moment, yuan
from cases.forms.people import enforcers


class ClearingForm(ActForm):
    groups: ClassVar[Any] = (
        (_("清除什么"), "", ("party", "what", "cannot", "party_is_present")),
        (_("由谁清除"), "", ("executor", "manner", "budget", "law")),
        ("", "", ("opinion",)),
    )
    party = RowChoice(label=_("当事人"))
    what = forms.CharField(
        label=_("清除什么，在哪里"),
        max_length=200,
        help_text=_("道路、河道、航道或者公共场所的遗洒物、障碍物或者污染物。"),
    )
    cannot = forms.CharField(label=_("当事人为什么不能清除"), max_length=200)
    party_is_present = forms.BooleanField(label=_("当事人在场"), required=False)
    executor = forms.CharField(label=_("代履行人"), max_length=80, help_text=_("本机关，或者没有利害关系的第三人。"))
    manner = long_text(_("清除方式"), rows=2)
    budget = yuan(_("费用预算（元）"))
    law = forms.CharField(label=_("所依据的其他法律、法规"), max_length=120, required=False)
    opinion = long_text(_("为什么需要立即清除"), rows=3)

    def prepare(self) -> None:
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]
        self.fields["what"].initial = self.case_file.case.place


class ClearedForm(ActForm):
    carried_out_at = moment(_("实施时间"))
    supervisor = RowChoice(label=_("到场监督的执法人员"))
    signed_by = forms.CharField(
        label=_("签名或者盖章的人"), max_length=120, help_text=_("代履行人，当事人或者见证人。")
    )
    cost = yuan(_("实际费用（元）"), required=False)
    result = long_text(_("清除情况"), rows=4)

    def prepare(self) -> None:
        self.fields["supervisor"].offer(enforcers(self))  # type: ignore[attr-defined]
