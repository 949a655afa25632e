"""Weighing stations and cameras: their register, and the files of what they recorded (行政处罚法 41)."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.views.lists import officer_of
from inspections.models import CandidateFile, Equipment
from inspections.sources import CannotDo
from inspections.sources_access import MACHINE_READERS
from inspections.sources_machines import certify, review_legally, save_equipment, take_in
from inspections.sources_machines_forms import CertificateForm, EquipmentForm, LegalReviewForm, RecordsForm
from inspections.sources_table import HINTS, NotATable, empty_table, read_records
from officers.access import open_to
from officers.roles import Role
from officers.table_form import told

SHOWN, REFUSED, CONFLICT = 20, 422, 409
IMPORTERS = (Role.OFFICER, Role.TEAM_HEAD, Role.ADMINISTRATOR)
KEEPERS = (Role.TEAM_HEAD, Role.ADMINISTRATOR)


@open_to(*IMPORTERS)
@require_http_methods(["GET", "POST"])
def records(request: HttpRequest) -> HttpResponse:
    """Take a file in whole, or say row by row why not."""
    if request.method != "POST":
        return _records_page(request, RecordsForm())
    form, now = RecordsForm(request.POST, request.FILES), timezone.localtime()
    if not form.is_valid():
        return _records_page(request, form, status=REFUSED)
    given = form.cleaned_data
    try:
        good, faults = read_records(given["records"], now)
        reasons = [str(one) for one in faults]
        if not reasons:
            take_in(good, name=given["name"], data=given["data"], officer=officer_of(request), now=now)
            messages.success(request, _("已导入 %(count)d 条记录，等人审核。") % {"count": len(good)})
            return redirect(f"{reverse('inspections:sources')}?list=review")
    except (NotATable, CannotDo) as reason:
        reasons = [str(reason)]
    # The text comes back, so that it can be put right without the file.
    return _records_page(request, RecordsForm(initial={"text": given["records"]}), reasons, REFUSED)


def _records_page(
    request: HttpRequest, form: RecordsForm, faults: list[str] | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "hints": HINTS.items(),
        **told(faults or []),
        "files": CandidateFile.objects.select_related("imported_by").order_by("-pk")[:SHOWN],
    }
    return render(request, "inspections/sources_records.html", context, status=status)


@open_to(*IMPORTERS)
@require_safe
def empty(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(empty_table(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="records.csv"'
    return response


@open_to(*MACHINE_READERS)
@require_safe
def equipment_list(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    rows = [
        {"one": one, "faults": one.faults_on(today)}
        for one in Equipment.objects.prefetch_related("certificates").order_by("number")
    ]
    may_add = officer_of(request).holds(*KEEPERS)
    return render(request, "inspections/sources_equipment.html", {"rows": rows, "may_add": may_add})


@open_to(*MACHINE_READERS)
@require_safe
def equipment(request: HttpRequest, equipment_id: int) -> HttpResponse:
    officer, found = officer_of(request), get_object_or_404(Equipment, pk=equipment_id)
    context = {
        "one": found,
        "faults": found.faults_on(timezone.localdate()),
        "certificates": found.certificates.order_by("-valid_from"),
        "may_keep": officer.holds(*KEEPERS),
        "may_review": officer.holds(Role.LEGAL_REVIEWER) and found.legal_on is None,
    }
    return render(request, "inspections/sources_device.html", context)


@open_to(*KEEPERS)
@require_http_methods(["GET", "POST"])
def new_equipment(request: HttpRequest) -> HttpResponse:
    form = EquipmentForm(request.POST or None, today=timezone.localdate())
    return _save(request, form, _("登记设备"), reverse("inspections:equipment-list"))


@open_to(*KEEPERS)
@require_http_methods(["GET", "POST"])
def change_equipment(request: HttpRequest, equipment_id: int) -> HttpResponse:
    found = get_object_or_404(Equipment, pk=equipment_id)
    form = EquipmentForm(request.POST or None, instance=found, today=timezone.localdate())
    return _save(request, form, _("更改设备"), reverse("inspections:equipment", args=[found.pk]))


def _save(request: HttpRequest, form: EquipmentForm, title: Any, back: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        made = save_equipment(form)
        messages.success(request, _("已登记：%(number)s。") % {"number": made})
        return redirect("inspections:equipment", made.pk)
    return _ask(request, form, title, back)


def _ask(
    request: HttpRequest, form: Any, title: Any, back: str, reasons: list[str] | None = None, status: int = 0
) -> HttpResponse:
    context = {"form": form, "title": title, "back": back, "reasons": reasons}
    return render(request, "inspections/sources_ask.html", context, status=status or (REFUSED if form.errors else 200))


@open_to(*KEEPERS)
@require_http_methods(["GET", "POST"])
def certificate(request: HttpRequest, equipment_id: int) -> HttpResponse:
    found, form = get_object_or_404(Equipment, pk=equipment_id), CertificateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        certify(found, officer_of(request), **form.cleaned_data)
        messages.success(request, _("已登记检定证书。"))
        return redirect("inspections:equipment", found.pk)
    return _ask(request, form, _("登记检定证书"), reverse("inspections:equipment", args=[found.pk]))


@open_to(Role.LEGAL_REVIEWER)
@require_http_methods(["GET", "POST"])
def legal_review(request: HttpRequest, equipment_id: int) -> HttpResponse:
    found, form = (
        get_object_or_404(Equipment, pk=equipment_id),
        LegalReviewForm(request.POST or None, today=timezone.localdate()),
    )
    back = reverse("inspections:equipment", args=[found.pk])
    if request.method != "POST" or not form.is_valid():
        return _ask(request, form, _("设备法制审核"), back)
    try:
        review_legally(found, officer_of(request), **form.cleaned_data)
    except CannotDo as reason:
        return _ask(request, form, _("设备法制审核"), back, [str(reason)], CONFLICT)
    messages.success(request, _("已登记法制审核。"))
    return redirect("inspections:equipment", found.pk)
