"""Plans, draws station by station, and what came of them for each officer."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.views.lists import officer_of
from inspections import draws
from inspections.draw_plans import CannotApprove, approve, draft
from inspections.draws import CannotDraw
from inspections.draws_forms import (
    CancelForm,
    CommitForm,
    ExcludeForm,
    NothingForm,
    OfDraw,
    OpenDrawForm,
    PlanForm,
    RevealForm,
    SubstituteForm,
    WaiveForm,
)
from inspections.draws_screens import (
    drawn_rows,
    names_in,
    plan_facts,
    pool_facts,
    side_steps,
    state_words,
    steps,
    task_row,
)
from inspections.models import Draw, DrawnObject, DrawPlan, Task
from inspections.pools import INSPECTOR_REASONS, pool_of
from inspections.views.draws_registers import KEEPERS, READERS, WRITES, form_page, saved, typed
from officers.access import open_to
from officers.models import Officer
from officers.roles import Role

SHOWN = 100
POOL_ABOUT = gettext_lazy("公布以后抽取池不能再改，公众立即看到它的摘要。公布前核对下面的内容。")


@open_to(*READERS)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The plans of this year and before, and every draw that ever was, the cancelled ones too."""
    found = Draw.objects.select_related("plan", "supervisor").annotate(objects_drawn=Count("drawn"))
    context = {
        "plans": DrawPlan.objects.order_by("-year", "-pk")[:SHOWN],
        "draws": [{"draw": one, "state": state_words(one)} for one in found.order_by("-pk")[:SHOWN]],
        "may": officer_of(request).holds(*KEEPERS),
    }
    return render(request, "inspections/draws.html", context)


# --- plans --------------------------------------------------------------------------------------------
@open_to(*KEEPERS)
@require_http_methods(WRITES)
def new_plan(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    return _write_plan(request, DrawPlan(year=today.year), _("拟订抽查计划"), reverse("inspections:draws"))


@open_to(*KEEPERS)
@require_http_methods(WRITES)
def edit_plan(request: HttpRequest, draft_id: int) -> HttpResponse:
    plan = get_object_or_404(DrawPlan.objects.waiting(), pk=draft_id)
    return _write_plan(request, plan, _("修改抽查计划"), reverse("inspections:plan", args=[plan.pk]))


def _write_plan(request: HttpRequest, plan: DrawPlan, title: str, back: str) -> HttpResponse:
    today = timezone.localdate()
    form = PlanForm(typed(request), instance=plan, today=today)

    def write() -> None:
        given = form.cleaned_data
        items = [one.pk for one in given["items"]]
        draft(form.save(commit=False), items=items, partners=given["partners"], by=officer_of(request), on=today)

    if request.method == "POST" and saved(form, write, CannotApprove):
        messages.success(request, _("已保存，等负责人批准。"))
        return redirect("inspections:plan", form.instance.pk)
    return form_page(request, form, title, back)


@open_to(*READERS)
@require_safe
def plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    rows = DrawPlan.objects.select_related("lead", "drafted_by", "approved_by")
    found, officer = get_object_or_404(rows, pk=plan_id), officer_of(request)
    of_plan = found.draws.select_related("plan", "supervisor").order_by("-pk")
    context = {
        "plan": found,
        "facts": plan_facts(found),
        "draws": [{"draw": one, "state": state_words(one)} for one in of_plan],
        "may_approve": not found.is_approved and officer.holds(Role.BUREAU_HEAD),
        "may_edit": not found.is_approved and officer.holds(*KEEPERS),
        "may_draw": found.is_approved and officer.holds(*KEEPERS),
    }
    return render(request, "inspections/draws_plan.html", context)


@open_to(Role.BUREAU_HEAD)
@require_POST
def approve_plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    found = get_object_or_404(DrawPlan, pk=plan_id)
    try:
        approve(found, by=officer_of(request), on=timezone.localdate())
    except CannotApprove as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("已批准，计划已经公示。"))
    return redirect("inspections:plan", found.pk)


# --- draws --------------------------------------------------------------------------------------------
@open_to(*KEEPERS)
@require_http_methods(WRITES)
def open_draw(request: HttpRequest, plan_id: int) -> HttpResponse:
    found = get_object_or_404(DrawPlan.objects.approved(), pk=plan_id)
    return _open(request, found, None, reverse("inspections:plan", args=[found.pk]))


def _open(request: HttpRequest, found: DrawPlan, redraw_of: Draw | None, back: str) -> HttpResponse:
    form = OpenDrawForm(typed(request))
    made: list[Draw] = []

    def begin() -> None:
        asked: dict[str, Any] = {
            "by": officer_of(request),
            "now": timezone.now(),
            "redraw_of": redraw_of,
        } | form.cleaned_data
        made.append(draws.open_draw(found, **asked))

    if request.method == "POST" and saved(form, begin, CannotDraw):
        messages.success(request, _("抽取已经开始，等监督人提交口令的摘要。"))
        return redirect("inspections:draw", made[0].pk)
    return form_page(request, form, _("重抽") if redraw_of else _("开始抽取"), back, about=str(found))


@open_to(*READERS)
@require_safe
def draw(request: HttpRequest, draw_id: int) -> HttpResponse:
    rows = Draw.objects.select_related("plan", "opened_by", "supervisor", "redraw_of")
    found, officer = get_object_or_404(rows, pk=draw_id), officer_of(request)
    pool = found.pool_rows
    context = {
        "draw": found,
        "state": state_words(found),
        "steps": steps(found, officer),
        "sides": side_steps(found, officer),
        "pool_facts": pool_facts(pool, *names_in(pool)) if pool else [],
        "exclusions": found.exclusions.select_related("officer").order_by("pk"),
        "waivers": found.waivers.select_related("target").order_by("pk"),
        "rows": drawn_rows(found, officer),
        "redraw": Draw.objects.filter(redraw_of=found).first(),
    }
    return render(request, "inspections/draws_draw.html", context)


