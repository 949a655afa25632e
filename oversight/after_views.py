"""Which page lists the files that people confirmed, or the notices to put right, behind a number of the report?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from officers.access import open_to
from officers.roles import Role
from oversight.after_review import CONFIRMED, after_review
from oversight.paging import page_of
from oversight.views import back_to, report_of, unit_of

TITLES = {
    "confirmed": _("人工复核确认的案卷"),
    "vetoed": _("人工复核认定有否决项的案卷"),
    "notices": _("整改通知单"),
    "done": _("已经改完的整改通知单"),
    "open": _("还在整改的整改通知单"),
    "overdue": _("逾期没有改完的整改通知单"),
}


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def after(request: HttpRequest) -> HttpResponse:
    asked, report = report_of(request)
    what = request.GET.get("what", "confirmed")
    if what not in TITLES:
        raise Http404
    today, unit = timezone.localdate(), unit_of(request.GET)
    found = after_review(report, today)
    found = found.of(unit) if unit is not None else found
    context = {"title": TITLES[what], "back_url": back_to(asked), "today": today}
    if what in CONFIRMED:
        rows, page = page_of(found.results(what), request.GET)
        return render(request, "oversight/after.html", context | {"confirmed": rows, "page": page})
    rows, page = page_of(found.states(what), request.GET)
    return render(request, "oversight/after.html", context | {"notices": rows, "page": page})
