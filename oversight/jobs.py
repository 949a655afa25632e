"""How is a large period reviewed by the worker, from a job that the request left in the outbox?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from documents.outbox import enqueue, handles
from officers.models import Department, Officer
from oversight.report import make_report, run_review

REVIEW = "review-period"


def ask_for_review(begins: date, ends: date, unit: Department | None, officer: Officer, standard_key: str = "") -> None:
    enqueue(
        REVIEW,
        {
            "begins": begins.isoformat(),
            "ends": ends.isoformat(),
            "unit": unit.pk if unit else None,
            "officer": officer.pk,
            "standard": standard_key,
        },
    )


@handles(REVIEW)
def review_period(payload: Mapping[str, Any]) -> None:
    """Done twice, it keeps two equal reviews; the later one is shown."""
    unit = Department.objects.get(pk=payload["unit"]) if payload["unit"] else None
    begins, ends = date.fromisoformat(payload["begins"]), date.fromisoformat(payload["ends"])
    key = payload.get("standard", "")
    report = make_report(begins, ends, unit, now=timezone.now(), language="zh-hans", standard_key=key)
    run_review(report, officer=Officer.objects.get(pk=payload["officer"]))
