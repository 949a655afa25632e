"""My tasks and checks, one check, and every act on it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.act import Act, acts_of
from cases.views.lists import officer_of
from documents.rendering import CANNOT_PRINT
from inspections.check_access import INSPECTORS, LOOKERS, READERS, access_check
from inspections.check_forms import CheckActForm, PlanForm
from inspections.check_papers import order_pdf, paper_pdf, papers_of
from inspections.check_screens import (
    OTHER_PAGES,
    act_url,
    check_page,
    check_row,
    checks_to_do,
    reasons,
    task_row,
    tasks_to_do,
)
from inspections.check_services import CheckRefused, act_on_check, obstacles, propose_check
from inspections.check_states import CheckState
from inspections.models import Check, Task
from law.citations import cite_all, print_citations
from officers.access import open_to

PER_PAGE, LONGEST_ID, SHOWN = 50, 15, 100


@open_to(*LOOKERS)
@require_safe
def my_checks(request: HttpRequest) -> HttpResponse:
    """What I have to check, where my checks stand, and what was finished last."""
    officer, today = officer_of(request), timezone.localdate()
    lately = Check.objects.visible_to(officer).finished().select_related("target").order_by("-pk")
    context = {
        "tasks": [task_row(one, today) for one in tasks_to_do(officer)[:SHOWN]],
        "checks": [check_row(one) for one in checks_to_do(officer)[:SHOWN]],
        "waiting": [check_row(one) for one in waiting_for_approval(officer)[:SHOWN]],
        "finished": [check_row(one) for one in lately[:10]],
        "may_propose": officer.holds(*INSPECTORS),
    }
    return render(request, "inspections/checks_mine.html", context)


def waiting_for_approval(officer: Any) -> Any:
    seen = Check.objects.visible_to(officer).filter(state=CheckState.PROPOSED).select_related("target")
    return seen.exclude(officers=officer).order_by("planned_on", "pk")


@open_to(*READERS)
@require_safe
def check_list(request: HttpRequest) -> HttpResponse:
    """All that I may see, newest first; ?state= and ?after=."""
    found = Check.objects.visible_to(officer_of(request)).select_related("target").order_by("-pk")
    state = request.GET.get("state", "")
    if state in CheckState.values:
        found = found.filter(state=state)
    if after := as_id(request.GET.get("after")):
        found = found.filter(pk__lt=after)
    rows = list(found[: PER_PAGE + 1])
    more, rows = len(rows) > PER_PAGE, rows[:PER_PAGE]
    here = reverse("inspections:check-list")
    chips = [("", _("全部")), *CheckState.choices]
    context = {
        "rows": [check_row(one) for one in rows],
        "chips": [
            {"label": label, "url": f"{here}?state={key}", "count": None, "current": key == state}
            for key, label in chips
        ],
        "page": {
            "previous_url": "",
            "next_url": f"?state={state}&after={rows[-1].pk}" if more else "",
            "count_text": _("本页 %(count)d 次") % {"count": len(rows)},
        },
    }
    return render(request, "inspections/checks_list.html", context)


def as_id(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < LONGEST_ID else None


@open_to(*INSPECTORS)
@require_http_methods(["GET", "POST"])
def new_check(request: HttpRequest) -> HttpResponse:
    """Apply for a check, of one's own accord or for ?task=."""
    officer, today = officer_of(request), timezone.localdate()
    task = _task(request)
    form = PlanForm(request.POST or None, officer=officer, today=today, task=task)
    if request.method == "POST" and form.is_valid():
        origin = task.origin if task else Task.Origin.CAMPAIGN if form.cleaned_data["campaign"] else Task.Origin.PLANNED
        made = propose_check(officer=officer, on=today, task=task, kind=origin, **form.cleaned_data)
        messages.success(request, _("已申请检查，等负责人审批。"))
        return redirect("inspections:check", made.pk)
    context = {"form": form, "title": form.title, "explains": form.explains, "back": reverse("inspections:my-checks")}
    return render(request, "inspections/checks_ask.html", context, status=422 if form.errors else 200)


