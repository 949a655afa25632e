"""Which period and which unit shall be reviewed?"""

from datetime import date
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from law.review_standard import UnknownStandard
from officers.models import Department
from oversight.models import ReviewRun
from oversight.standards import standard_on, standards_on


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PeriodForm(forms.Form):
    use_required_attribute = False
    begins = forms.DateField(label=_("结案日期从"), widget=Day)
    ends = forms.DateField(label=_("到"), widget=Day)
    unit = forms.ModelChoiceField(
        label=_("单位"), queryset=Department.objects.none(), required=False, empty_label=_("全部单位")
    )

    standard = forms.ChoiceField(label=_("评查标准"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(one.key, one.title) for one in standards_on(localdate())]
        self.fields["standard"].choices = [("", _("本单位默认")), *known]  # type: ignore[attr-defined]
        self.fields["unit"].queryset = Department.objects.filter(handles_cases=True).order_by("name")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and ends and ends < begins:
            self.add_error("ends", _("结束日期早于开始日期。"))
        if ends:
            self._must_be_in_force(ends, cleaned.get("standard") or "")
        return cleaned

    def _must_be_in_force(self, ends: date, key: str) -> None:
        try:
            standard_on(ends, key)
        except UnknownStandard:
            self.add_error("ends", _("%(on)s 还没有评查标准。") % {"on": ends})


class RunForm(forms.Form):
    """Opens a review that was kept."""

    run = forms.ModelChoiceField(queryset=ReviewRun.objects.finished().select_related("unit"))


def this_year(today: date) -> dict[str, str]:
    """The period shown before anybody has asked for one."""
    return {"begins": today.replace(month=1, day=1).isoformat(), "ends": today.isoformat()}
