"""The board of publication: what is late, what falls due, what must be withdrawn, what is kept back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.views.lists import officer_of
from officers.access import open_to
from officers.roles import Role
from publicity.board import groups, unit_counts


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD, Role.TEAM_HEAD, Role.ADMINISTRATOR)
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    context = {
        "groups": groups(officer, today),
        "counts": unit_counts(officer, today),
        "year": today.year,
        "may_open_desk": officer.holds(Role.PUBLISHER, Role.BUREAU_HEAD, Role.ADMINISTRATOR),
    }
    return render(request, "publicity/board.html", context)
