"""Where does a browser hand in a large file, piece by piece (tus 1.0)? It is evidence only by the act that says so."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date
from django.views.decorators.http import require_http_methods

from cases.access import access_case
from cases.models import Case, CaseOfficer
from cases.views.lists import officer_of
from files import tus
from files.models import Upload
from files.tus import TusRefused
from officers.access import open_to
from officers.models import Officer
from officers.roles import Role

PIECE = "application/offset+octet-stream"


@open_to(Role.OFFICER)
@require_http_methods(["OPTIONS", "POST"])
def uploads(request: HttpRequest, case_id: int) -> HttpResponse:
    """What this server can do (OPTIONS), and a new upload (POST)."""
    case, officer = _case(request, case_id), officer_of(request)
    if request.method == "OPTIONS":
        return _answer(
            204,
            {"Tus-Version": tus.VERSION, "Tus-Extension": tus.EXTENSIONS, "Tus-Max-Size": settings.UPLOAD_MAX_BYTES},
        )
    try:
        _check_version(request)
        length, metadata = _number(request, "Upload-Length"), request.headers.get("Upload-Metadata", "")
        begun = tus.begin(officer, case.pk, length=length, metadata=metadata, now=timezone.now())
    except TusRefused as refused:
        return _refusal(refused)
    place = reverse("cases:upload", args=[case.pk, begun.pk])
    return _answer(201, {"Location": place, "Upload-Expires": _expiry(begun)})


@open_to(Role.OFFICER)
@require_http_methods(["HEAD", "PATCH", "DELETE"])
def upload(request: HttpRequest, case_id: int, upload: UUID) -> HttpResponse:
    """How far it is (HEAD), its next piece (PATCH), no more of it (DELETE)."""
    case, officer, now = _case(request, case_id), officer_of(request), timezone.now()
    try:
        _check_version(request)
        found = tus.find(officer, case.pk, upload, now)
        if request.method == "DELETE":
            tus.drop(found)
            return _answer(204)
        if request.method == "PATCH":
            found = tus.receive(found, request, now=now, **_piece(request))
    except TusRefused as refused:
        return _refusal(refused)
    if request.method == "PATCH":
        return _answer(204, _standing(found))
    return _answer(200, _standing(found) | {"Upload-Length": found.length, "Cache-Control": "no-store"})


def _case(request: HttpRequest, case_id: int) -> Case:
    """The handlers' own case; for anybody else there is nothing to hand in here."""
    officer: Officer = officer_of(request)
    case = access_case(officer, case_id)
    if not CaseOfficer.objects.filter(case=case, officer=officer, until=None).exists():
        raise Http404
    return case


def _check_version(request: HttpRequest) -> None:
    if request.headers.get("Tus-Resumable") != tus.VERSION:
        raise TusRefused(412)


def _number(request: HttpRequest, name: str, missing: str = "") -> int:
    text = request.headers.get(name) or missing
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise TusRefused(400)
    return int(text)


def _piece(request: HttpRequest) -> dict[str, int]:
    if request.content_type != PIECE:
        raise TusRefused(415)
    return {"offset": _number(request, "Upload-Offset"), "announced": _number(request, "Content-Length", "0")}


def _standing(found: Upload) -> dict[str, Any]:
    standing: dict[str, Any] = {"Upload-Offset": tus.offset_of(found), "Upload-Expires": _expiry(found)}
    if found.stored:
        # Not of the protocol: tells our own page that the whole arrived, and what it is known by.
        standing["Upload-Sha256"] = found.stored.sha256
    return standing


def _expiry(found: Upload) -> str:
    return http_date(found.expires_at.timestamp())


def _refusal(refused: TusRefused) -> HttpResponse:
    response = _answer(refused.status, {"Tus-Version": tus.VERSION} if refused.status == 412 else {})
    response.content = refused.sentence.encode()
    return response


def _answer(status: int, headers: dict[str, Any] | None = None) -> HttpResponse:
    response = HttpResponse(status=status, content_type="text/plain; charset=utf-8")
    for name, value in ({"Tus-Resumable": tus.VERSION} | (headers or {})).items():
        response[name] = str(value)
    return response
