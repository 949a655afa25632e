"""The publishers' desk: what is to be redacted, approved, taken back?"""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cases.screens.dates import due_by
from cases.views.lists import officer_of
from officers.access import open_to
from officers.models import Officer
from officers.roles import Role
from publicity.access import access_decision
from publicity.board import visible_cases
from publicity.corrections import CorrectionRequest
from publicity.models import Publication
from publicity.proposal import NotServed
from publicity.screens import DeskRow, desk_row, due_row
from publicity.services import due_publications, prepare
from publicity.states import PublicationState

SHOWN = 50


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD, Role.ADMINISTRATOR)
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    groups = [
        _group("due", _("待制作公示稿"), _("没有等待制作的公示稿。"), _to_redact(officer, today)),
        _group("redacted", _("待审核"), _("没有等待审核的公示稿。"), _to_approve(officer, today)),
        _group("published", _("已公示"), _("还没有公示过决定。"), _published(officer, today)),
        _group("withdrawn", _("已撤回"), _("没有撤回的公示。"), _rows(officer, today, PublicationState.WITHDRAWN)),
    ]
    may_answer = officer.holds(Role.PUBLISHER, Role.BUREAU_HEAD)
    context = {
        "groups": groups,
        "may_answer": may_answer,
        "corrections": _corrections(today) if may_answer else [],
    }
    return render(request, "publicity/desk.html", context)


@open_to(Role.PUBLISHER)
@require_POST
def prepare_decision(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Begin the public copy of a served decision, or go on with the one there is."""
    decision = access_decision(officer_of(request), decision_id)
    try:
        publication = prepare(decision)
    except NotServed:
        messages.error(request, _("行政处罚决定书还没有送达，送达以后再制作公示稿。"))
        return redirect("publicity:desk")
    return redirect("publicity:act", publication.pk, "redact")


def _corrections(today: date) -> list[dict[str, object]]:
    """What anybody has written through the portal and still waits for an answer, soonest due first."""
    return [
        {
            "due": due_by(one.due_on, today, _("答复更正申请")),
            "url": reverse("publicity:answer-correction", args=[one.pk]),
            "number": one.number,
            "receipt": one.receipt,
            "wrong": one.wrong,
            "verb": _("答复"),
        }
        for one in CorrectionRequest.objects.unanswered()[:SHOWN]
    ]


def _group(key: str, title: str, hint: str, rows: list[DeskRow]) -> dict[str, object]:
    return {"key": key, "title": title, "hint": hint, "rows": rows}


def _to_redact(officer: Officer, today: date) -> list[DeskRow]:
    may_redact = officer.holds(Role.PUBLISHER)
    begun = _rows(officer, today, PublicationState.DUE, _("继续制作") if may_redact else "", "redact")
    return begun + [due_row(one, today, may_redact=may_redact) for one in due_publications(officer)]


def _to_approve(officer: Officer, today: date) -> list[DeskRow]:
    rows = []
    for one in _copies(officer, PublicationState.REDACTED):
        if officer.holds(Role.PUBLISHER, Role.BUREAU_HEAD) and one.redacted_by_id != officer.pk:
            rows.append(desk_row(one, today, verb=_("审核"), key="approve"))
        elif officer.holds(Role.PUBLISHER):
            rows.append(desk_row(one, today, verb=_("修改"), key="redact"))
        else:
            rows.append(desk_row(one, today))
    return rows


def _published(officer: Officer, today: date) -> list[DeskRow]:
    may_withdraw = officer.holds(Role.PUBLISHER, Role.BUREAU_HEAD)
    return _rows(officer, today, PublicationState.PUBLISHED, _("撤回") if may_withdraw else "", "withdraw")


def _rows(officer: Officer, today: date, state: PublicationState, verb: str = "", key: str = "") -> list[DeskRow]:
    return [desk_row(one, today, verb=verb, key=key) for one in _copies(officer, state)]


def _copies(officer: Officer, state: PublicationState) -> list[Publication]:
    visible = visible_cases(officer).values("pk")
    found = Publication.objects.filter(state=state, case__in=visible).select_related("case", "party")
    return list(found.prefetch_related("case__terms").order_by("-published_on", "-pk")[:SHOWN])
