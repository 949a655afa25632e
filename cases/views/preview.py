"""How would the paper of this act read, if it were done now as typed?"""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cases.forms.base import ActForm
from cases.services import Refused, perform
from cases.views.act import Place, place_of
from documents.models import Document
from documents.rendering import STYLESHEET, PaperMeta, render_html
from documents.services import content_of
from documents.views import SCREEN
from officers.access import open_to_staff


@open_to_staff
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    return _preview(place_of(request, case_id, key))


@open_to_staff
@require_http_methods(["GET", "POST"])
def preview_object(request: HttpRequest, case_id: int, kind: str, object_id: int, key: str) -> HttpResponse:
    return _preview(place_of(request, case_id, key, (kind, object_id)))


def _preview(place: Place) -> HttpResponse:
    """The act is carried out for real and rolled back, so that the preview cannot differ from the print."""
    request = place.request
    typed = request.POST if request.method == "POST" else as_shown(place.form())
    form = place.form(typed)
    if not form.is_valid():
        return render(request, "cases/preview_hint.html", {"missing": missing(form)})
    try:
        return HttpResponse(_paper_of(place, form))
    except Refused as refused:
        return render(request, "cases/preview_hint.html", {"missing": [one.sentence for one in refused.obstacles]})


def as_shown(form: ActForm) -> dict[str, Any]:
    """What a browser would send if the form were submitted untouched."""
    return {field.html_name: value for field in form if (value := field.value()) not in (None, False, "")}


def missing(form: ActForm) -> list[str]:
    return [str(error) for errors in form.errors.values() for error in errors]


def _paper_of(place: Place, form: ActForm) -> str:
    act = place.act
    with transaction.atomic():
        done = perform(place.machine, act.key, form.officer, form.cleaned_data["on"], **form.to_facts())
        wanted = (*act.issues, *act.drafts)
        papers = sorted(done.papers, key=lambda one: wanted.index(one.form_key))
        pages = [_as_draft(paper) for paper in papers[:1]]
        transaction.set_rollback(True)
    return pages[0] if pages else ""


def _as_draft(paper: Document) -> str:
    series = paper.form.rule.series
    meta = PaperMeta(mark="试打稿，未签发", number="（签发时编号）" if series else "")
    stylesheets = tuple(reverse("documents:asset", args=[path.name]) for path in (STYLESHEET, SCREEN))
    return render_html(paper.form_key, content_of(paper), meta=meta, stylesheets=stylesheets)
