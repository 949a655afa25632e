"""Random draws as anybody may follow them, cancelled ones too, and the file and the program to check one with."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from inspections.draw_export import verifier
from inspections.models.draws import Substitution
from inspections.models.registers import CreditClass
from inspections.pools import INSPECTOR_REASONS, OBJECT_REASONS
from officers.access import public
from publicity.published_draws import PublishedDraw

PER_PAGE = 100
LONGEST_NUMBER = 15


@public
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Newest first; none is ever taken down."""
    before = request.GET.get("before", "")
    rows = PublishedDraw.objects.defer("file", "rows").order_by("-number")
    if before.isascii() and before.isdigit() and len(before) <= LONGEST_NUMBER:
        rows = rows.filter(number__lt=int(before))
    page = list(rows[: PER_PAGE + 1])
    shown = page[:PER_PAGE]
    context = {
        "draws": [{"draw": one, "state": _state(one)} for one in shown],
        "older_url": f"?before={shown[-1].number}" if len(page) > PER_PAGE else "",
    }
    return render(request, "publicity/draws.html", context)


def _state(one: PublishedDraw) -> str:
    if one.cancelled_at:
        return _("已取消：%(reason)s") % {"reason": one.cancel_reason}
    if one.drawn_at:
        return _("已抽取")
    return _("抽取池已公布，等抽取") if one.pooled_at else _("准备抽取")


@public
@require_safe
def draw(request: HttpRequest, number: int) -> HttpResponse:
    found = get_object_or_404(PublishedDraw.objects.defer("file"), number=number)
    counts = found.pool_counts
    context = {
        "draw": found,
        "state": _state(found),
        "excluded": [
            *_said(counts.get("objects_excluded", {}), OBJECT_REASONS),
            *_said(counts.get("inspectors_excluded", {}), INSPECTOR_REASONS),
        ],
        "rows": [_row(one) for one in found.rows],
    }
    return render(request, "publicity/draw.html", context)


def _said(reasons: dict[str, int], words: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"reason": words[key], "count": count} for key, count in sorted(reasons.items())]


def _row(one: dict[str, Any]) -> dict[str, Any]:
    reasons = Substitution.Reason
    changes = [each | {"reason": reasons(each["reason"]).label} for each in one["changes"]]
    return one | {"credit": CreditClass(one["class"]).label, "changes": changes}


@public
@require_safe
def as_file(request: HttpRequest, number: int) -> HttpResponse:
    """Byte for byte what verify_draw.py wants."""
    found = get_object_or_404(PublishedDraw.objects.only("file"), number=number)
    response = HttpResponse(found.file, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="draw-{number}.json"'
    return response


@public
@require_safe
def program(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(verifier(), content_type="text/x-python; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="verify_draw.py"'
    return response
