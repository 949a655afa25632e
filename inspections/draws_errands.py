"""What does a draw want of whom today: a plan's approval, a nonce, a pool, a check?"""

from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.screens.dates import due_by
from cases.screens.worklist import WorkRow
from inspections.models import Draw, DrawPlan, Task
from officers.models import Officer
from officers.roles import Role

SHOWN = 50


def plan_errands(officer: Officer, today: date) -> list[WorkRow]:
    """Plans that wait for a head who did not draft them."""
    if not officer.holds(Role.BUREAU_HEAD):
        return []
    waiting = DrawPlan.objects.waiting().exclude(drafted_by=officer).order_by("begins_on", "pk")
    return [
        _row(one.number, one.title, reverse("inspections:plan", args=[one.pk]), _("批准")) for one in waiting[:SHOWN]
    ]


def draw_errands(officer: Officer, today: date) -> list[WorkRow]:
    """Stations of a draw that this person alone may go through."""
    mine = Q(supervisor=officer, commitment="") | Q(supervisor=officer, draws_on__lte=today) & ~Q(pool="")
    mine |= Q(opened_by=officer, pool="") & ~Q(commitment="")
    found = Draw.objects.under_way().filter(mine).select_related("plan").order_by("draws_on", "pk")
    return [_of_draw(one, officer, today) for one in found[:SHOWN]]


def _of_draw(one: Draw, officer: Officer, today: date) -> WorkRow:
    verb = _("公布抽取池")
    if officer.pk == one.supervisor_id:
        verb = _("揭示口令并抽取") if one.pool else _("提交口令的摘要")
    return _row(one.plan.number, one.plan.title, reverse("inspections:draw", args=[one.pk]), verb, one.draws_on, today)


def task_errands(officer: Officer, today: date) -> list[WorkRow]:
    """Objects that this officer was drawn for and whose time runs."""
    if not officer.holds(Role.OFFICER, Role.TEAM_HEAD):
        return []
    found = Task.objects.filter(
        officers=officer, cancelled_on=None, origin=Task.Origin.RANDOM, begins_on__lte=today, due_on__gte=today
    )
    rows = found.select_related("target").order_by("due_on", "pk")[:SHOWN]
    address = reverse("inspections:my-tasks")
    return [_row("", f"{one.target} · {one.title}", address, _("看检查任务"), one.due_on, today) for one in rows]


def _row(
    number: str, title: str, url: str, verb: str, due_on: date | None = None, today: date | None = None
) -> WorkRow:
    return WorkRow(
        number=number or _("双随机抽查"),
        title=title,
        party="",
        url=url,
        verb=verb,
        verb_url=url,
        due=due_by(due_on, today, verb) if due_on and today else None,
        waiting_for="",
        since_days=0,
    )
