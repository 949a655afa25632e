"""One step from a check to a case, with what the check knows."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.models import Case
from cases.services import open_case, perform
from cases.views.lists import officer_of
from inspections.case_forms import CaseFromCheckForm
from inspections.check_access import access_check
from inspections.check_screens import reasons
from inspections.check_services import act_on_check, obstacles
from inspections.models import Check
from law.citations import cite_all, print_citations
from officers.access import open_to
from officers.models import Officer
from officers.roles import Role

ACT = "open_case_from_check"


@open_to(Role.OFFICER)
@require_http_methods(["GET", "POST"])
def check_case(request: HttpRequest, check_id: int) -> HttpResponse:
    officer, now = officer_of(request), timezone.localtime()
    found = access_check(officer, check_id)
    hindered = obstacles(found, ACT, officer, now.date())
    if hindered:
        context: dict[str, Any] = {"title": _("登记线索办案"), "about": found.target.name, "form": None}
        context |= {"obstacles": reasons(found, hindered), "back": reverse("inspections:check", args=[found.pk])}
        return render(request, "inspections/checks_ask.html", context, status=409)
    form = CaseFromCheckForm(request.POST or None, check=found, officer=officer, now=now)
    if request.method == "POST" and form.is_valid():
        case = _open(found, officer, form.cleaned_data)
        messages.success(request, _("线索已登记，检查结果已改为“已立案调查”。"))
        return redirect("cases:case", case.pk)
    context = {
        "act": {
            "title": _("登记线索办案"),
            "basis": print_citations(cite_all("程序规定:62")),
            "explains": _("检查的情况已经带来，核对以后登记。"),
        },
        "form": form,
        "submit_label": _("登记"),
        "cancel_url": reverse("inspections:check", args=[found.pk]),
        "steps": "",
    }
    return render(request, "cases/new_case.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _open(found: Check, officer: Officer, lead: dict[str, Any]) -> Case:
    """The lead, the firm as its party, and the link."""
    today = timezone.localdate()
    representative = lead.pop("representative", "")
    case = open_case(officer=officer, on=today, **lead)
    if representative:
        target = found.target
        known: dict[str, Any] = {
            "name": target.name,
            "uscc": target.uscc,
            "address": target.address,
            "phone": target.phone,
        }
        perform(case, "add_party", officer, today, kind="organisation", representative=representative, **known)
    act_on_check(found, ACT, officer, today, case=case)
    return case
