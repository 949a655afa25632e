"""Who is the party, and which conduct is charged?"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, day, long_text, yuan
from cases.forms.identity import credit_code, plate
from cases.forms.identity_document import IdentityFields
from cases.models import Party
from cases.models.charge import OVERLOAD
from law.formulas import formula
from law.violations import UnknownViolation, Violation, violation, violations_in_force

OTHER_ACT = "other"


class PartyForm(IdentityFields, ActForm):
    groups = (
        (_("是谁"), "", ("kind", "name", "id_kind", "id_number", "uscc", "representative")),
        (_("怎么联系"), "", ("address", "phone")),
        (_("个人情况（居民身份证以外的证件要填）"), "", ("nationality", "sex", "born_on", "occupation")),
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
    occupation = forms.CharField(label=_("职业"), max_length=60, required=False)

    def prepare(self) -> None:
        self.offer_identity_kinds(self.today)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        kind = data.get("kind")
        if kind == Party.Kind.ORGANISATION:
            self._need("uscc", credit_code, gettext("单位要填写统一社会信用代码。"))
            self._need("representative", str, gettext("单位要填写法定代表人或者负责人。"))
            self.without_identity(data)
        elif kind:
            self.settle_identity(data, self.today)
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
            same_person = data.get("id_number") and (party.id_kind, party.id_number) == (
                data.get("id_kind"),
                data["id_number"],
            )
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
        (_("违法所得和计罚基数（没有就不填）"), "", ("illegal_income", "base_amount")),
        (_("追诉期限（连续行为、造成危害后果的才填）"), "", ("ended_on", "grave_harm")),
    )
    party = RowChoice(label=_("当事人"))
    violation_code = forms.ChoiceField(label=_("违法行为"))
    conduct_on = day(_("行为发生日期"))
    facts = long_text(_("违法事实"), rows=5, help_text=_("时间、地点、谁、做了什么；照这段文字写进文书。"))
    plate = forms.CharField(label=_("车牌号"), max_length=12, required=False)
    total_kg = forms.IntegerField(label=_("车货总质量（千克）"), min_value=1, max_value=500_000, required=False)
    limit_kg = forms.IntegerField(label=_("限定质量（千克）"), min_value=1, max_value=500_000, required=False)
    illegal_income = yuan(_("违法所得（元）"), required=False)
    base_amount = yuan(
        _("计罚基数（元）"), required=False, help_text=_("罚则按工程合同价款、林木价值等的比例罚款的才填。")
    )
    ended_on = day(_("行为终了日期"), required=False, help_text=_("连续或者继续的行为，从终了之日起计算二年。"))
    grave_harm = forms.BooleanField(label=_("涉及公民生命健康安全、金融安全且有危害后果"), required=False)
    same_act_as = RowChoice(
        label=_("与已有的违法行为是不是同一个行为"),
        required=False,
        help_text=_("同一个违法行为违反几条规定的，只按罚款数额高的规定罚款一次（行政处罚法第二十九条）。"),
    )

    def prepare(self) -> None:
        self._ask_about_the_act()
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]
        self.fields["violation_code"].choices = violation_choices(self.case_file.case.occurred_on)  # type: ignore[attr-defined]
        self.fields["conduct_on"].initial = self.case_file.case.occurred_on

    def _ask_about_the_act(self) -> None:
        if not self.case_file.charges:
            del self.fields["same_act_as"]
            return
        asked: Any = self.fields["same_act_as"]
        asked.rows = {str(one.pk): one for one in self.case_file.charges}
        others = [
            (key, gettext("与“%(conduct)s”是同一个行为") % {"conduct": one.violation.name})
            for key, one in asked.rows.items()
        ]
        asked.choices = [("", _("请选择")), (OTHER_ACT, _("是另一个行为")), *others]

    def field_groups(self) -> list[Any]:
        (legend, hint, names), *rest = self.groups
        asked = ("same_act_as",) if "same_act_as" in self.fields else ()
        return [(legend, hint, (*names, *asked)), *rest]

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
        if conduct_on and data.get("ended_on") and data["ended_on"] < conduct_on:
            self.add_error("ended_on", gettext("行为终了日期不能早于行为发生日期。"))
        self._check_the_act(data)
        return data

    def _check_the_act(self, data: dict[str, Any]) -> None:
        """Two charges of one day against one party: one act or two, the officer says which."""
        party, answered = data.get("party"), self.data.get("same_act_as")
        same_day = [
            one
            for one in self.case_file.charges
            if party and one.party_id == party.pk and one.conduct_on == data.get("conduct_on")
        ]
        if same_day and not answered:
            self.add_error("same_act_as", gettext("当事人同一天已有违法行为，请选择是不是同一个行为。"))

    def _check_in_force(self, code: str, conduct_on: Any) -> None:
        try:
            found = violation(code, conduct_on)
        except UnknownViolation:
            self.add_error("violation_code", gettext("行为发生之日没有这一条规定。"))
            return
        if is_a_share(found, conduct_on) and not self.cleaned_data.get("base_amount"):
            base = formula(found.formula, conduct_on).base
            self.add_error("base_amount", gettext("这一条按%(base)s的比例罚款，填写%(base)s。") % {"base": base})
        if found.formula == OVERLOAD and not self.cleaned_data.get("total_kg"):
            self.add_error("total_kg", gettext("超限运输要填写称重结果。"))


def is_a_share(found: Violation, on: Any) -> bool:
    """Does the fine follow from a sum such as the price of the contract?"""
    return bool(found.formula) and found.formula != OVERLOAD and formula(found.formula, on).kind == "share"


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
