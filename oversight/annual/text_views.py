"""Which pages hold the yearly report on the rule of law: begun once, written in versions, printed?"""

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.views.lists import officer_of
from law.rule_of_law_report import PUBLISH, SUBMIT, deadline
from officers.access import open_to
from officers.roles import Role
from oversight.annual.forms import BeginTextForm, TextForm, whole_years
from oversight.annual.models import RuleOfLawReport, RuleOfLawVersion
from oversight.annual.narrative import Overtaken, begin, gaps, latest, paragraphs, save
from oversight.annual.printed import rule_of_law_pdf

READERS = (Role.ADMINISTRATOR, Role.BUREAU_HEAD)
REFUSED, CONFLICT, LONGEST_ID = 422, 409, 9


@open_to(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def texts(request: HttpRequest) -> HttpResponse:
    """The reports there are; another year's begins around the figures of a kept report."""
    form = BeginTextForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        figures = form.cleaned_data["figures"]
        try:
            made = begin(figures.begins.year, figures, officer_of(request), timezone.localtime())
        except Overtaken as reason:
            form.add_error("figures", str(reason))
        else:
            messages.success(request, _("已起草，逐段核对、填写空白以后保存。"))
            return redirect("oversight:annual-text", made.pk)
    context = {"form": form, "may_begin": whole_years().exists(), "rows": _texts()}
    return render(request, "oversight/annual/texts.html", context, status=REFUSED if form.errors else 200)


def _texts() -> list[dict[str, Any]]:
    return [
        {"report": one, "url": reverse("oversight:annual-text", args=[one.pk]), "version": latest(one)}
        for one in RuleOfLawReport.objects.order_by("-year")
    ]


@open_to(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: HttpRequest, text_id: int) -> HttpResponse:
    """As it reads now, each figure opening its list; below it the words to be changed."""
    report = get_object_or_404(RuleOfLawReport, pk=text_id)
    version = _asked_version(request, report)
    if request.method != "POST":
        initial = {"text": version.text, "figures": version.figures_id, "after": latest(report).number}
        return _page(request, report, version, TextForm(initial=initial, year=report.year))
    form = TextForm(request.POST, year=report.year)
    if not form.is_valid():
        return _page(request, report, version, form, REFUSED)
    given = form.cleaned_data
    try:
        save(report, **given, officer=officer_of(request), now=timezone.now())
    except Overtaken as reason:
        # What was typed stays; saved once more it follows what the other one wrote.
        again = form.data.copy()
        again["after"] = str(latest(report).number)
        form = TextForm(again, year=report.year)
        form.add_error(None, str(reason))
        return _page(request, report, version, form, CONFLICT)
    messages.success(request, _("已保存为新的版本。"))
    return redirect("oversight:annual-text", report.pk)


def _page(
    request: HttpRequest, report: RuleOfLawReport, version: RuleOfLawVersion, form: TextForm, status: int = 200
) -> HttpResponse:
    found = paragraphs(version)
    today = timezone.localdate()
    submit, publish = (deadline(key, today) for key in (SUBMIT, PUBLISH))
    context = {
        "report": report,
        "version": version,
        "form": form,
        "paragraphs": found,
        "gaps": gaps(found),
        "query": f"kept={version.figures_id}",
        "submit_by": submit and submit.due_on(report.year),
        "publish_by": publish and publish.due_on(report.year),
        "versions": report.versions.select_related("written_by").defer("text").order_by("-number"),
    }
    return render(request, "oversight/annual/text.html", context, status=status)


def _asked_version(request: HttpRequest, report: RuleOfLawReport) -> RuleOfLawVersion:
    """An earlier one may be read and printed too."""
    number = request.GET.get("version", "")
    if number.isascii() and number.isdigit() and len(number) <= LONGEST_ID:
        found = report.versions.select_related("figures", "written_by").filter(number=int(number)).first()
        if found:
            return found
    return latest(report)


@open_to(*READERS)
@require_safe
def text_pdf(request: HttpRequest, text_id: int) -> HttpResponse:
    report = get_object_or_404(RuleOfLawReport, pk=text_id)
    response = HttpResponse(rule_of_law_pdf(_asked_version(request, report)), content_type="application/pdf")
    name = quote(f"法治政府建设年度情况报告_{report.year}.pdf")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    response["Cache-Control"] = "private, no-store"
    return response
