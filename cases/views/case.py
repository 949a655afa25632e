"""One case: its page, its acts, its files."""

from importlib import import_module
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from cases.access import access_case
from cases.act import Act, Ask, acts_of
from cases.case_file import CaseFile, load_case_file
from cases.dossier import bind
from cases.forms.approval import PlainForm
from cases.forms.base import ActForm
from cases.forms.lead import LeadForm
from cases.models import Case, Evidence
from cases.screens.act_page import answers, differences, fired_rules, preview_url, warnings
from cases.screens.case_page import case_page, identity
from cases.screens.offers import hindrance
from cases.services import Refused, obstacles, open_case, perform
from cases.views.lists import officer_of
from documents.dossier import EmptyDossier, UnknownFileKind
from law.citations import cite_all, print_citations
from officers.access import open_to, open_to_staff
from officers.roles import Role

REVIEW_ACTS = ("pass_review", "return_review")


@open_to_staff
@require_GET
def case_detail(request: HttpRequest, case_id: int) -> HttpResponse:
    officer = officer_of(request)
    case = access_case(officer, case_id)
    return render(request, "cases/case.html", case_page(load_case_file(case.pk), officer, timezone.localdate()))


@open_to(Role.OFFICER)
@require_http_methods(["GET", "POST"])
def new_case(request: HttpRequest) -> HttpResponse:
    officer, now = officer_of(request), timezone.localtime()
    form = LeadForm(request.POST or None, officer=officer, now=now)
    if request.method == "POST" and form.is_valid():
        case = open_case(officer=officer, on=now.date(), **form.cleaned_data)
        messages.success(request, _("线索已登记。接着添加当事人和违法行为。"))
        return redirect("cases:case", case.pk)
    context = {
        "act": {
            "title": _("登记线索"),
            "basis": print_citations(cite_all("行政处罚法:54.1")),
            "explains": _("先记下从哪里来、什么事；当事人、违法行为和证据随后添加。"),
        },
        "form": form,
        "submit_label": _("登记"),
        "cancel_url": reverse("cases:worklist"),
        "steps": "",
    }
    return render(request, "cases/new_case.html", context, status=422 if form.errors else 200)


@open_to_staff
@require_http_methods(["GET", "POST"])
def do_act(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    """The one page on which any act is done: form, check, done; or every reason why not."""
    officer, today = officer_of(request), timezone.localdate()
    case = access_case(officer, case_id)
    try:
        act = acts_of(Case)[key]
    except KeyError:
        raise Http404 from None
    file = load_case_file(case.pk)
    ask = Ask(file, officer, today)
    hindered = obstacles(case, key, ask)
    may_have_typed = bool(request.POST) and act.by.check(ask)
    if hindered and not may_have_typed:
        return act_page(request, file, act, None, hindered=hindered, status=409)
    form = form_of(act)(request.POST or None, files=request.FILES or None, file=file, officer=officer, today=today)
    if hindered:
        # The case moved on while somebody was typing: the words stay, with the reasons above them.
        form.is_valid()
        return _refuse(request, file, act, form, hindered)
    if request.method == "GET" or request.POST.get("step") == "edit":
        return act_page(request, file, act, form)
    if not form.is_valid():
        return act_page(request, file, act, form, status=422)
    return _check_or_do(request, file, act, form)


def _check_or_do(request: HttpRequest, file: CaseFile, act: Act, form: ActForm) -> HttpResponse:
    officer, on = officer_of(request), form.cleaned_data["on"]
    hindered = obstacles(file.case, act.key, Ask(file, officer, on, form.to_facts()))
    if hindered:
        return _refuse(request, file, act, form, hindered)
    # A step that moves the case is read once more before it becomes law; a fact that is added is not.
    if act.moves and request.POST.get("step") != "do":
        return act_page(request, file, act, form, check=True)
    try:
        done = perform(
            file.case, act.key, officer, on, seen_version=form.cleaned_data["seen_version"], **form.to_facts()
        )
    except Refused as refused:
        return _refuse(request, file, act, form, refused.obstacles)
    messages.success(request, _("已办理：%(act)s。") % {"act": act.title})
    return redirect("cases:case", done.case.pk)


def _refuse(request: HttpRequest, file: CaseFile, act: Act, form: ActForm, hindered: list[Any]) -> HttpResponse:
    """Reasons that depend on what was typed stand above the form, which keeps every word."""
    for one in (hindrance(file.case, found, timezone.localdate()) for found in hindered):
        form.add_error(NON_FIELD_ERRORS, " ".join(filter(None, [one.sentence, one.article, one.cure])))
    return act_page(request, file, act, form, status=409)


def act_page(
    request: HttpRequest,
    file: CaseFile,
    act: Act,
    form: ActForm | None,
    *,
    hindered: list[Any] | None = None,
    check: bool = False,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate()
    context: dict[str, Any] = {
        "act": {"title": act.title, "basis": print_citations(cite_all(act.basis)), "explains": act.explains},
        "case": identity(file),
        "form": form,
        "obstacles": [hindrance(file.case, one, today) for one in hindered or []],
        "check": check,
        "sections": answers(form) if check and form else [],
        "preview_url": preview_url(file, act, form),
        "preview_refresh": True,
        "warnings": warnings(file, act),
        "submit_label": act.title if check or not act.moves else _("核对"),
        "cancel_url": reverse("cases:case", args=[file.case.pk]),
    }
    template = "cases/act.html"
    if act.key in REVIEW_ACTS and form is not None and not check:
        template = "cases/review.html"
        page = case_page(file, officer_of(request), today)
        # A reviewer reads the file; the opinion's own preview comes with the check page.
        context |= {"papers": page["papers"], "charges": page["charges"], "preview_url": "", "preview_refresh": False}
        context |= {"fired_rules": fired_rules(file), "differences": differences(file)}
    return render(request, template, context, status=status)


def form_of(act: Act) -> type[ActForm]:
    if not act.asks:
        return PlainForm
    module, _dot, name = act.asks.rpartition(".")
    found: type[ActForm] = getattr(import_module(module), name)
    return found


@open_to_staff
@require_GET
def dossier(request: HttpRequest, case_id: int) -> HttpResponse:
    """The bound dossier as one PDF."""
    case = access_case(officer_of(request), case_id)
    try:
        data = bind(case)
    except EmptyDossier:
        raise Http404 from None
    except UnknownFileKind as broken:
        messages.error(request, str(broken))
        return redirect("cases:case", case.pk)
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(f'{case}.pdf')}"
    return response


@open_to_staff
@require_GET
def evidence_file(request: HttpRequest, case_id: int, evidence_id: int) -> FileResponse:
    """The original bytes, as a download that no browser runs."""
    case = access_case(officer_of(request), case_id)
    evidence = Evidence.objects.filter(case=case, pk=evidence_id).exclude(file="").first()
    if evidence is None:
        raise Http404
    response = FileResponse(evidence.file.open("rb"), as_attachment=True, content_type=evidence.content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
