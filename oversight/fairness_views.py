"""Which pages show how like conduct is punished: the spread of each group, and what stands out in one of them?"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from cases.views.lists import officer_of
from law.fairness import NoSpreadRule, spread_rule
from officers.access import open_to
from officers.roles import Role
from oversight.charts import box_marks
from oversight.fairness import (
    REPEAT,
    Fined,
    Group,
    Key,
    circumstance_titles,
    groups,
    reasons,
    shown_to,
    visible_cases,
)
from oversight.forms import Day
from oversight.paging import page_of
from oversight.places import article

DAYS_BACK = 3 * 365
WHO = (Role.OFFICER, Role.TEAM_HEAD, Role.LEGAL_REVIEWER, Role.BUREAU_HEAD, Role.ADMINISTRATOR)


class SpanForm(forms.Form):
    use_required_attribute = False
    since = forms.DateField(label=gettext_lazy("决定日期从"), widget=Day)
    until = forms.DateField(label=gettext_lazy("到"), widget=Day)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("结束日期早于开始日期。"))
        if until:
            try:
                spread_rule(until)
            except NoSpreadRule:
                self.add_error("until", _("%(on)s 还没有比较的规则。") % {"on": until})
        return cleaned


@open_to(*WHO)
@require_safe
def fairness(request: HttpRequest) -> HttpResponse:
    """Aggregates only: nobody's name, no number of a case."""
    form = _form(request)
    if not form.is_valid():
        return render(request, "oversight/fairness.html", {"form": form}, status=422)
    since, until = form.cleaned_data["since"], form.cleaned_data["until"]
    found, kept_back = shown_to(officer_of(request), groups(since, until))
    shown, page = page_of(found, request.GET)
    rule = spread_rule(until)
    context = {
        "form": form,
        "rows": [_row(one, since, until) for one in shown],
        "page": page,
        "kept_back": kept_back,
        "rule": rule,
        "basis": article(rule.basis),
    }
    return render(request, "oversight/fairness.html", context)


@open_to(*WHO)
@require_safe
def group(request: HttpRequest) -> HttpResponse:
    """One group: the decisions of it that the officer may see, with the reasons that were given."""
    form = _form(request)
    key = Key(*(request.GET.get(name, "") for name in ("violation", "level", "history")))
    if not form.is_valid():
        return redirect("oversight:fairness")
    since, until = form.cleaned_data["since"], form.cleaned_data["until"]
    officer = officer_of(request)
    found = next((one for one in groups(since, until) if one.key == key), None)
    if found is None:
        return redirect("oversight:fairness")
    seen = visible_cases(officer, {one.case for one in found.fined})
    theirs = sorted((one for one in found.fined if one.case in seen), key=lambda one: (-one.fine, one.sanction))
    if not theirs and found.is_small:
        # As if there were none: not even that there is such a decision is told.
        return redirect("oversight:fairness")
    outliers = set(found.outliers)
    # What stands out comes first: that is what the page is opened for.
    theirs.sort(key=lambda one: one not in outliers)
    shown, page = page_of(theirs, request.GET)
    said = reasons(shown)
    context = {
        "row": _row(found, since, until) if not found.is_small or len(theirs) == len(found.fined) else None,
        "title": found.title,
        "level": found.key.level or _("未分等次"),
        "history": _history(found.key),
        "decisions": [_decision(one, one in outliers, said[one.sanction]) for one in shown],
        "unseen": 0 if found.is_small else len(found.fined) - len(theirs),
        "page": page,
        "back_url": f"{reverse('oversight:fairness')}?{urlencode({'since': since, 'until': until})}",
    }
    return render(request, "oversight/fairness_group.html", context)


@dataclass(frozen=True)
class Row:
    """A group as a page shows it; marks: where the picture draws box and outliers, in percents of the width."""

    title: str
    level: str
    history: str
    box: Any
    marks: dict[str, Any]
    outliers: list[dict[str, Any]]
    url: str
    is_small: bool


def _row(one: Group, since: date, until: date) -> Row:
    box, outliers = one.box, one.outliers
    query = {"violation": one.key.violation, "level": one.key.level, "history": one.key.history}
    return Row(
        title=one.title,
        level=one.key.level or _("未分等次"),
        history=_history(one.key),
        box=box,
        marks=box_marks(box, [fined.fine for fined in outliers]),
        outliers=[{"fine": fined.fine, "why": circumstance_titles(fined)} for fined in outliers],
        url=f"{reverse('oversight:fairness-group')}?{urlencode(query | {'since': since, 'until': until})}",
        is_small=one.is_small,
    )


def _decision(one: Fined, stands_out: bool, reason: str) -> dict[str, Any]:
    return {
        "fined": one,
        "url": reverse("cases:case", args=[one.case]),
        "stands_out": stands_out,
        "why": circumstance_titles(one),
        "reason": reason,
    }


def _history(key: Key) -> str:
    return _("再犯") if key.history == REPEAT else _("初次")


def _form(request: HttpRequest) -> SpanForm:
    today = timezone.localdate()
    usual = {"since": (today - timedelta(days=DAYS_BACK)).isoformat(), "until": today.isoformat()}
    return SpanForm(request.GET if {"since", "until"} & request.GET.keys() else usual)
