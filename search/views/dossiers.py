"""The pages of a party and of a vehicle; an administrator merges parties here and takes them apart."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.access import access_case
from cases.models import Party
from cases.views.lists import officer_of
from officers.access import open_to, open_to_staff
from officers.models import Officer
from search.dossiers import LONGEST_PLATE, party_dossier, vehicle_dossier
from search.forms import ReasonForm
from search.models import PartyMerge
from search.parties import MERGERS, CannotMerge, likely_the_same, merge, merges_in_force, numbers_differ, rows_of, undo
from search.tokens import plain_plate

REFUSED = 422


def granted_party(officer: Officer, party_id: int) -> Party:
    """Raises Http404 for a party of a case that the officer may not see."""
    try:
        found = get_object_or_404(Party, pk=party_id)
    except OverflowError:
        raise Http404 from None
    access_case(officer, found.case_id)
    return found


@open_to_staff
@require_safe
def party(request: HttpRequest, party_id: int) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    dossier = party_dossier(granted_party(officer, party_id), officer, today)
    context: dict[str, Any] = {"dossier": dossier, "today": today, "permits": with_standing(dossier.permits, today)}
    if officer.holds(*MERGERS):
        context |= {"cards": likely_the_same(dossier.rows), "merges": merges_in_force(dossier.rows), "may_merge": True}
    return render(request, "search/party.html", context)


@open_to(*MERGERS)
@require_http_methods(["GET", "POST"])
def merge_parties(request: HttpRequest, party_id: int, other_id: int) -> HttpResponse:
    officer = officer_of(request)
    one, other = granted_party(officer, party_id), granted_party(officer, other_id)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            merge(one, other, officer, timezone.localdate(), form.cleaned_data["reason"])
        except CannotMerge as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("已经合并。案件和文书没有改动，随时可以拆开。"))
            return redirect("search:party", one.pk)
    context = {"form": form, "one": one, "other": other, "pair": [card(one), card(other)]}
    context["differ"] = numbers_differ(one, other)
    return render(request, "search/merge.html", context, status=REFUSED if form.errors else 200)


@open_to(*MERGERS)
@require_http_methods(["GET", "POST"])
def undo_merge(request: HttpRequest, merge_id: int) -> HttpResponse:
    found = get_object_or_404(PartyMerge.objects.select_related("one", "other"), pk=merge_id)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            undo(found, officer_of(request), timezone.localdate(), form.cleaned_data["reason"])
        except CannotMerge as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("已经拆开，恢复为两个当事人。"))
            return redirect("search:party", found.one_id)
    context = {"form": form, "one": found.one, "merge": found, "pair": [card(found.one), card(found.other)]}
    return render(request, "search/merge.html", context, status=REFUSED if form.errors else 200)


def card(one: Party) -> dict[str, Any]:
    """What lets a person judge whether two are the same."""
    return {"party": one, "count": len({row.case_id for row in rows_of(one)})}


@open_to_staff
@require_safe
def vehicle(request: HttpRequest, plate: str) -> HttpResponse:
    if not 5 <= len(plain_plate(plate)) <= LONGEST_PLATE:
        raise Http404
    dossier = vehicle_dossier(plate, officer_of(request))
    today = timezone.localdate()
    return render(
        request, "search/vehicle.html", {"dossier": dossier, "permits": with_standing(dossier.permits, today)}
    )


def with_standing(permits: list[Any], today: date) -> list[dict[str, Any]]:
    return [
        {
            "permit": one,
            "label": _("有效") if one.is_valid(today) else _("已过期"),
            "level": "ok" if one.is_valid(today) else "bad",
        }
        for one in permits
    ]
