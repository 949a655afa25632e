"""One screen on the road: who, what, how much; then read back, told, signed, handed over (行政处罚法 51–53)."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from cases.access import access_case
from cases.act import Ask, Obstacle
from cases.case_file import load_case_file
from cases.forms.roadside import RoadsideForm
from cases.forms.spot import TellingFields
from cases.forms.spot_discretion import ANSWERS
from cases.models import Case
from cases.services import Refused, obstacles, open_case, perform
from cases.states import Procedure
from cases.views.lists import officer_of
from law.citations import cite_all, print_citations
from officers.access import open_to, open_to_staff
from officers.models import Officer
from officers.roles import Role

ACT = "punish_on_the_spot"
FIRST, SECOND = "cases/roadside.html", "cases/roadside_sign.html"


@dataclass
class Screen:
    """The two forms of one penalty; each page carries what the other one asks, so that nothing is typed twice."""

    request: HttpRequest
    officer: Officer
    form: RoadsideForm
    telling: TellingFields

    @property
    def step(self) -> str:
        return self.request.POST.get("step", "check") if self.request.method == "POST" else ""


@open_to(Role.OFFICER)
@require_http_methods(["GET", "POST"])
def new_spot(request: HttpRequest) -> HttpResponse:
    officer, now = officer_of(request), timezone.localtime()
    form = RoadsideForm(request.POST or None, officer=officer, now=now)
    screen = Screen(request, officer, form, _telling(request))
    if not request.POST or screen.step == "edit":
        return _page(screen, FIRST)
    if not form.is_valid():
        return _page(screen, FIRST, status=422)
    if screen.step == "ordinary":
        return _turn_ordinary(screen)
    if screen.step == "do":
        return _punish(screen) if screen.telling.is_valid() else _page(screen, SECOND, status=422)
    if found := _rehearse(screen):
        return _refuse(screen, found, FIRST)
    return _page(screen, SECOND)


@open_to_staff
@require_GET
def spot_done(request: HttpRequest, case_id: int) -> HttpResponse:
    """What was decided, and how to print it: A4 or a roll of 80 mm."""
    case = access_case(officer_of(request), case_id)
    file = load_case_file(case.pk)
    papers = [one for one in file.papers_of("spot-decision") if one.issued_on]
    if not file.is_summary or not papers:
        raise Http404
    paper, party = papers[-1], file.parties[0]
    context = {
        "case": case,
        "paper": paper,
        "party": party,
        "fine": file.owed_by(party),
        "collected": bool(file.spot_collections),
        "pdf_url": reverse("documents:pdf", args=[paper.pk]),
        "roll_url": reverse("documents:roll", args=[paper.pk]),
        "case_url": reverse("cases:case", args=[case.pk]),
        "another_url": reverse("cases:new-spot") if officer_of(request).holds(Role.OFFICER) else "",
        "terms": [one for one in file.open_terms() if one.key in ("spot_copy", "hand_over_money", "payment")],
    }
    return render(request, "cases/roadside_done.html", context)


def _punish(screen: Screen) -> HttpResponse:
    if before := _sent_before(screen):
        return redirect("cases:spot-done", before.pk)
    try:
        with transaction.atomic():
            # Two posts of the same page wait for each other here; the second finds the first one's case.
            Officer.objects.select_for_update().get(pk=screen.officer.pk)
            if before := _sent_before(screen):
                return redirect("cases:spot-done", before.pk)
            case = _register(screen, Procedure.SUMMARY)
            perform(case, ACT, screen.officer, timezone.localdate(), **_facts(screen, case))
    except Refused as refused:
        return _refuse(screen, refused.obstacles, SECOND)
    return redirect("cases:spot-done", case.pk)


def _turn_ordinary(screen: Screen) -> HttpResponse:
    """Over the limit, or not clear enough: the same words become an ordinary lead (行政处罚法 54)."""
    with transaction.atomic():
        case = _register(screen, Procedure.ORDINARY)
        said = screen.form.statement_facts()["text"]
        if said:
            statement = screen.form.proof() | {
                "kind": "party_statement",
                "title": "当事人的现场陈述、申辩",
                "source": screen.form.cleaned_data["name"],
                "proves": said[:200],
            }
            perform(case, "add_evidence", screen.officer, timezone.localdate(), **statement)
    messages.success(screen.request, _("已转为普通程序：当事人、违法行为、现场证据和陈述都已带入，接着提请立案。"))
    return redirect("cases:case", case.pk)


def _register(screen: Screen, procedure: str) -> Case:
    """The lead with its party, its charge and what proves it, each by its own act."""
    officer, today, form = screen.officer, timezone.localdate(), screen.form
    case = open_case(officer=officer, on=today, procedure=procedure, **form.lead())
    party = perform(case, "add_party", officer, today, **form.party()).about
    perform(case, "add_charge", officer, today, party=party, **form.charge())
    perform(case, "add_evidence", officer, today, **form.proof())
    return Case.objects.get(pk=case.pk)


def _facts(screen: Screen, case: Case) -> dict[str, Any]:
    form, telling, one = screen.form, screen.telling, screen.form.sanction()
    charge, party = case.charges.get(), case.parties.get()
    facts = {
        "sanctions": {charge.pk: one},
        "found": {charge.pk: form.found},
        "weighed": form.cleaned_data["weighed"],
        "statement": form.statement_facts(),
        "spot": telling.spot_facts(party, one["fine"], timezone.localtime()),
    }
    collection = telling.collection_facts()
    return facts | ({"collection": collection} if collection else {})


def _rehearse(screen: Screen) -> list[Obstacle]:
    """Would it be lawful with this party, charge and sum? Asked before the party is told anything; leaves no trace."""
    with transaction.atomic():
        case = _register(screen, Procedure.SUMMARY)
        charge = case.charges.get()
        facts = {
            "sanctions": {charge.pk: screen.form.sanction()},
            "found": {charge.pk: screen.form.found},
            "weighed": screen.form.cleaned_data["weighed"],
            "statement": screen.form.statement_facts(),
        }
        found = obstacles(case, ACT, Ask(load_case_file(case.pk), screen.officer, timezone.localdate(), facts))
        transaction.set_rollback(True)
    return found


def _sent_before(screen: Screen) -> Case | None:
    """The same page sent twice: one conduct is punished once (行政处罚法 29)."""
    form = screen.form
    return (
        Case.objects.filter(
            procedure=Procedure.SUMMARY,
            received_at=form.cleaned_data["occurred_at"],
            assignments__officer=screen.officer,
            parties__name=form.cleaned_data["name"],
            parties__id_kind=form.cleaned_data["id_kind"],
            parties__id_number=form.cleaned_data["id_number"],
            charges__violation_code=form.cleaned_data["violation"].code,
            spot_penalties__isnull=False,
        )
        .distinct()
        .first()
    )


def _telling(request: HttpRequest) -> TellingFields:
    """Bound only where it is answered; the first page carries what was ticked before one went back to it."""
    if request.POST.get("step") == "do":
        return TellingFields(request.POST)
    fields = TellingFields.base_fields
    kept: dict[str, Any] = {name: request.POST[name] for name in fields if name in request.POST}
    ticks = [name for name, one in fields.items() if one.widget.__class__.__name__ == "CheckboxInput"]
    return TellingFields(initial=kept | {name: kept.get(name) in ("on", "True") for name in ticks})


def _told_fine(screen: Screen) -> Any:
    """What the party was told once stands: a statement never makes it dearer (行政处罚法 45.2)."""
    post = screen.request.POST
    told_before = post.get("told_facts") in ("on", "True") and post.get("told_fine")
    return post["told_fine"] if told_before else screen.form.sanction()["fine"]


def _refuse(screen: Screen, found: list[Obstacle], template: str) -> HttpResponse:
    """Every reason with its article, above a form that keeps every word."""
    for one in found:
        screen.form.lift(ANSWERS.get(one.basis, ()))
        article = print_citations(cite_all(one.basis)) if one.basis else ""
        screen.form.add_error(NON_FIELD_ERRORS, " ".join(filter(None, [str(one.sentence), article, str(one.cure)])))
    return _page(screen, template, status=409, refused=True)


def _page(screen: Screen, template: str, *, status: int = 200, refused: bool = False) -> HttpResponse:
    context: dict[str, Any] = {
        "form": screen.form,
        "telling": screen.telling,
        "refused": refused,
        "basis": print_citations(cite_all("行政处罚法:51;行政处罚法:52.1")),
        "cancel_url": reverse("cases:worklist"),
    }
    if template == SECOND:
        context |= {"read_back": screen.form.read_back(), "told_fine": _told_fine(screen)}
    return render(screen.request, template, context, status=status)
