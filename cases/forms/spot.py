"""What is recorded of a penalty on the spot, of its copy and of money taken there?"""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.earlier import earlier_penalties, history_of
from cases.forms.base import ActForm, long_text, moment, yuan
from cases.forms.spot_discretion import DiscretionFields, repeated
from cases.models import Payment, SpotCollection, SpotPenalty, Statement
from cases.reckoned import reckon_case
from cases.uploads import Signature, check_signature
from officers.models import Bureau

TICKS = ("certificates_shown", "told_facts", "told_rights")
PENALTIES = (("fine", _("罚款")), ("warning", _("警告")))


class TellingFields(forms.Form):
    """What the officers did before they decided, how the party signed, and whether they took the money."""

    certificates_shown = forms.BooleanField(label=_("已出示执法证件并查明身份"), required=False)
    told_facts = forms.BooleanField(label=_("已口头告知违法事实、处罚理由和依据"), required=False)
    told_rights = forms.BooleanField(label=_("已口头告知陈述、申辩等权利义务"), required=False)
    told_fine = forms.DecimalField(
        required=False, min_value=0, max_digits=14, decimal_places=2, widget=forms.HiddenInput
    )
    signing = forms.ChoiceField(
        label=_("当事人怎么签名"),
        choices=SpotPenalty.Signing.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("选择当事人怎么签名。")},
    )
    signature = forms.CharField(required=False, max_length=400_000, widget=forms.HiddenInput)
    refusal = forms.CharField(label=_("拒签的情况（拒签必填）"), max_length=200, required=False)
    signer = forms.CharField(
        label=_("代理人签名的，写姓名"), max_length=60, required=False, help_text=_("本人或者法定代表人签名的不填。")
    )
    signer_relation = forms.CharField(label=_("代理人与当事人关系"), max_length=60, required=False)
    collected = forms.BooleanField(label=_("当场收缴罚款"), required=False)
    ground = forms.ChoiceField(
        label=_("当场收缴的理由"), choices=[("", _("请选择")), *SpotCollection.Ground.choices], required=False
    )
    ground_note = forms.CharField(label=_("具体情况"), max_length=200, required=False)
    asked_by_party = forms.BooleanField(label=_("当事人提出当场缴纳"), required=False)
    on_water = forms.BooleanField(label=_("在水上收缴，尚未抵岸"), required=False)
    receipt_number = forms.CharField(label=_("财政票据号"), max_length=40, required=False)
    drawn: Signature | None = None

    def clean_signature(self) -> str:
        data: str = self.cleaned_data["signature"]
        if data:
            self.drawn = check_signature(data)
        return data

    def clean_receipt_number(self) -> str:
        number: str = self.cleaned_data["receipt_number"].strip()
        if number and Payment.objects.filter(receipt_number=number).exists():
            raise ValidationError(gettext("这个财政票据号已经登记过。"))
        return number

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        signing = data.get("signing")
        if signing == "drawn" and not self.drawn and "signature" not in self.errors:
            self.add_error("signing", gettext("还没有签名，请当事人在屏幕上签名，或者选择其他方式。"))
        if signing == "refused" and not data.get("refusal"):
            self.add_error("refusal", gettext("写明当事人拒绝签收的情况。"))
        if data.get("signer") and not data.get("signer_relation"):
            self.add_error("signer_relation", gettext("写明代理人与当事人的关系。"))
        if data.get("collected"):
            self._clean_collection(data)
        return data

    def _clean_collection(self, data: dict[str, Any]) -> None:
        if not data.get("ground"):
            self.add_error("ground", gettext("选择当场收缴的理由。"))
        if not data.get("receipt_number") and "receipt_number" not in self.errors:
            self.add_error("receipt_number", gettext("填写财政票据号；没有票据，不得当场收缴。"))

    def spot_facts(self, party: Any, fine: Decimal, given_at: datetime) -> dict[str, Any]:
        data = self.cleaned_data
        own = party.representative if not party.is_person else party.name
        # Printed on the decision: Chinese in whatever language the officer reads.
        relation = "本人" if party.is_person else "法定代表人（负责人）"
        told_fine = data["told_fine"]
        facts: dict[str, Any] = {name: data[name] for name in TICKS} | {
            "given_at": given_at,
            "told_fine": fine if told_fine is None else told_fine,
            "signing": data["signing"],
            "signer": data["signer"] or own or party.name,
            "signer_relation": data["signer_relation"] or relation,
            "refusal": data["refusal"] if data["signing"] == "refused" else "",
        }
        if data["signing"] == "drawn" and self.drawn:
            facts |= {"signature": self.drawn.file, "signature_sha256": self.drawn.sha256}
        return facts

    def collection_facts(self) -> dict[str, Any] | None:
        data = self.cleaned_data
        names = ("ground", "ground_note", "asked_by_party", "on_water", "receipt_number")
        return {name: data[name] for name in names} if data["collected"] else None


