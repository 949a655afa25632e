"""What of the checks waits on an officer's worklist?"""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.screens.dates import Due, due_by
from cases.screens.worklist import WorkRow
from inspections.check_screens import check_row, checks_to_do, next_act, task_row, tasks_to_do
from inspections.check_services import open_acts
from inspections.check_states import CheckState
from inspections.models import Check, Hazard
from officers.models import Officer
from officers.roles import Role

SHOWN = 20


def check_errands(officer: Officer, today: date) -> list[WorkRow]:
    """Tasks to apply for, checks to go on with, approvals to give, hazards that are due."""
    rows: list[WorkRow] = []
    if officer.holds(Role.OFFICER, Role.TEAM_HEAD):
        for task in tasks_to_do(officer)[:SHOWN]:
            shown = task_row(task, today)
            rows.append(_row(shown.title, shown.url, shown.verb, shown.due, task.title))
        rows += [_check(one, officer, today) for one in checks_to_do(officer)[:SHOWN]]
        rows += [_hazard(one, today) for one in _due_hazards(officer, today)[:SHOWN]]
    if officer.holds(Role.TEAM_HEAD, Role.BUREAU_HEAD):
        rows += [_approval(one, today) for one in _to_approve(officer)[:SHOWN]]
    return rows


def _check(found: Check, officer: Officer, today: date) -> WorkRow:
    main = next_act(found, open_acts(found, officer, today), officer, today)
    shown = check_row(found)
    due = due_by(found.day, today, _("实施检查")) if found.state == CheckState.APPROVED else None
    verb, address = (str(main["title"]), str(main["url"])) if main else ("", "")
    return _row(shown.title, shown.url, verb, due, found.number, address)


def _to_approve(officer: Officer) -> QuerySet[Check]:
    """What the unit's head approves comes to the bureau's head only where the unit has none to ask."""
    owed = Check.objects.filter(state=CheckState.PROPOSED) | Check.objects.filter(
        state__in=[CheckState.UNDER_WAY, CheckState.FINISHED], approved_on=None
    )
    owed = owed.exclude(pk__in=Check.objects.filter(officers=officer).values("pk"))
    if not officer.holds(Role.BUREAU_HEAD):
        owed = owed.filter(department_id=officer.department_id)
    return owed.select_related("target").order_by("planned_on", "pk")


def _approval(found: Check, today: date) -> WorkRow:
    urgent = found.confirm_due_on is not None
    key = "confirm_urgent_check" if urgent else "approve_check"
    verb = _("补办检查审批") if urgent else _("批准检查")
    due = due_by(found.confirm_due_on or found.planned_on, today, verb)
    page = reverse("inspections:check", args=[found.pk])
    return _row(found.target.name, page, verb, due, "", reverse("inspections:check-act", args=[found.pk, key]))


def _due_hazards(officer: Officer, today: date) -> QuerySet[Hazard]:
    """Of one's own checks, from the due day on, while no re-check is under way."""
    mine = Check.objects.filter(officers=officer).values("pk")
    due = Hazard.objects.open().filter(check_made__in=mine, due_on__lte=today)
    return due.filter(recheck=None).select_related("check_made__target").order_by("due_on", "pk")


def _hazard(one: Hazard, today: date) -> WorkRow:
    recheck = reverse("inspections:hazard-act", args=[one.pk, "recheck"])
    due = due_by(one.due_on, today, _("整改隐患"))
    page = reverse("inspections:check", args=[one.check_made_id])
    return _row(f"{one.check_made.target.name}：{one.what}", page, _("安排复查"), due, "", recheck)


def _row(title: str, url: str, verb: str, due: Due | None, number: str, verb_url: str = "") -> WorkRow:
    return WorkRow(
        number=number or _("行政检查"),
        title=title,
        party="",
        url=url,
        verb=verb,
        verb_url=verb_url or url,
        due=due,
        waiting_for="",
        since_days=0,
    )
