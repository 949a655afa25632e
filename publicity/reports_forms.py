"""What is asked of somebody who reports something, and of somebody who wants to read the answer?"""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import day, say_what_is_missing
from cases.forms.identity import plate as tidy_plate
from inspections.models import Source
from inspections.sources_forms import InformantFields
from publicity.reports import is_code, new_code

KINDS = (
    (Source.Kind.REPORT, _("举报：有人违反交通运输的法律法规")),
    (Source.Kind.COMPLAINT, _("投诉：对运输服务不满意")),
)


class PublicReportForm(InformantFields):
    """What happened, where, when; who reports it only if he wants (个人信息保护法 6)."""

    named = _("这里写了您的姓名或者电话，删去；下面“怎样联系您”里可以写。")
    kind = forms.ChoiceField(label=_("要反映的是"), choices=KINDS, widget=forms.RadioSelect, initial=Source.Kind.REPORT)
    content = forms.CharField(
        label=_("发生了什么"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("谁、做了什么。不写您自己的姓名、电话和住址。有照片、录像的写明有什么，工作人员联系您时再提供。"),
    )
    place = forms.CharField(label=_("在哪里"), max_length=160)
    occurred_on = day(_("哪一天"), required=False)
    plate = forms.CharField(label=_("车牌号"), max_length=20, required=False)
    object_name = forms.CharField(label=_("哪家单位、什么人"), max_length=120, required=False)
    website = forms.CharField(
        label=_("这一格不要填"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    code = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, data: Any = None, *, now: datetime) -> None:
        super().__init__(data, initial={"code": new_code()})
        self.today: date = now.date()
        self.fields["name"].label, self.fields["phone"].label = gettext("您的姓名"), gettext("您的电话")
        say_what_is_missing(self)

    @property
    def fieldsets(self) -> list[Any]:
        groups: tuple[tuple[Any, Any, tuple[str, ...]], ...] = (
            (_("什么事"), "", ("kind", "content", "place", "occurred_on", "plate", "object_name")),
            (
                _("怎样联系您"),
                _("可以不填。只有承办人能看到，不公开，也不告诉被反映的人。不填的，凭编号和查询码看答复。"),
                ("name", "phone", "wants_unknown"),
            ),
        )
        return [(legend, hint, [self[name] for name in names]) for legend, hint, names in groups]

    def clean_plate(self) -> str:
        return tidy_plate(self.cleaned_data["plate"])

    def clean_occurred_on(self) -> date | None:
        on: date | None = self.cleaned_data["occurred_on"]
        if on and on > self.today:
            raise ValidationError(gettext("日期还没有到。"))
        return on

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(gettext("这一格是用来挡住自动程序的，请清空以后再提交。"))
        return ""

    def clean_code(self) -> str:
        """The page's own; anything else is replaced, and the writer is told the new one."""
        code: str = self.cleaned_data["code"]
        return code if is_code(code) else new_code()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self.keep_apart("content", "place", "object_name")
        return data

    def to_facts(self) -> dict[str, Any]:
        names = ("kind", "content", "place", "occurred_on", "plate", "object_name", "code")
        return {name: self.cleaned_data[name] for name in names}


class ReportStateForm(forms.Form):
    """Sent by POST, so that the code stands in no address and no log."""

    use_required_attribute = False
    number = forms.CharField(label=_("编号"), max_length=30)
    code = forms.CharField(
        label=_("查询码"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        say_what_is_missing(self)
