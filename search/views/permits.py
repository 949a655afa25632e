"""The register of permits on the administrator's side: load the table that the licensing system gives out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.views.lists import officer_of
from officers.access import open_to
from officers.roles import Role
from officers.table_form import told
from search.forms import PermitTableForm
from search.models import Permit
from search.permit_table import HINTS, empty_table, load_permits, read_permits

REFUSED = 422


@open_to(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def permits(request: HttpRequest) -> HttpResponse:
    form = (
        PermitTableForm(request.POST or None, request.FILES or None) if request.method == "POST" else PermitTableForm()
    )
    faults: list[str] = []
    if request.method == "POST" and form.is_valid():
        rows, found = read_permits(form.cleaned_data["table"])
        if not found:
            count = load_permits(rows, officer_of(request), timezone.localdate())
            messages.success(request, _("已导入 %(count)d 条证件。") % {"count": count})
            return redirect("search:permits")
        faults = [str(one) for one in found]
        # The text comes back, so that it can be put right without the file.
        form = PermitTableForm(initial={"text": form.cleaned_data["table"]})
    context = {
        "form": form,
        "hints": HINTS,
        **told(faults),
        "count": Permit.objects.count(),
        "last": Permit.objects.order_by("-loaded_on").values_list("loaded_on", flat=True).first(),
    }
    return render(request, "search/permits.html", context, status=REFUSED if faults or form.errors else 200)


@open_to(Role.ADMINISTRATOR)
@require_safe
def empty(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(empty_table().encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="permits.csv"'
    return response
