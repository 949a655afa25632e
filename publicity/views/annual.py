"""The year's figures on the publishers' side: counted by one, approved by another, then public."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cases.views.lists import officer_of
from law.annual import publish_rule
from officers.access import open_to
from officers.roles import Role
from publicity.annual import AnnualFigures, CannotApprove, approve, count_anew
from publicity.views.before import shown_figures

SHOWN = 20


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD)
@require_safe
def annual(request: HttpRequest) -> HttpResponse:
    """What waits, what is public, and whether the database still counts the same."""
    today = timezone.localdate()
    counts = AnnualFigures.objects.select_related("counted_by", "approved_by").order_by("-pk")[:SHOWN]
    context = {
        "year": today.year - 1,
        "due_on": publish_rule(today).due_on(today.year - 1),
        "rows": [_row(one, request) for one in counts],
    }
    return render(request, "publicity/annual.html", context)


def _row(one: AnnualFigures, request: HttpRequest) -> dict[str, Any]:
    return {
        "pk": one.pk,
        "year": one.year,
        "as_of": one.as_of,
        "counted_by": one.counted_by.name,
        "approved_by": one.approved_by.name if one.approved_by else "",
        "approved_on": one.approved_on,
        "is_own": one.counted_by_id == officer_of(request).pk,
        "holds": one.counts_the_same(),
        "facts": shown_figures({"year": one.year, "as_of": str(one.as_of), **one.figures})["facts"],
    }


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD)
@require_POST
def count(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    count_anew(today.year - 1, officer_of(request), today)
    messages.success(request, _("已统计 %(year)s 年度数据，等另一人审核。") % {"year": today.year - 1})
    return redirect("publicity:annual")


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD)
@require_POST
def approve_count(request: HttpRequest, figures_id: int) -> HttpResponse:
    figures = get_object_or_404(AnnualFigures, pk=figures_id)
    try:
        approve(figures, officer_of(request), timezone.localdate())
    except CannotApprove as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("%(year)s 年度数据已经公布。") % {"year": figures.year})
    return redirect("publicity:annual")