def _task(request: HttpRequest) -> Task | None:
    """Raises Http404 for a task that is not the officer's or is cancelled."""
    if "task" not in request.GET:
        return None
    mine = Task.objects.filter(officers=officer_of(request), cancelled_on=None, pk=as_id(request.GET["task"]) or 0)
    task = mine.select_related("target").first()
    if task is None:
        raise Http404
    return task


@open_to(*READERS)
@require_safe
def check(request: HttpRequest, check_id: int) -> HttpResponse:
    officer = officer_of(request)
    found = access_check(officer, check_id)
    context = check_page(found, officer, timezone.localdate()) | {"papers": papers_of(found)}
    return render(request, "inspections/checks_one.html", context)


@open_to(*LOOKERS)
@require_http_methods(["GET", "POST"])
def check_act(request: HttpRequest, check_id: int, key: str) -> HttpResponse:
    """Form, then done; or every reason why not, with what was typed."""
    officer, today = officer_of(request), timezone.localdate()
    found = access_check(officer, check_id)
    act = acts_of(Check).get(key)
    if act is None or key in OTHER_PAGES:
        raise Http404
    hindered = obstacles(found, key, officer, today)
    if found.state not in act.source or not _is_ones_own(hindered, act):
        return _page(request, found, act, None, hindered=hindered, status=409)
    form: CheckActForm = import_string(act.asks)(request.POST or None, check=found, officer=officer, today=today)
    if request.method != "POST":
        return _page(request, found, act, form, hindered=hindered)
    if not form.is_valid():
        return _page(request, found, act, form, status=422)
    try:
        act_on_check(found, key, officer, form.cleaned_data["on"], **form.to_facts())
    except CheckRefused as refused:
        for one in reasons(found, refused.obstacles):
            form.add_error(NON_FIELD_ERRORS, " ".join(filter(None, [one.sentence, one.article, one.cure])))
        return _page(request, found, act, form, status=409)
    messages.success(request, _("已办理：%(act)s。") % {"act": act.title})
    return redirect("inspections:check", found.pk)


def _is_ones_own(hindered: list[Any], act: Act) -> bool:
    """Another person's act is not even asked for; other reasons may be gone by the day that is typed."""
    return not any(one.cure_by == act.by.title and one.basis == act.basis and not one.cure for one in hindered)


def _page(
    request: HttpRequest,
    found: Check,
    act: Act,
    form: CheckActForm | None,
    *,
    hindered: list[Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "title": act.title,
        "explains": act.explains,
        "basis": print_citations(cite_all(act.basis)),
        "about": found.target.name,
        "obstacles": reasons(found, hindered or []),
        "back": reverse("inspections:check", args=[found.pk]),
        "here": act_url(found, act.key),
    }
    return render(request, "inspections/checks_ask.html", context, status=status)


@open_to(*READERS)
@require_safe
def paper(request: HttpRequest, check_id: int, paper: str) -> HttpResponse:
    """The approval sheet, the notice or the record of the scene; none before its time."""
    found = access_check(officer_of(request), check_id)
    if paper not in dict(papers_of(found)):
        raise Http404
    return _pdf(request, found, f"check-{found.pk}-{paper}", lambda: paper_pdf(found, paper))


@open_to(*READERS)
@require_safe
def order(request: HttpRequest, check_id: int, order_id: int) -> HttpResponse:
    """An order to put right what the check found (责令改正通知书)."""
    found = access_check(officer_of(request), check_id)
    given = found.orders.filter(pk=order_id).first()
    if given is None:
        raise Http404
    return _pdf(request, found, f"order-{given.pk}", lambda: order_pdf(given))


def _pdf(request: HttpRequest, found: Check, name: str, make: Callable[[], bytes]) -> HttpResponse:
    try:
        data = make()
    except CANNOT_PRINT as broken:
        messages.error(request, str(broken))
        return redirect("inspections:check", found.pk)
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
