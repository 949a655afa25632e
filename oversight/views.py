"""Which pages show the review: the report of a period, what stands behind each figure, one file, the exports?"""

from collections.abc import Sequence
from typing import Any, TypeVar
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cases.access import access_to_read
from cases.case_file import load_case_file
from cases.views.lists import officer_of
from officers.access import open_to, open_to_staff
from officers.roles import Role
from oversight import figures
from oversight.enforced import regulations_behind
from oversight.forms import PeriodForm
from oversight.jobs import ask_for_review
from oversight.models import ReviewRun
from oversight.pdf import report_pdf
from oversight.places import article
from oversight.report import FileResult, Report, closed_cases, make_report, run_review
from oversight.screens import case_context, report_context, row_of
from oversight.standards import standard_on, standards_on
from oversight.wanted import LIVE_FILES, Wanted, wanted
from oversight.workbook import report_workbook

PER_PAGE = 50
KEPT_SHOWN = 5
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
T = TypeVar("T")


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def report(request: HttpRequest) -> HttpResponse:
    asked = wanted(request, now=timezone.localtime())
    context: dict[str, Any] = {"form": asked.form, "files": asked.files, "asked": asked, "kept": _kept(asked)}
    if asked.report:
        context |= report_context(asked.report, asked.query)
        context["exports"] = [
            {"label": "xlsx", "url": f"{reverse('oversight:xlsx')}?{asked.query}"},
            {"label": "PDF", "url": f"{reverse('oversight:pdf')}?{asked.query}"},
        ]
    return render(request, "oversight/report.html", context, status=200 if asked.form.is_valid() else 422)


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_POST
def run(request: HttpRequest) -> HttpResponse:
    """Review a period and keep the result: at once when it is small, else by the worker."""
    form = PeriodForm(request.POST)
    if not form.is_valid():
        return render(request, "oversight/report.html", {"form": form, "kept": []}, status=422)
    period = form.cleaned_data
    begins, ends, unit, key = period["begins"], period["ends"], period["unit"], period["standard"]
    officer = officer_of(request)
    asked = Wanted(form, begins, ends, unit, standard=key)
    if len(closed_cases(begins, ends, unit.pk if unit else None)) > LIVE_FILES:
        ask_for_review(begins, ends, unit, officer, key)
        messages.success(request, _("已开始评查，稍后刷新本页看结果。"))
        return redirect(f"{reverse('oversight:report')}?{asked.query}")
    made = make_report(begins, ends, unit, now=timezone.now(), language="zh-hans", standard_key=key)
    kept = run_review(made, officer=officer)
    messages.success(request, _("评查结果已存档，以后打开、导出都是同样的数字。"))
    return redirect(f"{reverse('oversight:report')}?run={kept.pk}")


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def files(request: HttpRequest) -> HttpResponse:
    """The files behind a figure: of a unit, with a grade, with a veto."""
    asked, found = _report(request)
    chosen = _chosen(found, request.GET)
    rows, page = _page(chosen, request.GET)
    context = {"rows": [_file_row(one) for one in rows], "page": page, "back_url": _back(asked), "report": found}
    return render(request, "oversight/files.html", context | {"count": len(chosen)})


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def findings(request: HttpRequest) -> HttpResponse:
    asked, found = _report(request)
    rows, page = _page(list(figures.every_finding(found)), request.GET)
    context = {"findings": [row_of(file, one) for file, one in rows], "page": page, "back_url": _back(asked)}
    return render(request, "oversight/findings.html", context)


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def item(request: HttpRequest, number: str) -> HttpResponse:
    """One item of the standard and every place where it failed."""
    asked, found = _report(request)
    wanted_item = found.standard.item(number)
    if wanted_item is None:
        raise Http404
    rows, page = _page(list(figures.every_finding(found, number)), request.GET)
    context = {
        "item": wanted_item,
        "basis": article(wanted_item.basis),
        "regulations": regulations_behind(f"item:{number}"),
        "findings": [row_of(file, one) for file, one in rows],
        "page": page,
        "back_url": _back(asked),
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
    _asked, found = _report(request)
    return _download(report_workbook(found), XLSX, found, "xlsx")


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def printed(request: HttpRequest) -> HttpResponse:
    _asked, found = _report(request)
    return _download(report_pdf(found), "application/pdf", found, "pdf")


def _report(request: HttpRequest) -> tuple[Wanted, Report]:
    """The report that the address names; without one there is nothing behind the figures."""
    asked = wanted(request, now=timezone.localtime())
    if asked.report is None:
        raise Http404
    return asked, asked.report


def _kept(asked: Wanted) -> list[ReviewRun]:
    if asked.begins is None:
        return []
    runs = ReviewRun.objects.filter(begins=asked.begins, ends=asked.ends, unit=asked.unit).defer("result")
    return list(runs.select_related("run_by").order_by("-run_at", "-pk")[:KEPT_SHOWN])


def _chosen(found: Report, query: QueryDict) -> list[FileResult]:
    chosen = list(found.files)
    if (unit := query.get("of", "")).isdecimal():
        chosen = [one for one in chosen if str(one.unit) == unit]
    if query.get("vetoed"):
        chosen = [one for one in chosen if one.vetoed]
    grades = [grade.title for grade in found.standard.grades]
    if (grade := query.get("grade", "")).isdecimal() and int(grade) < len(grades):
        chosen = [one for one in chosen if one.grade == grades[int(grade)]]
    return chosen


def _file_row(one: FileResult) -> dict[str, Any]:
    address = reverse("oversight:case", args=[one.case])
    return {"file": one, "url": address, "findings": len(one.found)}


def _page(rows: Sequence[T], query: QueryDict) -> tuple[Sequence[T], dict[str, str]]:
    """A page of a list that does not change while it is read: found by its first place."""
    after = query.get("after", "")
    start = min(int(after), len(rows)) if after.isascii() and after.isdecimal() and len(after) < 9 else 0
    shown = rows[start : start + PER_PAGE]
    values = {"first": start + 1 if shown else 0, "last": start + len(shown), "all": len(rows)}
    return shown, {
        "previous_url": _with(query, max(start - PER_PAGE, 0)) if start else "",
        "next_url": _with(query, start + PER_PAGE) if start + PER_PAGE < len(rows) else "",
        "count_text": _("第 %(first)d–%(last)d 条，共 %(all)d 条") % values,
    }


def _with(query: QueryDict, after: int) -> str:
    kept = query.copy()
    kept["after"] = str(after)
    return f"?{kept.urlencode()}"


def _back(asked: Wanted) -> str:
    return f"{reverse('oversight:report')}?{asked.query}"


def _download(data: bytes, content_type: str, found: Report, suffix: str) -> HttpResponse:
    name = f"案卷评查报告_{found.begins}_{found.ends}.{suffix}"
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Cache-Control"] = "private, no-store"
    return response
