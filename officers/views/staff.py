"""Changing who works here: accounts, posts, certificates, the bureau's own data."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from officers.access import open_to
from officers.forms import FORMS, BureauForm, JoinForm, StaffForm
from officers.models import Bureau, Officer
from officers.roles import Role
from officers.views.people import person_view

STAFF_KEEPERS = (Role.ADMINISTRATOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)


@open_to(*STAFF_KEEPERS)
@require_GET
def person(request: HttpRequest, officer_id: int) -> HttpResponse:
    found = get_object_or_404(Officer.objects.select_related("department"), pk=officer_id)
    acts = [
        {"title": form.title, "url": reverse("officers:person-act", args=[found.pk, key])}
        for key, (form, role) in FORMS.items()
        if keeper(request).holds(role)
    ]
    context = {"person": person_view(found, timezone.localdate()), "acts": acts}
    return render(request, "officers/person.html", context)


@open_to(Role.SYSTEM_ADMIN)
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    form = JoinForm(request.POST or None, person=None, by=keeper(request), today=timezone.localdate())
    return _form_page(request, form, reverse("officers:people"))


@open_to(*STAFF_KEEPERS)
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def person_act(request: HttpRequest, officer_id: int, key: str) -> HttpResponse:
    """One form per change; each lies with one of the three keepers."""
    if key not in FORMS or not keeper(request).holds(FORMS[key][1]):
        raise Http404
    found = get_object_or_404(Officer, pk=officer_id)
    form = FORMS[key][0](request.POST or None, person=found, by=keeper(request), today=timezone.localdate())
    return _form_page(request, form, reverse("officers:person", args=[found.pk]))


@open_to(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def bureau(request: HttpRequest) -> HttpResponse:
    form = BureauForm(request.POST or None, instance=Bureau.objects.first())
    if request.method == "POST" and form.is_valid():
        form.instance.pk = 1
        form.save()
        messages.success(request, _("机关资料已保存，今后的文书照此印制。"))
        return redirect("officers:people")
    return _page(request, form, str(_("机关资料")), reverse("officers:people"))


def keeper(request: HttpRequest) -> Officer:
    if not isinstance(request.user, Officer):
        raise TypeError("This view is open to officers only.")
    return request.user


def _form_page(request: HttpRequest, form: StaffForm, back: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        saved = form.save()
        messages.success(request, _("已办理：%(act)s，%(name)s。") % {"act": form.title, "name": saved.name})
        return redirect("officers:person", saved.pk)
    title = f"{form.title} {form.person.name}" if form.person else str(form.title)
    return _page(request, form, title, back)


def _page(request: HttpRequest, form: Any, title: str, back: str) -> HttpResponse:
    context = {"form": form, "title": title, "cancel_url": back}
    return render(request, "officers/staff_form.html", context, status=422 if form.errors else 200)
