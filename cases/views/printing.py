"""Which papers does an officer want printed together, how far is it, and where is the result?"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, TypeVar
from urllib.parse import quote

import pikepdf
from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from cases.bundle.contents import Piece, safe
from cases.bundle.zipping import packed
from cases.models import Case
from cases.views.lists import officer_of
from documents.batches import PrintBatch, PrintItem, PrintState
from documents.models import Document
from documents.printing import MOST_PAPERS, merged, progress, start_batch, try_again
from documents.services import TamperedPaper, pdf_of
from law.forms import all_forms
from officers.access import open_to_staff
from officers.models import Department, Officer

Response = TypeVar("Response", bound=HttpResponseBase)
SHOWN = 500
BATCHES_SHOWN = 20
DAYS_BACK = 30
WAIT_SECONDS = 3


class PaperFilter(forms.Form):
    """Which issued papers; without a word: what nobody has printed of the last days."""

    use_required_attribute = False
    issued_from = forms.DateField(
        label=gettext_lazy("签发从"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    issued_to = forms.DateField(
        label=gettext_lazy("到"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    form = forms.ChoiceField(label=gettext_lazy("文书"), required=False)
    unit = forms.ModelChoiceField(
        label=gettext_lazy("办案机构"),
        required=False,
        queryset=Department.objects.none(),
        empty_label=gettext_lazy("全部"),
    )
    cases = forms.CharField(label=gettext_lazy("案号（可以多个，用空格隔开）"), required=False, max_length=2000)
    printed = forms.BooleanField(label=gettext_lazy("也列出打印过的"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(rule.key, rule.title) for rule in all_forms()]
        self.fields["form"].choices = [("", _("全部")), *dict(kinds).items()]  # type: ignore[attr-defined]
        self.fields["unit"].queryset = Department.objects.filter(handles_cases=True)  # type: ignore[attr-defined]

    def found(self, papers: QuerySet[Document]) -> QuerySet[Document]:
        wanted = self.cleaned_data
        exact = {
            "issued_on__gte": wanted["issued_from"],
            "issued_on__lte": wanted["issued_to"],
            "form_key": wanted["form"],
            "case__department": wanted["unit"],
            "case__number__in": wanted["cases"].split(),
        }
        papers = papers.filter(**{name: value for name, value in exact.items() if value})
        if not wanted["printed"]:
            papers = papers.exclude(pk__in=PrintItem.objects.filter(outcome=PrintState.DONE).values("document"))
        return papers


def papers_for(officer: Officer) -> QuerySet[Document]:
    """The issued papers of the cases that the officer may see."""
    return Document.objects.final().filter(case__in=Case.objects.visible_to(officer).values("pk"))


@open_to_staff
@require_http_methods(["GET", "POST"])
def printing(request: HttpRequest) -> HttpResponse:
    """GET: the papers to choose from. POST: print the chosen ones."""
    officer = officer_of(request)
    if request.method == "POST":
        return _start(request, officer)
    first = timezone.localdate() - timedelta(days=DAYS_BACK)
    form = PaperFilter(request.GET or {"issued_from": first.isoformat()})
    found: list[Document] = []
    if form.is_valid():
        papers = form.found(papers_for(officer)).select_related("case", "party")
        found = list(papers.order_by("issued_on", "case", "pk")[: SHOWN + 1])
    batches = [(one, progress(one)) for one in officer.print_batches.all()[:BATCHES_SHOWN]]
    context = {"form": form, "papers": found[:SHOWN], "more": len(found) > SHOWN, "batches": batches, "shown": SHOWN}
    return render(request, "cases/printing.html", context, status=422 if form.errors else 200)


def _start(request: HttpRequest, officer: Officer) -> HttpResponse:
    """A paper that was not offered is not found; the order is that of the list."""
    chosen = [int(one) for one in request.POST.getlist("papers") if one.isascii() and one.isdigit() and len(one) < 16]
    papers = list(papers_for(officer).filter(pk__in=chosen[:MOST_PAPERS]).order_by("issued_on", "case", "pk"))
    if not papers:
        messages.error(request, _("先在列表中选出要打印的文书。"))
        return redirect("cases:printing")
    now = timezone.localtime()
    title = _("%(when)s 打印 %(count)d 份") % {"when": f"{now:%Y-%m-%d %H:%M}", "count": len(papers)}
    batch = start_batch(title=title, documents=papers, officer=officer, now=now)
    return redirect("cases:print-batch", batch.pk)


@open_to_staff
@require_http_methods(["GET", "POST"])
def print_batch(request: HttpRequest, batch_id: int) -> HttpResponse:
    """GET: how far it is; the page asks again by itself. POST: try the failed ones again."""
    batch = _batch(officer_of(request), batch_id)
    if request.method == "POST":
        count = try_again(batch, timezone.now())
        messages.success(request, _("%(count)d 份重新排队。") % {"count": count})
        return redirect("cases:print-batch", batch.pk)
    counted = progress(batch)
    items = list(batch.items.select_related("document", "document__case", "document__party"))
    context = {
        "batch": batch,
        "counted": counted,
        "total": len(items),
        "over": counted["done"] + counted["failed"],
        "items": items,
        "failed": [one for one in items if one.standing is PrintState.FAILED],
        "refresh": WAIT_SECONDS if counted["waiting"] else 0,
    }
    return render(request, "cases/print_batch.html", context)


@open_to_staff
@require_safe
def print_merged(request: HttpRequest, batch_id: int) -> HttpResponse:
    """What is ready, in order, as one PDF; ?sheets=1: each paper begins on a new sheet."""
    officer = officer_of(request)
    batch = _batch(officer, batch_id)
    try:
        data = merged(_ready(batch, officer), new_sheet=request.GET.get("sheets") == "1")
    except (TamperedPaper, pikepdf.PdfError, OSError) as reason:
        messages.error(request, str(reason))
        return redirect("cases:print-batch", batch.pk)
    response = HttpResponse(data, content_type="application/pdf")
    return _named(response, f"{batch}.pdf", "inline")


@open_to_staff
@require_safe
def print_zip(request: HttpRequest, batch_id: int) -> HttpResponseBase:
    """What is ready as one PDF for each paper."""
    officer = officer_of(request)
    batch = _batch(officer, batch_id)
    pieces = [_piece(place, one) for place, one in enumerate(_ready(batch, officer), start=1)]
    response = StreamingHttpResponse(packed(pieces), content_type="application/zip")
    return _named(response, f"{batch}.zip", "attachment")


def _piece(place: int, document: Document) -> Piece:
    name = f"{place:04}-{safe(f'{document.case} {document}')}.pdf"
    return Piece(name, str(document), lambda: iter([pdf_of(document)]), document.pdf_sha256, document.pdf.size)


def _ready(batch: PrintBatch, officer: Officer) -> Sequence[Document]:
    """In order; without what the officer may no longer see."""
    done = batch.items.filter(outcome=PrintState.DONE, document__in=papers_for(officer).values("pk"))
    documents = [one.document for one in done.select_related("document__case")]
    if not documents:
        raise Http404
    return documents


def _batch(officer: Officer, batch_id: int) -> PrintBatch:
    """A batch is its owner's; somebody else's does not exist."""
    found = PrintBatch.objects.filter(pk=batch_id, asked_by=officer).first() if batch_id < 2**63 else None
    if found is None:
        raise Http404
    return found


def _named(response: Response, name: str, how: str) -> Response:
    response["Content-Disposition"] = f"{how}; filename*=UTF-8''{quote(name)}"
    response["Cache-Control"] = "private, no-store"
    return response
