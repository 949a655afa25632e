"""Who works here and may enforce today; and one's own settings."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from officers.access import open_to, open_to_everyone_signed_in, public
from officers.models import CERTIFIED, Bureau, Certificate, Officer
from officers.roles import Role
from officers.training_due import WITH_TRAININGS, lessons_of
from officers.views.sign_in import safe_next

YEAR = 365 * 24 * 3600


@open_to(Role.ADMINISTRATOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Every officer with posts, certificate, its end and its last annual review."""
    today = timezone.localdate()
    staff = (
        Officer.objects.select_related("department")
        .prefetch_related("grants", *CERTIFIED)
        .order_by("department__name", "staff_number")
    )
    keeper = request.user
    acts = [
        {"title": title, "url": reverse(name, args=args)}
        for title, name, args, role in (
            (_("新增人员"), "officers:join", (), Role.SYSTEM_ADMIN),
            (_("导入人员"), "officers:import", ("people",), Role.SYSTEM_ADMIN),
            (_("导入证件"), "officers:import", ("certificates",), Role.ADMINISTRATOR),
            (_("年度审验"), "officers:sitting", (today.year,), Role.ADMINISTRATOR),
            (_("机关资料"), "officers:bureau", (), Role.ADMINISTRATOR),
        )
        if isinstance(keeper, Officer) and keeper.holds(role)
    ]
    return render(request, "officers/people.html", {"people": [person_view(one, today) for one in staff], "acts": acts})


def person_view(officer: Officer, today: date) -> dict[str, Any]:
    cards = [one for one in officer.certificates.all() if one.kind == Certificate.Kind.ENFORCEMENT]
    return {
        "officer": officer,
        "roles": [role.label for role in Role if role in officer.roles],
        "cards": [card_view(one, today) for one in cards],
        "is_valid": any(one.is_valid(today) for one in cards) if cards else None,
        "has_legal": officer.has_legal_qualification(today),
    }


def card_view(card: Certificate, today: date) -> dict[str, Any]:
    reviews = sorted(card.annual_reviews.all(), key=lambda one: one.year)
    flaw = card.flaw(today)
    return {"card": card, "last_review": reviews[-1] if reviews else None, "fault": flaw.sentence if flaw else ""}


@open_to_everyone_signed_in
@require_GET
def personal_settings(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    found = Officer.objects.prefetch_related(*WITH_TRAININGS).get(pk=request.user.pk)  # type: ignore[misc]
    return render(
        request, "officers/settings.html", {"person": person_view(found, today), "lessons": lessons_of(found, today)}
    )


@public
@require_GET
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "officers/help.html", {"office": Bureau.objects.first()})


@public
@require_POST
def text_size(request: HttpRequest) -> HttpResponse:
    """大字版 on or off, for a year, in a cookie."""
    size = "large" if request.POST.get("size") == "large" else "standard"
    response = redirect(safe_next(request, request.POST.get("next", "")) or settings.LOGIN_URL)
    response.set_cookie("text_size", size, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return response
