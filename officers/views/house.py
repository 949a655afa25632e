"""The registers about people, vehicles and counsel: each list, each form, and tables taken in at once."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from officers.access import open_to
from officers.house import MAY_BE_CALLED, REGISTERS, Change, Register
from officers.importing import IMPORTERS, Importer
from officers.listing import Link
from officers.roles import Role
from officers.views.importing import empty_file, import_page
from officers.views.staff import keeper

CALLED = tuple(sorted(MAY_BE_CALLED))


@open_to(*CALLED)
@require_safe
def house(request: HttpRequest) -> HttpResponse:
    """Every register that this person may open."""
    officer = keeper(request)
    links = [
        {"title": one.title, "lead": one.lead, "url": reverse("officers:house-register", args=[key])}
        for key, one in REGISTERS.items()
        if officer.holds(*one.seen_by)
    ]
    return render(request, "officers/house.html", {"links": links, "may_review": officer.holds(Role.ADMINISTRATOR)})


@open_to(*CALLED)
@require_safe
def register(request: HttpRequest, key: str) -> HttpResponse:
    found, officer = _register(request, key), keeper(request)
    acts = [Link(title, reverse(name)) for title, name, roles in found.beside if officer.holds(*roles)]
    if officer.holds(*found.add.roles):
        acts.append(Link(found.add.title, reverse("officers:house-new", args=[key])))
    context = {
        "title": found.title,
        "lead": found.lead,
        "tables": [found.table(officer, timezone.localdate())],
        "acts": acts,
        "back": Link(_("队伍和装备"), reverse("officers:house")),
    }
    return render(request, "officers/register.html", context)


@open_to(*CALLED)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, key: str) -> HttpResponse:
    return _change(request, key, _register(request, key).add, None)


@open_to(*CALLED)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, key: str, row_id: int, name: str) -> HttpResponse:
    found = _register(request, key)
    if name not in found.changes:
        raise Http404
    row = get_object_or_404(found.model, pk=row_id)
    if not found.changes[name].offered(row):
        raise Http404
    return _change(request, key, found.changes[name], row)


def _register(request: HttpRequest, key: str) -> Register:
    if key not in REGISTERS or not keeper(request).holds(*REGISTERS[key].seen_by):
        raise Http404
    return REGISTERS[key]


def _change(request: HttpRequest, key: str, asked: Change, row: Any) -> HttpResponse:
    officer, back = keeper(request), reverse("officers:house-register", args=[key])
    if not officer.holds(*asked.roles):
        raise Http404
    form = asked.form(
        request.POST if request.method == "POST" else None, instance=row, by=officer, today=timezone.localdate()
    )
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("已登记：%(title)s。") % {"title": asked.title})
        return redirect(back)
    context = {"form": form, "title": asked.title, "cancel_url": back}
    return render(request, "officers/staff_form.html", context, status=422 if form.errors else 200)


@open_to(Role.ADMINISTRATOR, Role.SYSTEM_ADMIN)
@require_http_methods(["GET", "POST"])
def take_table(request: HttpRequest, key: str) -> HttpResponse:
    importer = _importer(request, key)
    links = {"back": reverse("officers:people"), "empty": reverse("officers:import-empty", args=[key])}
    return import_page(request, importer, keeper(request), **links)


@open_to(Role.ADMINISTRATOR, Role.SYSTEM_ADMIN)
@require_safe
def empty_table(request: HttpRequest, key: str) -> HttpResponse:
    return empty_file(_importer(request, key), f"{key}.csv")


def _importer(request: HttpRequest, key: str) -> Importer:
    if key not in IMPORTERS or not keeper(request).holds(*IMPORTERS[key].roles):
        raise Http404
    return IMPORTERS[key]
