"""Fields of the forms about checks: several rows of those offered, a time of day, lines of text."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.forms.base import say_what_is_missing


class RowsChoice(forms.MultipleChoiceField):
    """Several of the rows that are offered; a foreign id is not among them."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, describe: Callable[[Any], str] = str, **kwargs: Any) -> None:
        self.describe = describe
        self.rows: dict[str, Any] = {}
        super().__init__(**kwargs)

    def offer(self, rows: Iterable[Any]) -> None:
        self.rows = {str(one.pk): one for one in rows}
        self.choices = [(key, self.describe(one)) for key, one in self.rows.items()]

    def clean(self, value: Any) -> Any:
        return [self.rows[key] for key in super().clean(value)]


class AskForm(forms.Form):
    """The form of a page that asks: groups of fields, and its own words for what is missing."""

    use_required_attribute = False
    title: Any = ""
    explains: Any = ""
    groups: tuple[tuple[Any, Any, tuple[str, ...]], ...] = ()
    hidden: tuple[Any, ...] = ()

    def settle(self) -> None:
        say_what_is_missing(self)

    @property
    def fieldsets(self) -> list[Any]:
        named = {name for _legend, _help, names in self.groups for name in names}
        rest = [one for one in self.visible_fields() if one.name not in named]
        found = [(legend, hint, [self[name] for name in names]) for legend, hint, names in self.groups]
        return [*found, ("", "", rest)] if rest else found


def clock(label: Any, **kwargs: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H:%M:%S"],
        error_messages={"invalid": gettext_lazy("时间写成 09:40 这样。")},
        **kwargs,
    )


def partners_of(text: str) -> list[tuple[str, str]]:
    """(department, what it looks at) of each line 部门：检查内容. Raises ValidationError."""
    found = []
    for line in text.splitlines():
        if not line.strip():
            continue
        department, colon, looked_at = line.replace("：", ":").partition(":")
        if not (colon and department.strip() and looked_at.strip()):
            raise forms.ValidationError(
                _("“%(line)s”写成“部门：检查内容”，每个部门一行。") % {"line": line.strip()[:40]}
            )
        if len(department.strip()) > 80 or len(looked_at.strip()) > 200:
            raise forms.ValidationError(_("部门不超过 80 字，检查内容不超过 200 字。"))
        found.append((department.strip(), looked_at.strip()))
    return found
