"""How is a visit rated so that nobody, with the whole database before them, can tell who rated it?

The check keeps only that a slip was given. The slip keeps only a digest, its month and trade, and goes when it is used.
The answer keeps only month and trade, under a key drawn by lot; its row is shuffled among the others of its month, so
that not even the order in which rows lie says which visit was meant.
"""

import random
import secrets
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Avg, Count, Q, QuerySet

from inspections.models import Check, RatingSlip, VisitRating
from inspections.models.registers import Trade
from law.check_rules import check_rule


class NoSlip(RuntimeError):
    """The slip was used, has run out, or never was one."""


def hand_out_slip(found: Check) -> str | None:
    """The words of a slip, shown once and kept nowhere; None where the visit has had its slip."""
    with transaction.atomic():
        if not Check.objects.filter(pk=found.pk, slip_given=False).update(slip_given=True):
            return None
    # In a transaction of its own: what one transaction wrote could be told by the database's own row numbers.
    words, month = secrets.token_urlsafe(12), found.day.replace(day=1)
    RatingSlip.objects.create(digest=_digest(words), month=month, trade=found.target.trade, last_day=_last_day(month))
    return words


def _last_day(month: date) -> date:
    """One day for all of a month: a slip's own would tell the day of the visit."""
    end = month.replace(day=monthrange(month.year, month.month)[1])
    return end + timedelta(days=check_rule(month).rating_days)


@transaction.atomic
def rate(slip: str, on: date, **answers: Any) -> None:
    """Use a slip up. Raises NoSlip."""
    found = RatingSlip.objects.select_for_update().filter(digest=_digest(slip), last_day__gte=on).first()
    if found is None:
        raise NoSlip
    found.delete()
    same = VisitRating.objects.select_for_update().filter(month=found.month, trade=found.trade)
    answered = [{name: getattr(one, name) for name in ANSWERED} for one in same.order_by("pk")] + [answers]
    same.delete()
    random.SystemRandom().shuffle(answered)
    VisitRating.objects.bulk_create(VisitRating(month=found.month, trade=found.trade, **one) for one in answered)


ANSWERED = (*VisitRating.QUESTIONS, "words")


def sweep_slips(on: date) -> int:
    """Slips that nobody used in time."""
    return RatingSlip.objects.filter(last_day__lt=on).delete()[0]


def _digest(words: str) -> str:
    return sha256(words.strip().encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True)
class Rated:
    """A month and a trade; figures only where there are enough answers to hide each other."""

    month: date
    trade: str
    count: int
    manner: float
    favours: int
    beyond: int
    unshown: int
    words: tuple[str, ...]


def rated(today: date) -> list[Rated]:
    """Newest month first. What has fewer answers than the rule asks is not shown at all."""
    least = check_rule(today).shown_from
    groups: Any = list(
        VisitRating.objects.values("month", "trade")
        .annotate(
            count=Count("pk"),
            average=Avg("manner"),
            favours=Count("pk", filter=Q(asked_favours=True)),
            beyond=Count("pk", filter=Q(kept_to_items=False)),
            unshown=Count("pk", filter=Q(showed_papers=False)),
        )
        .filter(count__gte=least)
        .order_by("-month", "trade")
    )
    said = _words([(one["month"], one["trade"]) for one in groups])
    return [
        Rated(
            month=one["month"],
            trade=str(Trade(one["trade"]).label),
            count=one["count"],
            manner=round(one["average"], 1),
            favours=one["favours"],
            beyond=one["beyond"],
            unshown=one["unshown"],
            words=tuple(said.get((one["month"], one["trade"]), ())),
        )
        for one in groups
    ]


def _words(groups: list[tuple[date, str]]) -> dict[tuple[date, str], list[str]]:
    wanted = Q(pk__in=[])
    for month, trade in groups:
        wanted |= Q(month=month, trade=trade)
    found: QuerySet[VisitRating] = VisitRating.objects.filter(wanted).exclude(words="").order_by("pk")
    said: dict[tuple[date, str], list[str]] = {}
    for one in found:
        said.setdefault((one.month, one.trade), []).append(one.words)
    return said
