"""What is asked about another organ: whose case it is, what it should find out, what it answered?"""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, day, long_text
from cases.models import Dispute
from cases.states import State
from law.limits import limit


class DisputeForm(ActForm):
    other_agency = forms.CharField(label=_("对方机关"), max_length=120)
    question = long_text(
        _("争议的问题"), rows=4, help_text=_("违法行为发生地、各自的立案日期（最先立案的机关管辖）、各自的理由。")
    )


class OutcomeForm(ActForm):
    outcome = forms.ChoiceField(label=_("结果"), widget=forms.RadioSelect, choices=Dispute.Outcome.choices)
    note = long_text(_("协商经过"), rows=3)


class DesignationRequestForm(ActForm):
    superior = forms.CharField(label=_("共同的上一级机关"), max_length=120)
    opinion = long_text(_("请示的理由和意见"), rows=4)


class DesignationForm(ActForm):
    outcome = forms.ChoiceField(label=_("指定结果"), widget=forms.RadioSelect, choices=Dispute.Outcome.choices)
    decision_number = forms.CharField(label=_("指定管辖文号"), max_length=60)


class AssistanceForm(ActForm):
    addressee = forms.CharField(label=_("协助机关"), max_length=120)
    questions = long_text(_("请求协助调查的问题"), rows=5, help_text=_("逐条写明要查什么、要什么材料。"))
    due_on = day(_("请于何日前答复"))

    def prepare(self) -> None:
        self.fields["due_on"].initial = self.today + timedelta(days=limit("assistance_days", self.today))

    def clean_due_on(self) -> object:
        due = self.cleaned_data["due_on"]
        if due and due < self.today:
            raise forms.ValidationError(_("答复日期早于发函日期。"))
        return due


class AnswerForm(ActForm):
    answer = long_text(_("答复内容"), rows=5)


class IncomingForm(ActForm):
    sender = forms.CharField(label=_("移送机关"), max_length=120)
    letter_number = forms.CharField(label=_("移送函文号"), max_length=60, required=False)
    materials = long_text(_("随案材料和物品"), rows=4, help_text=_("清点以后逐件写明。"))

    def prepare(self) -> None:
        self.fields["on"].label = _("收到日期")
        self.fields["sender"].initial = self.case_file.case.source_detail


class SenderAnswerForm(ActForm):
    answer = long_text(_("答复内容"), rows=4)

    def prepare(self) -> None:
        case = self.case_file.case
        if case.filed_on:
            text = f"本机关已于{case.filed_on.isoformat()}决定立案，案号{case.number}。"
        else:
            text = f"本机关决定不予立案，理由：{case.exit_reason}" if case.state == State.NOT_FILED else ""
        self.fields["answer"].initial = text


class AcceptanceForm(ActForm):
    receiver = forms.CharField(label=_("接收人"), max_length=60)
    answer = long_text(_("受移送机关的意见"), rows=3, required=False)


class RejectionForm(ActForm):
    answer = long_text(_("不接收的理由"), rows=4)
