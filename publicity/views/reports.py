"""How does anybody report something without signing in, and read with number and code what was answered?"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from officers.access import public
from publicity.rate import may_go_on
from publicity.reports import find_report, receive_report, standing_of
from publicity.reports_forms import PublicReportForm, ReportStateForm
from publicity.views.checking import TOO_MANY
from publicity.views.public import NO_ROBOTS

REFUSED = 422


@public
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """The form; what was sent is answered with number and code, which are shown this once."""
    now = timezone.localtime()
    if request.method != "POST":
        return _page(request, "publicity/report.html", {"form": PublicReportForm(now=now)})
    form = PublicReportForm(request.POST, now=now)
    if not form.is_valid():
        return _page(request, "publicity/report.html", {"form": form}, REFUSED)
    if not may_go_on("report", request.META.get("REMOTE_ADDR", ""), settings.REPORTS_A_MINUTE):
        form.add_error(None, _("提交得太快，过一分钟再提交。填写的内容还在。"))
        return _page(request, "publicity/report.html", {"form": form}, TOO_MANY)
    facts = form.to_facts()
    made = receive_report(now=now, informant=form.informant(), **facts)
    context = {"number": made.number, "code": facts["code"], "due_on": made.source.reply_due_on}
    return _page(request, "publicity/report_receipt.html", context)


@public
@require_http_methods(["GET", "POST"])
def report_state(request: HttpRequest) -> HttpResponse:
    """Where it stands, to whoever has both; the same words whichever of the two is wrong."""
    template, form = "publicity/report_state.html", ReportStateForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, template, {"form": form})
    if not may_go_on("report-state", request.META.get("REMOTE_ADDR", ""), settings.REPORT_LOOKUPS_A_MINUTE):
        form.add_error(None, _("查得太快，过一分钟再查。"))
        return _page(request, template, {"form": form}, TOO_MANY)
    if not form.is_valid():
        return _page(request, template, {"form": form}, REFUSED)
    found = find_report(form.cleaned_data["number"], form.cleaned_data["code"])
    if found is None:
        form.add_error(None, _("编号或者查询码不对，核对以后再查。"))
        return _page(request, template, {"form": form}, REFUSED)
    return _page(request, template, {"form": ReportStateForm(), "found": standing_of(found)})


def _page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    response = render(request, template, context, status=status)
    response["X-Robots-Tag"] = NO_ROBOTS
    response["Cache-Control"] = "no-store"
    return response
