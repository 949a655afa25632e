"""Who and what may be drawn on the day, and who may not, for which reason?"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections.drawing import eligible
from inspections.models import CheckObject, Draw, InspectorTrade, Recusal, Task
from inspections.models.registers import CreditClass
from law.random_inspection import cap, most_open_tasks
from officers.models import CERTIFIED, Leave, Officer

COUNTED = (Task.Origin.RANDOM, Task.Origin.PLANNED)
"""What a cap counts: complaints, hazards and campaigns are answered whatever was checked before."""
OBJECT_REASONS = {"cap": gettext_lazy("今年检查次数已到上限")}
INSPECTOR_REASONS = {
    "certificate": gettext_lazy("行政执法证在抽取之日无效"),
    "inactive": gettext_lazy("不在职"),
    "load": gettext_lazy("手上的检查任务已满"),
    "supervisor": gettext_lazy("监督本次抽取"),
    "leave": gettext_lazy("请假、外出"),
    "duty": gettext_lazy("另有任务"),
    "recusal": gettext_lazy("回避"),
}
Pool = dict[str, Any]


def pool_of(draw: Draw, on: date) -> Pool:
    """Everything the draw follows from but the nonce. Numbers only: the portal's lists say who they are."""
    plan, at_cap = draw.plan, objects_at_cap(draw, on)
    admitted = {one.target_id: one.reason for one in draw.waivers.all()}
    objects, objects_out = list[Pool](), list[Pool]()
    for target in listed_objects(draw, on):
        row = {"id": target.pk, "class": target.credit_class}
        if target.pk not in at_cap:
            objects.append(row)
        elif target.pk in admitted:
            objects.append(row | {"admitted": admitted[target.pk]})
        else:
            objects_out.append(row | {"reason": "cap"})
    inside, outside = _inspectors(draw, on)
    away = Recusal.objects.filter(since__lte=on, target__in=[one["id"] for one in objects])
    pairs = away.filter(Q(ended_on=None) | Q(ended_on__gt=on)).values_list("target_id", "officer_id").distinct()
    return {
        "format": "random-pool/1",
        "number": draw.pk,
        "plan": plan.number,
        "redraw_of": draw.redraw_of_id,
        "date": on.isoformat(),
        "commitment": draw.commitment,
        "classes": list(CreditClass.values),
        "permille": plan.permille,
        "officers_per_object": plan.officers_per_object,
        "objects": objects,
        "objects_excluded": objects_out,
        "inspectors": inside,
        "inspectors_excluded": outside,
        "recusals": sorted([target, officer] for target, officer in pairs),
    }


def listed_objects(draw: Draw, on: date) -> list[CheckObject]:
    """Those of the plan's trade in the register that day."""
    rows = CheckObject.objects.filter(trade=draw.plan.trade, pk__in=CheckObject.objects.on(on).values("pk"))
    return list(rows.order_by("pk"))


def objects_at_cap(draw: Draw, on: date) -> dict[int, int]:
    """By number, how often they were or will be checked this year, of those that may not be checked again."""
    tasks = Task.objects.filter(
        origin__in=COUNTED, cancelled_on=None, begins_on__year=on.year, target__isnull=False
    ).values_list("target_id", "target__uscc")
    # An enterprise is one, in however many trades it is listed.
    times = Counter(code or number for number, code in tasks)
    found = {}
    for target in listed_objects(draw, on):
        count = times[target.uscc or target.pk]
        if count >= cap(target.trade, target.credit_class, on):
            found[target.pk] = count
    return found


def _inspectors(draw: Draw, on: date) -> tuple[list[Pool], list[Pool]]:
    """In the register for the trade: who may be drawn, and who not and why."""
    listed = InspectorTrade.objects.filter(trade=draw.plan.trade, pk__in=InspectorTrade.objects.on(on).values("pk"))
    people = Officer.objects.filter(pk__in=listed.values("officer")).order_by("pk")
    kept_out = {one.officer_id: str(one.reason) for one in draw.exclusions.all()}
    kept_out[draw.supervisor_id] = "supervisor"
    inside, outside = list[Pool](), list[Pool]()
    for officer, reason in unfit(people.prefetch_related(*CERTIFIED), on):
        why = reason or kept_out.get(officer.pk, "")
        if why:
            outside.append({"id": officer.pk, "reason": why})
        else:
            certificate = officer.enforcement_certificate(on)
            inside.append({"id": officer.pk, "certificate": certificate.number if certificate else ""})
    return inside, outside


def unfit(people: Iterable[Officer], on: date) -> list[tuple[Officer, str]]:
    """Each with why they may not be sent that day, or nothing (行政处罚法 42)."""
    open_tasks = Task.objects.filter(cancelled_on=None, due_on__gte=on, begins_on__lte=on)
    held = Counter(open_tasks.values_list("officers", flat=True))
    most = most_open_tasks(on)
    away = set(Leave.objects.filter(since__lte=on, until__gte=on).values_list("officer_id", flat=True))
    return [(one, "leave" if one.pk in away else _why_unfit(one, held[one.pk], most, on)) for one in people]


def _why_unfit(officer: Officer, held: int, most: int, on: date) -> str:
    if not officer.is_active:
        return "inactive"
    if officer.enforcement_certificate(on) is None:
        return "certificate"
    return "load" if held >= most else ""


def what_lacks(pool: Pool) -> list[str]:
    """Why nothing could be drawn from this pool, in words."""
    found, needed = [], pool["officers_per_object"]
    if not pool["objects"]:
        found.append(_("没有可以抽取的检查对象：这一行业的名录库是空的，或者今年检查次数都已到上限。"))
    if len(pool["inspectors"]) < needed:
        found.append(
            _("可以抽取的检查人员只有 %(have)d 人，每个对象要 %(needed)d 人；在名录库中补列人员，或者核对执法证。")
            % {"have": len(pool["inspectors"]), "needed": needed}
        )
        return found
    short = [one["id"] for one in pool["objects"] if len(eligible(pool, one["id"])) < needed]
    names = CheckObject.objects.filter(pk__in=short).order_by("pk").values_list("name", flat=True)
    found += [_("“%(name)s”除去回避的人以后，检查人员不够。") % {"name": name} for name in names]
    return found
