"""My worklist, all cases I may see, and what is due when."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from cases.models import Case, Charge, Party, Term
from cases.panels import errands_for
from cases.screens.damage import damage_known_to
from cases.screens.dates import due_of
from cases.screens.worklist import Group, handled_by, rows_of, with_due, worklist
from cases.states import State
from officers.access import open_to_staff
from officers.models import Officer
from officers.roles import Role

PER_PAGE = 50
WEEKS_SHOWN = 500


@open_to_staff
@require_GET
def my_worklist(request: HttpRequest) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    groups = worklist(officer, today)
    waiting = groups[1].rows + groups[2].rows
    if errands := errands_for(officer, today):
        groups = [*groups[:1], Group("errands", _("其他要办的事"), "", errands, len(errands)), *groups[1:]]
    context = {
        "groups": groups,
        "damaged": damage_known_to(officer),
        "new_case_url": reverse("cases:new") if officer.holds(Role.OFFICER) else "",
        "new_spot_url": reverse("cases:new-spot") if officer.holds(Role.OFFICER) else "",
        "next_due": min((row for row in waiting if row.due), key=lambda row: row.due.on, default=None),  # type: ignore[union-attr]
        "filters": saved_filters(officer, today),
    }
    return render(request, "cases/worklist.html", context)


def officer_of(request: HttpRequest) -> Officer:
    """The officer behind a request that the middleware has let in."""
    if not isinstance(request.user, Officer):
        raise TypeError("This view is open to officers only.")
    return request.user


def saved_filters(officer: Officer, today: date, current: str = "") -> list[dict[str, Any]]:
    """The lists that ship by default: mine, the unit's, due soon, overdue."""
    base = reverse("cases:list")
    chips = [("mine", _("我的")), ("unit", _("全队")), ("soon", _("三日内到期")), ("overdue", _("已超期"))]
    return [
        {"label": label, "url": f"{base}?list={key}", "count": None, "current": key == current} for key, label in chips
    ]


class CaseFilter(forms.Form):
    use_required_attribute = False
    q = forms.CharField(label=gettext_lazy("案号、姓名、单位、车牌"), required=False, max_length=60)
    state = forms.ChoiceField(label=gettext_lazy("状态"), required=False)
    filed_from = forms.DateField(
        label=gettext_lazy("立案从"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    filed_to = forms.DateField(
        label=gettext_lazy("到"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    list = forms.CharField(required=False, widget=forms.HiddenInput, max_length=10)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [("", _("全部")), *State.choices]  # type: ignore[attr-defined]


@open_to_staff
@require_GET
def case_list(request: HttpRequest) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    form = CaseFilter(request.GET)
    found = Case.objects.visible_to(officer)
    if form.is_valid():
        found = filtered(found, form.cleaned_data, officer, today)
    rows, page = keyset_page(with_due(found), request.GET, today)
    current = form.cleaned_data.get("list", "") if form.is_valid() else ""
    context = {"form": form, "rows": rows, "page": page, "chips": saved_filters(officer, today, current)}
    return render(request, "cases/case_list.html", context)


def filtered(cases: Any, wanted: dict[str, Any], officer: Officer, today: date) -> Any:
    if words := wanted["q"].strip():
        parties = Party.objects.filter(Q(name__icontains=words) | Q(uscc=words.upper()) | Q(id_number=words.upper()))
        plates = Charge.objects.filter(plate__icontains=words.upper())
        cases = cases.filter(
            Q(number__icontains=words)
            | Q(cause__icontains=words)
            | Q(pk__in=parties.values("case"))
            | Q(pk__in=plates.values("case"))
        )
    if wanted["state"]:
        cases = cases.filter(state=wanted["state"])
    if wanted["filed_from"]:
        cases = cases.filter(filed_on__gte=wanted["filed_from"])
    if wanted["filed_to"]:
        cases = cases.filter(filed_on__lte=wanted["filed_to"])
    return by_chip(cases, wanted["list"], officer, today)


def by_chip(cases: Any, key: str, officer: Officer, today: date) -> Any:
    if key == "mine":
        return cases.filter(pk__in=handled_by(officer))
    if key == "unit":
        return cases.filter(department_id=officer.department_id)
    due = Term.objects.open().filter(nature="duty")
    if key == "soon":
        return cases.filter(pk__in=due.filter(due_on__range=(today, today + timedelta(days=3))).values("case"))
    if key == "overdue":
        return cases.filter(pk__in=due.filter(due_on__lt=today).values("case"))
    return cases


def keyset_page(cases: QuerySet[Case], query: QueryDict, today: date) -> tuple[list[Any], dict[str, str]]:
    """Newest first by id; a page is found by where the last one ended, not by counting rows."""
    after, before = _as_id(query.get("after")), _as_id(query.get("before"))
    if before:
        found = list(cases.filter(pk__gt=before).order_by("pk")[: PER_PAGE + 1])
        more_before, found = len(found) > PER_PAGE, found[:PER_PAGE][::-1]
        more_after = True
    else:
        scope = cases.filter(pk__lt=after) if after else cases
        found = list(scope.order_by("-pk")[: PER_PAGE + 1])
        more_after, found = len(found) > PER_PAGE, found[:PER_PAGE]
        more_before = after is not None
    page = {
        "previous_url": _with(query, before=found[0].pk) if found and more_before else "",
        "next_url": _with(query, after=found[-1].pk) if found and more_after else "",
        "count_text": _("本页 %(count)d 件") % {"count": len(found)},
    }
    return rows_of(found, today), page


def _as_id(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else None


def _with(query: QueryDict, **position: int) -> str:
    kept = query.copy()
    for name in ("after", "before"):
        kept.pop(name, None)
    for name, value in position.items():
        kept[name] = str(value)
    return f"?{kept.urlencode()}"


@open_to_staff
@require_GET
def term_board(request: HttpRequest) -> HttpResponse:
    """What lapses when, by week; what is late stays on top."""
    officer, today = officer_of(request), timezone.localdate()
    mine = Case.objects.visible_to(officer)
    terms = list(
        Term.objects.open()
        .filter(case__in=mine.values("pk"), nature__in=["duty", "soft"])
        .select_related("case", "party")
        .order_by("due_on", "pk")[:WEEKS_SHOWN]
    )
    rows = {
        row.url: row for row in rows_of(list(with_due(Case.objects.filter(pk__in={t.case_id for t in terms}))), today)
    }
    return render(request, "cases/term_board.html", {"groups": _by_week(terms, rows, today)})


def _by_week(terms: list[Term], rows: dict[str, Any], today: date) -> list[dict[str, Any]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    monday = today - timedelta(days=today.weekday())
    for term in terms:
        week = (term.due_on - monday).days // 7
        title = (
            _("已超期") if term.due_on < today else _("本周") if week == 0 else _("下周") if week == 1 else _("以后")
        )
        row = rows[reverse("cases:case", args=[term.case_id])]
        groups.setdefault(title, []).append({"term": term, "due": due_of(term, today), "row": row})
    return [{"title": title, "rows": found} for title, found in groups.items()]
