"""Which pages show papers: the PDF, its twin in HTML for the preview, a gallery of samples, the register of numbers?"""

from collections.abc import Callable
from urllib.parse import quote

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from documents.access import may_see
from documents.gallery import MARK, first_page, groups
from documents.models import Document, NumberSeries, NumberVoid
from documents.readback import PaperDiffers
from documents.registry import ON_A_ROLL, UnknownForm, paper_form
from documents.rendering import CANNOT_PRINT, STYLESHEET, PaperMeta, render_pdf
from documents.services import html_of, pdf_of, roll_of
from documents.typefaces import SHIPPED
from officers.access import open_to_staff
from officers.models import Officer

SCREEN = STYLESHEET.with_name("screen.css")
ASSETS = {path.name: path for path in (STYLESHEET, SCREEN, *SHIPPED.glob("*.?tf"))}
CONTENT_TYPES = {".css": "text/css", ".otf": "font/otf", ".ttf": "font/ttf"}


@open_to_staff
@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper as archived, or a proof of the draft."""
    document = _document(request, pk)
    return _inline(lambda: pdf_of(document), f"{document}.pdf")


@open_to_staff
@require_safe
def roll(request: HttpRequest, pk: int) -> HttpResponse:
    """The same paper for a roll printer of 80 mm, for the forms that have such a layout."""
    document = _document(request, pk)
    if document.form_key not in ON_A_ROLL:
        raise Http404
    return _inline(lambda: roll_of(document), f"{document}（80mm）.pdf")


@open_to_staff
@require_safe
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The same paper for the screen: same template, same stylesheet."""
    stylesheets = tuple(reverse("documents:asset", args=[path.name]) for path in (STYLESHEET, SCREEN))
    return HttpResponse(html_of(_document(request, pk), stylesheets=stylesheets))


@open_to_staff
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every form with its samples, in the order of the procedure; ?q= looks for a name or a ministry number."""
    wanted = request.GET.get("q", "")[:40]
    found = groups(wanted)
    count = sum(len(one.cards) for one in found)
    return render(request, "documents_ui/gallery.html", {"groups": found, "wanted": wanted, "count": count})


@open_to_staff
@require_safe
def sample_thumb(request: HttpRequest, key: str, name: str) -> HttpResponse:
    """The first page of a sample as a small picture; the same for everybody."""
    try:
        picture = first_page(key, name)
    except (UnknownForm, KeyError):
        raise Http404 from None
    response = HttpResponse(picture, content_type="image/png")
    response["Cache-Control"] = "private, max-age=86400"
    return response


@open_to_staff
@require_safe
def sample(request: HttpRequest, key: str, name: str) -> HttpResponse:
    try:
        form = paper_form(key)
        content = form.samples()[name]
    except (UnknownForm, KeyError):
        raise Http404 from None
    return _inline(lambda: render_pdf(key, content, meta=PaperMeta(mark=MARK)), f"{form.rule.title}.pdf")


@open_to_staff
@require_safe
def numbers(request: HttpRequest) -> HttpResponse:
    """How far each series has come, and which numbers are void."""
    series = NumberSeries.objects.order_by("-year", "series")
    voids = NumberVoid.objects.select_related("document", "voided_by")
    return render(request, "documents_ui/numbers.html", {"series": series, "voids": voids})


@open_to_staff
@require_safe
def asset(request: HttpRequest, name: str) -> FileResponse:
    """Stylesheets and typefaces of the preview; nothing but these names."""
    if name not in ASSETS:
        raise Http404
    path = ASSETS[name]
    response = FileResponse(path.open("rb"), content_type=CONTENT_TYPES[path.suffix])
    response["Cache-Control"] = "private, max-age=86400"
    return response


def _document(request: HttpRequest, pk: int) -> Document:
    """A paper that the officer may not see does not exist."""
    document = get_object_or_404(Document, pk=pk)
    if not (isinstance(request.user, Officer) and may_see(document, request.user)):
        raise Http404
    return document


def _inline(printing: Callable[[], bytes], filename: str) -> HttpResponse:
    """The paper, or the sentence that says why it cannot be printed."""
    try:
        response = HttpResponse(printing(), content_type="application/pdf")
    except (*CANNOT_PRINT, PaperDiffers) as error:
        return HttpResponse(str(error), status=422, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(filename)}"
    response["Cache-Control"] = "private, no-store"
    return response
