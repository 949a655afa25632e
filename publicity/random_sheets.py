"""What does the bureau publish of its random inspection: items, objects, inspectors, plans, and each change with its day?

国办发〔2015〕58号: one list and two registers, adjusted as things change, and public.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from inspections.draw_registers import inspectors
from inspections.models import CheckItem, CheckObject, CreditChange, DrawPlan, InspectorTrade
from publicity.published_draws import name_for_all

Rows = list[dict[str, Any]]
CHANGES_SHOWN = timedelta(days=730)
MOST_CHANGES = 1000


def random_items(on: date) -> Rows:
    rows = CheckItem.objects.filter(pk__in=CheckItem.objects.on(on).values("pk")).order_by("number")
    return [
        {
            "number": one.number,
            "title": one.title,
            "content": one.content,
            "trade": one.trade,
            "basis": one.basis,
            "is_focus": one.is_focus,
            "listed_on": str(one.listed_on),
        }
        for one in rows
    ]


def random_objects(on: date) -> Rows:
    rows = CheckObject.objects.filter(pk__in=CheckObject.objects.on(on).values("pk")).order_by("trade", "pk")
    return [
        {
            "id": one.pk,
            "name": name_for_all(one),
            "uscc": "" if one.is_person else one.uscc,
            "trade": one.trade,
            "credit_class": one.credit_class,
            "listed_on": str(one.listed_on),
        }
        for one in rows
    ]


def random_people(on: date) -> Rows:
    """Those who could be drawn that day: in the register and with a valid certificate."""
    return [
        {
            "id": one["officer"].pk,
            "name": one["officer"].name,
            "number": one["number"],
            "trades": [row.trade for row in one["rows"]],
        }
        for one in inspectors(on)
        if one["number"]
    ]


def random_plans(on: date) -> Rows:
    rows = DrawPlan.objects.approved().select_related("lead").prefetch_related("items", "partners")
    return [
        {
            "number": one.number,
            "title": one.title,
            "trade": one.trade,
            "begins_on": str(one.begins_on),
            "ends_on": str(one.ends_on),
            "permille": one.permille,
            "officers_per_object": one.officers_per_object,
            "lead": one.lead.name,
            "items": sorted(str(item) for item in one.items.all()),
            "partners": [f"{each.name}：{each.looks_at}" for each in one.partners.all()],
            "approved_on": str(one.approved_on),
        }
        for one in rows.order_by("-year", "-pk")
    ]


def random_changes(on: date) -> Rows:
    """Newest first, of the last two years."""
    since = on - CHANGES_SHOWN
    found = [
        *_of_register("item", CheckItem.objects.all(), str, since),
        *_of_register("object", CheckObject.objects.all(), name_for_all, since),
        *_of_register("person", InspectorTrade.objects.select_related("officer"), lambda one: one.officer.name, since),
    ]
    for one in CreditChange.objects.filter(on__gte=since).select_related("target"):
        found.append(
            {
                "on": str(one.on),
                "register": "object",
                "what": "credit",
                "name": name_for_all(one.target),
                "was": one.was,
                "became": one.became,
            }
        )
    return sorted(found, key=lambda row: (row["on"], row["register"], row["name"]), reverse=True)[:MOST_CHANGES]


def _of_register(register: str, rows: Any, name: Any, since: date) -> Iterable[dict[str, Any]]:
    for one in rows.filter(Q(listed_on__gte=since) | Q(delisted_on__gte=since)).order_by("-pk")[:MOST_CHANGES]:
        told = {"register": register, "name": name(one), "trade": one.trade}
        if one.listed_on >= since:
            yield told | {"on": str(one.listed_on), "what": "listed"}
        if one.delisted_on and one.delisted_on >= since:
            yield told | {"on": str(one.delisted_on), "what": "delisted", "reason": one.delisting_reason}


RANDOM_SHEETS = {
    "random-items": random_items,
    "random-objects": random_objects,
    "random-people": random_people,
    "random-plans": random_plans,
    "random-changes": random_changes,
}
