"""用印登记簿: which papers went out under the bureau's seal, who placed it, and which still wait for it?"""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.models import Case, SealUse
from cases.screens.offers import act_url
from cases.sealing import register_of_seals
from cases.views.lists import officer_of
from documents.models import Document
from law.limits import limit
from officers.access import open_to
from officers.models import Officer
from officers.roles import Role

PER_PAGE = 50


@open_to(Role.SEAL_KEEPER, Role.BUREAU_HEAD, Role.ADMINISTRATOR)
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    officer = officer_of(request)
    waiting = SealUse.objects.exclude(state=SealUse.State.PLACED).select_related("document", "case").order_by("pk")
    page = Paginator(register_of_seals(), PER_PAGE).get_page(request.GET.get("page"))
    visible = set(
        Case.objects.visible_to(officer).filter(pk__in=[one.case_id for one in page]).values_list("pk", flat=True)
    )
    context = {
        "by_keeper": bool(limit("seal_by_keeper", timezone.localdate())),
        "keepers": list(Officer.objects.holding(Role.SEAL_KEEPER)),
        "waiting": [_waiting(one, officer) for one in waiting],
        "rows": [_row(one, visible) for one in page],
        "page": page,
    }
    return render(request, "cases/seals.html", context)


def _waiting(use: SealUse, officer: Officer) -> dict[str, Any]:
    may_seal = officer.holds(Role.SEAL_KEEPER) and use.state == SealUse.State.WAITING
    return {
        "paper": str(use.document),
        "paper_url": reverse("documents:paper", args=[use.document_id]),
        "case": str(use.case),
        "on": use.requested_on,
        "state": use.get_state_display(),
        "seal_url": act_url(use, "place_seal") if may_seal else "",
        "refuse_url": act_url(use, "refuse_seal") if may_seal else "",
    }


def _row(paper: Document, visible: set[int]) -> dict[str, Any]:
    use = getattr(paper, "seal_use", None)
    return {
        "paper": str(paper),
        "paper_url": reverse("documents:paper", args=[paper.pk]) if paper.case_id in visible else "",
        "case": str(paper.case),
        "applicant": paper.drawn_by.name,
        "issued_on": paper.issued_on,
        "placed_on": use.placed_on if use else paper.issued_on,
        "placed_by": use.placed_by.name if use and use.placed_by else "",
        "waits": paper.awaits_seal,
        "is_void": paper.voided_on is not None,
    }
