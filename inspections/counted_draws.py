"""How many draws, joint draws and tasks of random inspection fall into a period? Rows, for whoever counts."""

from datetime import date, datetime, time

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import make_aware

from inspections.models import Draw, PlanPartner, Task


def draws_carried_out(begins: date, ends: date) -> QuerySet[Draw]:
    """Those with a result, by its day; both days count. A cancelled one is none."""
    first, last = make_aware(datetime.combine(begins, time.min)), make_aware(datetime.combine(ends, time.max))
    return Draw.objects.filter(drawn_at__gte=first, drawn_at__lte=last)


def joint_draws(begins: date, ends: date) -> QuerySet[Draw]:
    """Of these, those of a plan with other departments (部门联合抽查)."""
    with_others = Exists(PlanPartner.objects.filter(plan=OuterRef("plan")))
    return draws_carried_out(begins, ends).filter(with_others)


def tasks_drawn(begins: date, ends: date) -> QuerySet[Task]:
    """The tasks that came of the period's draws, those that were cancelled afterwards left out."""
    return Task.objects.filter(cancelled_on=None, drawn__draw__in=draws_carried_out(begins, ends))
