"""What did inspections come to? The list that anybody may search, one result, and both as files."""

from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from law.inspections import result_titles
from officers.access import public
from publicity.forms import InspectionSearch
from publicity.opendata import INSPECTION_COLUMNS, as_csv, as_jsonl
from publicity.register import Fate, InspectionQuerySet, PublishedInspection
from publicity.screens import inspection_page, inspection_row
from publicity.views.opendata import ORDER, answer
from publicity.views.public import NO_ROBOTS, keyset_page


@public
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    form, found = _asked_for(request)
    rows, page = keyset_page(found, request.GET)
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in request.GET.items() if name in form.fields and value})
    titles = result_titles()
    context = {
        "form": form,
        "rows": [inspection_row(one, titles) for one in rows],
        "page": page,
        "query": f"?{query.urlencode()}" if query else "",
    }
    return render(request, "publicity/inspections.html", context)


def _asked_for(request: HttpRequest) -> tuple[InspectionSearch, InspectionQuerySet]:
    """What is on show today and fits the search in the address; everything where the search is not one."""
    form = InspectionSearch(request.GET)
    found = PublishedInspection.objects.on_show(timezone.localdate())
    return form, _searched(found, form.cleaned_data) if form.is_valid() else found


def _searched(shown: InspectionQuerySet, wanted: dict[str, Any]) -> InspectionQuerySet:
    """Persons are found by plan or item, never by name (as publicity.views.public.searched)."""
    if words := wanted["q"].strip():
        firm = Q(is_person=False) & (Q(name_public__icontains=words) | Q(uscc_public=words.upper()))
        shown = shown.filter(firm | Q(plan__icontains=words) | Q(item__icontains=words))
    if wanted["result"]:
        shown = shown.filter(result=wanted["result"])
    if wanted["checked_from"]:
        shown = shown.filter(checked_on__gte=wanted["checked_from"])
    if wanted["checked_to"]:
        shown = shown.filter(checked_on__lte=wanted["checked_to"])
    return shown


@public
@require_safe
def inspection(request: HttpRequest, slug: str) -> HttpResponse:
    """The result; or that it was withdrawn and why; or that its time is over. What was never public does not exist."""
    found = PublishedInspection.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    if not found.is_on_show(timezone.localdate()):
        context = {"gone": found if found.fate == Fate.WITHDRAWN else None}
        response = render(request, "publicity/inspection_gone.html", context, status=410)
        response["X-Robots-Tag"] = NO_ROBOTS
        return response
    permalink = settings.PUBLIC_BASE_URL + reverse("publicity:inspection", args=[slug])
    response = render(request, "publicity/inspection.html", inspection_page(found, permalink))
    if found.is_person:
        response["X-Robots-Tag"] = NO_ROBOTS
    return response


@public
@require_safe
def as_csv_file(request: HttpRequest) -> HttpResponse:
    """Everything on show, or what the same search in the address finds."""
    _form, found = _asked_for(request)
    body = as_csv(found.order_by(*ORDER), INSPECTION_COLUMNS)
    return answer(body, "text/csv; charset=utf-8", download="inspections.csv")


@public
@require_safe
def as_jsonl_file(request: HttpRequest) -> HttpResponse:
    _form, found = _asked_for(request)
    body = as_jsonl(found.order_by(*ORDER), INSPECTION_COLUMNS)
    return answer(body, "application/x-ndjson; charset=utf-8", download="inspections.jsonl")
