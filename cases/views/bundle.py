"""Who takes the bundle for the court: what is in it, for what is it taken?"""

from typing import Any
from urllib.parse import quote

from django import forms
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cases.access import access_case
from cases.bundle.contents import TamperedEvidence
from cases.bundle.handing_out import hand_out, may_take, may_take_supplementary
from cases.case_file import CaseFile, load_case_file
from cases.dossier import volume_sizes
from cases.screens.case_page import identity
from cases.views.lists import officer_of
from documents.dossier import EmptyDossier, UnknownFileKind
from documents.readback import PaperDiffers
from documents.rendering import CANNOT_PRINT
from documents.services import TamperedPaper
from officers.access import open_to_staff
from officers.models import Officer

UNMADE = (EmptyDossier, UnknownFileKind, *CANNOT_PRINT, PaperDiffers, TamperedPaper, TamperedEvidence)


class BundleForm(forms.Form):
    use_required_attribute = False
    purpose = forms.CharField(
        label=gettext_lazy("交给哪个法院，用于什么"),
        max_length=200,
        help_text=gettext_lazy("如：样例旗人民法院，申请强制执行。写入办案记录。"),
        error_messages={"required": gettext_lazy("写明交给哪个法院、用于什么。")},
    )
    supplementary = forms.BooleanField(
        label=gettext_lazy("连同副卷（内部文书）"),
        required=False,
        help_text=gettext_lazy("副卷不对外提供；只有法院依法调取时才选。"),
    )

    def __init__(self, *args: Any, file: CaseFile, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_take_supplementary(file, officer):
            del self.fields["supplementary"]
        application = _latest_application(file)
        if application:
            self.fields["purpose"].initial = _("%(court)s，申请强制执行") % {"court": application.court}


def _latest_application(file: CaseFile) -> Any:
    rows = [one for enforcement in file.case.enforcements.all() for one in enforcement.applications.all()]
    return max(rows, key=lambda one: one.pk, default=None)


@open_to_staff
@require_http_methods(["GET", "POST"])
def court_bundle(request: HttpRequest, case_id: int) -> HttpResponseBase:
    """POST puts on record who takes it for what, and sends the ZIP."""
    officer = officer_of(request)
    file = load_case_file(access_case(officer, case_id).pk)
    if not may_take(file, officer):
        raise Http404
    form = BundleForm(request.POST or None, file=file, officer=officer)
    if request.method == "POST" and form.is_valid():
        try:
            bundle = hand_out(file.case.pk, officer=officer, on=timezone.localdate(), **form.cleaned_data)
        except UNMADE as reason:
            form.add_error(None, str(reason))
        else:
            response = StreamingHttpResponse(bundle.chunks(), content_type="application/zip")
            response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(bundle.name)}"
            response["Cache-Control"] = "private, no-store"
            return response
    return render(request, "cases/court_bundle.html", _context(file, form), status=422 if form.errors else 200)


def _context(file: CaseFile, form: BundleForm) -> dict[str, Any]:
    main = volume_sizes(file)["main"]
    return {
        "case": identity(file),
        "form": form,
        "main": main,
        "evidence": sum(bool(one.file) for one in file.evidence),
        "dossier_url": reverse("cases:dossier", args=[file.case.pk]),
    }
