"""What was paid, or why is a decision not published?"""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text, yuan
from cases.models import Payment
from cases.money import account_of, owing_parties


class PaymentForm(ActForm):
    party = RowChoice(label=_("缴款当事人"))
    amount = yuan(_("金额（元）"))
    channel = forms.ChoiceField(
        # What officers took on the spot comes in by the act that punished on the spot, never here (行政处罚法 67.2).
        label=_("缴款方式"),
        choices=[one for one in Payment.Channel.choices if one[0] != Payment.Channel.SPOT],
        widget=forms.RadioSelect,
        initial="bank",
    )
    receipt_number = forms.CharField(label=_("财政票据号"), max_length=40)

    def prepare(self) -> None:
        self.fields["on"].label = _("缴款日期")
        owing = owing_parties(self.case_file, self.today)
        self.fields["party"].offer(owing)  # type: ignore[attr-defined]

    def clean_amount(self) -> Any:
        amount = self.cleaned_data["amount"]
        if amount <= 0:
            raise forms.ValidationError(gettext("金额要大于零。"))
        return amount

    def clean_receipt_number(self) -> str:
        number: str = self.cleaned_data["receipt_number"]
        if Payment.objects.filter(receipt_number=number).exists():
            raise forms.ValidationError(gettext("这个财政票据号已经登记过。"))
        return number

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        party, amount = data.get("party"), data.get("amount")
        if party and amount:
            left = account_of(self.case_file, party, data.get("on") or self.today).left
            if amount > left:
                self.add_error("amount", gettext("应缴余额是 %(left)s 元，多缴的先由财务核对。") % {"left": left})
        return data


class ExemptionForm(ActForm):
    reason = long_text(_("不予公示的理由"), rows=3)
