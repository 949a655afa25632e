"""Which figures of a period come from what was made public and from the services that were handled?"""

from decimal import Decimal

from django.urls import reverse

from cases.figures.registry import Counted, Period, Rows, counts
from publicity.information import ServiceItem, ServiceMonth
from publicity.information_counted import information


@counts("information.published", by_unit=False)
def published(period: Period) -> Rows:
    """公开信息, through whichever channel."""
    address = reverse("publicity:information")
    rows = [
        Counted(f"information:{one.pk}", one.published_on, one.title, url=address) for one in information(*period.days)
    ]
    return {"information.published": rows}


DONE = ("services.done", "services.licences", "services.others", "services.on_time")
RATED = ("services.rated", "services.satisfied")


@counts(*DONE, *RATED, by_unit=False)
def services(period: Period) -> Rows:
    """办件: amount is how many of a matter were handled in a month; a month belongs to the period its first day is in.

    Who was served says so or not: satisfaction is a share of those who did.
    """
    found = ServiceMonth.objects.filter(month__range=period.days, void_on=None).select_related("item")
    kinds = {"services.licences": ServiceItem.Kind.LICENCE, "services.others": ServiceItem.Kind.OTHER}
    rows = {key: [_row(one, one.handled) for one in found if one.item.kind == kind] for key, kind in kinds.items()}
    rows["services.done"] = [_row(one, one.handled) for one in found]
    rows["services.on_time"] = [_row(one, one.on_time) for one in found]
    rows["services.rated"] = [_row(one, one.rated) for one in found]
    rows["services.satisfied"] = [_row(one, one.satisfied) for one in found]
    return rows


def _row(one: ServiceMonth, number: int) -> Counted:
    label = f"{one.item.code} {one.item.name} {one.month:%Y-%m}"
    return Counted(f"services:{one.pk}", one.month, label, amount=Decimal(number), url=reverse("publicity:services"))
