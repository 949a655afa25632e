"""The recordings of one case: what is covered, what is not, and the acts on them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.access import access_case
from cases.act import Act, Ask, Obstacle, acts_of
from cases.case_file import CaseFile, load_case_file
from cases.forms.base import ActForm
from cases.guards.people import case_officers
from cases.models import Case
from cases.screens.case_page import identity
from cases.screens.offers import hindrance
from cases.services import Refused, not_the_one, obstacles, perform
from cases.states import ENDED
from cases.views.lists import officer_of
from law.citations import cite_all, print_citations
from officers.access import open_to, open_to_staff
from officers.roles import Role
from recordings.access import access_match
from recordings.caseload import unaccounted
from recordings.forms import AttachForm, ExcuseForm, describe
from recordings.matching import attach, excuse, moment_of, propose_for
from recordings.models import MomentExcuse, RecordingMatch
from recordings.screens import match_rows, moment_rows, when_words


@open_to_staff
@require_safe
def case_recordings(request: HttpRequest, case_id: int) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    file = load_case_file(access_case(officer, case_id).pk)
    may_act = case_officers.check(Ask(file, officer, today))
    rows = moment_rows(file, may_act)
    context = {
        "case": identity(file),
        "moments": rows,
        "matches": match_rows(file, officer, today),
        "to_explain": len(unaccounted(file)) if file.case.state not in ENDED else 0,
        "whole": sum(one.level == "done" for one in rows),
        "attach_url": reverse("recordings:attach", args=[case_id]) if may_act else "",
        "find_url": reverse("recordings:find", args=[case_id]) if may_act else "",
    }
    return render(request, "recordings/case.html", context)


@open_to(Role.OFFICER)
@require_POST
def find(request: HttpRequest, case_id: int) -> HttpResponse:
    """Look again for what was recorded while the case was worked on: acts are typed after they were done."""
    officer = officer_of(request)
    file = load_case_file(access_case(officer, case_id).pk)
    if not case_officers.check(Ask(file, officer, timezone.localdate())):
        raise Http404
    found = propose_for(file)
    messages.success(request, _("找到 %(count)d 段新的音像。") % {"count": found} if found else _("没有新的音像。"))
    return redirect("recordings:case", case_id)


@open_to(Role.OFFICER)
@require_http_methods(["GET", "POST"])
def attach_recording(request: HttpRequest, case_id: int) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    case = access_case(officer, case_id)
    file, act = load_case_file(case.pk), acts_of(RecordingMatch)["confirm_match"]
    if not case_officers.check(Ask(file, officer, today)):
        return _page(request, file, act, None, hindered=[not_the_one(act)], status=409)
    form = AttachForm(request.POST or None, file=file, officer=officer, today=today)

    def carry_out() -> None:
        facts = form.to_facts()
        attach(case, facts.pop("recording"), officer=officer, on=form.cleaned_data["on"], **facts)

    by_hand = replace(act, title=_("关联音像"))
    return _ask_and_do(request, file, by_hand, form, carry_out, about="")


@open_to(Role.OFFICER)
@require_http_methods(["GET", "POST"])
def excuse_moment(request: HttpRequest, case_id: int, moment_key: str) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    case = access_case(officer, case_id)
    moment = moment_of(case.pk, moment_key)
    if moment is None:
        raise Http404
    file, act = load_case_file(case.pk), acts_of(MomentExcuse)["excuse_moment"]
    found = MomentExcuse.objects.filter(case=case, moment_key=moment_key).first()
    hindered = obstacles(found or MomentExcuse(case=case, moment_key=moment_key), act.key, Ask(file, officer, today))
    if hindered:
        return _page(request, file, act, None, hindered=hindered, status=409)
    form = ExcuseForm(request.POST or None, file=file, officer=officer, today=today)

    def carry_out() -> None:
        excuse(case, moment_key, officer=officer, on=form.cleaned_data["on"], **form.to_facts())

    return _ask_and_do(request, file, act, form, carry_out, about=f"{moment.title} {when_words(moment)}")


@open_to(Role.OFFICER)
@require_http_methods(["GET", "POST"])
def match_act(request: HttpRequest, match_id: int, key: str) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    match = access_match(officer, match_id)
    try:
        act = acts_of(RecordingMatch)[key]
    except KeyError:
        raise Http404 from None
    file = load_case_file(match.case_id)
    hindered = obstacles(match, key, Ask(file, officer, today))
    if hindered:
        return _page(request, file, act, None, hindered=hindered, status=409)
    form: ActForm = import_string(act.asks)(request.POST or None, file=file, officer=officer, today=today)

    def carry_out() -> None:
        seen = form.cleaned_data["seen_version"]
        perform(match, key, officer, form.cleaned_data["on"], seen_version=seen, **form.to_facts())

    return _ask_and_do(request, file, act, form, carry_out, about=describe(match.recording))


def _ask_and_do(
    request: HttpRequest, file: CaseFile, act: Act, form: ActForm, carry_out: Callable[[], None], *, about: str
) -> HttpResponse:
    if request.method != "POST":
        return _page(request, file, act, form, about=about)
    if not form.is_valid():
        return _page(request, file, act, form, about=about, status=422)
    try:
        carry_out()
    except Refused as refused:
        for one in (hindrance(file, found, timezone.localdate()) for found in refused.obstacles):
            form.add_error(NON_FIELD_ERRORS, " ".join(filter(None, [one.sentence, one.article, one.cure])))
        return _page(request, file, act, form, about=about, status=409)
    messages.success(request, _("已办理：%(act)s。") % {"act": act.title})
    return redirect("recordings:case", file.case.pk)


def _page(
    request: HttpRequest,
    file: CaseFile,
    act: Act,
    form: ActForm | None,
    *,
    hindered: list[Obstacle] | None = None,
    about: str = "",
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "act": {"title": act.title, "basis": print_citations(cite_all(act.basis)), "explains": act.explains},
        "case": identity(file),
        "about": about,
        "form": form,
        "obstacles": [hindrance(file, one, timezone.localdate()) for one in hindered or []],
        "submit_label": act.title,
        "cancel_url": _back(file.case) if not hindered else identity(file).url,
    }
    return render(request, "cases/act.html", context, status=status)


def _back(case: Case) -> str:
    return reverse("recordings:case", args=[case.pk])
