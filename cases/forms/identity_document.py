"""By which paper is a person identified: kind, number, and what the number does not tell?"""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from stdnum.cn import ric

from cases.forms.base import day
from cases.forms.identity import identity_number, tidy
from law.identity import RESIDENT, IdentityKind, identity_kind, identity_kinds, kind_told_by


class IdentityFields(forms.Form):
    """A resident's card is proposed; other papers ask for what their number does not say."""

    id_kind = forms.ChoiceField(label=_("身份证件种类"), required=False, initial=RESIDENT)
    nationality = forms.CharField(
        label=_("国籍"), max_length=40, required=False, help_text=_("持护照、外国人永久居留身份证的填写。")
    )
    sex = forms.ChoiceField(
        label=_("性别"), choices=[("", _("未填")), ("男", _("男")), ("女", _("女"))], required=False
    )
    born_on = day(_("出生日期"), required=False, help_text=_("证件号看不出的填写：年龄关系到处罚。"))
    born_on.widget.attrs["autocomplete"] = "bday"

    def offer_identity_kinds(self, on: date) -> None:
        self.fields["id_kind"].choices = [(one.key, one.title) for one in identity_kinds(on)]  # type: ignore[attr-defined]

    def settle_identity(self, data: dict[str, Any], on: date) -> None:
        """The number as its kind wants it; day of birth and sex where it tells them, asked for where it does not."""
        kind = identity_kind(data.get("id_kind") or RESIDENT, on)
        number = tidy(str(data.get("id_number") or ""))
        if kind.key == RESIDENT:
            kind = kind_told_by(number, on) or kind
        data["id_kind"] = kind.key
        if not number:
            if "id_number" not in self.errors:
                self.add_error("id_number", gettext("个人和个体工商户经营者要填写身份证件号。"))
            return
        try:
            data["id_number"] = document_number(kind, number)
        except ValidationError as problem:
            self.add_error("id_number", problem)
            return
        self._take_what_it_tells(data, kind, on)

    def _take_what_it_tells(self, data: dict[str, Any], kind: IdentityKind, on: date) -> None:
        number = data["id_number"]
        if kind.asks_nationality and not data.get("nationality"):
            self.add_error("nationality", gettext("填写国籍。"))
        if not kind.asks_nationality:
            data["nationality"] = ""
        if kind.checked:
            data["born_on"] = data.get("born_on") or ric.get_birth_date(number)
        elif not data.get("born_on") and "born_on" not in self.errors:
            self.add_error("born_on", gettext("从%(title)s号看不出年龄，填写出生日期。") % {"title": kind.title})
        if kind.tells_sex:
            data["sex"] = data.get("sex") or ("男" if int(number[16]) % 2 else "女")
        if data.get("born_on") and data["born_on"] > on:
            self.add_error("born_on", gettext("出生日期还没有到。"))

    def without_identity(self, data: dict[str, Any]) -> None:
        """An organisation is known by its credit code alone."""
        data |= {"id_number": "", "id_kind": RESIDENT, "nationality": "", "sex": "", "born_on": None}


def document_number(kind: IdentityKind, value: str) -> str:
    """The number of such a paper; raises ValidationError saying what is wrong."""
    number = identity_number(value) if kind.checked else tidy(value)
    if not kind.fits(number):
        raise ValidationError(
            gettext("%(title)s号写成这样：%(example)s。") % {"title": kind.title, "example": kind.example}
        )
    return number
