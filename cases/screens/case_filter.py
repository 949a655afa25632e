"""By what can the list of cases be narrowed down, and which of it has a name?"""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Charge, Decision, Party, Remedy, SavedFilter, Term
from cases.screens.next_act import main_act
from cases.screens.worklist import handled_by
from cases.states import ENDED, RemedyState, Stage, State
from documents.models import Document
from law.counting import Unit, last_day
from law.holidays import CalendarMissing
from officers.models import Department, Officer

SOON = timedelta(days=3)
WEEK = 7
"""Working days."""
CHIPS = (
    ("mine", gettext_lazy("我的")),
    ("unit", gettext_lazy("全队")),
    ("soon", gettext_lazy("三日内到期")),
    ("overdue", gettext_lazy("已超期")),
    ("unpublished", gettext_lazy("未公示")),
    ("unsealed", gettext_lazy("缺用印")),
)


class CaseFilter(forms.Form):
    use_required_attribute = False
    q = forms.CharField(label=gettext_lazy("案号、姓名、单位、车牌"), required=False, max_length=60)
    state = forms.ChoiceField(label=gettext_lazy("状态"), required=False)
    unit = forms.ModelChoiceField(
        Department.objects.filter(handles_cases=True).order_by("pk"),
        label=gettext_lazy("办案机构"),
        required=False,
        empty_label=gettext_lazy("全部"),
    )
    filed_from = forms.DateField(
        label=gettext_lazy("立案从"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    filed_to = forms.DateField(
        label=gettext_lazy("到"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    list = forms.CharField(required=False, widget=forms.HiddenInput, max_length=12)
    stage = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=[("", ""), *Stage.choices])
    at = forms.CharField(required=False, widget=forms.HiddenInput, max_length=20)
    """The post that the next act waits for, as the procedure names it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [("", _("全部")), *State.choices]  # type: ignore[attr-defined]


def filtered(cases: Any, wanted: dict[str, Any], officer: Officer, today: date) -> Any:
    if words := wanted["q"].strip():
        cases = cases.filter(by_words(words))
    if wanted["state"]:
        cases = cases.filter(state=wanted["state"])
    if wanted["unit"]:
        cases = cases.filter(department=wanted["unit"])
    if wanted["filed_from"]:
        cases = cases.filter(filed_on__gte=wanted["filed_from"])
    if wanted["filed_to"]:
        cases = cases.filter(filed_on__lte=wanted["filed_to"])
    if wanted["stage"]:
        cases = cases.filter(state__in=[one for one in State if one.stage == wanted["stage"]])
    if wanted["at"]:
        cases = cases.filter(state__in=states_at(wanted["at"]))
    return by_chip(cases, wanted["list"], officer, today)


def by_words(words: str) -> Q:
    parties = Party.objects.filter(Q(name__icontains=words) | Q(uscc=words.upper()) | Q(id_number=words.upper()))
    plates = Charge.objects.filter(plate__icontains=words.upper())
    return (
        Q(number__icontains=words)
        | Q(cause__icontains=words)
        | Q(pk__in=parties.values("case"))
        | Q(pk__in=plates.values("case"))
    )


def by_chip(cases: Any, key: str, officer: Officer, today: date) -> Any:
    if key == "mine":
        return cases.filter(pk__in=handled_by(officer))
    if key == "unit":
        return cases.filter(department_id=officer.department_id)
    if key == "open":
        return cases.exclude(state__in=ENDED)
    if key == "unsealed":
        return cases.filter(pk__in=Document.objects.filter(awaits_seal=True).values("case"))
    if key == "remedies":
        return cases.filter(pk__in=Remedy.objects.exclude(state=RemedyState.FINAL).values("case"))
    if key == "reversed":
        return cases.filter(pk__in=Decision.objects.filter(reversed_this_year(today)).values("case"))
    terms = terms_of(key, today)
    return cases if terms is None else cases.filter(pk__in=terms.values("case"))


def reversed_this_year(today: date) -> Q:
    """Decisions that a reconsideration, a court or the bureau itself changed, set aside or found unlawful."""
    return ~Q(effect=Decision.Effect.STANDING) & Q(effect_on__year=today.year)


def terms_of(key: str, today: date) -> Any:
    """The open terms that a list is about; None when it is about none."""
    duties = Term.objects.open().filter(nature="duty")
    choices = {
        "soon": lambda: duties.filter(due_on__range=(today, today + SOON)),
        "week": lambda: duties.filter(due_on__range=(today, week_ahead(today))),
        "overdue": lambda: duties.filter(due_on__lt=today),
        "unpublished": lambda: duties.filter(key="publish"),
        "publish_late": lambda: duties.filter(key="publish", due_on__lt=today),
        "unpaid": lambda: Term.objects.open().filter(key="payment", due_on__lt=today),
    }
    return choices[key]() if key in choices else None


def week_ahead(today: date) -> date:
    """The seventh working day from today; ten days where nobody has entered the calendar of the year yet."""
    try:
        return last_day(today, WEEK, Unit.WORKING)
    except CalendarMissing:
        return today + timedelta(days=10)


def states_at(actor: str) -> list[str]:
    """The states in which a case waits for this actor."""
    return [one.value for one in State if (act := main_act(one.value)) and act.by.name == actor]


def chips(officer: Officer, query: QueryDict | None = None) -> list[dict[str, Any]]:
    """The lists that ship, then the officer's own and those that the unit shares."""
    base, kept = reverse("cases:list"), understood(query) if query is not None else None
    found = [{"label": label, "url": f"{base}?list={key}", "query": f"list={key}"} for key, label in CHIPS]
    for one in own_filters(officer):
        found.append({"label": one.name, "url": f"{base}?{one.query}", "query": one.query})
    return [one | {"count": None, "current": kept == one["query"] and bool(kept)} for one in found]


def own_filters(officer: Officer) -> list[SavedFilter]:
    theirs = Q(owner=officer) | Q(shared_with=officer.department_id)
    return list(SavedFilter.objects.filter(theirs).select_related("owner").order_by("pk"))


def understood(query: QueryDict) -> str:
    """Of an address only what the list understands and what is valid; the same text for the same filter."""
    form = CaseFilter(query)
    form.is_valid()
    kept = QueryDict(mutable=True)
    for name in form.fields:
        value = query.get(name, "").strip()
        if value and name not in form.errors:
            kept[name] = value
    return kept.urlencode()
