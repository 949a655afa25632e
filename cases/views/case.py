"""One case: its page and its dossier."""

from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from cases.access import access_case
from cases.case_file import load_case_file
from cases.dossier import bind
from cases.forms.lead import LeadForm
from cases.screens.case_page import case_page
from cases.services import open_case
from cases.views.lists import officer_of
from documents.dossier import VOLUMES, EmptyDossier, UnknownFileKind
from documents.readback import PaperDiffers
from documents.rendering import CANNOT_PRINT
from law.citations import cite_all, print_citations
from officers.access import open_to, open_to_staff
from officers.roles import Role


@open_to_staff
@require_GET
def case_detail(request: HttpRequest, case_id: int) -> HttpResponse:
    officer = officer_of(request)
    case = access_case(officer, case_id)
    return render(request, "cases/case.html", case_page(load_case_file(case.pk), officer, timezone.localdate()))


@open_to(Role.OFFICER)
@require_http_methods(["GET", "POST"])
def new_case(request: HttpRequest) -> HttpResponse:
    officer, now = officer_of(request), timezone.localtime()
    form = LeadForm(request.POST or None, officer=officer, now=now)
    if request.method == "POST" and form.is_valid():
        case = open_case(officer=officer, on=now.date(), **form.cleaned_data)
        messages.success(request, _("线索已登记。接着添加当事人和违法行为。"))
        return redirect("cases:case", case.pk)
    context = {
        "act": {
            "title": _("登记线索"),
            "basis": print_citations(cite_all("行政处罚法:54.1")),
            "explains": _("先记下从哪里来、什么事；当事人、违法行为和证据随后添加。"),
        },
        "form": form,
        "submit_label": _("登记"),
        "cancel_url": reverse("cases:worklist"),
        "steps": "",
    }
    return render(request, "cases/new_case.html", context, status=422 if form.errors else 200)


@open_to_staff
@require_GET
def dossier(request: HttpRequest, case_id: int) -> HttpResponse:
    """The bound dossier as one PDF; ?volume=main or secondary: that volume alone."""
    case = access_case(officer_of(request), case_id)
    volume = request.GET.get("volume", "")
    if volume not in ("", *VOLUMES):
        raise Http404
    try:
        data = bind(case, volume=volume)
    except EmptyDossier:
        raise Http404 from None
    except (UnknownFileKind, *CANNOT_PRINT, PaperDiffers) as broken:
        messages.error(request, str(broken))
        return redirect("cases:case", case.pk)
    name = f"{case}{VOLUMES.get(volume, '')}.pdf"
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(name)}"
    return response
