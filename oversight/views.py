"""Which pages show the review: the report of a period, what stands behind each figure, one file, the exports?"""

from datetime import date
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cases.access import access_to_read
from cases.case_file import load_case_file
from cases.models import Case
from cases.states import Procedure
from cases.views.lists import officer_of
from officers.access import open_to, open_to_staff
from officers.roles import Role
from oversight import figures
from oversight.after_review import after_context
from oversight.enforced import regulations_behind
from oversight.forms import PeriodForm
from oversight.jobs import ask_for_review
from oversight.models import ReviewRun
from oversight.paging import page_of
from oversight.pdf import report_pdf
from oversight.places import article
from oversight.report import closed_in, make_report, run_review
from oversight.results import FileResult, Report, Wish
from oversight.screens import case_context, item_units, report_context, row_of
from oversight.standards import standard_on, standards_on
from oversight.three_systems import cases_about
from oversight.trend import trend_context
from oversight.wanted import LIVE_FILES, Wanted, wanted
from oversight.workbook import XLSX, report_workbook

KEPT_SHOWN = 5
FAULTS_SHOWN = 10


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def report(request: HttpRequest) -> HttpResponse:
    asked = wanted(request, now=timezone.localtime())
    context: dict[str, Any] = {"form": asked.form, "files": asked.files, "asked": asked, "kept": _kept(asked)}
    context["running"] = _running()
    if asked.report:
        context |= report_context(asked.report, asked.query)
        context["exports"] = [
            {"label": "xlsx", "url": f"{reverse('oversight:xlsx')}?{asked.query}"},
            {"label": "PDF", "url": f"{reverse('oversight:pdf')}?{asked.query}"},
        ]
        context |= trend_context(asked.report)
        context |= after_context(asked.report, asked.query, timezone.localdate())
    return render(request, "oversight/report.html", context, status=200 if asked.form.is_valid() else 422)


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_POST
def run(request: HttpRequest) -> HttpResponse:
    """Review a period and keep the result: at once when it is small, else by the worker."""
    form = PeriodForm(request.POST)
    if not form.is_valid():
        return render(request, "oversight/report.html", {"form": form, "kept": [], "running": []}, status=422)
    period = form.cleaned_data
    begins, ends, unit, key = period["begins"], period["ends"], period["unit"], period["standard"]
    officer = officer_of(request)
    if closed_in(begins, ends, unit.pk if unit else None).count() > LIVE_FILES:
        return redirect("oversight:progress", ask_for_review(begins, ends, unit, officer, key).pk)
    made = make_report(begins, ends, unit, now=timezone.now(), language="zh-hans", standard_key=key)
    kept = run_review(made, officer=officer)
    messages.success(request, _("评查结果已存档，以后打开、导出都是同样的数字。"))
    return redirect(f"{reverse('oversight:report')}?run={kept.pk}")


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def files(request: HttpRequest) -> HttpResponse:
    """The files behind a figure: of a unit, with a grade, with a veto."""
    asked, found = report_of(request)
    chosen = found.files.chosen(_wish(found, request.GET))
    rows, page = page_of(chosen, request.GET)
    context = {"rows": [_file_row(one) for one in rows], "page": page, "back_url": back_to(asked), "report": found}
    return render(request, "oversight/files.html", context | {"count": len(chosen)})


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def findings(request: HttpRequest) -> HttpResponse:
    asked, found = report_of(request)
    rows, page = page_of(figures.every_finding(found, unit=unit_of(request.GET)), request.GET)
    context = {"findings": [row_of(file, one) for file, one in rows], "page": page, "back_url": back_to(asked)}
    return render(request, "oversight/findings.html", context)


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def item(request: HttpRequest, number: str) -> HttpResponse:
    """One item of the standard and every place where it failed."""
    asked, found = report_of(request)
    wanted_item = found.standard.item(number)
    if wanted_item is None:
        raise Http404
    unit = unit_of(request.GET)
    rows, page = page_of(figures.every_finding(found, number, unit), request.GET)
    context = {
        "item": wanted_item,
        "basis": article(wanted_item.basis),
        "regulations": regulations_behind(f"item:{number}"),
        "findings": [row_of(file, one) for file, one in rows],
        "units": item_units(found, number, asked.query) if unit is None else [],
        "page": page,
        "back_url": back_to(asked),
    }
    return render(request, "oversight/item.html", context)


