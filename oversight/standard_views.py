"""Which pages show the review standards, give them out as a file, and take an administrator's own?"""

from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.views.lists import officer_of
from law.review_standard import Standard
from officers.access import open_to
from officers.roles import Role
from oversight.standard_file import write_standard
from oversight.standard_form import LoadForm
from oversight.standard_screens import catalogue_context, standard_context, standards_context
from oversight.standards import load_version, standards_on


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def standards(request: HttpRequest) -> HttpResponse:
    may_load = officer_of(request).holds(Role.ADMINISTRATOR)
    return render(request, "oversight/standards.html", standards_context(timezone.localdate()) | {"may_load": may_load})


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def standard(request: HttpRequest, key: str) -> HttpResponse:
    may_load = officer_of(request).holds(Role.ADMINISTRATOR)
    return render(request, "oversight/standard.html", standard_context(_found(key)) | {"may_load": may_load})


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def standard_csv(request: HttpRequest, key: str) -> HttpResponse:
    """What the page of loading takes again, unchanged; with the mark by which spreadsheets know UTF-8."""
    found = _found(key)
    response = HttpResponse("\ufeff" + write_standard(found), content_type="text/csv; charset=utf-8")
    name = quote(f"评查标准_{found.key}_{found.in_force_from}.csv")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    response["Cache-Control"] = "private, no-store"
    return response


@open_to(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def load(request: HttpRequest) -> HttpResponse:
    """A file is taken as a whole or not at all; with faults its text comes back to be put right in place."""
    form = LoadForm(request.POST, request.FILES) if request.method == "POST" else LoadForm(initial=_initial(request))
    if request.method == "POST" and form.is_valid():
        kept = load_version(form.read, officer=officer_of(request), **form.head())
        messages.success(
            request, _("已导入“%(title)s”，%(on)s 起施行。") % {"title": kept.title, "on": kept.in_force_from}
        )
        return redirect("oversight:standards")
    status = 422 if form.errors else 200
    return render(request, "oversight/standard_load.html", catalogue_context() | {"form": form}, status=status)


def _initial(request: HttpRequest) -> dict[str, object]:
    """The text of a standard that shall be changed, so that it can be edited on the page."""
    key = request.GET.get("from", "")
    start = next((one for one in standards_on(timezone.localdate()) if one.key == key), None)
    if start is None:
        return {"in_force_from": timezone.localdate()}
    return {
        "key": start.key,
        "title": start.title,
        "source": start.source,
        "note": start.note,
        "in_force_from": timezone.localdate(),
        "text": write_standard(start),
    }


def _found(key: str) -> Standard:
    found = next((one for one in standards_on(timezone.localdate()) if one.key == key), None)
    if found is None:
        raise Http404
    return found
