"""What did the finished reviews find in the files of the officer who looks, and of the unit that a head answers for?"""

from typing import Any

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.models import Case
from cases.views.lists import officer_of
from officers.access import open_to
from officers.models import Officer
from officers.roles import Role
from oversight.kept import KeptFileRows
from oversight.models import ReviewedFile
from oversight.paging import page_of
from oversight.screens import row_of


@open_to(Role.OFFICER, Role.TEAM_HEAD)
@require_safe
def own_files(request: HttpRequest) -> HttpResponse:
    """承办人视图: file by file, the latest review of each; no sum and no average of anybody."""
    rows, page = page_of(KeptFileRows(latest_reviews(officer_of(request))), request.GET)
    return render(request, "oversight/own.html", {"rows": [_row(one) for one in rows], "page": page})


def latest_reviews(officer: Officer) -> Any:
    """Of the files that the officer handles or handled, and of the unit that the officer heads, if they may be seen."""
    theirs = Q(assignments__officer=officer)
    if officer.holds(Role.TEAM_HEAD):
        theirs |= Q(department_id=officer.department_id)
    cases = Case.objects.visible_to(officer).filter(theirs).values("pk")
    newest = Window(RowNumber(), partition_by=F("case"), order_by=[F("run__run_at").desc(), F("run").desc()])
    rows = ReviewedFile.objects.filter(case__in=cases, run__finished_at__isnull=False).annotate(age=newest)
    return rows.filter(age=1).order_by("-closed_on", "-pk")


def _row(file: Any) -> dict[str, Any]:
    return {
        "file": file,
        "faults": [row_of(file, one) for one in file.found],
        "url": reverse("oversight:case", args=[file.case]),
    }
