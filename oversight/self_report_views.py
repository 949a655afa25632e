"""Which pages show the self-review report of a finished review, let its measures be written, and hand it out?"""

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.views.lists import officer_of
from officers.access import open_to
from officers.roles import Role
from oversight.measures_form import MeasuresForm
from oversight.models import ReviewRun
from oversight.register import register
from oversight.self_report import SelfReport, basic_rows, keep_measures, self_report
from oversight.self_report_paper import self_report_pdf
from oversight.self_report_workbook import self_report_workbook
from oversight.workbook import XLSX

ENTRIES_SHOWN = 20


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def show(request: HttpRequest, run_id: int) -> HttpResponse:
    said = self_report(_run(run_id))
    officer = officer_of(request)
    context: dict[str, Any] = {
        "said": said,
        "basic": basic_rows(said),
        "entries": list(register(said.run, ENTRIES_SHOWN)),
        "may_write": officer.holds(Role.ADMINISTRATOR),
        "back_url": f"{reverse('oversight:report')}?run={said.run.pk}",
        "exports": [
            {"label": "xlsx", "url": reverse("oversight:self-report-xlsx", args=[said.run.pk])},
            {"label": "PDF", "url": reverse("oversight:self-report-pdf", args=[said.run.pk])},
        ],
    }
    return render(request, "oversight/self_report.html", context)


@open_to(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def measures(request: HttpRequest, run_id: int) -> HttpResponse:
    """Each fault with what is proposed; what the administrator writes is kept with the run."""
    said = self_report(_run(run_id))
    form = MeasuresForm(request.POST if request.method == "POST" else None, said=said)
    if request.method == "POST" and form.is_valid():
        keep_measures(said.run, form.texts(), officer=officer_of(request), now=timezone.now())
        messages.success(request, _("整改措施已保存，随这次评查存档。"))
        return redirect("oversight:self-report", said.run.pk)
    context = {"form": form, "said": said, "back_url": reverse("oversight:self-report", args=[said.run.pk])}
    return render(request, "oversight/measures.html", context, status=422 if form.is_bound else 200)


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def workbook(request: HttpRequest, run_id: int) -> HttpResponse:
    said = self_report(_run(run_id))
    return _download(self_report_workbook(said), XLSX, said, "xlsx")


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def printed(request: HttpRequest, run_id: int) -> HttpResponse:
    said = self_report(_run(run_id))
    return _download(self_report_pdf(said), "application/pdf", said, "pdf")


def _run(run_id: int) -> ReviewRun:
    """A review that is not over has no report."""
    try:
        return ReviewRun.objects.finished().select_related("unit").get(pk=run_id)
    except (ReviewRun.DoesNotExist, OverflowError):
        raise Http404 from None


def _download(data: bytes, content_type: str, said: SelfReport, suffix: str) -> HttpResponse:
    name = f"案卷评查自查报告_{said.run.begins}_{said.run.ends}.{suffix}"
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Cache-Control"] = "private, no-store"
    return response
