"""How is a table from a spreadsheet taken in: whole, or with every fault said and nothing taken?"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from officers.importing import Importer
from officers.models import Officer
from officers.tables import MOST_BYTES, Unreadable, decoded, written

FAULTS_SHOWN = 50


class TableForm(forms.Form):
    """A table as a file, or the text of one that was refused, put right on the page."""

    use_required_attribute = False
    file = forms.FileField(
        label=_("表格（.csv）"),
        required=False,
        allow_empty_file=True,
        help_text=_("填好的空表，另存为 .csv。"),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    text = forms.CharField(
        label=_("或者在这里改"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "wrap": "off", "spellcheck": "false"}),
        help_text=_("选了文件的，以文件为准。"),
    )

    def clean(self) -> dict[str, Any]:
        """`table` is the text to read, whichever way it came."""
        given = self.cleaned_data
        try:
            given["table"] = decoded(given["file"].read(MOST_BYTES + 1)) if given.get("file") else given.get("text", "")
        except Unreadable as reason:
            raise forms.ValidationError(str(reason)) from None
        if not given["table"].strip():
            raise forms.ValidationError(gettext("选择表格，或者填写内容。"))
        return given


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
        "form": form,
        "faults": faults[:FAULTS_SHOWN],
        "fault_count": len(faults),
        "more": max(0, len(faults) - FAULTS_SHOWN),
        "back_url": back,
        "empty_url": empty,
    }
    return render(request, "officers/import.html", context, status=422 if faults or form.errors else 200)


def empty_file(importer: Importer, name: str) -> HttpResponse:
    response = HttpResponse(written(importer.columns).encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
