"""法制审核年度数据: the figures of a year, the cases behind each, and the same as a file."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.models import Case
from cases.review_figures import Figure, as_csv, review_figures
from cases.views.lists import officer_of
from officers.access import open_to
from officers.roles import Role

FIRST = 2021
"""The year from which 行政处罚法 58 in its present words is in force."""
READERS = (Role.LEGAL_REVIEWER, Role.BUREAU_HEAD, Role.ADMINISTRATOR)


@open_to(*READERS)
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    year = _year(request)
    found = review_figures(year, timezone.localdate())
    shown = next((one for one in found if one.key == request.GET.get("of") and one.cases), None)
    this_year = timezone.localdate().year
    context = {
        "year": year,
        "years": range(this_year, FIRST - 1, -1),
        "groups": _groups(found, year),
        "shown": shown,
        "rows": _rows(request, shown) if shown else [],
        "csv_url": f"{reverse('cases:review-figures-csv')}?year={year}",
    }
    return render(request, "cases/review_figures.html", context)


@open_to(*READERS)
@require_safe
def figures_csv(request: HttpRequest) -> HttpResponse:
    year = _year(request)
    body = as_csv(review_figures(year, timezone.localdate()), year)
    name = f'attachment; filename="legal-review-{year}.csv"'
    return HttpResponse(body, content_type="text/csv; charset=utf-8", headers={"Content-Disposition": name})


def _year(request: HttpRequest) -> int:
    """Raises Http404 for what is no year of this law."""
    this_year = timezone.localdate().year
    asked = request.GET.get("year", str(this_year))
    if not (asked.isascii() and asked.isdigit() and len(asked) == 4 and FIRST <= int(asked) <= this_year):
        raise Http404
    return int(asked)


def _groups(found: list[Figure], year: int) -> list[dict[str, Any]]:
    titles = dict.fromkeys(one.group for one in found)
    address = f"{reverse('cases:review-figures')}?year={year}&of="
    return [
        {
            "title": title,
            "rows": [
                {"figure": one, "url": f"{address}{one.key}#cases" if one.cases else ""}
                for one in found
                if one.group == title
            ],
        }
        for title in titles
    ]


def _rows(request: HttpRequest, shown: Figure) -> list[Case]:
    """Only those that the reader may open; numbers and states, no names."""
    return list(Case.objects.visible_to(officer_of(request)).filter(pk__in=shown.cases).order_by("pk"))
