"""An enterprise looks who is at its door, and says afterwards how it went; no account, no trace of who said it."""

import re
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections.check_states import CheckState
from inspections.models import Check
from inspections.ratings import NoSlip, hand_out_slip, rate
from officers.access import public
from officers.models import CERTIFIED
from publicity.forms import VisitRatingForm
from publicity.rate import may_go_on
from publicity.redaction import public_name
from publicity.views.public import NO_ROBOTS

CODE = re.compile(r"[A-Za-z0-9_-]{1,24}")
TOO_MANY, MOST_A_MINUTE = 429, 20
VISIBLE = (CheckState.APPROVED, CheckState.UNDER_WAY, CheckState.FINISHED)


@public
@require_safe
def visit(request: HttpRequest, code: str) -> HttpResponse:
    """Who comes today and what for; the day before and the day after the code says nothing."""
    today = timezone.localdate()
    found = visit_today(code, today)
    if found is None:
        return _told(request, "publicity/visit_unknown.html", {}, 404)
    people = found.officers.prefetch_related(*CERTIFIED).order_by("staff_number")
    context = {
        "check": found,
        "name": public_name(found.target.name) if found.target.is_person else found.target.name,
        "people": [
            {"name": one.name, "number": held.number}
            for one in people
            if (held := one.enforcement_certificate(today)) is not None
        ],
        "items": found.items.order_by("number"),
        "partners": found.partners.order_by("pk"),
        "may_rate": not found.slip_given,
    }
    return _told(request, "publicity/visit.html", context)


def visit_today(code: str, today: date) -> Check | None:
    """Only on the day of the visit itself."""
    if not CODE.fullmatch(code):
        return None
    found = Check.objects.filter(visit_code=code, state__in=VISIBLE).select_related("target").first()
    return found if found is not None and found.day == today else None


@public
@require_POST
def visit_slip(request: HttpRequest, code: str) -> HttpResponse:
    """The slip is shown once, here; from now on nothing leads from the visit to it."""
    found = visit_today(code, timezone.localdate())
    if found is None:
        return _told(request, "publicity/visit_unknown.html", {}, 404)
    words = hand_out_slip(found)
    if words is None:
        return _told(request, "publicity/visit_slip.html", {"slip": ""}, 409)
    return _told(request, "publicity/visit_slip.html", {"slip": words})


@public
@require_http_methods(["GET", "POST"])
def rate_visit(request: HttpRequest) -> HttpResponse:
    """The address names no visit; the slip is typed or carried in the form, never in the address."""
    today = timezone.localdate()
    form = VisitRatingForm(request.POST or None)
    if request.method != "POST":
        return _told(request, "publicity/visit_rate.html", {"form": form})
    if not may_go_on("rate-visit", request.META.get("REMOTE_ADDR", ""), MOST_A_MINUTE):
        form.add_error("slip", _("请过一分钟再试。"))
        return _told(request, "publicity/visit_rate.html", {"form": form}, TOO_MANY)
    if request.POST.get("step") == "begin":
        slip = request.POST.get("slip", "")[:64]
        return _told(request, "publicity/visit_rate.html", {"form": VisitRatingForm(initial={"slip": slip})})
    if form.is_valid():
        answers = dict(form.cleaned_data)
        slip = answers.pop("slip")
        try:
            rate(slip, today, **answers)
        except NoSlip:
            form.add_error("slip", _("这个评价码用过了、过期了，或者抄错了。"))
        else:
            return redirect("publicity:visit-rated")
    return _told(request, "publicity/visit_rate.html", {"form": form}, 422)


@public
@require_safe
def visit_rated(request: HttpRequest) -> HttpResponse:
    return _told(request, "publicity/visit_rated.html", {})


def _told(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    response = render(request, template, context, status=status)
    response["X-Robots-Tag"] = NO_ROBOTS
    response["Cache-Control"] = "no-store"
    return response
