"""How does the form of a return take remarks on single fields, and the form that is done again show and answer them?"""

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.act import Act
from cases.case_file import CaseFile
from cases.comments import open_comments, returned_act
from cases.forms.base import ActForm, long_text

PLACES = 4
FIELD, TEXT, ANSWER = "comment_field_", "comment_text_", "comment_answer_"


def offer_places(form: ActForm, fields: dict[str, str]) -> None:
    """Pairs of a field and a remark, for as many places as a superior may want to name."""
    choices = [("", _("请选择")), *fields.items()]
    for number in range(1, PLACES + 1):
        named = {"number": number}
        form.fields[f"{FIELD}{number}"] = forms.ChoiceField(
            label=_("第 %(number)d 处：栏目") % named, choices=choices, required=False
        )
        form.fields[f"{TEXT}{number}"] = long_text(_("第 %(number)d 处：要改什么") % named, rows=2, required=False)
    names = tuple(f"{kind}{number}" for number in range(1, PLACES + 1) for kind in (FIELD, TEXT))
    form.more_groups.append((_("指到栏目的意见"), _("可不填；承办人重新办理时，在那一栏看到并答复。"), names))
    form.more_checks.append(half_filled)


def attach_comments(form: ActForm, file: CaseFile, machine: Any, act: Act, again: Any) -> None:
    """again: the form class of an act, by the act. Whatever is attached stands after the form's own fields."""
    returned = returned_act(file, machine, act)
    if returned is not None:
        subject = None if machine is file.case else machine
        shown = again(returned)(None, file=file, officer=form.officer, today=form.today, subject=subject)
        labels = {one.name: str(one.label) for one in shown.visible_fields() if one.name != "on"}
        offer_places(form, labels)
    waiting = open_comments(file, machine, act)
    if waiting:
        names = tuple(f"{ANSWER}{one.pk}" for one in waiting)
        form.more_groups.append((_("答复退回意见"), "", names))
    for one in waiting:
        told = {"who": one.given_by.name, "on": date_format(one.given_on), "text": one.text}
        target = form.fields.get(one.field)
        if target is not None:
            note = _("%(who)s %(on)s 退回意见：%(text)s") % told
            target.pins = [*getattr(target, "pins", []), (note, f"id_{ANSWER}{one.pk}")]  # type: ignore[attr-defined]
        form.fields[f"{ANSWER}{one.pk}"] = long_text(
            str(one),
            rows=2,
            help_text=_("写明怎样改的；不改的写明理由。"),
            error_messages={"required": _("写明对退回意见“%(comment)s”的答复。") % {"comment": one}},
        )


def facts_of(form: ActForm) -> dict[str, Any]:
    """The act's facts, with remarks and answers under names of their own."""
    data = form.cleaned_data
    facts = {name: one for name, one in form.to_facts().items() if not name.startswith((FIELD, TEXT, ANSWER))}
    comments = [
        {"field": data[f"{FIELD}{n}"], "label": _label(form, n), "text": data[f"{TEXT}{n}"]}
        for n in range(1, PLACES + 1)
        if data.get(f"{FIELD}{n}") and data.get(f"{TEXT}{n}")
    ]
    answers = {int(name.removeprefix(ANSWER)): text for name, text in data.items() if name.startswith(ANSWER)}
    return facts | ({"field_comments": comments} if comments else {}) | ({"field_answers": answers} if answers else {})


def half_filled(form: ActForm) -> None:
    """A remark without its place, or a place without a remark, is said at the field that is missing."""
    for number in range(1, PLACES + 1):
        place, text = form.cleaned_data.get(f"{FIELD}{number}"), form.cleaned_data.get(f"{TEXT}{number}")
        if text and not place:
            form.add_error(f"{FIELD}{number}", _("选定第 %(number)d 处意见的栏目。") % {"number": number})
        if place and not text:
            form.add_error(f"{TEXT}{number}", _("写明第 %(number)d 处要改什么。") % {"number": number})


def _label(form: ActForm, number: int) -> str:
    choices: Any = form.fields[f"{FIELD}{number}"]
    return str(dict(choices.choices)[form.cleaned_data[f"{FIELD}{number}"]])
