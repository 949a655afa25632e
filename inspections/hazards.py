"""What becomes of a hazard after the check: an answer, more time, another look, done?"""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from inspections.models import Hazard, Task
from officers.models import Officer


class NotPossible(RuntimeError):
    """Why, in words for the person."""


@transaction.atomic
def note_answer(hazard: Hazard, officer: Officer, *, answered_on: date, answer: str) -> None:
    """What the enterprise reports; whether it is so, a re-check says. Raises NotPossible."""
    found = _open(hazard)
    if answered_on < found.found_on:
        raise NotPossible(_("报告日期早于发现日期。"))
    found.answer, found.answered_on = answer, answered_on
    found.save(update_fields=["answer", "answered_on"])


@transaction.atomic
def ask_for_recheck(hazard: Hazard, officer: Officer, *, begins_on: date, due_on: date, officers: Any) -> Task:
    """A task of its own, for all hazards of the same check that are still open. Raises NotPossible."""
    found = _open(hazard)
    if due_on < begins_on:
        raise NotPossible(_("最迟完成日期早于开始日期。"))
    made_at = found.check_made
    task = Task.objects.create(
        origin=Task.Origin.RECHECK,
        title=_("复查整改：%(name)s") % {"name": made_at.target.name[:90]},
        target=made_at.target,
        begins_on=begins_on,
        due_on=due_on,
    )
    task.items.set(made_at.items.values_list("pk", flat=True))
    task.officers.set(officers)
    made_at.hazards.open().update(recheck=task)
    return task


@transaction.atomic
def rectify(hazard: Hazard, officer: Officer, *, rectified_on: date, rectified_seen: str) -> None:
    """Seen to be put right, by an officer. Raises NotPossible."""
    found = _open(hazard)
    if rectified_on < found.found_on:
        raise NotPossible(_("整改完成日期早于发现日期。"))
    found.rectified_on, found.rectified_seen, found.rectified_by = rectified_on, rectified_seen, officer
    found.save(update_fields=["rectified_on", "rectified_seen", "rectified_by"])


@transaction.atomic
def give_more_time(hazard: Hazard, officer: Officer, *, on: date, due_on: date, why: str) -> None:
    """Not put right yet: until when at the latest now. Raises NotPossible."""
    found = _open(hazard)
    if due_on <= found.due_on:
        raise NotPossible(_("新的期限应当晚于 %(on)s。") % {"on": found.due_on})
    found.check_made.events.create(
        act="give_more_time",
        by=officer,
        on=on,
        after=found.check_made.state,
        said={"hazard": found.pk, "from": str(found.due_on), "until": str(due_on), "why": why},
    )
    found.due_on = due_on
    found.save(update_fields=["due_on"])


def _open(hazard: Hazard) -> Hazard:
    found = Hazard.objects.select_for_update().select_related("check_made__target").get(pk=hazard.pk)
    if found.rectified_on is not None:
        raise NotPossible(_("这个隐患已经整改完成。"))
    return found
