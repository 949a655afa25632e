"""Who is the party, and which conduct is charged?"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, day, long_text, yuan
from cases.forms.identity import credit_code, identity_number, plate
from cases.models import Party
from cases.models.charge import OVERLOAD
from law.violations import UnknownViolation, violation, violations_in_force


class PartyForm(ActForm):
    groups = (
        (_("是谁"), "", ("kind", "name", "id_number", "uscc", "representative")),
        (_("怎么联系"), "", ("address", "phone")),
        (_("个人情况（可不填）"), "", ("sex", "born_on", "occupation")),
    )
    kind = forms.ChoiceField(label=_("当事人类型"), choices=Party.Kind.choices, widget=forms.RadioSelect)
    name = forms.CharField(label=_("姓名或名称"), max_length=120)
    id_number = forms.CharField(
        label=_("身份证件号"), max_length=30, required=False, help_text=_("个人和个体工商户经营者填写。")
    )
    uscc = forms.CharField(label=_("统一社会信用代码"), max_length=30, required=False, help_text=_("单位填写。"))
    representative = forms.CharField(
        label=_("法定代表人（负责人、经营者）"), max_length=60, required=False, help_text=_("单位和个体工商户填写。")
    )
    address = forms.CharField(label=_("住址或地址"), max_length=200)
    phone = forms.CharField(label=_("联系电话"), max_length=30, required=False)
    sex = forms.ChoiceField(
        label=_("性别"), choices=[("", _("未填")), ("男", _("男")), ("女", _("女"))], required=False
    )
    born_on = day(_("出生日期"), required=False)
    born_on.widget.attrs["autocomplete"] = "bday"
    occupation = forms.CharField(label=_("职业"), max_length=60, required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        kind = data.get("kind")
        if kind == Party.Kind.ORGANISATION:
            self._need("uscc", credit_code, gettext("单位要填写统一社会信用代码。"))
            self._need("representative", str, gettext("单位要填写法定代表人或者负责人。"))
            data["id_number"] = ""
        elif kind:
            self._need("id_number", identity_number, gettext("个人和个体工商户经营者要填写身份证件号。"))
            data["uscc"] = tidy_code(data.get("uscc", ""))
        self._refuse_twice(data)
        return data

    def _need(self, name: str, check: Any, missing: str) -> None:
        value = self.cleaned_data.get(name, "")
        if not value:
            self.add_error(name, missing)
            return
        try:
            self.cleaned_data[name] = check(value)
        except ValidationError as problem:
            self.add_error(name, problem)

    def _refuse_twice(self, data: dict[str, Any]) -> None:
        for party in self.case_file.parties:
            same_person = data.get("id_number") and party.id_number == data["id_number"]
            if same_person or (data.get("uscc") and party.uscc == data["uscc"]):
                self.add_error("name", gettext("%(name)s已经是本案当事人。") % {"name": party.name})


def tidy_code(value: str) -> str:
    return value.strip().upper()


class WithdrawPartyForm(ActForm):
    party = RowChoice(label=_("剔除的当事人"))
    reason = forms.CharField(label=_("理由"), max_length=200)

    def prepare(self) -> None:
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]


class ChargeForm(ActForm):
    groups = (
        (
            _("什么行为"),
            _("条文和幅度按行为发生之日有效的法律自动带出。"),
            ("party", "violation_code", "conduct_on", "facts"),
        ),
        (_("超限运输（其他案件不填）"), "", ("plate", "total_kg", "limit_kg")),
        (_("违法所得（没有就不填）"), "", ("illegal_income",)),
    )
    party = RowChoice(label=_("当事人"))
    violation_code = forms.ChoiceField(label=_("违法行为"))
    conduct_on = day(_("行为发生日期"))
    facts = long_text(_("违法事实"), rows=5, help_text=_("时间、地点、谁、做了什么；照这段文字写进文书。"))
    plate = forms.CharField(label=_("车牌号"), max_length=12, required=False)
    total_kg = forms.IntegerField(label=_("车货总质量（千克）"), min_value=1, max_value=500_000, required=False)
    limit_kg = forms.IntegerField(label=_("限定质量（千克）"), min_value=1, max_value=500_000, required=False)
    illegal_income = yuan(_("违法所得（元）"), required=False)

    def prepare(self) -> None:
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]
        self.fields["violation_code"].choices = violation_choices(self.case_file.case.occurred_on)  # type: ignore[attr-defined]
        self.fields["conduct_on"].initial = self.case_file.case.occurred_on

    def clean_plate(self) -> str:
        return plate(self.cleaned_data["plate"])

    def clean_conduct_on(self) -> Any:
        if self.cleaned_data["conduct_on"] > self.today:
            raise ValidationError(gettext("行为发生日期还没有到。"))
        return self.cleaned_data["conduct_on"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        code, conduct_on = data.get("violation_code"), data.get("conduct_on")
        if code and conduct_on:
            self._check_in_force(code, conduct_on)
        if data.get("total_kg") and not data.get("limit_kg"):
            self.add_error("limit_kg", gettext("填写了车货总质量，就要填写限定质量。"))
        return data

    def _check_in_force(self, code: str, conduct_on: Any) -> None:
        try:
            found = violation(code, conduct_on)
        except UnknownViolation:
            self.add_error("violation_code", gettext("行为发生之日没有这一条规定。"))
            return
        if found.formula == OVERLOAD and not self.cleaned_data.get("total_kg"):
            self.add_error("total_kg", gettext("超限运输要填写称重结果。"))


def violation_choices(on: Any) -> list[Any]:
    """The catalogue in force on a day, by field of transport."""
    domains: dict[str, list[tuple[str, str]]] = {}
    for one in violations_in_force(on):
        domains.setdefault(one.domain, []).append((one.code, f"{one.code} {one.name}"))
    return [("", _("请选择")), *domains.items()]


class WithdrawChargeForm(ActForm):
    charge = RowChoice(label=_("撤回的违法行为"))
    reason = forms.CharField(label=_("理由"), max_length=200)

    def prepare(self) -> None:
        self.fields["charge"].offer(self.case_file.charges)  # type: ignore[attr-defined]
