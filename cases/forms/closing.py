"""What does closing ask?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, long_text


class ClosingForm(ActForm):
    closing_note = long_text(_("执行情况"), rows=4, help_text=_("何时、以什么方式履行完毕。"))
    opinion = long_text(_("意见"), rows=2, initial=_("案件已办理完毕，建议结案。"))

    def prepare(self) -> None:
        paid = [
            f"{one.party.name}于{one.paid_on}缴纳{one.amount}元（票据{one.receipt_number}）"
            for one in self.case_file.case.payments.all()
        ]
        self.fields["closing_note"].initial = "；".join(paid)


class CopyForm(ActForm):
    authority = forms.CharField(label=_("抄告机关"), max_length=120)
    plate = forms.CharField(label=_("车牌号"), max_length=12)

    def prepare(self) -> None:
        plates = [one.plate for one in self.case_file.charges if one.plate]
        self.fields["plate"].initial = plates[0] if plates else ""
