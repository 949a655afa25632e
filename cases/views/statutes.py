"""The statutes that were loaded, and one article as it stood on a day."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET

from law.models import Article, Statute
from officers.access import open_to_staff


@open_to_staff
@require_GET
def statutes(request: HttpRequest) -> HttpResponse:
    found = Statute.objects.order_by("title", "-in_force_from")
    return render(request, "cases/statutes.html", {"statutes": found})


@open_to_staff
@require_GET
def statute(request: HttpRequest, statute_id: int) -> HttpResponse:
    found = Statute.objects.filter(pk=statute_id).first()
    if found is None:
        raise Http404
    articles = Article.objects.filter(statute=found).order_by("number", "sub")
    return render(request, "cases/statute.html", {"statute": found, "articles": articles, "on": _day(request)})


def _day(request: HttpRequest) -> date:
    try:
        return parse_date(request.GET.get("on", "")) or timezone.localdate()
    except ValueError:
        return timezone.localdate()
