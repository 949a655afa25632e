"""Which sources does a figure of the year count? Each answer is a queryset, so that every number leads to its rows."""

from datetime import date, datetime, time, timedelta

from django.db.models import F, Q
from django.utils.timezone import make_aware

from inspections.models import Source
from inspections.models.sources import SourceQuerySet

Kind = Source.Kind
PROPOSALS = (Kind.CONGRESS, Kind.CONFERENCE)
CONTENT = (Source.Satisfaction.SATISFIED, Source.Satisfaction.FAIRLY)


def received(begins: date, ends: date, *kinds: str) -> SourceQuerySet:
    """Received from one day to the other, both included; of these kinds, or of all that somebody reported."""
    first = make_aware(datetime.combine(begins, time.min))
    after = make_aware(datetime.combine(ends + timedelta(days=1), time.min))
    rows = Source.objects.filter(received_at__gte=first, received_at__lt=after)
    return rows.filter(kind__in=kinds) if kinds else rows.reported()


def hotline_12328(begins: date, ends: date) -> SourceQuerySet:
    return received(begins, ends, Kind.HOTLINE_12328)


def other_hotlines(begins: date, ends: date) -> SourceQuerySet:
    return received(begins, ends, Kind.HOTLINE_OTHER)


def proposals(begins: date, ends: date) -> SourceQuerySet:
    """Of the people's congress and of the consultative conference."""
    return received(begins, ends, *PROPOSALS)


def proposals_answered(begins: date, ends: date) -> SourceQuerySet:
    """Answered by the last day of the period."""
    return proposals(begins, ends).filter(replied_on__lte=ends)


def closed(begins: date, ends: date, *kinds: str) -> SourceQuerySet:
    """Closed within the period, whenever received."""
    rows = Source.objects.filter(closed_on__range=(begins, ends))
    return rows.filter(kind__in=kinds) if kinds else rows.reported()


def received_and_due(begins: date, ends: date, *kinds: str) -> SourceQuerySet:
    """What the rate of closing is reckoned on: received in the period, and due by its end or closed before."""
    return received(begins, ends, *kinds).filter(Q(reply_due_on__lte=ends) | Q(closed_on__lte=ends))


def closed_of_due(begins: date, ends: date, *kinds: str) -> SourceQuerySet:
    """Of those, what was closed by the end of the period: 办结率 = this ÷ received_and_due."""
    return received_and_due(begins, ends, *kinds).filter(closed_on__lte=ends)


def closed_in_time(begins: date, ends: date, *kinds: str) -> SourceQuerySet:
    return closed_of_due(begins, ends, *kinds).filter(replied_on__lte=F("reply_due_on"))


def asked(begins: date, ends: date, *kinds: str) -> SourceQuerySet:
    """Who was reached and said how content he is: what the rate of satisfaction is reckoned on."""
    rows = received(begins, ends, *kinds).filter(asked_on__lte=ends)
    return rows.exclude(satisfaction__in=("", Source.Satisfaction.UNREACHED))


def content(begins: date, ends: date, *kinds: str) -> SourceQuerySet:
    """满意率 = this ÷ asked."""
    return asked(begins, ends, *kinds).filter(satisfaction__in=CONTENT)


def rate(part: int, whole: int) -> str:
    """In per cent to one place; — where nothing was due."""
    return f"{100 * part / whole:.1f}%" if whole else "—"
