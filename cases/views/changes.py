"""What has changed in a paper since its previous version?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from cases.access import access_case
from cases.case_file import CaseFile, load_case_file
from cases.screens.case_page import identity
from cases.versions import previous_version
from cases.views.lists import officer_of
from documents.differences import Change, differences, marked, with_marks
from documents.models import Document
from documents.rendering import STYLESHEET, render_html
from documents.services import content_of, meta_of
from documents.views import SCREEN
from officers.access import open_to_staff


@open_to_staff
@require_safe
def paper_changes(request: HttpRequest, case_id: int, document_id: int) -> HttpResponse:
    """Field by field, beside the paper with its new words in yellow."""
    file, paper = _paper(request, case_id, document_id)
    before = previous_version(file, paper)
    context = {
        "case": identity(file),
        "paper": paper,
        "before": before,
        "changes": _changes(before, paper),
        "marked_url": reverse("cases:paper-marked", args=[case_id, document_id]),
    }
    return render(request, "cases/paper_changes.html", context)


@open_to_staff
@require_safe
@xframe_options_sameorigin
def paper_marked(request: HttpRequest, case_id: int, document_id: int) -> HttpResponse:
    file, paper = _paper(request, case_id, document_id)
    content = with_marks(content_of(paper), _changes(previous_version(file, paper), paper))
    stylesheets = tuple(reverse("documents:asset", args=[path.name]) for path in (STYLESHEET, SCREEN))
    return HttpResponse(marked(render_html(paper.form_key, content, meta=meta_of(paper), stylesheets=stylesheets)))


def _changes(before: Document | None, paper: Document) -> list[Change]:
    return differences(before.content, paper.content) if before else []


def _paper(request: HttpRequest, case_id: int, document_id: int) -> tuple[CaseFile, Document]:
    """Raises Http404 for a foreign case or a paper of another one."""
    file = load_case_file(access_case(officer_of(request), case_id).pk)
    found = [one for one in file.case.documents.all() if one.pk == document_id]
    if not found:
        raise Http404
    return file, found[0]