def sanction_of(penalty: str, fine: Decimal | None, reason: str = "") -> dict[str, Any]:
    amount = (fine or Decimal(0)) if penalty == "fine" else Decimal(0)
    return {"kinds": [penalty], "fine": amount, "confiscation": Decimal(0), "other": "", "reason": reason}


class StatementFields(forms.Form):
    """What the party said before the decision, and how it was answered (行政处罚法 45)."""

    heard = forms.ChoiceField(
        label=_("当事人的陈述、申辩"),
        choices=[("none", _("没有提出")), ("made", _("提出了"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("选择当事人有没有提出陈述、申辩。")},
    )
    statement = long_text(_("陈述、申辩的内容"), rows=2, required=False)
    accepted = forms.ChoiceField(
        label=_("复核结果"), choices=[("", _("请选择")), *Statement.Accepted.choices], required=False
    )
    answer = long_text(_("复核的理由"), rows=2, required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("heard") != "made":
            return data
        if not data.get("statement"):
            self.add_error("statement", gettext("写明当事人陈述、申辩的内容。"))
        if not data.get("accepted"):
            self.add_error("accepted", gettext("选择复核的结果。"))
        if not data.get("answer"):
            self.add_error("answer", gettext("写明复核的理由。"))
        return data

    def statement_facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("heard") != "made":
            return {"text": "", "accepted": "", "answer": ""}
        return {"text": data["statement"], "accepted": data["accepted"], "answer": data["answer"]}


class SpotPenaltyForm(TellingFields, StatementFields, DiscretionFields, ActForm):
    """For a summary case that was registered before: the roadside screen asks the same in one go."""

    groups = (
        (_("处罚"), "", ("on", "given_at", "penalty", "fine")),
        (_("裁量"), "", ("circumstances", "level", "reason", "weighed")),
        (_("告知和听取"), "", (*TICKS, "heard", "statement", "accepted", "answer")),
        (_("签名"), "", ("signing", "refusal", "signer", "signer_relation")),
        (
            _("当场收缴（一般不用）"),
            "",
            ("collected", "ground", "ground_note", "asked_by_party", "on_water", "receipt_number"),
        ),
    )
    given_at = moment(_("处罚时间"))
    penalty = forms.ChoiceField(label=_("处罚种类"), choices=PENALTIES, widget=forms.RadioSelect, initial="fine")
    fine = yuan(_("罚款（元）"), required=False)

    def field_groups(self) -> list[Any]:
        return [
            (legend, hint, tuple(one for one in names if one in self.fields)) for legend, hint, names in self.groups
        ]

    def prepare(self) -> None:
        self.offer_discretion([one.violation for one in self.case_file.charges], self.today)
        self.fields["given_at"].initial = localtime()
        # The pad is on the roadside screen; here one signs on paper.
        self.fields["signing"].choices = [  # type: ignore[attr-defined]
            one for one in SpotPenalty.Signing.choices if one[0] != SpotPenalty.Signing.DRAWN
        ]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("penalty") == "fine" and not data.get("fine"):
            self.add_error("fine", gettext("填写罚款数额。"))
        self.found = self._find()
        if data.get("given_at") and data.get("on") and localdate(data["given_at"]) != data["on"]:
            self.add_error("given_at", gettext("处罚时间与办理日期不是同一天。"))
        return data

    def _find(self) -> dict[int, dict[str, Any]]:
        """What was found of each charge; the reason of a fine inside its step follows from it."""
        file, data = self.case_file, self.cleaned_data
        history = history_of(earlier_penalties(file), file)
        found = {one.pk: self.found_with(self.level_of(one.violation, self.today)) for one in file.charges}
        for pk, one in reckon_case(file, self.today, found, history).items():
            found[pk] = self.found_with(found[pk]["level"], repeated(one))
            if data.get("penalty") == "fine":
                self.take_over_reason(one, data.get("fine") or Decimal(0))
        return found

    def to_facts(self) -> dict[str, Any]:
        data, parties = self.cleaned_data, self.case_file.parties
        one = sanction_of(data["penalty"], data["fine"], data["reason"])
        facts: dict[str, Any] = {
            "found": self.found,
            "weighed": data["weighed"],
            "sanctions": {charge.pk: one for charge in self.case_file.charges},
            "statement": self.statement_facts(),
        }
        if parties:
            facts["spot"] = self.spot_facts(parties[0], one["fine"], data["given_at"])
        if collection := self.collection_facts():
            facts["collection"] = collection
        return facts


class CopyFiledForm(ActForm):
    recipient = forms.CharField(label=_("接收备案的部门或者人员"), max_length=60)

    def prepare(self) -> None:
        self.fields["recipient"].initial = Bureau.objects.get().contact[:60]


class LandedForm(ActForm):
    def prepare(self) -> None:
        self.fields["on"].label = _("抵岸日期")


class ReceivedForm(ActForm):
    def prepare(self) -> None:
        self.fields["on"].label = _("交至机关日期")


class DepositForm(ActForm):
    deposit_number = forms.CharField(label=_("银行回单号"), max_length=40)

    def prepare(self) -> None:
        self.fields["on"].label = _("缴付银行日期")
