"""What did a performance in the party's place cost, and what became of the debt?"""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text, say_when_needed, yuan
from cases.forms.materials import WithMaterials
from cases.models import Clearing, CostPayment
from cases.substitute_costs import demand_of, order_of, reminder_of, unaccounted
from officers.models import Bureau


class AccountForm(ActForm):
    groups: ClassVar[Any] = (
        (_("花了多少"), "", ("performed", "cost", "breakdown", "excess_reason")),
        (_("由谁承担"), "", ("prepaid", "paid_back", "waiver")),
    )
    performed = RowChoice(
        label=_("哪一次代履行"), describe=lambda one: f"{one.party.name}：{one}", widget=forms.RadioSelect
    )
    cost = yuan(_("实际费用（元）"))
    breakdown = long_text(_("费用构成"), rows=3, help_text=_("人工、机械、材料等逐项写明金额和票据。"))
    excess_reason = long_text(_("超出预算的理由"), rows=2, required=False)
    prepaid = yuan(_("已经预付（元）"), initial=0)
    paid_back = forms.CharField(label=_("多预付的怎样退还"), max_length=200, required=False)
    waiver = forms.CharField(
        label=_("不由当事人承担的法律依据"), max_length=200, required=False, help_text=_("法律另有规定的才填。")
    )

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        found = unaccounted(self.case_file)
        say_when_needed(self, _("（没有超出的可不填）"), ("excess_reason",))
        say_when_needed(self, _("（没有多付的可不填）"), ("paid_back",))
        fields["performed"].rows = {f"{one._meta.model_name}-{one.pk}": one for one in found}
        fields["performed"].show()
        if len(found) == 1:
            fields["cost"].initial = found[0].cost
            fields["cost"].help_text = gettext("预算 %(budget)s 元。") % {"budget": found[0].budget}

    def clean_cost(self) -> Any:
        if self.cleaned_data["cost"] <= 0:
            raise forms.ValidationError(gettext("金额要大于零。"))
        return self.cleaned_data["cost"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        cost, prepaid = data.get("cost"), data.get("prepaid")
        if cost and prepaid and prepaid > cost and not data.get("paid_back"):
            self.add_error("paid_back", gettext("预付多于实际费用的，多出的部分退还当事人。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        performed = facts.pop("performed")
        is_clearing = isinstance(performed, Clearing)
        rows = {"clearing": performed if is_clearing else None, "execution": None if is_clearing else performed}
        return facts | rows | {"party": performed.party}


class CostPaymentForm(ActForm):
    amount = yuan(_("金额（元）"))
    receipt_number = forms.CharField(label=_("票据号"), max_length=40)

    def prepare(self) -> None:
        self.fields["on"].label = _("缴款日期")
        if self.subject:
            self.fields["amount"].initial = self.subject.left

    def clean_amount(self) -> Any:
        if self.cleaned_data["amount"] <= 0:
            raise forms.ValidationError(gettext("金额要大于零。"))
        return self.cleaned_data["amount"]

    def clean_receipt_number(self) -> str:
        number: str = self.cleaned_data["receipt_number"]
        if CostPayment.objects.filter(receipt_number=number).exists():
            raise forms.ValidationError(gettext("这个财政票据号已经登记过。"))
        return number


class ProposeApplicationForm(WithMaterials):
    groups: ClassVar[Any] = ((_("申请什么"), "", ("on", "court", "requests", "assets")),)
    court = forms.CharField(
        label=_("受理法院"), max_length=80, help_text=_("执行对象是不动产的，填不动产所在地的法院。")
    )
    requests = long_text(_("请求事项"), rows=3)
    assets = long_text(_("执行标的（财产线索）"), rows=3)

    def prepare(self) -> None:
        claim = self.subject
        self.fields["court"].initial = Bureau.objects.get().court
        # What is proposed here is printed: papers are Chinese for every reader.
        self.fields["requests"].initial = f"强制执行被申请人{claim.party.name}应缴未缴的代履行费用 {claim.left} 元。"
        self.ask_for_materials()

    def known(self, key: str) -> str:
        file, claim = self.case_file, self.subject
        order, told = order_of(file, claim), (demand_of(file, claim), reminder_of(file, claim))
        return {
            "application": "强制执行申请书（负责人签名、盖章）",
            "decision": f"{order.number if order else ''} 及代履行费用的票据".strip(),
            "opinion": " ".join([*(one.number for one in told if one), "及送达回证"])[:200],
            "other": "无",
        }.get(key, "")


class CourtForm(ActForm):
    accepted = forms.TypedChoiceField(
        label=_("法院的处理"),
        choices=[("yes", _("受理")), ("no", _("不予受理"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
    court_number = forms.CharField(label=_("法院案号"), max_length=60, required=False)
    court_reason = long_text(_("法院的理由"), rows=3, required=False)
