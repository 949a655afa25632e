"""Which pages take the permits: a table loaded by one person, looked at by another?"""

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.views.lists import officer_of
from officers.access import open_to
from officers.roles import Role
from officers.table_form import told
from oversight.annual.forms import PermitsForm, ReasonForm
from oversight.annual.models import PermitBatch
from oversight.annual.permit_table import BOM, HINTS, as_table, read_table
from oversight.annual.permits import CannotDo, approve, give_back, load
from oversight.annual.screens import batch_row

READERS = (Role.ADMINISTRATOR, Role.BUREAU_HEAD)
SHOWN, ROWS_SHOWN, LONGEST_ID, REFUSED = 20, 200, 15, 422


@open_to(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def permits(request: HttpRequest) -> HttpResponse:
    """What was loaded; the next table comes here."""
    if request.method != "POST":
        return _page(request, PermitsForm(initial={"text": _returned(request)}))
    form = PermitsForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=REFUSED)
    today, table = timezone.localdate(), form.cleaned_data["table"]
    matters, faults = read_table(table, today)
    if faults:
        # The text comes back, so that it can be put right without the file.
        return _page(request, PermitsForm(initial={"text": table}), [str(one) for one in faults], REFUSED)
    made = load(matters, officer_of(request), today)
    messages.success(request, _("已导入 %(count)d 件许可，等另一人审核后计入。") % {"count": len(matters)})
    return redirect("oversight:annual-permits-batch", made.pk)


def _returned(request: HttpRequest) -> str:
    """The table of a batch that came back, to be put right."""
    asked = request.GET.get("again", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < LONGEST_ID):
        return ""
    batch = PermitBatch.objects.filter(pk=int(asked)).exclude(returned_by=None).first()
    return as_table(batch.matters.order_by("pk")) if batch else ""


def _page(request: HttpRequest, form: PermitsForm, faults: list[str] | None = None, status: int = 200) -> HttpResponse:
    found = PermitBatch.objects.select_related("loaded_by", "approved_by", "returned_by").annotate(
        rows=Count("matters")
    )
    context = {
        "form": form,
        "hints": list(HINTS.items()),
        **told(faults or []),
        "rows": [batch_row(one, one.rows) for one in found.order_by("-pk")[:SHOWN]],
    }
    return render(request, "oversight/annual/permits.html", context, status=status)


@open_to(*READERS)
@require_safe
def empty(request: HttpRequest) -> HttpResponse:
    response = HttpResponse((BOM + as_table([])).encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="permits.csv"'
    return response


@open_to(*READERS)
@require_safe
def batch(request: HttpRequest, permits_id: int) -> HttpResponse:
    return _batch_page(request, _found(permits_id), None)


def _found(pk: int) -> PermitBatch:
    batches = PermitBatch.objects.select_related("loaded_by", "approved_by", "returned_by")
    return get_object_or_404(batches, pk=pk)


def _batch_page(request: HttpRequest, found: PermitBatch, form: ReasonForm | None, status: int = 200) -> HttpResponse:
    count = found.matters.count()
    context = {
        "batch": found,
        "head": batch_row(found, count),
        "is_own": found.loaded_by_id == officer_of(request).pk,
        "matters": found.matters.order_by("pk")[:ROWS_SHOWN],
        "more": max(0, count - ROWS_SHOWN),
        "form": form or ReasonForm(),
    }
    return render(request, "oversight/annual/permits_batch.html", context, status=status)


@open_to(*READERS)
@require_POST
def approve_batch(request: HttpRequest, permits_id: int) -> HttpResponse:
    found = _found(permits_id)
    try:
        approve(found, officer_of(request), timezone.localdate())
    except CannotDo as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("许可数据已经计入。"))
    return redirect("oversight:annual-permits-batch", found.pk)


@open_to(*READERS)
@require_POST
def return_batch(request: HttpRequest, permits_id: int) -> HttpResponse:
    found = _found(permits_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _batch_page(request, found, form, REFUSED)
    try:
        give_back(found, officer_of(request), timezone.localdate(), form.cleaned_data["reason"])
    except CannotDo as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("已退回，没有计入。"))
    return redirect("oversight:annual-permits-batch", found.pk)
