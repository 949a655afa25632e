"""What may be done with one source, each on the same page: a form, and one function that does it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from cases.views.lists import officer_of
from inspections import sources as does
from inspections import sources_duplicates as duplicates
from inspections import sources_machines as machines
from inspections.models import Forwarding, Source, SourceLink
from inspections.sources_access import (
    READERS,
    access_source,
    may_assign,
    may_begin,
    may_decide,
    may_know_informant,
    may_review,
    may_work,
)
from inspections.sources_forms import (
    AnswerForm,
    AssignSourceForm,
    CloseForm,
    DecideForm,
    ExtendForm,
    ForwardForm,
    JoinForm,
    ReadInformantForm,
    ReplyForm,
    ReviewForm,
    SatisfactionForm,
    SourceActForm,
    TaskForm,
    TellForm,
    UndoForm,
)
from officers.access import open_to
from officers.models import Officer

REFUSED, CONFLICT = 422, 409


@dataclass(frozen=True)
class SourceAct:
    """title · form · what does it · who may · when it makes sense · what stands in the way, in sentences."""

    title: Any
    form: type[SourceActForm]
    save: Callable[..., Any]
    may: Callable[[Officer, Source], bool]
    fits: Callable[[Source], bool]
    obstacles: Callable[[Source, date], list[str]] = lambda source, on: []
    is_main: bool = False


def _extending(which: str) -> Callable[..., Any]:
    return lambda source, officer, now, reason: does.extend(source, officer, now, which=which, reason=reason)


def _may_extend(which: str) -> Callable[[Source, date], list[str]]:
    return lambda source, on: does.extension_obstacles(source, which, on)


def _undecided(source: Source) -> bool:
    return source.is_lead and not source.decision and not _waits_for_review(source)


def _waits_for_review(source: Source) -> bool:
    return source.is_machines and source.cleared_on is None


ACTS: dict[str, SourceAct] = {
    "review": SourceAct(
        gettext_lazy("审核设备记录"), ReviewForm, machines.review, may_review, _waits_for_review, is_main=True
    ),
    "assign": SourceAct(
        gettext_lazy("交办"), AssignSourceForm, does.assign, may_assign, lambda source: not _waits_for_review(source)
    ),
    "join": SourceAct(
        gettext_lazy("并入已有案件"),
        JoinForm,
        does.join_case,
        may_begin,
        lambda source: _undecided(source) and any(one.case_id for one in duplicates.same_as(source)),
    ),
    "task": SourceAct(
        gettext_lazy("派检查任务"), TaskForm, does.begin_task, may_work, lambda source: not _waits_for_review(source)
    ),
    "decide": SourceAct(gettext_lazy("决定不立案或移送"), DecideForm, does.decide, may_decide, _undecided),
    "reply": SourceAct(
        gettext_lazy("登记答复"),
        ReplyForm,
        does.give_reply,
        may_work,
        lambda source: source.reply_due_on is not None and source.replied_on is None,
    ),
    "tell": SourceAct(
        gettext_lazy("登记告知反映人"),
        TellForm,
        does.tell,
        may_work,
        lambda source: bool(source.decision) and source.told_on is None and not source.is_machines,
    ),
    "forward": SourceAct(
        gettext_lazy("移送、抄告、协查"),
        ForwardForm,
        does.forward,
        may_work,
        lambda source: not _waits_for_review(source),
    ),
    "extend-verify": SourceAct(
        gettext_lazy("延长核查期限"),
        ExtendForm,
        _extending("verify"),
        may_decide,
        lambda source: source.verify_due_on is not None and not source.decision,
        _may_extend("verify"),
    ),
    "extend-reply": SourceAct(
        gettext_lazy("延长答复期限"),
        ExtendForm,
        _extending("reply"),
        may_decide,
        lambda source: source.reply_due_on is not None and not source.replied_on,
        _may_extend("reply"),
    ),
    "satisfaction": SourceAct(
        gettext_lazy("登记回访"),
        SatisfactionForm,
        does.ask_satisfaction,
        may_work,
        lambda source: source.replied_on is not None and not source.satisfaction,
    ),
    "close": SourceAct(
        gettext_lazy("办结"),
        CloseForm,
        does.close,
        may_work,
        lambda source: not _waits_for_review(source),
        does.closing_obstacles,
    ),
}
AFTERWARDS = ("satisfaction",)
"""Also of a source that is closed."""


def offered(source: Source, key: str, officer: Officer) -> bool:
    act = ACTS[key]
    return act.may(officer, source) and (source.closed_on is None or key in AFTERWARDS) and act.fits(source)


def acts_for(source: Source, officer: Officer, today: date) -> list[dict[str, Any]]:
    """Buttons of the page; what stands in the way is told on the page of the act itself."""
    found = []
    if may_begin(officer, source) and not does.case_obstacles(source):
        url = reverse("inspections:begin-case", args=[source.pk])
        found.append({"title": _("转入案件"), "url": url, "is_main": True})
    for key, act in ACTS.items():
        if offered(source, key, officer) and not act.obstacles(source, today):
            url = reverse("inspections:source-act", args=[source.pk, key])
            found.append({"title": act.title, "url": url, "is_main": act.is_main})
    return found


@open_to(*READERS)
@require_http_methods(["GET", "POST"])
def source_act(request: HttpRequest, source_id: int, key: str) -> HttpResponse:
    officer, now = officer_of(request), timezone.localtime()
    source = access_source(officer, source_id)
    if key not in ACTS or not ACTS[key].may(officer, source):
        raise Http404
    act = ACTS[key]
    form = act.form(request.POST or None, source=source, officer=officer, today=now.date())
    if request.method != "POST":
        closed = [] if offered(source, key, officer) else [_("现在不用办这一项，看线索的最新情况。")]
        return _ask(request, source, form, act.title, [*closed, *act.obstacles(source, now.date())])
    if not form.is_valid():
        return _ask(request, source, form, act.title, status=REFUSED)
    try:
        if not offered(source, key, officer):
            raise does.CannotDo(_("现在不用办这一项，看线索的最新情况。"))
        facts = form.to_facts() if hasattr(form, "to_facts") else form.cleaned_data
        act.save(source, officer, now, **facts)
    except does.CannotDo as reason:
        return _ask(request, source, form, act.title, list(reason.sentences), CONFLICT)
    messages.success(request, _("已办理：%(act)s。") % {"act": act.title})
    return redirect("inspections:source", source.pk)


def _ask(
    request: HttpRequest,
    source: Source,
    form: Any,
    title: Any,
    reasons: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    back = reverse("inspections:source", args=[source.pk])
    context = {"form": form, "title": title, "about": f"{source} {source.title}", "back": back, "reasons": reasons}
    return render(request, "inspections/sources_ask.html", context, status=status)


@open_to(*READERS)
@require_http_methods(["GET", "POST"])
def informant(request: HttpRequest, source_id: int) -> HttpResponse:
    """The name and the telephone, shown once for a reason that stays written down."""
    officer, now = officer_of(request), timezone.localtime()
    source = access_source(officer, source_id)
    if not may_know_informant(officer, source) or not does.has_informant(source):
        raise Http404
    form = ReadInformantForm(request.POST or None, source=source, officer=officer, today=now.date())
    if request.method != "POST" or not form.is_valid():
        return _ask(request, source, form, _("查看反映人"), status=REFUSED if form.errors else 200)
    found = does.read_informant(source, officer, now, reason=form.cleaned_data["reason"])
    response = render(request, "inspections/sources_informant.html", {"source": source, "informant": found})
    response["Cache-Control"] = "no-store"
    return response


@open_to(*READERS)
@require_POST
def judge(request: HttpRequest, source_id: int, other_id: int) -> HttpResponse:
    """Same or not; the answer is a button."""
    officer = officer_of(request)
    source, other = access_source(officer, source_id), access_source(officer, other_id)
    if not may_work(officer, source) or source.pk == other.pk:
        raise Http404
    why = next((one.why for one in duplicates.proposals(source, officer) if one.source.pk == other.pk), _("人工判断"))
    is_same = request.POST.get("answer") == "same"
    try:
        duplicates.judge(source, other, officer, timezone.localtime(), is_same=is_same, why=why)
    except does.CannotDo as reason:
        messages.error(request, str(reason))
    return redirect("inspections:source", source.pk)


@open_to(*READERS)
@require_http_methods(["GET", "POST"])
def undo_link(request: HttpRequest, link_id: int) -> HttpResponse:
    officer, now = officer_of(request), timezone.localtime()
    link = get_object_or_404(SourceLink.objects.select_related("first", "second"), pk=link_id)
    source = access_source(officer, link.first_id)
    if not may_work(officer, source):
        raise Http404
    form = UndoForm(request.POST or None, source=source, officer=officer, today=now.date())
    if request.method != "POST" or not form.is_valid():
        return _ask(request, source, form, _("撤销判断"), status=REFUSED if form.errors else 200)
    try:
        duplicates.undo(link, officer, now, reason=form.cleaned_data["reason"])
    except does.CannotDo as reason:
        return _ask(request, source, form, _("撤销判断"), list(reason.sentences), CONFLICT)
    messages.success(request, _("已撤销，可以重新判断。"))
    return redirect("inspections:source", source.pk)


@open_to(*READERS)
@require_http_methods(["GET", "POST"])
def answer_forwarding(request: HttpRequest, forwarding_id: int) -> HttpResponse:
    officer, now = officer_of(request), timezone.localtime()
    sent = get_object_or_404(Forwarding, pk=forwarding_id)
    source = access_source(officer, sent.source_id)
    if not may_work(officer, source):
        raise Http404
    form = AnswerForm(request.POST or None, source=source, officer=officer, today=now.date())
    if request.method != "POST" or not form.is_valid():
        return _ask(request, source, form, _("登记回复"), status=REFUSED if form.errors else 200)
    try:
        does.take_answer(sent, officer, now, **form.cleaned_data)
    except does.CannotDo as reason:
        return _ask(request, source, form, _("登记回复"), list(reason.sentences), CONFLICT)
    messages.success(request, _("已登记回复。"))
    return redirect("inspections:source", source.pk)
