"""Which coercive measures were decided, which enforcement was carried out or ended, and what was asked of the courts?"""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.timezone import localdate

from cases.execution_states import EnforcementState
from cases.figures.moments import within
from cases.figures.registry import Counted, Period, Rows, counts
from cases.models import Clearing, CoerciveMeasure, CostClaim, CourtApplication, OwnExecution, Thing
from law.annual_tables import choice
from law.measures import ThingKind

MANNERS = ("seal", "seize", "detain", "freeze")
OTHER, SUBSTITUTE = "coercion.other", "execution.substitute"
POWERS = {"auction": "execution.auction", "remove_obstacle": "execution.restore"}
"""enforcement.toml, list power → the column of 表三; what is not here, such as demolishing, is 其他强制执行方式."""


@counts(*(f"coercion.{manner}" for manner in MANNERS), OTHER)
def measures(period: Period) -> Rows:
    """措施按作出决定的数量: the day of the approval, also where it came after an urgent measure (行政强制法 19)."""
    found: dict[str, list[Counted]] = defaultdict(list)
    for one in CoerciveMeasure.objects.filter(**within("approved_at", period)).select_related("case"):
        key = f"coercion.{one.manner}" if one.manner in MANNERS else OTHER
        found[key].append(_row("measure", one, one.case, localdate(one.approved_at)))
    return found


@counts("coercion.unlicensed_vehicles")
def unlicensed_vehicles(period: Period) -> Rows:
    """查扣非法营运车辆: every vehicle on the inventory of such a measure, by the day of the decision."""
    authorities = choice("unlicensed-vehicle-measures", period.ends)
    things = Thing.objects.filter(
        kind=ThingKind.VEHICLE.value, measure__authority__in=authorities, **within("measure__approved_at", period)
    ).select_related("measure__case")
    rows = [_row("thing", one, one.measure.case, localdate(one.measure.approved_at)) for one in things]
    return {"coercion.unlicensed_vehicles": rows}


@counts("execution.transfer_deposit", "execution.auction", "execution.restore", SUBSTITUTE, "execution.other")
def executions(period: Period) -> Rows:
    """强制执行按执行完毕或者终结执行的数量; what was decided but never carried out counts on the day it was given up."""
    given_up = Q(
        carried_out_at=None,
        enforcement__state=EnforcementState.ENDED,
        enforcement__over_on__range=period.days,
    )
    over = OwnExecution.objects.filter(Q(**within("carried_out_at", period)) | given_up)
    found: dict[str, list[Counted]] = defaultdict(list)
    for one in over.select_related("enforcement__case"):
        on = localdate(one.carried_out_at) if one.carried_out_at else one.enforcement.over_on
        is_substitute = one.kind == OwnExecution.Kind.SUBSTITUTE
        key = SUBSTITUTE if is_substitute else POWERS.get(one.power, "execution.other")
        found[key].append(_row("execution", one, one.enforcement.case, on or period.ends))
    for each in Clearing.objects.filter(**within("carried_out_at", period)).select_related("case"):
        found[SUBSTITUTE].append(_row("clearing", each, each.case, localdate(each.carried_out_at)))
    return found


@counts("court.applied")
def court_applications(period: Period) -> Rows:
    """申请法院按提出申请的数量，代履行费用的申请也是一件."""
    applied = CourtApplication.objects.filter(applied_on__range=period.days).select_related("enforcement__case")
    costs = CostClaim.objects.filter(applied_on__range=period.days).select_related("case")
    rows = [_row("court", one, one.enforcement.case, one.applied_on or period.ends) for one in applied]
    rows += [_row("cost", one, one.case, one.applied_on or period.ends) for one in costs]
    return {"court.applied": rows}


def _row(kind: str, one: Any, case: Any, on: date) -> Counted:
    return Counted(f"{kind}:{one.pk}", on, case.number or str(case.pk), case.pk, case.department_id)
