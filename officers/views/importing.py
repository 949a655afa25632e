"""How is a table from a spreadsheet taken in: whole, or with every fault said and nothing taken?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from officers.importing import Importer
from officers.models import Officer
from officers.table_form import TableForm, told
from officers.tables import written


def import_page(request: HttpRequest, importer: Importer, officer: Officer, *, back: str, empty: str) -> HttpResponse:
    """The text comes back with its faults, so that it can be put right without the file."""
    form = TableForm(request.POST if request.method == "POST" else None, request.FILES or None)
    faults: list[str] = []
    if request.method == "POST" and form.is_valid():
        rows, faults = importer.read(form.cleaned_data["table"])
        if not faults:
            count = importer.take(rows, officer)
            messages.success(request, gettext("已导入 %(count)d 行。") % {"count": count})
            return redirect(back)
        form = TableForm(initial={"text": form.cleaned_data["table"]})
    context = {
        "importer": importer,
        "hints": [(one.name, one.hint) for one in importer.columns],
        "form": form,
        **told(faults),
        "back_url": back,
        "empty_url": empty,
    }
    return render(request, "officers/import.html", context, status=422 if faults or form.errors else 200)


def empty_file(importer: Importer, name: str) -> HttpResponse:
    response = HttpResponse(written(importer.columns).encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
