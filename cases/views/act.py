"""The one page on which any act is done, on the case or on one of its legal objects: form, check, done."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.access import access_case, access_object
from cases.act import Act, Ask, acts_of
from cases.case_file import CaseFile, load_case_file
from cases.comments import comments_before
from cases.drafts import as_typed, discard_draft, find_draft
from cases.forms.approval import PlainForm
from cases.forms.base import ActForm
from cases.forms.comments import attach_comments, facts_of
from cases.forms.review import ReviewForm
from cases.models import ActDraft, Case, ReviewPhrase
from cases.objects import LegalObject
from cases.screens.act_page import answers, preview_url, warnings
from cases.screens.case_page import case_page, identity
from cases.screens.offers import act_url, hindrance
from cases.screens.reckoning import reckoning_panel
from cases.screens.review_page import review_context
from cases.services import Refused, obstacles
from cases.views.lists import officer_of
from cases.views.signing import SigningFields, carry_out, offered_signing
from law.citations import cite_all, print_citations
from officers.access import open_to_staff

REVIEW_ACTS = ("pass_review", "return_review")
PHRASE = "phrase-"


@dataclass(frozen=True)
class Place:
    """Where an officer stands: which act of which machine, over which file."""

    request: HttpRequest
    file: CaseFile
    machine: Case | LegalObject
    act: Act

    @property
    def draft(self) -> ActDraft | None:
        return find_draft(officer_of(self.request), self.machine, self.act.key)

    def form(self, data: Any = None, files: Any = None) -> ActForm:
        form = form_of(self.act)(
            data,
            files=files,
            file=self.file,
            officer=officer_of(self.request),
            today=timezone.localdate(),
            subject=self.machine if isinstance(self.machine, LegalObject) else None,
        )
        attach_comments(form, self.file, self.machine, self.act, form_of)
        return form


@open_to_staff
@require_http_methods(["GET", "POST"])
def do_act(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    return _do(place_of(request, case_id, key))


@open_to_staff
@require_http_methods(["GET", "POST"])
def do_object_act(request: HttpRequest, case_id: int, kind: str, object_id: int, key: str) -> HttpResponse:
    return _do(place_of(request, case_id, key, (kind, object_id)))


def place_of(request: HttpRequest, case_id: int, key: str, one: tuple[str, int] | None = None) -> Place:
    """Raises Http404 for a foreign case, an object of another case, or an act that there is not."""
    case = access_case(officer_of(request), case_id)
    machine = access_object(case, *one) if one else case
    act = acts_of(machine).get(key)
    if act is None:
        raise Http404
    return Place(request, load_case_file(case.pk), machine, act)


def _do(place: Place) -> HttpResponse:
    """Form, check, done; or every reason why not."""
    request, act = place.request, place.act
    ask = Ask(place.file, officer_of(request), timezone.localdate(), subject=place.machine)
    hindered = obstacles(place.machine, act.key, ask)
    may_have_typed = bool(request.POST) and act.by.check(ask)
    if hindered and not may_have_typed:
        return act_page(place, None, hindered=hindered, status=409)
    form = place.form(request.POST or None, request.FILES or None)
    if hindered:
        # The case moved on while somebody was typing: the words stay, with the reasons above them.
        form.is_valid()
        return _refuse(place, form, hindered)
    if request.method == "GET":
        return _fresh_or_restored(place, form)
    if request.POST.get("step") == "edit":
        return act_page(place, form)
    if act.key in REVIEW_ACTS and request.POST.get("step", "").startswith(PHRASE):
        return _with_phrase(place)
    if not form.is_valid():
        return act_page(place, form, status=422)
    return _check_or_do(place, form)


def _with_phrase(place: Place) -> HttpResponse:
    """A sentence of the phrase store goes to the end of a remark; everything typed stays, and nothing is judged yet."""
    data, number = place.request.POST.copy(), place.request.POST["step"].removeprefix(PHRASE)
    offered = ReviewPhrase.objects.offered_to(officer_of(place.request))
    chosen = next((one for one in offered if str(one.pk) == data.get(f"phrase_{number}")), None)
    if chosen is not None and str(chosen.point) == number:
        data[f"remark_{number}"] = data.get(f"remark_{number}", "") + chosen.text
    form = place.form(data)
    form.leave_unjudged()
    return act_page(place, form)


def _fresh_or_restored(place: Place, form: ActForm) -> HttpResponse:
    """Opened again: what its officer typed last time stands there, not yet judged."""
    draft = place.draft
    if draft is None:
        return act_page(place, form)
    restored = place.form(as_typed(draft, place.file.case.version))
    restored.leave_unjudged()
    return act_page(place, restored, draft=draft)


def _check_or_do(place: Place, form: ActForm) -> HttpResponse:
    officer, on = officer_of(place.request), form.cleaned_data["on"]
    hindered = obstacles(place.machine, place.act.key, Ask(place.file, officer, on, facts_of(form)))
    if hindered:
        return _refuse(place, form, hindered)
    # What moves the case or starts a party's periods is read once more before it becomes law; a fact that is added is not.
    signing = offered_signing(place.request, place.act, form)
    if (is_checked(place.act) or signing) and place.request.POST.get("step") != "do":
        return act_page(place, form, check=True, signing=signing)
    if signing and not signing.is_valid():
        return act_page(place, form, check=True, signing=signing, status=422)
    try:
        done = carry_out(place.machine, place.act, form, signing, facts_of(form))
    except Refused as refused:
        return _refuse(place, form, refused.obstacles)
    discard_draft(officer, place.machine, place.act.key)
    messages.success(place.request, _("已办理：%(act)s。") % {"act": place.act.title})
    return redirect("cases:case", done.case.pk)


def _is_read_again(place: Place, form: ActForm | None) -> bool:
    return is_checked(place.act) or offered_signing(place.request, place.act, form) is not None


def is_checked(act: Act) -> bool:
    return act.moves or bool(act.serves)


def _refuse(place: Place, form: ActForm, hindered: list[Any]) -> HttpResponse:
    """Reasons that depend on what was typed stand above the form, which keeps every word."""
    for one in (hindrance(place.file, found, timezone.localdate()) for found in hindered):
        form.add_error(NON_FIELD_ERRORS, " ".join(filter(None, [one.sentence, one.article, one.cure])))
    return act_page(place, form, status=409)


def act_page(
    place: Place,
    form: ActForm | None,
    *,
    hindered: list[Any] | None = None,
    check: bool = False,
    draft: ActDraft | None = None,
    signing: SigningFields | None = None,
    status: int = 200,
) -> HttpResponse:
    today, file, act = timezone.localdate(), place.file, place.act
    context: dict[str, Any] = {
        "act": {"title": act.title, "basis": print_citations(cite_all(act.basis)), "explains": act.explains},
        "case": identity(file),
        "about": place.machine.heading if isinstance(place.machine, LegalObject) else "",
        "form": form,
        "obstacles": [hindrance(file, one, today) for one in hindered or []],
        "check": check,
        "signing": signing,
        "sections": answers(form) if check and form else [],
        "preview_url": preview_url(place.machine, act, form),
        "preview_refresh": True,
        "draft_url": act_url(place.machine, act.key, "draft") if form and not check else "",
        "restored": draft,
        "restored_is_older": draft is not None and draft.case_version != file.case.version,
        "field_comments": comments_before(file, place.machine, act),
        "warnings": warnings(file, act),
        "reckoning": reckoning_panel(file, act, officer_of(place.request), today, form),
        "submit_label": act.title if check or not _is_read_again(place, form) else _("核对"),
        "cancel_url": reverse("cases:case", args=[file.case.pk]),
    }
    template = "cases/act.html"
    if act.key in REVIEW_ACTS and form is not None and not check:
        template = "cases/review.html"
        page = case_page(file, officer_of(place.request), today)
        # A reviewer reads the file; the opinion's own preview comes with the check page.
        context |= {"papers": page["papers"], "charges": page["charges"], "preview_url": "", "preview_refresh": False}
        assert isinstance(form, ReviewForm)
        context |= review_context(file, officer_of(place.request), today, form)
        other = next(key for key in REVIEW_ACTS if key != act.key)
        context |= {"other_url": act_url(file.case, other), "passes": act.key == "pass_review"}
    return render(place.request, template, context, status=status)


def form_of(act: Act) -> type[ActForm]:
    if not act.asks:
        return PlainForm
    module, _dot, name = act.asks.rpartition(".")
    found: type[ActForm] = getattr(import_module(module), name)
    return found
