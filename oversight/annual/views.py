"""Which pages show the figures of a period: the tables, what stands behind each figure, what was kept, what has changed?"""

from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cases.views.lists import officer_of
from law.annual import publish_rule
from officers.access import open_to
from officers.roles import Role
from oversight.annual.as_json import json_file
from oversight.annual.asked import Asked, asked
from oversight.annual.forms import FiguresForm
from oversight.annual.keeping import changes_since, is_intact, keep
from oversight.annual.models import AnnualReport
from oversight.annual.printed import annual_pdf
from oversight.annual.report import annual_report
from oversight.annual.screens import kept_row, report_context, rows_page
from oversight.annual.workbook import annual_workbook

READERS = (Role.ADMINISTRATOR, Role.BUREAU_HEAD)
KEPT_SHOWN, REFUSED = 8, 422
FILES = {
    "pdf": (annual_pdf, "application/pdf"),
    "xlsx": (annual_workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (json_file, "application/json"),
}


@open_to(*READERS)
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    found = asked(request, now=timezone.now())
    status = 200 if found.form.is_valid() else REFUSED
    context = _context(found) | {"may_publish": officer_of(request).holds(Role.BUREAU_HEAD)}
    return render(request, "oversight/annual/figures.html", context, status=status)


def _context(found: Asked) -> dict[str, Any]:
    today = timezone.localdate()
    context: dict[str, Any] = {"form": found.form, "periods": _periods(today), "kept_reports": _kept(found)}
    context["due_on"] = publish_rule(today).due_on(today.year - 1)
    if found.report is None:
        return context
    return context | report_context(found.report, found.query) | {"kept": found.kept and kept_row(found.kept)}


def _periods(today: date) -> list[dict[str, str]]:
    """Years and months that are asked for most."""
    this_month = today.replace(day=1)
    last_month = (this_month - timedelta(days=1)).replace(day=1)
    address = reverse("oversight:annual")
    periods = [
        (_("上年"), date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
        (_("今年"), date(today.year, 1, 1), date(today.year, 12, 31)),
        (_("上月"), last_month, this_month - timedelta(days=1)),
        (_("本月"), this_month, today),
    ]
    return [{"label": label, "url": f"{address}?begins={begins}&ends={ends}"} for label, begins, ends in periods]


def _kept(found: Asked) -> list[dict[str, Any]]:
    """Of the same period and unit first; without one, the latest."""
    rows = AnnualReport.objects.select_related("kept_by", "unit").defer("result").order_by("-kept_at", "-pk")
    if found.report:
        period = found.report.period
        rows = rows.filter(begins=period.begins, ends=period.ends, unit=period.unit)
    return [kept_row(one) for one in rows[:KEPT_SHOWN]]


@open_to(*READERS)
@require_safe
def cell(request: HttpRequest, key: str) -> HttpResponse:
    """Exactly what a figure is made of."""
    found = _report(request, only=key)
    shown = found.report.cell(key)
    if shown is None:
        raise Http404
    context = rows_page(found.report, shown, request.GET)
    context["back_url"] = f"{reverse('oversight:annual')}?{found.query}#{shown.table.key}"
    return render(request, "oversight/annual/cell.html", context)


@open_to(*READERS)
@require_POST
def keep_report(request: HttpRequest) -> HttpResponse:
    """Count now and keep it, so that it stays the same."""
    form = FiguresForm(request.POST)
    if not form.is_valid():
        return render(request, "oversight/annual/figures.html", _context(Asked(form)), status=REFUSED)
    kept = keep(annual_report(form.period, now=timezone.now()), officer=officer_of(request))
    messages.success(request, _("已存档。以后打开、导出都是同样的数字，并能看到此后有什么变动。"))
    return redirect(f"{reverse('oversight:annual')}?kept={kept.pk}")


@open_to(*READERS)
@require_safe
def changes(request: HttpRequest, report_id: int) -> HttpResponse:
    """What a count of today would say otherwise, and why."""
    kept = get_object_or_404(AnnualReport.objects.select_related("unit", "kept_by"), pk=report_id)
    context = {
        "kept": kept_row(kept),
        "is_intact": is_intact(kept),
        "cells": changes_since(kept, now=timezone.now()),
    }
    return render(request, "oversight/annual/changes.html", context)


@open_to(*READERS)
@require_safe
def file(request: HttpRequest, suffix: str) -> HttpResponse:
    if suffix not in FILES:
        raise Http404
    found = _report(request)
    write, content_type = FILES[suffix]
    report = found.report
    response = HttpResponse(write(report), content_type=content_type)
    name = f"行政执法统计年报_{report.period.begins}_{report.period.ends}.{suffix}"
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Cache-Control"] = "private, no-store"
    return response


def _report(request: HttpRequest, *, only: str = "") -> Any:
    """An Asked with its report. Raises Http404 for what is no period."""
    found = asked(request, now=timezone.now(), only=only)
    if found.report is None:
        raise Http404
    return found
