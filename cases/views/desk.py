"""What an officer sets up for the own desk: kept filters, and the word on what is due."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from cases.digest import due_lines
from cases.models import DigestChoice, SavedFilter
from cases.screens.case_filter import own_filters, understood
from cases.views.lists import officer_of
from officers.access import open_to_staff

MOST = 20
LONGEST = SavedFilter._meta.get_field("query").max_length or 0
REFUSED = 422


class FilterForm(forms.Form):
    use_required_attribute = False
    name = forms.CharField(label=gettext_lazy("给这个筛选起个名称"), max_length=20)
    shared = forms.BooleanField(label=gettext_lazy("共享给本部门"), required=False)
    query = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)

    def clean_query(self) -> str:
        kept = understood(QueryDict(self.cleaned_data["query"]))
        if len(kept) > LONGEST:
            raise forms.ValidationError(_("筛选条件太长，删去一些再保存。"))
        if not kept:
            raise forms.ValidationError(_("没有可以保存的筛选：先在案件列表里选好条件。"))
        return kept


class DigestForm(forms.ModelForm):  # type: ignore[type-arg]
    use_required_attribute = False

    class Meta:
        model = DigestChoice
        fields = ("by_mail", "address")


@open_to_staff
@require_http_methods(["GET", "POST"])
def filters(request: HttpRequest) -> HttpResponse:
    """The officer's own filters and those of the unit; a new one is kept here."""
    officer = officer_of(request)
    form = (
        FilterForm(request.POST) if request.method == "POST" else FilterForm(initial={"query": understood(request.GET)})
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        mine = SavedFilter.objects.filter(owner=officer)
        if mine.filter(name=given["name"]).exists():
            form.add_error("name", _("你已经有一个叫这个名称的筛选。"))
        elif mine.count() >= MOST:
            form.add_error(None, _("最多保存 %(count)d 个，先删去不用的。") % {"count": MOST})
        else:
            unit = officer.department if given["shared"] else None
            mine.create(owner=officer, name=given["name"], query=given["query"], shared_with=unit)
            messages.success(request, _("已保存，在案件列表上方可以点开。"))
            return redirect("cases:filters")
    context: dict[str, Any] = {
        "form": form,
        "keeping": form.is_bound or bool(form.initial.get("query")),
        "rows": [{"filter": one, "is_own": one.owner_id == officer.pk} for one in own_filters(officer)],
    }
    return render(request, "cases/filters.html", context, status=REFUSED if form.errors else 200)


@open_to_staff
@require_POST
def drop_filter(request: HttpRequest, filter_id: int) -> HttpResponse:
    """Only one's own: what others share is theirs to drop."""
    get_object_or_404(SavedFilter, pk=filter_id, owner=officer_of(request)).delete()
    messages.success(request, _("已删去。"))
    return redirect("cases:filters")


@open_to_staff
@require_http_methods(["GET", "POST"])
def digest(request: HttpRequest) -> HttpResponse:
    """What is due, a line for each case; and whether it should come by e-mail each morning."""
    officer = officer_of(request)
    choice = DigestChoice.objects.filter(officer=officer).first() or DigestChoice(officer=officer)
    form = DigestForm(request.POST if request.method == "POST" else None, instance=choice)
    if form.is_valid():
        form.save()
        messages.success(request, _("已保存。"))
        return redirect("cases:digest")
    context = {"form": form, "lines": due_lines(officer, timezone.localdate())}
    return render(request, "cases/digest.html", context, status=REFUSED if form.errors else 200)
