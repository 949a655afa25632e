"""What does the form of every act have in common?"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from cases.act import Text
from cases.case_file import CaseFile
from officers.models import Officer


class ActForm(forms.Form):
    """The few things an act asks; everything else the system knows.

    groups: (legend, help, names of fields) in the order a person answers them. to_facts() gives the arguments of the act.
    """

    use_required_attribute = False
    on = forms.DateField(
        label=_("办理日期"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("填写办理日期。"), "invalid": _("日期写成 2026-03-10 这样。")},
    )
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    groups: ClassVar[tuple[tuple[Text, Text, tuple[str, ...]], ...]] = ()
    template_name = "cases/act.html"

    def __init__(
        self,
        data: Any = None,
        *,
        file: CaseFile,
        officer: Officer,
        today: date,
        files: Any = None,
        subject: Any = None,
    ) -> None:
        """subject: the legal object that is acted on, where it is not the case itself."""
        self.case_file, self.officer, self.today, self.subject = file, officer, today, subject
        self.more_groups: list[tuple[Text, Text, tuple[str, ...]]] = []
        self.more_checks: list[Callable[[ActForm], None]] = []
        super().__init__(data, files, initial={"on": today, "seen_version": file.case.version})
        self.prepare()
        say_what_is_missing(self)

    def prepare(self) -> None:
        """Fill choices and add fields that depend on the case."""

    @property
    def hidden(self) -> list[BoundField]:
        return self.hidden_fields()

    @property
    def fieldsets(self) -> list[tuple[Text, Text, list[BoundField]]]:
        groups = [*self.field_groups(), *self.more_groups]
        named = {name for _legend, _help, names in groups for name in names}
        rest = tuple(one.name for one in self.visible_fields() if one.name not in named)
        if rest:
            groups = [*self.field_groups(), ("", "", rest), *self.more_groups]
        return [(legend, hint, [self[name] for name in names]) for legend, hint, names in groups]

    def field_groups(self) -> list[tuple[Text, Text, tuple[str, ...]]]:
        return list(self.groups)

    def _post_clean(self) -> None:
        for check in self.more_checks:
            check(self)

    def leave_unjudged(self) -> None:
        """Show what was typed without a word about what is wrong or missing in it: it comes out of a draft."""
        self.cleaned_data = {}
        self._errors = ErrorDict()

    def reckoned(self) -> list[tuple[Text, str]]:
        """What follows by law from what was typed, shown on the check page: (label, value)."""
        return []

    def to_facts(self) -> dict[str, Any]:
        """The act's facts out of the cleaned form."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("on", "seen_version")}


def say_what_is_missing(form: forms.BaseForm) -> None:
    """填写案由。 rather than 这个字段是必填项。 (ux.md §12); a field's own sentence stays."""
    for field in form.fields.values():
        if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
            verb = _("选择%(label)s。") if isinstance(field, forms.ChoiceField) else _("填写%(label)s。")
            field.error_messages["required"] = str(verb) % {"label": field.label}


def say_when_needed(form: forms.Form, when: Any, names: Iterable[str]) -> None:
    """Other words than （可不填） for fields that only some answers make necessary; "" where the screen shows it."""
    for name in names:
        form.fields[name].needed = when  # type: ignore[attr-defined]


class RowChoice(forms.ChoiceField):
    """A choice among rows that the case file has already loaded; a foreign id is not among them."""

    def __init__(self, *, describe: Callable[[Any], str] = str, **kwargs: Any) -> None:
        self.describe = describe
        self.rows: dict[str, Any] = {}
        super().__init__(**kwargs)

    def offer(self, rows: Iterable[Any]) -> None:
        """Let the person choose among these rows; a single one is proposed."""
        self.rows = {str(one.pk): one for one in rows}
        self.show()

    def show(self) -> None:
        """The choices of `rows`; a list that drops down begins with a line that is none of them."""
        nothing = [] if isinstance(self.widget, forms.RadioSelect) else [("", _("请选择"))]
        self.choices = [*nothing, *((key, self.describe(one)) for key, one in self.rows.items())]
        if len(self.rows) == 1:
            self.initial = next(iter(self.rows))

    def clean(self, value: Any) -> Any:
        chosen = super().clean(value)
        return self.rows.get(chosen)


def long_text(
    label: Any, *, rows: int = 4, required: bool = True, help_text: Any = "", **kwargs: Any
) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=20_000,
        **kwargs,
    )


def moment(label: Any, **kwargs: Any) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"],
        error_messages={"invalid": _("时间写成 2026-03-10 09:40 这样。")},
        **kwargs,
    )


def day(label: Any, **kwargs: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("日期写成 2026-03-10 这样。")} | kwargs.pop("error_messages", {}),
        **kwargs,
    )


def yuan(label: Any, **kwargs: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, min_value=0, max_digits=14, decimal_places=2, **kwargs)
