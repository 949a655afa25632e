"""How much was made public through each channel, and how many services were handled, on time and to satisfaction?"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet, Sum

from law.information import channel_titles
from publicity.information import InformationItem, ServiceItem, ServiceMonth


def information(begins: date, ends: date) -> QuerySet[InformationItem]:
    """Both days inclusive."""
    return InformationItem.objects.filter(published_on__range=(begins, ends), void_on=None)


def information_by_channel(begins: date, ends: date) -> dict[str, int]:
    """Count by the channel's title, the order of the law data; channels without any stay out."""
    rows = information(begins, ends).order_by().values("channel").annotate(count=Count("pk"))
    counts = {row["channel"]: row["count"] for row in rows}
    titles = channel_titles()
    known = {title: counts.pop(key) for key, title in titles.items() if key in counts}
    return known | counts


@dataclass(frozen=True)
class Handled:
    """Of one kind, or of all: rates are None where there is nothing to divide by."""

    items: int
    handled: int
    on_time: int
    rated: int
    satisfied: int

    @property
    def on_time_percent(self) -> float | None:
        return round(self.on_time * 100 / self.handled, 1) if self.handled else None

    @property
    def satisfied_percent(self) -> float | None:
        return round(self.satisfied * 100 / self.rated, 1) if self.rated else None


def services_handled(begins: date, ends: date, kind: str = "") -> Handled:
    """Months that begin in the period; `items` is how many matters had a row in it."""
    rows = ServiceMonth.objects.filter(month__range=(begins, ends), void_on=None)
    rows = rows.filter(item__kind=kind) if kind else rows
    names = ("handled", "on_time", "rated", "satisfied")
    found = rows.aggregate(items=Count("item", distinct=True), **{name: Sum(name) for name in names})
    return Handled(**{name: value or 0 for name, value in found.items()})


def service_items(kind: str = "") -> QuerySet[ServiceItem]:
    """The whole list (53 matters in 2020), or one kind of it."""
    return ServiceItem.objects.filter(Q(kind=kind) if kind else Q())
