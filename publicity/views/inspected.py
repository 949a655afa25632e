"""Results of inspections on the publishers' side: a table loaded by one, approved whole by another, then public."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.views.lists import officer_of
from officers.access import open_to
from officers.roles import Role
from officers.table_form import told
from publicity.forms import InspectedForm, InspectionReasonForm
from publicity.inspected import CannotDo, InspectionBatch, InspectionResult, approve, give_back, load, withdraw
from publicity.inspected_table import BOM, as_table, empty_table, hints, read_table
from publicity.register import PublishedInspection
from publicity.screens import batch_row, loaded_row

SHOWN, LONGEST_ID = 20, 15
REFUSED = 422


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD)
@require_http_methods(["GET", "POST"])
def batches(request: HttpRequest) -> HttpResponse:
    """What waits and what is public; a publisher loads the next table here."""
    if request.method != "POST":
        return _page(request, InspectedForm(initial={"text": _returned(request)}))
    form = InspectedForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=REFUSED)
    today, table = timezone.localdate(), form.cleaned_data["table"]
    rows, faults = read_table(table, today)
    reasons = [str(one) for one in faults]
    if not reasons:
        try:
            made = load(rows, officer_of(request), today)
        except CannotDo as reason:
            reasons = [str(reason)]
        else:
            messages.success(request, _("已导入 %(count)d 条检查结果，等另一人审核。") % {"count": len(rows)})
            return redirect("publicity:inspected-batch", made.pk)
    # The text comes back, so that it can be put right without the file.
    return _page(request, InspectedForm(initial={"text": table}), faults=reasons, status=REFUSED)


def _returned(request: HttpRequest) -> str:
    """The table of a batch that came back, to be put right."""
    asked = request.GET.get("again", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < LONGEST_ID):
        return ""
    batch = InspectionBatch.objects.filter(pk=int(asked)).exclude(returned_by=None).first()
    return as_table(batch.results.order_by("pk")) if batch else ""


def _page(
    request: HttpRequest, form: InspectedForm, *, faults: list[str] | None = None, status: int = 200
) -> HttpResponse:
    found, today = InspectionBatch.objects.counted().select_related("loaded_by", "approved_by"), timezone.localdate()
    context = {
        "form": form,
        "hints": hints(today),
        **told(faults or []),
        "rows": [batch_row(one, today) for one in found.order_by("-pk")[:SHOWN]],
    }
    return render(request, "publicity/inspected.html", context, status=status)


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD)
@require_safe
def empty(request: HttpRequest) -> HttpResponse:
    response = HttpResponse((BOM + empty_table()).encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="inspections.csv"'
    return response


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD)
@require_safe
def batch(request: HttpRequest, inspected_id: int) -> HttpResponse:
    return _batch_page(request, get_object_or_404(InspectionBatch, pk=inspected_id), None)


def _batch_page(
    request: HttpRequest, found: InspectionBatch, form: InspectionReasonForm | None, status: int = 200
) -> HttpResponse:
    results = list(found.results.order_by("pk"))
    on_show = PublishedInspection.objects.on_show(timezone.localdate())
    shown = set(on_show.filter(slug__in=[one.slug for one in results]).values_list("slug", flat=True))
    context = {
        "batch": found,
        "is_own": found.loaded_by_id == officer_of(request).pk,
        "rows": [loaded_row(one, on_show=one.slug in shown) for one in results],
        "form": form or InspectionReasonForm(results=()),
    }
    return render(request, "publicity/inspected_batch.html", context, status=status)


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD)
@require_POST
def approve_batch(request: HttpRequest, inspected_id: int) -> HttpResponse:
    found = get_object_or_404(InspectionBatch, pk=inspected_id)
    try:
        approve(found, officer_of(request), timezone.localdate())
    except CannotDo as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("检查结果已经公示。"))
    return redirect("publicity:inspected-batch", found.pk)


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD)
@require_POST
def return_batch(request: HttpRequest, inspected_id: int) -> HttpResponse:
    found = get_object_or_404(InspectionBatch, pk=inspected_id)
    form = InspectionReasonForm(request.POST, results=())
    if not form.is_valid():
        return _batch_page(request, found, form, REFUSED)
    try:
        give_back(found, officer_of(request), timezone.localdate(), form.cleaned_data["reason"])
    except CannotDo as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("已退回，没有公示。"))
    return redirect("publicity:inspected-batch", found.pk)


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD)
@require_http_methods(["GET", "POST"])
def withdraw_result(request: HttpRequest, result_id: int) -> HttpResponse:
    found = get_object_or_404(InspectionResult.objects.select_related("batch"), pk=result_id)
    form = InspectionReasonForm(request.POST if request.method == "POST" else None, results=[found])
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(found, timezone.localdate(), form.cleaned_data["reason"])
        except CannotDo as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, _("已撤回，原页面只留撤回公告。"))
        return redirect("publicity:inspected-batch", found.batch_id)
    context = {"form": form, "row": loaded_row(found, on_show=False), "batch_id": found.batch_id}
    return render(request, "publicity/inspected_withdraw.html", context, status=REFUSED if form.errors else 200)
