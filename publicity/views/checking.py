"""Is this paper ours? By the code printed on it, or by the file itself; never says about whom it is."""

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from documents.checking import check_file, correction_of, successor_of
from documents.models import Document, DocumentState
from documents.signatures import Examined
from officers.access import public
from publicity.forms import CheckFileForm
from publicity.rate import may_go_on
from publicity.views.public import NO_ROBOTS

SHOWN_OF_HASH = 20
CODE = re.compile(r"[A-Za-z0-9_-]+")
TOO_MANY = 429


@public
@require_safe
def verify(request: HttpRequest, code: str = "") -> HttpResponse:
    """What paper it is by its code; whether the paper at hand says the same is for the reader to see."""
    asked = code or request.GET.get("code", "").strip()[:64]
    # PostgreSQL refuses a NUL where SQLite finds nothing; no code ever held anything but these characters.
    paper = Document.objects.filter(verify_code=asked, awaits_seal=False).first() if CODE.fullmatch(asked) else None
    found = {"code": asked, "found": told_of(paper)}
    return _page(request, CheckFileForm(), status=404 if asked and not paper else 200, **found)


@public
@require_http_methods(["GET", "POST"])
def check_a_file(request: HttpRequest) -> HttpResponse:
    """Compare an uploaded file with the archive, byte for byte, and look at its signature. Nothing is kept."""
    if request.method == "GET":
        return _page(request, CheckFileForm())
    form = CheckFileForm(None, request.FILES)
    most = settings.CHECKED_FILES_A_MINUTE
    if not may_go_on("check-file", request.META.get("REMOTE_ADDR", ""), most):
        form.add_error("file", _("一分钟内已经查验了 %(most)d 份，过一分钟再查。") % {"most": most})
        return _page(request, form, status=TOO_MANY)
    if not form.is_valid():
        return _page(request, form, status=422)
    checked = check_file(form.cleaned_data["file"])
    file = {"matches": checked.paper is not None, "signature": signature_words(checked.signature)}
    return _page(request, CheckFileForm(), found=told_of(checked.paper), file=file)


def told_of(paper: Document | None) -> dict[str, Any] | None:
    """Kind, number, days and state of a paper: all that the public may know of it."""
    if paper is None:
        return None
    successor, correction = successor_of(paper), correction_of(paper)
    return {
        "title": paper.title,
        "number": paper.number,
        "issued_on": paper.issued_on,
        "state_label": paper.status.label,
        "is_void": paper.status is DocumentState.VOIDED,
        "voided_on": paper.voided_on,
        "successor": (successor.number or successor.title) if successor else "",
        "correction": correction.number if correction else "",
        "sha": paper.content_sha256[:SHOWN_OF_HASH],
    }


def signature_words(signature: Examined | None) -> dict[str, Any]:
    """good: does it hold; text: what is to be said of it."""
    if signature is None:
        return {"good": False, "text": _("文件读不出来，看不到能成立的签名。")}
    if not signature.signed:
        return {"good": False, "text": _("文件里没有数字签名。")}
    named = {"name": signature.signer, "at": signature.signed_at[:16].replace("T", " ")}
    if not signature.intact:
        return {"good": False, "text": _("不成立：签名以后文件被改动过（签名人 %(name)s，%(at)s）。") % named}
    if not signature.trusted:
        return {"good": False, "text": _("签名完整，但证书不是本机关的（签名人 %(name)s，%(at)s）。") % named}
    return {"good": True, "text": _("有效，签名以后没有改动（签名人 %(name)s，%(at)s）。") % named}


def _page(request: HttpRequest, form: CheckFileForm, *, status: int = 200, **told: Any) -> HttpResponse:
    context = {"code": "", "found": None, "file": None, "form": form} | told
    response = render(request, "publicity/verify.html", context, status=status)
    response["X-Robots-Tag"] = NO_ROBOTS
    return response
