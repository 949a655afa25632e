"""One piece of evidence: its page, its preview and its original; each look is noted."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from cases.access import access_to_read
from cases.case_file import load_case_file
from cases.models import Evidence, ServiceProof
from cases.screens.evidence_page import evidence_page
from cases.views.lists import officer_of
from files.accesses import note_access
from files.models import FileAccess
from officers.access import open_to_staff

What = FileAccess.What


@open_to_staff
@require_GET
def evidence(request: HttpRequest, case_id: int, evidence_id: int) -> HttpResponse:
    found = _find(request, case_id, evidence_id)
    _note(request, found, What.VIEW)
    file = load_case_file(found.case_id)
    page = evidence_page(file, found, officer_of(request), timezone.localdate())
    return render(request, "cases/evidence.html", page)


@open_to_staff
@require_GET
def evidence_preview(request: HttpRequest, case_id: int, evidence_id: int) -> FileResponse:
    """A small picture that we drew ourselves."""
    found = _find(request, case_id, evidence_id)
    if found.stored is None or not found.stored.preview:
        raise Http404
    _note(request, found, What.PREVIEW)
    response = FileResponse(_opened(found.stored.preview), content_type="image/jpeg")
    return _locked_up(response)


@open_to_staff
@require_GET
def evidence_file(request: HttpRequest, case_id: int, evidence_id: int) -> FileResponse:
    """The original bytes, as a download that no browser runs."""
    found = _find(request, case_id, evidence_id)
    if not found.file:
        raise Http404
    _note(request, found, What.DOWNLOAD)
    return _download(found)


@open_to_staff
@require_GET
def service_proof(request: HttpRequest, case_id: int, proof_id: int) -> FileResponse:
    """A picture or scan that proves service; as evidence_file."""
    case = access_to_read(officer_of(request), case_id)
    proof = ServiceProof.objects.filter(case=case, pk=proof_id).first()
    if proof is None:
        raise Http404
    _note(request, proof, What.DOWNLOAD)
    return _download(proof)


def _find(request: HttpRequest, case_id: int, evidence_id: int) -> Evidence:
    case = access_to_read(officer_of(request), case_id)
    found = Evidence.objects.filter(case=case, pk=evidence_id).select_related("stored", "collected_by").first()
    if found is None:
        raise Http404
    return found


def _note(request: HttpRequest, kept: Evidence | ServiceProof, what: FileAccess.What) -> None:
    if kept.sha256:
        note_access(
            request,
            officer_of(request),
            case_id=kept.case_id,
            sha256=kept.sha256,
            what=what,
            now=timezone.now(),
        )


def _download(kept: Evidence | ServiceProof) -> FileResponse:
    return _locked_up(FileResponse(_opened(kept.file), as_attachment=True, content_type=kept.content_type))


def _opened(file: Any) -> Any:
    """A file that is gone is no page that broke: the nightly reading tells it to those who answer for it."""
    try:
        return file.open("rb")
    except OSError:
        raise Http404 from None


def _locked_up(response: FileResponse) -> FileResponse:
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
