"""How would the papers of this act read, if it were done now as typed?"""

import re
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.forms.base import ActForm
from cases.forms.comments import facts_of
from cases.screens.offers import act_url
from cases.screens.slots import Fault, Slot, completed, faults, marked
from cases.services import Refused, perform
from cases.views.act import Place, place_of
from documents.models import Document
from documents.rendering import STYLESHEET, PaperMeta, render_html
from documents.services import content_of
from documents.views import SCREEN
from officers.access import open_to_staff

KEPT_BY_ITSELF = ("evidence-list",)
"""Goes along with many acts and says nothing of them: shown after the papers that the officer is writing."""
BODY = re.compile(r"<body[^>]*>")


@dataclass(frozen=True)
class Page:
    """One of the papers that the act would draw."""

    title: str
    html: str


@open_to_staff
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    return _preview(place_of(request, case_id, key))


@open_to_staff
@require_http_methods(["GET", "POST"])
def preview_object(request: HttpRequest, case_id: int, kind: str, object_id: int, key: str) -> HttpResponse:
    return _preview(place_of(request, case_id, key, (kind, object_id)))


def _preview(place: Place) -> HttpResponse:
    """The act is carried out for real and rolled back, so that the preview cannot differ from the print."""
    request = place.request
    typed = request.POST if request.method == "POST" else as_shown(place.form())
    form, slots = completed(place.form, typed)
    if not form.is_valid():
        return _hint(place, faults(place.form(typed)))
    try:
        pages = _papers_of(place, form)
    except Refused as refused:
        gaps = [Fault(_("还没有填：%(label)s") % {"label": one.label}, one.anchor) for one in slots.values()]
        return _hint(place, [Fault(str(one.sentence)) for one in refused.obstacles] + gaps)
    if not pages:
        return _hint(place, [Fault(_("照现在所填的办理，不出具文书。"))])
    return HttpResponse(_shown(place, pages, slots))


def as_shown(form: ActForm) -> dict[str, Any]:
    """What a browser would send if the form were submitted untouched."""
    shown = {field.html_name: field.value() for field in form}
    # A nought is an answer; only False is an empty box, which a browser does not send.
    return {name: value for name, value in shown.items() if value is not None and value is not False and value != ""}


def _hint(place: Place, missing: list[Fault]) -> HttpResponse:
    context = {"missing": missing, "address": act_url(place.machine, place.act.key)}
    return render(place.request, "cases/preview_hint.html", context)


def _papers_of(place: Place, form: ActForm) -> list[Page]:
    act = place.act
    with transaction.atomic():
        done = perform(place.machine, act.key, form.officer, form.cleaned_data["on"], **facts_of(form))
        wanted = [key for key in (*act.issues, *act.drafts) if key not in KEPT_BY_ITSELF] + [*KEPT_BY_ITSELF]
        # What is issued anew is not declared by its form, and stands alone.
        papers = sorted(done.papers, key=lambda one: wanted.index(one.form_key) if one.form_key in wanted else 0)
        pages = [Page(_name(paper), as_draft(paper)) for paper in papers]
        transaction.set_rollback(True)
    return pages


def _name(paper: Document) -> str:
    return f"{paper.title} {paper.party.name if paper.party else ''}".strip()


def as_draft(paper: Document) -> str:
    """As it prints before it is issued; a number is given only then."""
    series = paper.form.rule.series
    meta = PaperMeta(mark="试打稿，未签发", number="（签发时编号）" if series else "")
    stylesheets = tuple(reverse("documents:asset", args=[path.name]) for path in (STYLESHEET, SCREEN))
    return render_html(paper.form_key, content_of(paper), meta=meta, stylesheets=stylesheets)


def _shown(place: Place, pages: list[Page], slots: dict[str, Slot]) -> str:
    """The chosen paper, with what is missing and the other papers in a strip above the sheet."""
    post, address = place.request.POST, act_url(place.machine, place.act.key)
    chosen = post.get("paper", "")
    current = int(chosen) if chosen.isascii() and chosen.isdigit() and int(chosen) < len(pages) else 0
    sheet = marked(pages[current].html, slots, address)
    if not slots and len(pages) == 1:
        return sheet
    context = {
        "slots": slots.values(),
        "address": address,
        "pages": [(number, page.title, number == current) for number, page in enumerate(pages)],
        "typed": [(name, one) for name, values in post.lists() if name != "paper" for one in values],
        "current": current,
    }
    strip = render_to_string("cases/_preview_strip.html", context, place.request)
    return BODY.sub(lambda found: found[0] + strip, sheet, count=1)
