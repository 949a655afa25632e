"""What may everybody know of the record of acts: its daily checkpoints, the key, and whether an entry exists?"""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Max
from django.db.models.functions import TruncDate
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.models import RecordCheckpoint, RecordEntry
from cases.record import PRINTED_OF_HASH
from cases.verification import known_keys
from officers.access import public
from publicity.views.public import NO_ROBOTS

PLAIN = "text/plain; charset=utf-8"
WHOLE = 64
HASH = re.compile(rf"[0-9a-f]{{{PRINTED_OF_HASH},{WHOLE}}}")
LISTED_DAYS = 400


@public
@require_safe
def record(request: HttpRequest) -> HttpResponse:
    """The checkpoints day by day, and the question of who has a paper in hand: does the entry on it exist?"""
    asked = request.GET.get("entry", "").strip()[: 2 * WHOLE]
    entry = entry_of(asked)
    context = {
        "asked": asked,
        "entry": told_of(entry) if entry else None,
        "days": finished_days(timezone.localdate())[:LISTED_DAYS],
        "keys": known_keys(),
    }
    response = render(request, "publicity/record.html", context, status=404 if asked and not entry else 200)
    response["X-Robots-Tag"] = NO_ROBOTS
    return response


def entry_of(asked: str) -> RecordEntry | None:
    """By what is printed on a paper, with or without its spaces, or by the whole hash."""
    digits = re.sub(r"\s+", "", asked).lower()
    if not HASH.fullmatch(digits):
        return None
    # "g" comes after every hexadecimal digit: a range is found by the index, a prefix by LIKE is not.
    return RecordEntry.objects.filter(hash__gte=digits, hash__lt=f"{digits}g").order_by("gseq").first()


def told_of(entry: RecordEntry) -> dict[str, Any]:
    """The day and the checkpoint that vouches for it; nothing of the case, the act, or the people."""
    checkpoint = RecordCheckpoint.objects.filter(size__gte=entry.gseq).order_by("size").first()
    return {"recorded_on": timezone.localdate(entry.recorded_at), "checkpoint": checkpoint.size if checkpoint else 0}


def finished_days(today: date) -> list[date]:
    """Newest first; today's last checkpoint is not taken yet."""
    days = RecordCheckpoint.objects.annotate(day=TruncDate("taken_at")).values("day").annotate(Max("size"))
    return [one["day"] for one in days.order_by("-day") if one["day"] < today]


@public
@require_safe
def key(request: HttpRequest) -> HttpResponse:
    """The public keys, today's first, as verify_record.py reads them."""
    return HttpResponse("\n".join([*known_keys(), ""]), content_type=PLAIN)


@public
@require_safe
def checkpoint(request: HttpRequest, day: str) -> HttpResponse:
    """The last checkpoint of a finished day, byte for byte, for ever."""
    try:
        wanted = date.fromisoformat(day)
    except ValueError as error:
        raise Http404 from error
    if wanted >= timezone.localdate():
        raise Http404
    begin = timezone.make_aware(datetime.combine(wanted, time()))
    taken = RecordCheckpoint.objects.filter(taken_at__gte=begin, taken_at__lt=begin + timedelta(days=1))
    row = taken.order_by("size").last()
    if row is None:
        raise Http404
    return HttpResponse(row.text, content_type=PLAIN)
