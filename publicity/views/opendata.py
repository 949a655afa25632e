"""What can a machine fetch: files, feed, map of the pages, and what the columns mean?"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from law.inspections import result_titles
from law.violations import PenaltyKind
from officers.access import public
from officers.models import Bureau
from publicity.opendata import (
    COLUMNS,
    INSPECTION_COLUMNS,
    NEWEST,
    as_atom,
    as_csv,
    as_jsonl,
    as_sitemap,
    withdrawn_as_json,
)
from publicity.register import Fate, PublishedDecision, PublishedInspection
from publicity.views.public import asked_for

ORDER = ("-published_on", "-pk")


def answer(body: bytes, content_type: str, *, download: str = "") -> HttpResponse:
    response = HttpResponse(body, content_type=content_type)
    if download:
        response["Content-Disposition"] = f'attachment; filename="{download}"'
    # Read by programs; the pages themselves are for search engines.
    response["X-Robots-Tag"] = "noindex"
    return response


@public
@require_safe
def decisions_csv(request: HttpRequest) -> HttpResponse:
    """Everything on show, or what the same search in the address finds."""
    _form, found = asked_for(request)
    return answer(as_csv(found.order_by(*ORDER)), "text/csv; charset=utf-8", download="decisions.csv")


@public
@require_safe
def decisions_jsonl(request: HttpRequest) -> HttpResponse:
    _form, found = asked_for(request)
    return answer(as_jsonl(found.order_by(*ORDER)), "application/x-ndjson; charset=utf-8", download="decisions.jsonl")


@public
@require_safe
def withdrawn_json(request: HttpRequest) -> HttpResponse:
    newest = ("-withdrawn_on", "-pk")
    decisions = PublishedDecision.objects.withdrawn().order_by(*newest)
    body = withdrawn_as_json(decisions, PublishedInspection.objects.withdrawn().order_by(*newest))
    return answer(body, "application/json; charset=utf-8")


@public
@require_safe
def dictionary(request: HttpRequest) -> HttpResponse:
    tables = [
        {"key": "columns", "title": _("处罚决定的各列"), "columns": COLUMNS},
        {"key": "inspection-columns", "title": _("检查结果的各列"), "columns": INSPECTION_COLUMNS},
    ]
    codes = [
        {"key": "codes", "title": _("处罚种类的代码"), "codes": PenaltyKind.choices},
        {"key": "result-codes", "title": _("检查结果的代码"), "codes": list(result_titles().items())},
    ]
    return render(request, "publicity/data.html", {"tables": tables, "codes": codes})


@public
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """New and withdrawn; what has merely run out is nobody's news."""
    today = timezone.localdate()
    shown = PublishedDecision.objects.on_show(today) | PublishedDecision.objects.withdrawn()
    rows = shown.exclude(fate=Fate.EXPIRED).order_by("-changed_on", "-pk")[:NEWEST]
    bureau = Bureau.objects.first()
    with override("zh-hans"):
        title = _("行政处罚决定公示")
    return answer(as_atom(rows, f"{bureau.name} {title}" if bureau else title), "application/atom+xml; charset=utf-8")


@public
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    rows = PublishedDecision.objects.on_show(today).filter(is_person=False).order_by(*ORDER)
    inspections = PublishedInspection.objects.on_show(today).filter(is_person=False).order_by(*ORDER)
    return answer(as_sitemap(rows, inspections), "application/xml; charset=utf-8")


@public
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Only the portal is for search engines, and there neither files nor what is reached by a number."""
    lines = [
        "User-agent: *",
        "Allow: /public/",
        "Allow: /static/",
        "Disallow: /public/verify/",
        "Disallow: /public/corrections/",
        "Disallow: /public/desk/",
        "Disallow: /",
        f"Sitemap: {settings.PUBLIC_BASE_URL}{reverse('publicity:sitemap')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
