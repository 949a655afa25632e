"""Who may pay later and how, what goes back, what is not added?"""

from calendar import monthrange
from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.act import Text
from cases.forms.base import ActForm, RowChoice, day, long_text, yuan
from cases.models import PaymentPlan, Refund
from cases.money import account_of, may_ask_for_a_plan, owing_parties, refundable

MOST_INSTALMENTS = 6
PROPOSED_INSTALMENTS = 2


class AskPlanForm(ActForm):
    party = RowChoice(label=_("申请的当事人"))
    kind = forms.ChoiceField(
        label=_("申请事项"), choices=PaymentPlan.Kind.choices, widget=forms.RadioSelect, initial="instalments"
    )
    reason = long_text(_("申请理由"), rows=3)
    proof = long_text(_("经济困难的证明材料"), rows=2, help_text=_("写明材料的名称和来源；没有证明材料的不能批准。"))

    def prepare(self) -> None:
        self.fields["on"].label = _("申请日期")
        owing = owing_parties(self.case_file, self.today)
        self.fields["party"].offer(  # type: ignore[attr-defined]
            one for one in owing if may_ask_for_a_plan(self.case_file, one)
        )


class ApprovePlanForm(ActForm):
    opinion = long_text(_("审批意见"), rows=2, initial=_("同意。"))

    def prepare(self) -> None:
        left = account_of(self.case_file, self.subject.party, self.today).reckoning.fine_left
        several = self.subject.kind == PaymentPlan.Kind.INSTALMENTS
        proposed = shares(left, PROPOSED_INSTALMENTS if several else 1)
        for number in range(1, (MOST_INSTALMENTS if several else 1) + 1):
            known = number <= len(proposed)
            name = {"number": number}
            self.fields[f"due_{number}"] = day(
                gettext("第 %(number)d 期缴款日期") % name,
                required=number == 1,
                initial=month_end(self.today, number) if known else None,
            )
            self.fields[f"amount_{number}"] = yuan(
                gettext("第 %(number)d 期金额（元）") % name,
                required=number == 1,
                initial=proposed[number - 1] if known else None,
            )

    def field_groups(self) -> list[tuple[Text, Text, tuple[str, ...]]]:
        return [("", "", ("on", "opinion"))]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for number in range(1, MOST_INSTALMENTS + 1):
            due, amount = data.get(f"due_{number}"), data.get(f"amount_{number}")
            if due and not amount and not self.has_error(f"amount_{number}"):
                self.add_error(f"amount_{number}", gettext("填写这一期的金额。"))
            if amount and not due and not self.has_error(f"due_{number}"):
                self.add_error(f"due_{number}", gettext("填写这一期的缴款日期。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        numbers = [one for one in range(1, MOST_INSTALMENTS + 1) if data.get(f"due_{one}")]
        rows = [{"due_on": data[f"due_{one}"], "amount": data[f"amount_{one}"]} for one in numbers]
        return {"opinion": data["opinion"], "instalments": rows}


def shares(amount: Decimal, parts: int) -> list[Decimal]:
    """Equal parts in whole yuan; the last takes what is over."""
    each = (amount / parts).quantize(Decimal(1), ROUND_DOWN)
    return [*[each] * (parts - 1), amount - each * (parts - 1)]


def month_end(today: date, later: int) -> date:
    """The last day of a later month: 1 for the next one."""
    year, month = divmod(today.month - 1 + later, 12)
    year, month = today.year + year, month + 1
    return date(year, month, monthrange(year, month)[1])


class RefundForm(ActForm):
    party = RowChoice(label=_("退款给"))
    ground = forms.ChoiceField(label=_("退款事由"), choices=Refund.Ground.choices, widget=forms.RadioSelect)
    amount = yuan(_("退款金额（元）"))
    reason = long_text(_("退款理由"), rows=3)

    def prepare(self) -> None:
        over = {one.pk: refundable(self.case_file, one, self.today) for one in self.case_file.parties}
        found = [one for one in self.case_file.parties if over[one.pk] > 0]
        self.fields["party"].offer(found)  # type: ignore[attr-defined]
        if len(found) == 1:
            self.fields["amount"].initial = over[found[0].pk]

    def clean_amount(self) -> Any:
        return positive(self.cleaned_data["amount"])


def positive(amount: Any) -> Any:
    if amount <= 0:
        raise forms.ValidationError(gettext("金额要大于零。"))
    return amount


class RefundedForm(ActForm):
    voucher_number = forms.CharField(label=_("退付凭证号"), max_length=40)

    def prepare(self) -> None:
        self.fields["on"].label = _("退款日期")


class ForgoForm(ActForm):
    party = RowChoice(label=_("当事人"))
    amount = yuan(_("不加处的金额（元）"))
    opinion = long_text(_("理由"), rows=3)

    def prepare(self) -> None:
        ran = {
            one.pk: account_of(self.case_file, one, self.today).reckoning.surcharge_left
            for one in self.case_file.parties
        }
        found = [one for one in self.case_file.parties if ran[one.pk]]
        self.fields["party"].offer(found)  # type: ignore[attr-defined]
        if len(found) == 1:
            self.fields["amount"].initial = ran[found[0].pk]

    def clean_amount(self) -> Any:
        return positive(self.cleaned_data["amount"])
