"""What may a person do on a day, what is still missing, and the yearly review of all certificates at one sitting."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from officers.access import open_to, open_to_everyone_signed_in
from officers.house_forms import Day
from officers.models import CERTIFIED, Certificate, Leave, Officer, RoleGrant
from officers.roles import Role
from officers.services import review_certificates
from officers.standing import standing_of
from officers.training_due import WITH_TRAININGS, lessons_of, still_missing
from officers.views.staff import STAFF_KEEPERS, keeper

MAY_ASK_ABOUT_OTHERS = (*STAFF_KEEPERS, Role.BUREAU_HEAD, Role.TEAM_HEAD)
FIRST_YEAR, LAST_YEAR = 2000, 2100


class DayForm(forms.Form):
    use_required_attribute = False
    on = forms.DateField(label=_("哪一天"), widget=Day())


@open_to_everyone_signed_in
@require_safe
def standing(request: HttpRequest, officer_id: int) -> HttpResponse:
    """Of oneself, or of others for those who assign work."""
    asking = keeper(request)
    if asking.pk != officer_id and not asking.holds(*MAY_ASK_ABOUT_OTHERS):
        raise Http404
    found = get_object_or_404(
        Officer.objects.prefetch_related("grants__acts_for", *CERTIFIED, "trainings"), pk=officer_id
    )
    today = timezone.localdate()
    form = DayForm(request.GET if "on" in request.GET else None, initial={"on": today})
    on: date = form.cleaned_data["on"] if form.is_bound and form.is_valid() else today
    context = {
        "person": found,
        "on": on,
        "form": form,
        "answers": standing_of(found, on),
        "leave": Leave.objects.filter(officer=found, since__lte=on, until__gte=on).first(),
        "substitutes": _substitutes_of(found, on),
        "lessons": lessons_of(found, today) if asking.pk == found.pk or asking.holds(Role.ADMINISTRATOR) else None,
    }
    return render(request, "officers/standing.html", context, status=422 if form.errors else 200)


def _substitutes_of(officer: Officer, on: date) -> list[RoleGrant]:
    standing_in = RoleGrant.objects.filter(acts_for=officer, granted_on__lte=on, ended_on__gt=on)
    return list(standing_in.select_related("officer").order_by("pk"))


@open_to(Role.ADMINISTRATOR)
@require_safe
def lessons(request: HttpRequest) -> HttpResponse:
    """Who has not attended enough yet, by unit and staff number: what is to be arranged, no ranking."""
    people = Officer.objects.filter(is_active=True).select_related("department").prefetch_related(*WITH_TRAININGS)
    found = still_missing(people.order_by("department__name", "staff_number"), timezone.localdate())
    return render(request, "officers/lessons.html", {"rows": found})


class SittingForm(forms.Form):
    """One choice for each certificate not yet reviewed for the year."""

    use_required_attribute = False
    on = forms.DateField(label=_("审验日期"), widget=Day())

    def __init__(self, data: Any = None, *, cards: list[Certificate], today: date) -> None:
        super().__init__(data, initial={"on": today})
        self.cards, self.today = cards, today
        for card in cards:
            self.fields[f"card_{card.pk}"] = forms.ChoiceField(
                label=f"{card.officer.name} {card.number}",
                choices=[("", _("这次不登记")), ("yes", _("合格")), ("no", _("不合格"))],
                required=False,
            )

    hidden: tuple[Any, ...] = ()

    @property
    def fieldsets(self) -> list[Any]:
        return [("", "", list(self.visible_fields()))]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("on") and data["on"] > self.today:
            self.add_error("on", gettext("在今天以后。"))
        if not self.errors and not self.results():
            self.add_error(None, gettext("至少给一个证件登记结果。"))
        return data

    def results(self) -> list[tuple[Certificate, bool]]:
        said = [(card, self.cleaned_data.get(f"card_{card.pk}")) for card in self.cards]
        return [(card, answer == "yes") for card, answer in said if answer]


@open_to(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def sitting(request: HttpRequest, year: int) -> HttpResponse:
    """The yearly review: all certificates of enforcement that have no result for the year yet."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    today = timezone.localdate()
    cards = Certificate.objects.filter(
        kind=Certificate.Kind.ENFORCEMENT, officer__is_active=True, valid_from__lte=date(year, 12, 31)
    ).exclude(annual_reviews__year=year)
    waiting = list(cards.select_related("officer").order_by("officer__staff_number", "pk"))
    form = SittingForm(request.POST if request.method == "POST" else None, cards=waiting, today=today)
    if request.method == "POST" and form.is_valid():
        count = review_certificates(form.results(), year=year, on=form.cleaned_data["on"], by=keeper(request))
        messages.success(
            request, gettext("已登记 %(count)d 个证件的 %(year)d 年度审验。") % {"count": count, "year": year}
        )
        return redirect("officers:people")
    context = {"form": form, "year": year, "waiting": waiting}
    return render(request, "officers/sitting.html", context, status=422 if form.errors else 200)
