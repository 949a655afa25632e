"""The register of sources: which there are, one of them, what is due when, and the register as a file."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.models import Case
from cases.views.lists import PER_PAGE, officer_of
from inspections.models import Source
from inspections.models.sources import SourceQuerySet
from inspections.sources import has_informant, register
from inspections.sources_access import READERS, access_source, may_know_informant, may_work
from inspections.sources_duplicates import links_of, proposals
from inspections.sources_forms import SourceFilter, SourceForm
from inspections.sources_screens import (
    CHIPS,
    STEPS,
    as_csv,
    board,
    facts_of,
    filtered,
    forwarding_rows,
    machine_facts,
    rows_of_sources,
    state_of,
)
from inspections.views.sources_acts import acts_for
from officers.access import open_to
from officers.models import Officer

REFUSED = 422


@open_to(*READERS)
@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    form, found = _asked(request, officer)
    current = form.cleaned_data.get("list", "")
    rows, page = _page_of(found, request)
    context = {
        "form": form,
        "chips": [
            {"label": label, "url": f"?list={key}", "count": None, "current": key == current}
            for key, label in CHIPS.items()
        ],
        "rows": rows_of_sources(rows, today),
        "page": page,
        "query": request.GET.urlencode(),
    }
    return render(request, "inspections/sources_list.html", context)


def _asked(request: HttpRequest, officer: Officer) -> tuple[SourceFilter, SourceQuerySet]:
    form, found = SourceFilter(request.GET), Source.objects.visible_to(officer)
    if form.is_valid():
        found = filtered(found, form.cleaned_data, officer, timezone.localdate())
    return form, found


def _page_of(found: SourceQuerySet, request: HttpRequest) -> tuple[list[Source], dict[str, str]]:
    """Newest first by id; a page is found by where the last one ended."""
    kept, after = request.GET.copy(), request.GET.get("after", "")
    if after.isascii() and after.isdigit() and len(after) < 16:
        found = found.filter(pk__lt=int(after))
    rows = list(found.select_related("handler", "candidate").order_by("-pk")[: PER_PAGE + 1])
    more, rows = len(rows) > PER_PAGE, rows[:PER_PAGE]
    kept["after"] = str(rows[-1].pk) if rows else ""
    count = _("本页 %(count)d 条") % {"count": len(rows)}
    return rows, {"previous_url": "", "next_url": f"?{kept.urlencode()}" if more else "", "count_text": count}


@open_to(*READERS)
@require_safe
def sources_csv(request: HttpRequest) -> HttpResponse:
    """What the same filters show, without informants."""
    _form, found = _asked(request, officer_of(request))
    rows = found.select_related("department", "case").order_by("pk")
    response = HttpResponse("\ufeff" + as_csv(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="sources.csv"'
    return response


@open_to(*READERS)
@require_safe
def sources_board(request: HttpRequest) -> HttpResponse:
    groups = board(officer_of(request), timezone.localdate())
    return render(request, "inspections/sources_board.html", {"groups": groups})


@open_to(*READERS)
@require_http_methods(["GET", "POST"])
def new_source(request: HttpRequest) -> HttpResponse:
    officer, now = officer_of(request), timezone.localtime()
    form = SourceForm(request.POST or None, now=now)
    if request.method == "POST" and form.is_valid():
        made = register(officer=officer, now=now, informant=form.informant(), **form.to_facts())
        messages.success(request, _("已登记：%(number)s。") % {"number": made})
        return redirect("inspections:source", made.pk)
    context = {"form": form, "title": _("登记线索"), "back": reverse("inspections:sources")}
    return render(request, "inspections/sources_ask.html", context, status=REFUSED if form.errors else 200)


@open_to(*READERS)
@require_safe
def source(request: HttpRequest, source_id: int) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    found = access_source(officer, source_id)
    state, level = state_of(found)
    context: dict[str, Any] = {
        "source": found,
        "state": state,
        "level": level,
        "row": rows_of_sources([found], today)[0],
        "facts": facts_of(found),
        "machine": machine_facts(found),
        "acts": acts_for(found, officer, today),
        "has_informant": has_informant(found),
        "may_know": may_know_informant(officer, found),
        "may_judge": may_work(officer, found),
        "proposals": [] if found.is_machines else proposals(found, officer),
        "links": [_link(one, found, officer) for one in links_of(found)],
        "forwardings": forwarding_rows(found, today),
        "tasks": found.tasks.prefetch_related("officers").order_by("pk"),
        "steps": [(STEPS.get(one.what, one.what), one) for one in found.steps.select_related("by")],
        "case_url": _case_url(found, officer),
    }
    return render(request, "inspections/sources_source.html", context)


def _case_url(source: Source, officer: Officer) -> str:
    seen = source.case_id and Case.objects.visible_to(officer).filter(pk=source.case_id).exists()
    return reverse("cases:case", args=[source.case_id]) if seen else ""


def _link(link: Any, source: Source, officer: Officer) -> dict[str, Any]:
    other = link.second if link.first_id == source.pk else link.first
    seen = Source.objects.visible_to(officer).filter(pk=other.pk).exists()
    return {"link": link, "other": other, "url": reverse("inspections:source", args=[other.pk]) if seen else ""}
