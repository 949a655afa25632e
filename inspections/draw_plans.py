"""How does a plan of random inspection come about, and who says yes to it?"""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from inspections.announcing import announce_registers
from inspections.models import DrawPlan, PlanPartner
from inspections.models.registers import CreditClass
from law.random_inspection import least_officers, ratio
from officers.models import Officer


class CannotApprove(RuntimeError):
    """Why, in words for the person."""


@transaction.atomic
def draft(plan: DrawPlan, *, items: list[int], partners: list[tuple[str, str]], by: Officer, on: date) -> DrawPlan:
    """A new plan, or one that nobody has approved yet written anew. Raises CannotApprove."""
    if plan.pk and DrawPlan.objects.select_for_update().get(pk=plan.pk).is_approved:
        raise CannotApprove(_("抽查计划已经批准，不能再改；另拟一份。"))
    plan.drafted_by, plan.drafted_on = by, on
    plan.save()
    plan.items.set(items)
    plan.partners.all().delete()
    PlanPartner.objects.bulk_create(PlanPartner(plan=plan, name=name, looks_at=what) for name, what in partners)
    return plan


@transaction.atomic
def approve(plan: DrawPlan, *, by: Officer, on: date) -> None:
    """The ratios of the day are the plan's from now on. Raises CannotApprove."""
    locked = DrawPlan.objects.select_for_update().get(pk=plan.pk)
    if locked.is_approved:
        raise CannotApprove(_("这份抽查计划已经批准。"))
    if locked.drafted_by_id == by.pk:
        raise CannotApprove(_("%(name)s拟订了这份计划，不能自己批准；由另一名负责人批准。") % {"name": by.name})
    if locked.officers_per_object < (least := least_officers(on)):
        raise CannotApprove(_("每个对象的检查人员不得少于 %(least)d 人。") % {"least": least})
    locked.permille = {one: ratio(locked.trade, one, on) for one in CreditClass.values}
    locked.approved_by, locked.approved_on = by, on
    locked.save()
    announce_registers(on)
