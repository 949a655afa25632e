"""The one page on which any act on a public copy is done, and the public page as it would be."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.act import Act, Ask, acts_of
from cases.case_file import CaseFile, load_case_file
from cases.screens.act_page import answers
from cases.screens.case_page import identity
from cases.screens.offers import hindrance
from cases.services import Refused, obstacles, perform
from cases.views.lists import officer_of
from law.citations import cite_all, print_citations
from officers.access import open_to
from officers.roles import Role
from publicity.access import access_publication
from publicity.forms import PublicationForm
from publicity.models import Publication
from publicity.proposal import EDITED, NotServed, propose
from publicity.screens import decision_page
from publicity.states import PublicationState


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD)
@require_http_methods(["GET", "POST"])
def do_act(request: HttpRequest, publication_id: int, key: str) -> HttpResponse:
    """Form, check, done; or every reason why not (as cases.views.act.do_act)."""
    officer, today = officer_of(request), timezone.localdate()
    publication = access_publication(officer, publication_id)
    try:
        act = acts_of(Publication)[key]
    except KeyError:
        raise Http404 from None
    file = load_case_file(publication.case_id)
    hindered = obstacles(publication, key, Ask(file, officer, today))
    if hindered:
        return act_page(request, publication, file, act, None, hindered=hindered, status=409)
    form: PublicationForm = import_string(act.asks)(
        request.POST or None, publication=publication, file=file, officer=officer, today=today
    )
    if request.method != "POST" or request.POST.get("step") == "edit":
        return act_page(request, publication, file, act, form)
    if not form.is_valid():
        return act_page(request, publication, file, act, form, status=422)
    return _check_or_do(request, publication, file, act, form)


def _check_or_do(
    request: HttpRequest, publication: Publication, file: CaseFile, act: Act, form: PublicationForm
) -> HttpResponse:
    officer, on, facts = officer_of(request), form.cleaned_data["on"], form.to_facts()
    hindered = obstacles(publication, act.key, Ask(file, officer, on, facts))
    if not hindered and act.moves and request.POST.get("step") != "do":
        return act_page(request, publication, file, act, form, check=True)
    try:
        # Asked again inside the lock; what hinders it now hinders it there.
        perform(publication, act.key, officer, on, seen_version=form.cleaned_data["seen_version"], **facts)
    except Refused as refused:
        for one in (hindrance(file, found, timezone.localdate()) for found in refused.obstacles):
            form.add_error(NON_FIELD_ERRORS, " ".join(filter(None, [one.sentence, one.article, one.cure])))
        return act_page(request, publication, file, act, form, status=409)
    messages.success(request, _("已办理：%(act)s。") % {"act": act.title})
    return redirect("publicity:desk")


def act_page(
    request: HttpRequest,
    publication: Publication,
    file: CaseFile,
    act: Act,
    form: PublicationForm | None,
    *,
    hindered: list[Any] | None = None,
    check: bool = False,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "act": {"title": act.title, "basis": print_citations(cite_all(act.basis)), "explains": act.explains},
        "case": identity(file),
        "publication": publication,
        "form": form,
        "obstacles": [hindrance(file, one, today) for one in hindered or []],
        "check": check,
        "sections": answers(form) if check and form else [],
        "warnings": _warnings(publication),
        "preview_url": "" if check else reverse("publicity:preview", args=[publication.pk]),
        "preview_refresh": act.key == "redact",
        "submit_label": act.title if check or not act.moves else _("核对"),
        "cancel_url": identity(file).url if hindered else reverse("publicity:desk"),
        "other_acts": _other_acts(publication, file, act, officer_of(request)),
    }
    return render(request, "publicity/redact.html", context, status=status)


def _warnings(publication: Publication) -> list[str]:
    if publication.return_reason and publication.standing is PublicationState.DUE:
        return [_("退回的理由：%(reason)s") % {"reason": publication.return_reason}]
    return []


def _other_acts(publication: Publication, file: CaseFile, act: Act, officer: Any) -> list[dict[str, Any]]:
    """What else may be done with this copy instead: return it, bring its fulfilment up to date."""
    ask = Ask(file, officer, timezone.localdate())
    return [
        {"title": one.title, "url": reverse("publicity:act", args=[publication.pk, key])}
        for key, one in acts_of(Publication).items()
        if key != act.key and not obstacles(publication, key, ask)
    ]


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD, Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, publication_id: int) -> HttpResponse:
    """The public page as it stands, or with the words just typed. Writes nothing."""
    publication = access_publication(officer_of(request), publication_id)
    texts = {name: request.POST[name] for name in EDITED if name in request.POST}
    if not texts and not publication.facts_public:
        try:
            texts = vars(propose(load_case_file(publication.case_id), publication.decision))
        except NotServed:
            raise Http404 from None
    for name, text in texts.items():
        setattr(publication, name, text)
    response = render(request, "publicity/preview.html", decision_page(publication))
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response
