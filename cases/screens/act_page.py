"""What stands beside the form of an act: read-back, preview, warnings, and what a reviewer compares?"""

from dataclasses import dataclass
from typing import Any

from django.forms import Field, FileField
from django.utils.translation import gettext as _

from cases.act import Act
from cases.beside import open_at_closing
from cases.case_file import CaseFile
from cases.forms.base import ActForm
from cases.screens.evidence_matrix import weak_spots
from cases.screens.offers import act_url


@dataclass(frozen=True)
class Answer:
    label: str
    value: str
    url: str = ""


@dataclass(frozen=True)
class Answers:
    title: str
    rows: list[Answer]


def answers(form: ActForm) -> list[Answers]:
    """What was typed, read back in words before it becomes law."""
    sections = []
    for legend, _help, fields in form.fieldsets:
        rows = [Answer(str(one.label), text) for one in fields if (text := _spoken(form, one.name))]
        if rows:
            sections.append(Answers(str(legend), rows))
    if follows := [Answer(str(label), value) for label, value in form.reckoned()]:
        sections.append(Answers(_("依法计算"), follows))
    return sections


def _spoken(form: ActForm, name: str) -> str:
    value: Any = form.cleaned_data.get(name)
    choices = dict(_flat(getattr(form.fields[name], "choices", ())))
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, list):
        return _("、").join(str(choices.get(one, one)) for one in value)
    if value is None or value == "":
        return ""
    return str(choices.get(value, value))


def _flat(choices: Any) -> Any:
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label


def preview_url(machine: Any, act: Act, form: ActForm | None) -> str:
    """Where the paper of this act can be read before it is done; nowhere for an act without one.

    The preview never takes an upload, which would be stored before the act is; an act that needs one has none.
    """
    if form is None or not (act.issues or act.drafts or act.reissues) or any(map(_must_upload, form.fields.values())):
        return ""
    return act_url(machine, act.key, "preview")


def _must_upload(field: Field) -> bool:
    return isinstance(field, FileField) and field.required


def warnings(file: CaseFile, act: Act) -> list[str]:
    """What is lawful but should be seen before it is done."""
    if act.key in ("pass_review", "return_review"):
        return [str(one) for one in open_at_closing(file)]
    if act.key not in ("propose_filing", "conclude_investigation"):
        return []
    found = weak_spots(file) if act.key == "conclude_investigation" else []
    for party in file.parties:
        age = party.age(file.case.occurred_on)
        if age is not None and age < 14:
            found.append(_("%(name)s不满十四周岁，不予行政处罚（行政处罚法第三十条）。") % {"name": party.name})
        elif age is not None and age < 18:
            found.append(_("%(name)s不满十八周岁，应当从轻或者减轻（行政处罚法第三十条）。") % {"name": party.name})
    return found
