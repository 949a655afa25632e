"""How would the paper of this act read, if it were done now as typed?"""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.access import access_case
from cases.act import Act, acts_of
from cases.case_file import load_case_file
from cases.forms.base import ActForm
from cases.models import Case
from cases.services import Refused, perform
from cases.views.case import form_of
from cases.views.lists import officer_of
from documents.models import Document
from documents.rendering import STYLESHEET, PaperMeta, render_html
from documents.services import content_of
from documents.views import SCREEN
from officers.access import open_to_staff


@open_to_staff
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    """The act is carried out for real and rolled back, so that the preview cannot differ from the print."""
    officer, today = officer_of(request), timezone.localdate()
    case = access_case(officer, case_id)
    act = acts_of(Case).get(key)
    if act is None:
        raise Http404
    file = load_case_file(case.pk)
    empty = form_of(act)(file=file, officer=officer, today=today)
    typed = request.POST if request.method == "POST" else as_shown(empty)
    form = form_of(act)(typed, file=file, officer=officer, today=today)
    if not form.is_valid():
        return render(request, "cases/preview_hint.html", {"missing": missing(form)})
    try:
        return HttpResponse(_paper_of(case, act, form))
    except Refused as refused:
        return render(request, "cases/preview_hint.html", {"missing": [one.sentence for one in refused.obstacles]})


def as_shown(form: ActForm) -> dict[str, Any]:
    """What a browser would send if the form were submitted untouched."""
    return {field.html_name: value for field in form if (value := field.value()) not in (None, False, "")}


def missing(form: ActForm) -> list[str]:
    return [str(error) for errors in form.errors.values() for error in errors]


def _paper_of(case: Case, act: Act, form: ActForm) -> str:
    with transaction.atomic():
        done = perform(case, act.key, form.officer, form.cleaned_data["on"], **form.to_facts())
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
