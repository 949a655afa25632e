"""My worklist, all cases I may see, and what is due when."""

from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from cases.models import Case, Term
from cases.panels import errands_for
from cases.screens.case_filter import CaseFilter, chips, filtered, understood
from cases.screens.damage import damage_known_to
from cases.screens.dates import due_of
from cases.screens.worklist import Group, rows_of, with_due, worklist
from officers.access import open_to_staff
from officers.models import Officer
from officers.roles import Role

PER_PAGE = 50
WEEKS_SHOWN = 500


@open_to_staff
@require_GET
def my_worklist(request: HttpRequest) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    groups = worklist(officer, today)
    waiting = groups[1].rows + groups[2].rows
    if errands := errands_for(officer, today):
        groups = [*groups[:1], Group("errands", _("其他要办的事"), "", errands, len(errands)), *groups[1:]]
    context = {
        "groups": groups,
        "damaged": damage_known_to(officer),
        "new_case_url": reverse("cases:new") if officer.holds(Role.OFFICER) else "",
        "new_spot_url": reverse("cases:new-spot") if officer.holds(Role.OFFICER) else "",
        "next_due": min((row for row in waiting if row.due), key=lambda row: row.due.on, default=None),  # type: ignore[union-attr]
        "filters": chips(officer),
    }
    return render(request, "cases/worklist.html", context)


def officer_of(request: HttpRequest) -> Officer:
    """The officer behind a request that the middleware has let in."""
    if not isinstance(request.user, Officer):
        raise TypeError("This view is open to officers only.")
    return request.user


@open_to_staff
@require_GET
def case_list(request: HttpRequest) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    form = CaseFilter(request.GET)
    found = Case.objects.visible_to(officer)
    if form.is_valid():
        found = filtered(found, form.cleaned_data, officer, today)
    rows, page = keyset_page(with_due(found), request.GET, today)
    kept = understood(request.GET)
    context = {
        "form": form,
        "rows": rows,
        "page": page,
        "chips": chips(officer, request.GET),
        "keep_url": f"{reverse('cases:filters')}?{kept}" if kept else "",
    }
    return render(request, "cases/case_list.html", context)


def keyset_page(cases: QuerySet[Case], query: QueryDict, today: date) -> tuple[list[Any], dict[str, str]]:
    """Newest first by id; a page is found by where the last one ended, not by counting rows."""
    after, before = _as_id(query.get("after")), _as_id(query.get("before"))
    if before:
        found = list(cases.filter(pk__gt=before).order_by("pk")[: PER_PAGE + 1])
        more_before, found = len(found) > PER_PAGE, found[:PER_PAGE][::-1]
        more_after = True
    else:
        scope = cases.filter(pk__lt=after) if after else cases
        found = list(scope.order_by("-pk")[: PER_PAGE + 1])
        more_after, found = len(found) > PER_PAGE, found[:PER_PAGE]
        more_before = after is not None
    page = {
        "previous_url": _with(query, before=found[0].pk) if found and more_before else "",
        "next_url": _with(query, after=found[-1].pk) if found and more_after else "",
        "count_text": _("本页 %(count)d 件") % {"count": len(found)},
    }
    return rows_of(found, today), page


def _as_id(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else None


def _with(query: QueryDict, **position: int) -> str:
    kept = query.copy()
    for name in ("after", "before"):
        kept.pop(name, None)
    for name, value in position.items():
        kept[name] = str(value)
    return f"?{kept.urlencode()}"


@open_to_staff
@require_GET
def term_board(request: HttpRequest) -> HttpResponse:
    """What lapses when, by week; what is late stays on top."""
    officer, today = officer_of(request), timezone.localdate()
    mine = Case.objects.visible_to(officer)
    terms = list(
        Term.objects.open()
        .filter(case__in=mine.values("pk"), nature__in=["duty", "soft"])
        .select_related("case", "party")
        .order_by("due_on", "pk")[:WEEKS_SHOWN]
    )
    rows = {
        row.url: row for row in rows_of(list(with_due(Case.objects.filter(pk__in={t.case_id for t in terms}))), today)
    }
    return render(request, "cases/term_board.html", {"groups": _by_week(terms, rows, today)})


def _by_week(terms: list[Term], rows: dict[str, Any], today: date) -> list[dict[str, Any]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    monday = today - timedelta(days=today.weekday())
    for term in terms:
        week = (term.due_on - monday).days // 7
        title = (
            _("已超期") if term.due_on < today else _("本周") if week == 0 else _("下周") if week == 1 else _("以后")
        )
        row = rows[reverse("cases:case", args=[term.case_id])]
        groups.setdefault(title, []).append({"term": term, "due": due_of(term, today), "row": row})
    return [{"title": title, "rows": found} for title, found in groups.items()]
