"""The register of devices, the docks that are read, and the lists of what may be deleted."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.views.lists import officer_of
from officers.access import open_to
from officers.roles import Role
from recordings import disposal, register
from recordings.access import KEEPERS
from recordings.disposal import NotDisposable
from recordings.forms import (
    HandOutForm,
    ImportForm,
    InOrderForm,
    NewDeviceForm,
    OutOfOrderForm,
    RefusalForm,
    RegisterForm,
    RetireForm,
    TakeBackForm,
)
from recordings.models import Device, Disposal, DockImport, Recording
from recordings.screens import span_words
from recordings.tasks import ask_for_import

Save = Callable[..., Any]
ACTS: dict[str, tuple[type[RegisterForm], Save]] = {
    "hand-out": (HandOutForm, register.hand_out),
    "take-back": (TakeBackForm, register.take_back),
    "out-of-order": (OutOfOrderForm, register.put_out_of_order),
    "in-order": (InOrderForm, register.put_in_order),
    "retire": (RetireForm, register.retire),
}
CHANGES = {
    "added": gettext_lazy("登记"),
    "handed_out": gettext_lazy("领用"),
    "taken_back": gettext_lazy("交回"),
    "out_of_order": gettext_lazy("停止使用"),
    "in_order": gettext_lazy("修复"),
    "retired": gettext_lazy("停用"),
}
SHOWN = 50


@open_to(*KEEPERS)
@require_safe
def devices(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    rows = Device.objects.prefetch_related("holdings__officer", "outages").order_by("number")
    context = {
        "devices": [
            {
                "device": one,
                "url": reverse("recordings:device", args=[one.pk]),
                "holder": holding.officer.name if (holding := one.holding_on(today)) else "",
                "outage": outage.reason if (outage := one.outage_on(today)) else "",
                "in_service": one.is_in_service(today),
            }
            for one in rows
        ]
    }
    return render(request, "recordings/devices.html", context)


@open_to(*KEEPERS)
@require_safe
def device(request: HttpRequest, device_id: int) -> HttpResponse:
    found = get_object_or_404(Device, pk=device_id)
    context = {
        "device": found,
        "acts": [
            {"title": form.title, "url": reverse("recordings:device-act", args=[found.pk, key])}
            for key, (form, _save) in ACTS.items()
            if _makes_sense(found, key)
        ],
        "holdings": found.holdings.select_related("officer").order_by("-since", "-pk"),
        "outages": found.outages.order_by("-since", "-pk"),
        "changes": [
            {
                "what": CHANGES.get(one.what, one.what),
                "by": one.by.name,
                "at": one.at,
                "said": [said for key, said in one.said.items() if key != "kind"],
            }
            for one in found.changes.select_related("by")[:SHOWN]
        ],
    }
    return render(request, "recordings/device.html", context)


def _makes_sense(found: Device, key: str) -> bool:
    held = found.holdings.filter(until=None).exists()
    broken = found.outages.filter(until=None).exists()
    return {
        "hand-out": found.until is None,
        "take-back": held,
        "out-of-order": not broken,
        "in-order": broken,
        "retire": found.until is None and not held,
    }[key]


@open_to(*KEEPERS)
@require_http_methods(["GET", "POST"])
def new_device(request: HttpRequest) -> HttpResponse:
    form = NewDeviceForm(request.POST or None, today=timezone.localdate())
    return _ask(request, form, register.add_device, None)


@open_to(*KEEPERS)
@require_http_methods(["GET", "POST"])
def device_act(request: HttpRequest, device_id: int, key: str) -> HttpResponse:
    found = get_object_or_404(Device, pk=device_id)
    if key not in ACTS:
        raise Http404
    kind, save = ACTS[key]
    form = kind(request.POST or None, today=timezone.localdate(), device=found)
    return _ask(request, form, save, found)


def _ask(request: HttpRequest, form: RegisterForm, save: Save, found: Device | None) -> HttpResponse:
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            about = (found,) if found else ()
            try:
                saved = save(*about, by=officer_of(request), **form.cleaned_data)
            except register.NotPossible as problem:
                form.add_error(None, str(problem))
            else:
                messages.success(request, _("已办理：%(act)s。") % {"act": form.title})
                return redirect("recordings:device", (found or saved).pk)
    back = reverse("recordings:device", args=[found.pk]) if found else reverse("recordings:devices")
    context = {"form": form, "title": form.title, "about": found or "", "back": back}
    return render(request, "recordings/ask.html", context, status=status)


@open_to(*KEEPERS)
@require_http_methods(["GET", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """Ask the worker to read a dock's folder; what came of the last ones."""
    form, status = ImportForm(request.POST or None, today=timezone.localdate()), 200
    if request.method == "POST":
        if form.is_valid():
            asked = ask_for_import(**form.cleaned_data, officer=officer_of(request))
            messages.success(request, _("已排队导入，完成以后在这里看结果。"))
            return redirect("recordings:import", asked.pk)
        status = 422
    rows = DockImport.objects.select_related("asked_by").order_by("-pk")[:SHOWN]
    return render(request, "recordings/imports.html", {"form": form, "rows": rows}, status=status)


