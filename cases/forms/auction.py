"""Which auction house was entrusted, and what came of it?"""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, day, say_when_needed, yuan


class EntrustForm(ActForm):
    contract = forms.CharField(label=_("委托拍卖合同"), max_length=120, help_text=_("合同编号。"))
    reserve = yuan(_("保留价（元）"), required=False, help_text=_("没有保留价的不填。"))

    def prepare(self) -> None:
        if self.subject:
            self.fields["reserve"].initial = self.subject.valuation


class ResultForm(ActForm):
    announced_on = day(_("拍卖公告日期"))
    held_on = day(_("拍卖日期"))
    sold = forms.TypedChoiceField(
        label=_("拍卖结果"),
        choices=[("yes", _("成交")), ("no", _("流拍"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
    price = yuan(_("成交价（元）"), required=False)
    buyer = forms.CharField(label=_("买受人"), max_length=120, required=False)
    confirmation = forms.CharField(label=_("成交确认书或者流拍证明"), max_length=120)
    receipt = forms.CharField(label=_("缴款票据"), max_length=120, required=False)

    def prepare(self) -> None:
        self.fields["held_on"].initial = self.today
        say_when_needed(self, _("（流拍的可不填）"), ("price", "buyer", "receipt"))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        announced, held, sold = data.get("announced_on"), data.get("held_on"), data.get("sold")
        if held and data.get("on") and held > data["on"]:
            self.add_error("held_on", gettext("拍卖日期晚于办理日期。"))
        if announced and held and announced >= held:
            self.add_error("announced_on", gettext("拍卖应当先公告（拍卖法第四十五条）。"))
        for name in ("price", "buyer", "receipt") if sold else ():
            if not data.get(name):
                self.add_error(name, gettext("成交的，写明买受人、成交价和缴款票据。"))
        if sold is False and data.get("price"):
            self.add_error("price", gettext("流拍没有成交价。"))
        return data