@open_to_staff
@require_safe
def case(request: HttpRequest, case_id: int) -> HttpResponse:
    """Everything the review says about one file, to whoever may see the case."""
    file = load_case_file(access_to_read(officer_of(request), case_id).pk)
    today = timezone.localdate()
    on = file.case.closed_on or today
    # A file from before the first standard is looked at with the eyes of today.
    known = standards_on(on)
    if not known:
        on, known = today, standards_on(today)
    wanted = request.GET.get("standard", "")
    standard = next((one for one in known if one.key == wanted), None) or standard_on(on)
    return render(request, "oversight/case.html", case_context(file, standard, known))


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    _asked, found = report_of(request)
    return _download(report_workbook(found), XLSX, found, "xlsx")


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def printed(request: HttpRequest) -> HttpResponse:
    _asked, found = report_of(request)
    return _download(report_pdf(found), "application/pdf", found, "pdf")


def report_of(request: HttpRequest) -> tuple[Wanted, Report]:
    """The report that the address names; without one there is nothing behind the figures."""
    asked = wanted(request, now=timezone.localtime())
    if asked.report is None:
        raise Http404
    return asked, asked.report


def _kept(asked: Wanted) -> list[ReviewRun]:
    if asked.begins is None:
        return []
    runs = ReviewRun.objects.finished().filter(begins=asked.begins, ends=asked.ends, unit=asked.unit)
    return list(runs.select_related("run_by").defer("result").order_by("-run_at", "-pk")[:KEPT_SHOWN])


def _running() -> list[ReviewRun]:
    """Of any period: whoever has lost the page of the progress finds it here."""
    rows = ReviewRun.objects.running().select_related("unit", "run_by").defer("result")
    return list(rows.order_by("-run_at", "-pk")[:KEPT_SHOWN])


def _wish(found: Report, query: QueryDict) -> Wish:
    grades = [grade.title for grade in found.standard.grades]
    grade = query.get("grade", "")
    is_grade = grade.isdecimal() and len(grade) < 9 and int(grade) < len(grades)
    return Wish(
        unit=unit_of(query),
        grade=grades[int(grade)] if is_grade else "",
        vetoed=bool(query.get("vetoed")),
        since=_day(query, "since"),
        until=_day(query, "until"),
        cases=_cases(query),
    )


def _cases(query: QueryDict) -> Any:
    if (procedure := query.get("procedure", "")) in Procedure.values:
        return Case.objects.filter(procedure=procedure).values_list("pk", flat=True)
    return cases_about(query.get("about", ""))


def unit_of(query: QueryDict) -> int | None:
    unit = query.get("of", "")
    return int(unit) if unit.isascii() and unit.isdecimal() and len(unit) < 10 else None


def _day(query: QueryDict, name: str) -> date | None:
    try:
        return parse_date(query.get(name, ""))
    except ValueError:
        return None


def _file_row(one: FileResult) -> dict[str, Any]:
    """A figure opens its files, and a file on the list the very field: two clicks."""
    shown = [row_of(one, fault) for fault in one.found[:FAULTS_SHOWN]]
    address = reverse("oversight:case", args=[one.case])
    return {"file": one, "url": address, "faults": shown, "more": len(one.found) - len(shown)}


def back_to(asked: Wanted) -> str:
    return f"{reverse('oversight:report')}?{asked.query}"


def _download(data: bytes, content_type: str, found: Report, suffix: str) -> HttpResponse:
    name = f"案卷评查报告_{found.begins}_{found.ends}.{suffix}"
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Cache-Control"] = "private, no-store"
    return response
