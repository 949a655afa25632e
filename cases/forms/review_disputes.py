"""What is asked of whoever disputes a conclusion of the review, settles the dispute, or advises?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text
from officers.models import Officer
from officers.roles import Role


class ReexaminationForm(ActForm):
    request = long_text(_("申请复核的理由"), help_text=_("逐条写明不同意哪一条审核意见、为什么。"))


class DisputeForm(ActForm):
    reasons = long_text(_("承办机构的意见和理由"), help_text=_("审核意见由系统附上。"))


class SettleForm(ActForm):
    ruling = forms.ChoiceField(
        label=_("决定"),
        choices=(("review", _("按审核意见办理")), ("handlers", _("采纳承办机构的意见，附卷重新审核"))),
        widget=forms.RadioSelect,
    )
    opinion = long_text(_("负责人的意见和理由"))


class AskCounselForm(ActForm):
    counsel = RowChoice(label=_("法律顾问"), describe=lambda one: f"{one.name}（{one.position}）")
    question = long_text(_("征求意见的问题"), rows=3)

    def prepare(self) -> None:
        self.fields["counsel"].offer(Officer.objects.holding(Role.LEGAL_COUNSEL))  # type: ignore[attr-defined]


class AdviceForm(ActForm):
    text = long_text(_("顾问意见"), rows=6, help_text=_("供审核人员参考，不代替审核结论。"))
