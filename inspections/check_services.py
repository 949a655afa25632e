"""The one door to a check: how is it applied for, how is an act on it carried out, and why is one not open?"""

import secrets
from dataclasses import replace
from datetime import date
from typing import Any, cast

from django.db import models, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.act import Act, Ask, Obstacle, acts_of
from cases.case_file import CaseFile
from cases.services import in_source_state, label, no_calendar, not_the_one
from documents.numbering import next_number
from inspections.check_procedure import set_partners
from inspections.models import Check, CheckEvent
from law.check_rules import NoCheckRule
from law.holidays import CalendarMissing
from law.inspections import NoInspectionRule
from officers.models import Bureau, Officer

NO_CASE = cast(CaseFile, None)
"""A check is no case: its guards look at the check alone."""
NUMBERED = {"approve_check": "检批", "confirm_urgent_check": "检批", "order_rectification": "责改"}
CODED = ("approve_check", "begin_urgent_check")


class CheckRefused(Exception):
    """The act is not open; carries every reason."""

    def __init__(self, act: Act, obstacles: list[Obstacle]) -> None:
        super().__init__(f"{act.key}: " + "; ".join(str(one.sentence) for one in obstacles))
        self.act = act
        self.obstacles = obstacles


@transaction.atomic
def propose_check(
    *, officer: Officer, on: date, items: Any, officers: Any, partners: list[tuple[str, str]], **plan: Any
) -> Check:
    """Apply for a check; whether it may be made is asked when it is approved. A drawn one names the plan of its draw."""
    if (task := plan.get("task")) and not plan.get("plan"):
        plan["plan"] = task.plan_number
    made = Check.objects.create(proposed_by=officer, proposed_on=on, department=officer.department, **plan)
    made.items.set(items)
    made.officers.set(officers)
    set_partners(made, partners)
    _note(made, "propose_check", officer, on, "", plan)
    return made


@transaction.atomic
def act_on_check(found: Check, key: str, officer: Officer, on: date, **facts: Any) -> Check:
    """lock → every obstacle → act → save → event, in one transaction. Raises CheckRefused, KeyError for no such act."""
    locked = Check.objects.select_for_update().get(pk=found.pk)
    hindered = obstacles(locked, key, officer, on, facts)
    act = acts_of(locked)[key]
    if hindered:
        raise CheckRefused(act, hindered)
    before = locked.state
    numbered = {"number": _next(NUMBERED[key], on)} if key in NUMBERED else {}
    coded = {"visit_code": secrets.token_urlsafe(12)} if key in CODED else {}
    try:
        getattr(locked, key)(officer=officer, on=on, **facts, **numbered, **coded)
    except CalendarMissing as missing:
        raise CheckRefused(act, [no_calendar(missing)]) from missing
    except (NoCheckRule, NoInspectionRule):
        raise CheckRefused(act, [_no_rule(on)]) from None
    locked.save()
    _note(locked, key, officer, on, before, facts)
    return locked


def obstacles(
    found: Check, key: str, officer: Officer, on: date, facts: dict[str, Any] | None = None
) -> list[Obstacle]:
    """Every reason why this act is not open; with facts None, before anything was asked."""
    act = acts_of(found)[key]
    if not in_source_state(found, act):
        told = {"state": label(found), "act": act.title}
        return [Obstacle(_("检查现在是“%(state)s”，不能办理“%(act)s”。") % told, act.basis)]
    ask = replace(Ask(NO_CASE, officer, on, facts or {}), subject=found)
    hindered = [] if act.by.check(ask) else [not_the_one(act)]
    hindered += _of_the_day(found, on)
    try:
        return hindered + [one for guard in act.requires for one in guard.obstacles(ask)]
    except CalendarMissing as missing:
        return [*hindered, no_calendar(missing)]
    except NoCheckRule:
        return [*hindered, _no_rule(on)]


def open_acts(found: Check, officer: Officer, on: date) -> list[Act]:
    """What this officer would do here by post and state, whether or not something else still hinders it."""
    ask = replace(Ask(NO_CASE, officer, on), subject=found)
    return [act for act in acts_of(found).values() if in_source_state(found, act) and act.by.check(ask)]


def _of_the_day(found: Check, on: date) -> list[Obstacle]:
    last = max((one.on for one in found.events.all()), default=found.proposed_on)
    reasons = []
    if on > timezone.localdate():
        reasons.append(
            Obstacle(_("办理日期 %(on)s 还没有到。") % {"on": date_format(on)}, cure=_("填写实际办理的日期。"))
        )
    if on < last:
        told = {"on": date_format(on), "last": date_format(last)}
        reasons.append(
            Obstacle(_("办理日期 %(on)s 早于上一步的日期 %(last)s。") % told, cure=_("填写实际办理的日期。"))
        )
    return reasons


def _no_rule(on: date) -> Obstacle:
    return Obstacle(_("%(on)s 没有可适用的检查规则。") % {"on": date_format(on)}, "涉企检查意见:5")


def _next(series: str, on: date) -> str:
    return next_number(series, on.year, Bureau.objects.get().number_prefix).text


def _note(found: Check, key: str, officer: Officer, on: date, before: str, said: dict[str, Any]) -> None:
    CheckEvent.objects.create(
        check_made=found, act=key, by=officer, on=on, before=before, after=found.state, said=_plain(said)
    )


def _plain(value: Any) -> Any:
    """Rows by their key; the rest as JSON can hold it."""
    if isinstance(value, models.Model):
        return {"id": value.pk, "name": str(value)}
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, models.QuerySet | list | tuple):
        return [_plain(one) for one in value]
    return value
