"""双公示: what is handed to the credit platforms next, what is wrong with it, what was handed over when?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cases.views.lists import officer_of
from officers.access import open_to
from officers.roles import Role
from publicity.credit_log import Change, CreditHandover
from publicity.handover import NothingToHandOver, as_csv, as_xlsx, due_rows, hand_over, lines_of

SHOWN = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD)
@require_safe
def credit(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    rows = [
        {
            "number": one.fields["CF_WSH"],
            "party": one.fields["CF_XDR_MC"],
            "change": one.change.label,
            "faults": one.faults,
            "url": reverse("cases:case", args=[one.publication.case_id]),
        }
        for one in due_rows(today)
    ]
    handovers = CreditHandover.objects.select_related("made_by").prefetch_related("rows").order_by("-pk")[:SHOWN]
    context = {
        "rows": rows,
        "ready": sum(not row["faults"] for row in rows),
        "handovers": [
            {
                "made_on": one.made_on,
                "made_by": one.made_by.name,
                "counts": [(kind.label, n) for kind in Change if (n := sum(r.change == kind for r in one.rows.all()))],
                "sha": one.sha256,
                "xlsx": reverse("publicity:credit-file", args=[one.pk, "xlsx"]),
                "csv": reverse("publicity:credit-file", args=[one.pk, "csv"]),
            }
            for one in handovers
        ],
        "may_hand_over": officer_of(request).holds(Role.PUBLISHER),
    }
    return render(request, "publicity/credit.html", context)


@open_to(Role.PUBLISHER)
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    try:
        made = hand_over(officer_of(request), timezone.localdate())
    except NothingToHandOver:
        messages.error(request, _("没有可以移交的数据。"))
    else:
        messages.success(request, _("已生成移交文件，共 %(count)d 行。") % {"count": made.rows.count()})
    return redirect("publicity:credit")


@open_to(Role.PUBLISHER)
@require_safe
def file(request: HttpRequest, handover_id: int, suffix: str) -> HttpResponse:
    """Names and identity numbers of persons are in it, as the platform requires: for publishers alone."""
    handover = get_object_or_404(CreditHandover, pk=handover_id)
    name = f"xzcf-{handover.made_on:%Y%m%d}-{handover.pk}"
    if suffix == "xlsx":
        body, kind = as_xlsx(lines_of(handover), "行政处罚信用信息"), XLSX
    else:
        body, kind, suffix = as_csv(lines_of(handover)), "text/csv; charset=utf-8", "csv"
    response = HttpResponse(body, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
    response["Cache-Control"] = "no-store"
    return response