@open_to(*KEEPERS)
@require_safe
def dock_import(request: HttpRequest, import_id: int) -> HttpResponse:
    found = get_object_or_404(DockImport.objects.select_related("asked_by"), pk=import_id)
    return render(request, "recordings/import.html", {"asked": found, "report": found.report})


@open_to(*KEEPERS)
@require_POST
def propose_disposal(request: HttpRequest) -> HttpResponse:
    chosen = [int(one) for one in request.POST.getlist("recording") if one.isascii() and one.isdigit()]
    rows = Recording.objects.filter(pk__in=[one for one in chosen if one < 2**63])
    try:
        made = disposal.propose(rows, officer=officer_of(request), on=timezone.localdate())
    except NotDisposable as problem:
        for sentence in problem.sentences[:SHOWN]:
            messages.error(request, sentence)
        return redirect("recordings:disposals")
    messages.success(request, _("已提请销毁，等待另一人批准。"))
    return redirect("recordings:disposal", made.pk)


@open_to(*KEEPERS, Role.BUREAU_HEAD)
@require_safe
def disposals(request: HttpRequest) -> HttpResponse:
    """What may be put on a list, and the lists there are."""
    officer, today = officer_of(request), timezone.localdate()
    may_propose = officer.holds(*KEEPERS)
    context = {
        "free": [
            {"pk": one.pk, "when": span_words(one.started_at, one.ended_at), "recording": one}
            for one in (disposal.disposable(officer, today) if may_propose else [])
        ],
        "may_propose": may_propose,
        "lists": Disposal.objects.select_related("proposed_by", "approved_by", "refused_by").order_by("-pk")[:SHOWN],
    }
    return render(request, "recordings/disposals.html", context)


@open_to(*KEEPERS, Role.BUREAU_HEAD)
@require_safe
def disposal_page(request: HttpRequest, disposal_id: int) -> HttpResponse:
    found = get_object_or_404(
        Disposal.objects.select_related("proposed_by", "approved_by", "refused_by"), pk=disposal_id
    )
    return _disposal_page(request, found, RefusalForm())


@open_to(Role.BUREAU_HEAD)
@require_POST
def approve_disposal(request: HttpRequest, disposal_id: int) -> HttpResponse:
    found = get_object_or_404(Disposal, pk=disposal_id)
    try:
        disposal.approve(found, officer=officer_of(request), on=timezone.localdate())
    except NotDisposable as problem:
        for sentence in problem.sentences[:SHOWN]:
            messages.error(request, sentence)
    else:
        messages.success(request, _("已批准。由保管人员按清册在采集站删除文件；清册长期保存。"))
    return redirect("recordings:disposal", disposal_id)


@open_to(Role.BUREAU_HEAD)
@require_POST
def refuse_disposal(request: HttpRequest, disposal_id: int) -> HttpResponse:
    found = get_object_or_404(Disposal.objects.select_related("proposed_by"), pk=disposal_id)
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return _disposal_page(request, found, form, status=422)
    try:
        disposal.refuse(found, officer=officer_of(request), reason=form.cleaned_data["reason"])
    except NotDisposable as problem:
        messages.error(request, "".join(problem.sentences))
    return redirect("recordings:disposal", disposal_id)


def _disposal_page(request: HttpRequest, found: Disposal, form: RefusalForm, status: int = 200) -> HttpResponse:
    waiting = found.recordings.select_related("device", "officer").order_by("pk") if found.is_waiting else []
    context = {
        "disposal": found,
        "rows": found.rows
        or [{"path": one.path, "sha256": one.sha256, "started_at": "", "kept_until": "", "why": []} for one in waiting],
        "form": form if officer_of(request).holds(Role.BUREAU_HEAD) and found.is_waiting else None,
    }
    return render(request, "recordings/disposal.html", context, status=status)
