"""How is a paper shown whose form is not yet complete: what stands in for an answer, and where is it asked?"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html

from cases.forms.base import ActForm

# Two characters of the private use area: nobody types them and no template takes them apart.
OPENS, CLOSES = "\ue000", "\ue001"
MARKER = re.compile(f"{OPENS}([0-9A-Za-z_]+){CLOSES}")
LAYERS = 4
"""An answer can make the next question necessary; so often is it asked again what is still missing."""


@dataclass(frozen=True)
class Slot:
    """One place that the officer has not filled: its question, its place in the form, what is shown for now."""

    name: str
    label: str
    anchor: str
    shown: str = ""
    """Empty: the place itself is marked on the paper."""


@dataclass(frozen=True)
class Fault:
    """Something that keeps the paper from being drawn, with the place in the form where it is put right."""

    sentence: str
    anchor: str = ""


def completed(make: Callable[[Any], ActForm], typed: Any) -> tuple[ActForm, dict[str, Slot]]:
    """The form with every unanswered question answered for the moment, and which those are.

    What was typed is never changed; a form that is wrong rather than incomplete stays wrong.
    """
    slots: dict[str, Slot] = {}
    data = typed.copy()
    form = make(data)
    for _layer in range(LAYERS):
        gaps = [name for name in form.errors if name in form.fields and name not in slots and _is_empty(form[name])]
        if not gaps:
            break
        for name in gaps:
            slots[name] = _fill(form, name, data, len(slots))
        form = make(data)
    return form, slots


def faults(form: ActForm) -> list[Fault]:
    """Why the form is not complete, in the order of its fields."""
    return [
        Fault(str(error), anchor_of(form[name]) if name in form.fields else "")
        for name, errors in form.errors.items()
        for error in errors
    ]


def anchor_of(field: BoundField) -> str:
    """Where templates/components/field.html shows this field."""
    return f"{field.auto_id}_group" if field.use_fieldset else str(field.id_for_label)


def marked(html: str, slots: dict[str, Slot], address: str) -> str:
    """The paper with its empty places in yellow, each leading to its field."""

    def mark(found: re.Match[str]) -> str:
        slot = slots.get(found[1])
        if slot is None:
            return ""
        return format_html(
            '<mark class="slot"><a href="{}#{}" target="_parent">{}</a></mark>', address, slot.anchor, slot.label
        )

    return MARKER.sub(mark, html).replace(OPENS, "").replace(CLOSES, "")


def _is_empty(field: BoundField) -> bool:
    return field.data in (None, "", [], ())


def _fill(form: ActForm, name: str, data: Any, place: int) -> Slot:
    field = form.fields[name]
    value, shown = _stand_in(field, form, f"{OPENS}{name}{CLOSES}", place)
    if isinstance(value, list) and hasattr(data, "setlist"):
        data.setlist(name, value)
    elif value is not None:
        data[name] = value
    return Slot(name, str(field.label), anchor_of(form[name]), shown)


def _stand_in(field: forms.Field, form: ActForm, marker: str, place: int) -> tuple[Any, str]:
    """What is sent in place of an answer, and how it reads where it cannot be marked on the paper."""
    if isinstance(field, forms.FileField):
        return None, ""
    if isinstance(field, forms.BooleanField):
        return "on", "√"
    if isinstance(field, forms.ChoiceField):
        key, label = next(((key, label) for key, label in _flat(field.choices) if key), ("", ""))
        return ([key] if isinstance(field, forms.MultipleChoiceField) else key), str(label)
    if isinstance(field, forms.DateTimeField):
        # Later questions get later hours: what begins must not end before.
        moment = datetime.combine(form.today, time(0, 30)) + timedelta(minutes=30 * place)
        return moment.strftime("%Y-%m-%dT%H:%M"), moment.strftime("%Y-%m-%d %H:%M")
    if isinstance(field, forms.DateField):
        return form.today.isoformat(), form.today.isoformat()
    if isinstance(field, forms.IntegerField):
        least = field.min_value() if callable(field.min_value) else field.min_value
        number = str(max(least or 0, 1))
        return number, number
    return marker, ""


def _flat(choices: Any) -> Any:
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label
