"""From a source to a case in one step: the lead's own form, filled with what the register knows."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.forms.lead import LeadForm
from cases.views.lists import officer_of
from inspections.sources import CannotDo, begin_case, case_obstacles
from inspections.sources_access import access_source, may_begin
from inspections.sources_case import known_of
from law.citations import cite_all, print_citations
from officers.access import open_to
from officers.roles import Role


@open_to(Role.OFFICER)
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, source_id: int) -> HttpResponse:
    """Never from a machine's record that nobody reviewed (行政处罚法 41.2)."""
    officer, now = officer_of(request), timezone.localtime()
    source = access_source(officer, source_id)
    if not may_begin(officer, source):
        raise Http404
    form = LeadForm(request.POST or None, officer=officer, now=now, known=known_of(source))
    reasons, status = case_obstacles(source), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                case = begin_case(source, officer, now, **form.cleaned_data)
            except CannotDo as refused:
                reasons, status = list(refused.sentences), 409
            else:
                messages.success(request, _("线索已登记。接着添加当事人和违法行为。"))
                return redirect("cases:case", case.pk)
    context = {
        "act": {
            "title": _("登记线索"),
            "basis": print_citations(cite_all("行政处罚法:54.1")),
            "explains": _("%(source)s 的内容已经带入，核对以后登记。") % {"source": source},
        },
        "form": form,
        "warnings": reasons,
        "submit_label": _("登记"),
        "cancel_url": reverse("inspections:source", args=[source.pk]),
        "steps": "",
    }
    return render(request, "cases/new_case.html", context, status=status)
