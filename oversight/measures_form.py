"""What shall be done about each fault of a review, in the administrator's own words?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from oversight.self_report import OTHER, SelfReport

MOST = 2000


class MeasuresForm(forms.Form):
    use_required_attribute = False

    def __init__(self, data: Any = None, *, said: SelfReport) -> None:
        super().__init__(data)
        self._items = {f"measure-{number}": one.item.number for number, one in enumerate(said.problems, start=1)}
        for name, problem in zip(self._items, said.problems, strict=True):
            label = f"{problem.item.number} {problem.item.text}"
            self.fields[name] = _text(label, problem.measure, _("清空后恢复为系统建议的措施。"))
        self._items["other"] = OTHER
        self.fields["other"] = _text(_("其他需要说明的情况"), said.other, "")

    def texts(self) -> dict[str, str]:
        return {item: self.cleaned_data[name] for name, item in self._items.items()}


def _text(label: Any, initial: str, help_text: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, initial=initial, help_text=help_text, required=False, max_length=MOST, widget=widget
    )
