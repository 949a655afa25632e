"""What does this kind of evidence still have to say of itself, and which facts does it prove?

The questions depend on the kind. They are asked again with the form as soon as the kind is known, so that no script is
needed; what is really missing for now may be left for later, but the investigation is not concluded without it.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.evidence_rules import fact_lines
from cases.models import Evidence
from law.evidence import YES, Requirement, missing, requirements


class FormalitiesMixin:
    """For an ActForm: fields by kind (`formal_KIND_NAME`), the tick 以后补正, and the facts that are proved."""

    asked_by = "kind"
    """The field on which the questions depend."""

    def ask_formalities(self, kind: str, given: dict[str, str]) -> None:
        """Add one field for each requirement of this kind; a form that did not ask them before proposes what is known."""
        self.kind_asked = kind
        form: Any = self
        self.asked = requirements(kind, form.today)
        form.fields["later"] = forms.BooleanField(
            label=_("暂时缺少的，以后补正（补正以前不能调查终结）"), required=False
        )
        for one in self.asked:
            form.fields[self.name_of(one)] = _field_of(one, given.get(one.name, ""))
        self.was_asked = (
            not form.is_bound or not self.asked or any(self.name_of(one) in form.data for one in self.asked)
        )
        if not self.was_asked:
            form.data = form.data.copy()
            for one in self.asked:
                form.data[self.name_of(one)] = given.get(one.name, "")

    def name_of(self, one: Requirement) -> str:
        return f"formal_{one.kind}_{one.name}"

    def formal_group(self) -> tuple[Any, Any, tuple[str, ...]]:
        kind = Evidence.Kind(self.kind_asked).label if self.kind_asked in Evidence.Kind.values else ""
        names = tuple(self.name_of(one) for one in self.asked)
        return (_("形式要件：%(kind)s") % {"kind": kind}, _("不适用的留空。"), (*names, "later"))

    def formalities(self) -> dict[str, str]:
        data: dict[str, Any] = self.cleaned_data  # type: ignore[attr-defined]
        said = {one.name: data.get(self.name_of(one)) for one in self.asked}
        texts = {name: YES if value is True else str(value or "").strip() for name, value in said.items()}
        return {name: text for name, text in texts.items() if text}

    def refuse_what_is_missing(self) -> None:
        form: Any = self
        if not self.was_asked:
            form.add_error(self.asked_by, gettext("这种证据还要写明下面的形式要件，请填写以后再提交。"))
            return
        if form.cleaned_data.get("later"):
            return
        for one in missing(self.kind_asked, self.formalities(), form.today):
            form.add_error(self.name_of(one), gettext("还缺“%(title)s”。") % {"title": one.title})

    # --- the facts that it proves ------------------------------------------------------------
    def ask_facts(self, known: set[tuple[int, int]]) -> None:
        form: Any = self
        file = form.case_file
        choices = [
            (f"{charge.pk}-{line}", f"{charge.violation.name}{gettext('：')}{text[:60]}")
            for charge in file.charges
            for line, text in enumerate(fact_lines(charge), 1)
        ]
        if not choices:
            return
        proposed = [f"{charge}-{line}" for charge, line in known] or [choices[0][0]][: 1 if len(choices) == 1 else 0]
        form.fields["supports"] = forms.MultipleChoiceField(
            label=_("证明哪些事实"),
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            initial=proposed,
            help_text=_("每个违法行为的每项事实都要有证据。"),
        )

    def supported(self) -> list[tuple[int, int]]:
        chosen: list[str] = self.cleaned_data.get("supports") or []  # type: ignore[attr-defined]
        return [(int(charge), int(line)) for charge, _dash, line in (one.partition("-") for one in chosen)]

    def without_questions(self, facts: dict[str, Any]) -> dict[str, Any]:
        """The act's facts: the answers by name instead of one field each."""
        rest = {name: value for name, value in facts.items() if not name.startswith("formal_")}
        rest.pop("later", None)
        rest.pop("supports", None)
        return rest | {"formalities": self.formalities(), "supports": self.supported()}


def _field_of(one: Requirement, given: str) -> forms.Field:
    if one.answer == "yes":
        return forms.BooleanField(label=one.title, required=False, initial=given == YES)
    if one.answer == "option":
        choices = [("", _("请选择")), *((text, text) for text in one.options)]
        return forms.ChoiceField(label=one.title, choices=choices, required=False, initial=given)
    return forms.CharField(label=one.title, max_length=200, required=False, initial=given)