Do = Callable[[Draw, Any, Officer, datetime], Any]


def _commit(found: Draw, form: Any, by: Officer, now: datetime) -> None:
    given = form.cleaned_data
    commitment = given["commitment"].lower() or draws.hash_of_nonce(given["nonce"])
    draws.commit(found, by=by, commitment=commitment, now=now)


def _exclude(found: Draw, form: Any, by: Officer, now: datetime) -> None:
    draws.exclude(found, by=by, on=timezone.localdate(now), **form.cleaned_data)


def _waive(found: Draw, form: Any, by: Officer, now: datetime) -> None:
    draws.waive_cap(found, by=by, on=timezone.localdate(now), **form.cleaned_data)


def _pool(found: Draw, form: Any, by: Officer, now: datetime) -> None:
    draws.publish_pool(found, by=by, now=now)


def _reveal(found: Draw, form: Any, by: Officer, now: datetime) -> None:
    draws.reveal(found, by=by, nonce=form.cleaned_data["nonce"], now=now)


def _cancel(found: Draw, form: Any, by: Officer, now: datetime) -> None:
    draws.cancel(found, by=by, reason=form.cleaned_data["reason"], now=now)


STEPS: dict[str, tuple[Any, type[OfDraw], Do, tuple[Role, ...]]] = {
    "commit": (gettext_lazy("提交口令的摘要"), CommitForm, _commit, READERS),
    "exclude": (gettext_lazy("排除人员"), ExcludeForm, _exclude, KEEPERS),
    "waive": (gettext_lazy("同意超过频次抽取"), WaiveForm, _waive, (Role.BUREAU_HEAD,)),
    "pool": (gettext_lazy("公布抽取池"), NothingForm, _pool, KEEPERS),
    "reveal": (gettext_lazy("揭示口令并抽取"), RevealForm, _reveal, READERS),
    "cancel": (gettext_lazy("取消这次抽取"), CancelForm, _cancel, READERS),
}


@open_to(*READERS)
@require_http_methods(WRITES)
def draw_step(request: HttpRequest, draw_id: int, step: str) -> HttpResponse:
    """One station; who may do it is asked again behind the door."""
    found = get_object_or_404(Draw.objects.select_related("plan", "supervisor", "opened_by"), pk=draw_id)
    officer, back = officer_of(request), reverse("inspections:draw", args=[draw_id])
    if step == "redraw" and officer.holds(*KEEPERS):
        return _open(request, found.plan, found, back)
    if step not in STEPS or not officer.holds(*STEPS[step][3]):
        raise Http404
    title, form_class, do, _roles = STEPS[step]
    form = form_class(typed(request), draw=found)
    if request.method == "POST" and saved(form, lambda: do(found, form, officer, timezone.now()), CannotDraw):
        messages.success(request, _("已办理，公示网站同时更新。"))
        return redirect(back)
    lines = _preview(found, found.draws_on) if step == "pool" and not found.pool else []
    about = str(POOL_ABOUT) if step == "pool" else str(found.plan)
    return form_page(request, form, title, back, about=about, lines=lines)


def _preview(found: Draw, on: date) -> list[str]:
    """Who and how many would stand in the pool as things are."""
    pool = pool_of(found, on)
    names, _objects = names_in(pool)
    out = [f"{names[one['id']]}：{INSPECTOR_REASONS[one['reason']]}" for one in pool["inspectors_excluded"]]
    return [
        _("可抽的检查对象 %(count)d 个，因频次排除 %(out)d 个")
        % {"count": len(pool["objects"]), "out": len(pool["objects_excluded"])},
        _("可抽的检查人员 %(count)d 人：%(names)s")
        % {"count": len(pool["inspectors"]), "names": "、".join(names[one["id"]] for one in pool["inspectors"])},
        *out,
    ]


@open_to(*KEEPERS)
@require_http_methods(WRITES)
def substitute(request: HttpRequest, drawn_id: int) -> HttpResponse:
    found = get_object_or_404(DrawnObject.objects.select_related("target", "task"), pk=drawn_id)
    form, back = SubstituteForm(typed(request), drawn=found), reverse("inspections:draw", args=[found.draw_id])

    def again() -> None:
        given = form.cleaned_data
        made = draws.substitute(
            found, given["out"], reason=given["reason"], by=officer_of(request), on=timezone.localdate()
        )
        messages.success(request, _("已从抽取池中重新抽取%(name)s。") % {"name": made.into.name})

    if request.method == "POST" and saved(form, again, CannotDraw):
        return redirect(back)
    return form_page(request, form, _("替换检查人员"), back, about=found.target.name)


# --- tasks --------------------------------------------------------------------------------------------
@open_to(Role.OFFICER, Role.TEAM_HEAD)
@require_safe
def my_tasks(request: HttpRequest) -> HttpResponse:
    """Which objects was I drawn for, with whom, on what, until when?"""
    officer, today = officer_of(request), timezone.localdate()
    found = Task.objects.filter(officers=officer, cancelled_on=None, origin=Task.Origin.RANDOM)
    rows = found.select_related("target").prefetch_related("officers", "items").order_by("due_on", "pk")
    coming = [task_row(one, officer, today) for one in rows.filter(due_on__gte=today)[:SHOWN]]
    return render(request, "inspections/draws_tasks.html", {"rows": coming})
