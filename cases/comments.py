"""Which remarks are pinned to the fields of an act, and which of them still wait for an answer?

An act of return carries `field_comments` among its facts, the act that is done again `field_answers`; perform() keeps
both from the declaration, so that no act's body knows of them.
"""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from cases.act import Act, Ask, Obstacle, acts_of
from cases.case_file import CaseFile
from cases.objects import about_of
from officers.models import Officer

FACTS = ("field_comments", "field_answers")


def returned_act(file: CaseFile, machine: Any, act: Act) -> Act | None:
    """The handlers' act that an act of return sends back: the one by which they last put the matter."""
    if not act.returns:
        return None
    put = [one.act for one in file.approvals(act.opinion_on) if one.post == "case_officers"]
    return acts_of(machine).get(put[-1]) if put else None


def open_comments(file: CaseFile, machine: Any, act: Act) -> list[Any]:
    return [one for one in comments_on(file, machine, act.key) if one.answered_on is None]


def comments_on(file: CaseFile, machine: Any, key: str) -> list[Any]:
    found = [one for one in file.case.field_comments.all() if (one.act, one.about) == (key, about_of(machine))]
    return sorted(found, key=lambda one: int(one.pk))


def comments_before(file: CaseFile, machine: Any, act: Act) -> list[Any]:
    """What was remarked on the matter and answered since, for whoever examines it again."""
    of_matter = {key for key, one in acts_of(machine).items() if act.opinion_on and one.opinion_on == act.opinion_on}
    found = [one for key in sorted(of_matter) for one in comments_on(file, machine, key) if one.answered_on]
    return sorted(found, key=lambda one: int(one.pk))


def unanswered(act: Act, machine: Any, ask: Ask) -> list[Obstacle]:
    """An act that was returned with remarks is done again only with an answer to each of them."""
    answers = ask.facts.get("field_answers") or {}
    return [
        Obstacle(
            _("退回意见“%(comment)s”还没有答复。") % {"comment": one}, act.basis, _("在这一栏改好，并写明怎样改的")
        )
        for one in open_comments(ask.file, machine, act)
        if ask.facts and not str(answers.get(one.pk, "")).strip()
    ]


def without_comments(facts: dict[str, Any]) -> dict[str, Any]:
    """What the act's own body is told."""
    return {name: value for name, value in facts.items() if name not in FACTS}


def keep_comments(file: CaseFile, machine: Any, act: Act, facts: dict[str, Any], officer: Officer, on: date) -> None:
    """file: as it stood before the act."""
    again = returned_act(file, machine, act)
    if again is not None:
        for said in facts.get("field_comments") or ():
            file.case.field_comments.create(
                about=about_of(machine), act=again.key, given_by=officer, given_on=on, **said
            )
    answers = facts.get("field_answers") or {}
    for one in open_comments(file, machine, act):
        if one.pk in answers:
            one.answer, one.answered_by, one.answered_on = answers[one.pk], officer, on
            one.save(update_fields=["answer", "answered_by", "answered_on"])
