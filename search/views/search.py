"""The one box: everything that a few words lead to."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from cases.models import Case
from cases.views.lists import officer_of
from officers.access import open_to_staff
from search.finding import find
from search.models import CaseWords
from search.tokens import LONGEST_QUERY

KEYS = (
    _("案号、文号，或者其中一段：2026 14"),
    _("姓名、名称，或者拼音首字母：张三、zs"),
    _("车牌号，或者后几位"),
    _("统一社会信用代码"),
    _("身份证件号的后四位"),
    _("联系电话"),
    _("案情里的词：地点、违法行为、事实"),
)
REFUSED = 422


class SearchForm(forms.Form):
    use_required_attribute = False
    q = forms.CharField(label=_("查什么"), required=False, max_length=LONGEST_QUERY)


@open_to_staff
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET if "q" in request.GET else None)
    query = form.cleaned_data["q"] if form.is_valid() else ""
    context: dict[str, Any] = {"form": form, "keys": KEYS, "query": query, "found": None}
    if query:
        context["found"] = found = find(officer_of(request), query)
        # An installation that was there before the index: say so rather than "nothing found".
        context["not_built"] = found.is_empty and not CaseWords.objects.exists() and Case.objects.exists()
    return render(request, "search/search.html", context, status=REFUSED if form.errors else 200)
