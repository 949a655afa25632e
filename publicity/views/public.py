"""What everybody may read: the register, one decision, what was withdrawn, and whether a paper is ours."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from officers.access import public
from publicity.forms import PublicSearch
from publicity.pdf import decision_pdf
from publicity.rate import may_go_on
from publicity.register import Fate, PublishedDecision, PublishedQuerySet
from publicity.screens import decision_page, index_row

PER_PAGE = 20
NO_ROBOTS = "noindex, noarchive"


@public
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    form, found = asked_for(request)
    rows, page = keyset_page(found, request.GET)
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in request.GET.items() if name in form.fields and value})
    context = {
        "form": form,
        "rows": [index_row(one) for one in rows],
        "page": page,
        "query": f"?{query.urlencode()}" if query else "",
    }
    return render(request, "publicity/index.html", context)


def asked_for(request: HttpRequest) -> tuple[PublicSearch, PublishedQuerySet]:
    """What is on show today and fits the search in the address; everything where the search is not one."""
    form = PublicSearch(request.GET)
    found = PublishedDecision.objects.on_show(timezone.localdate())
    return form, searched(found, form.cleaned_data) if form.is_valid() else found


def searched(shown: PublishedQuerySet, wanted: dict[str, Any]) -> PublishedQuerySet:
    """Persons are found by number or conduct, never by name (ux.md §11.2-6)."""
    if words := wanted["q"].strip():
        firm = Q(is_person=False) & (Q(party_name_public__icontains=words) | Q(uscc_public=words.upper()))
        shown = shown.filter(firm | Q(number__icontains=words) | Q(conduct__icontains=words))
    if wanted["kind"]:
        shown = shown.filter(kinds__contains=f";{wanted['kind']};")
    if wanted["decided_from"]:
        shown = shown.filter(decided_on__gte=wanted["decided_from"])
    if wanted["decided_to"]:
        shown = shown.filter(decided_on__lte=wanted["decided_to"])
    return shown


def keyset_page(shown: QuerySet[Any], query: QueryDict) -> tuple[list[Any], dict[str, str]]:
    """Newest first; a page is found by where the last one ended, not by counting rows."""
    after, before = _position(query.get("after")), _position(query.get("before"))
    if before:
        day, pk = before
        scope = shown.filter(Q(published_on__gt=day) | Q(published_on=day, pk__gt=pk))
        rows = list(scope.order_by("published_on", "pk")[: PER_PAGE + 1])
        more_before, more_after, rows = len(rows) > PER_PAGE, True, rows[:PER_PAGE][::-1]
    else:
        scope = shown
        if after:
            day, pk = after
            scope = shown.filter(Q(published_on__lt=day) | Q(published_on=day, pk__lt=pk))
        rows = list(scope.order_by("-published_on", "-pk")[: PER_PAGE + 1])
        more_before, more_after, rows = after is not None, len(rows) > PER_PAGE, rows[:PER_PAGE]
    page = {
        "previous_url": _with(query, "before", rows[0]) if rows and more_before else "",
        "next_url": _with(query, "after", rows[-1]) if rows and more_after else "",
        "count_text": _("本页 %(count)d 件") % {"count": len(rows)},
    }
    return rows, page


def _position(text: str | None) -> tuple[date, int] | None:
    day, _dot, pk = (text or "").partition(".")
    if not (pk.isascii() and pk.isdigit() and len(pk) < 16):
        return None
    try:
        return date.fromisoformat(day), int(pk)
    except ValueError:
        return None


def _with(query: QueryDict, name: str, row: Any) -> str:
    kept = query.copy()
    for old in ("after", "before"):
        kept.pop(old, None)
    kept[name] = f"{row.published_on}.{row.pk}"
    return f"?{kept.urlencode()}"


@public
@require_safe
def decision(request: HttpRequest, slug: str) -> HttpResponse:
    """The decision; or that it was withdrawn and why; or that its time is over. What was never public does not exist."""
    found = PublishedDecision.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    if found.fate == Fate.WITHDRAWN:
        withdrawn = {"on": found.withdrawn_on, "reason": found.withdrawal_reason, "number": found.number}
        return _gone(request, "publicity/withdrawn.html", {"withdrawn": withdrawn})
    if not found.is_on_show(timezone.localdate()):
        return _gone(request, "publicity/expired.html", {})
    response = render(request, "publicity/decision.html", decision_page(found))
    if found.is_person:
        response["X-Robots-Tag"] = NO_ROBOTS
    return response


@public
@require_safe
def decision_paper(request: HttpRequest, slug: str) -> HttpResponse:
    """The same as a PDF, as long as the page itself may be read."""
    found = PublishedDecision.objects.on_show(timezone.localdate()).filter(slug=slug).first()
    if found is None:
        return decision(request, slug)
    if not may_go_on("public-pdf", request.META.get("REMOTE_ADDR", ""), settings.PUBLIC_PAPERS_A_MINUTE):
        return HttpResponse(_("打印得太快，过一分钟再试。"), status=429, content_type="text/plain; charset=utf-8")
    response = HttpResponse(decision_pdf(found), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{found.slug}.pdf"'
    response["X-Robots-Tag"] = NO_ROBOTS
    return response


def _gone(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    response = render(request, template, context, status=410)
    response["X-Robots-Tag"] = NO_ROBOTS
    return response
