"""The page of numbers for those who answer for more than their own cases."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.views.lists import officer_of
from officers.access import open_to
from officers.roles import Role
from search.dashboard import READERS, dashboard


@open_to(*READERS)
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    officer = officer_of(request)
    context = {
        "board": dashboard(officer, timezone.localdate()),
        # What the post answers for stands first.
        "publication_first": officer.holds(Role.PUBLISHER) and not officer.holds(Role.BUREAU_HEAD),
        "reviews": officer.holds(Role.LEGAL_REVIEWER, Role.BUREAU_HEAD, Role.ADMINISTRATOR),
        "publishes": officer.holds(Role.PUBLISHER, Role.BUREAU_HEAD, Role.ADMINISTRATOR),
        "rates": officer.holds(Role.ADMINISTRATOR, Role.BUREAU_HEAD),
    }
    return render(request, "search/dashboard.html", context)
