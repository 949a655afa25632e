"""Hazards by their due days, and what is done about each."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.screens.dates import due_by
from cases.views.lists import officer_of
from inspections import hazards as register
from inspections.check_access import INSPECTORS, LOOKERS
from inspections.models import Check, Hazard
from inspections.outing_forms import AnswerForm, MoreTimeForm, RecheckForm, RectifiedForm, RegisterForm
from inspections.views.checks import PER_PAGE, as_id
from inspections.views.outings import ask
from officers.access import open_to
from officers.models import Officer

ACTS: dict[str, tuple[type[RegisterForm], Callable[..., Any]]] = {
    "answer": (AnswerForm, register.note_answer),
    "recheck": (RecheckForm, register.ask_for_recheck),
    "rectified": (RectifiedForm, register.rectify),
    "more-time": (MoreTimeForm, register.give_more_time),
}


@open_to(*LOOKERS)
@require_safe
def hazards(request: HttpRequest) -> HttpResponse:
    """Those still open, soonest due first; ?done=1 shows what was put right, newest first."""
    officer, today = officer_of(request), timezone.localdate()
    done = request.GET.get("done") == "1"
    seen = Hazard.objects.filter(check_made__in=Check.objects.visible_to(officer).values("pk"))
    found = seen.select_related("check_made__target", "order", "recheck")
    found = (
        found.exclude(rectified_on=None).order_by("-rectified_on", "-pk")
        if done
        else found.open().order_by("due_on", "pk")
    )
    start = as_id(request.GET.get("from")) or 0
    rows = list(found[start : start + PER_PAGE + 1])
    more, rows = len(rows) > PER_PAGE, rows[:PER_PAGE]
    here, kept = reverse("inspections:hazards"), "&done=1" if done else ""
    context = {
        "rows": [
            {
                "hazard": one,
                "due": None if done else due_by(one.due_on, today, _("整改隐患")),
                "url": reverse("inspections:check", args=[one.check_made_id]),
                "acts": _acts(one) if officer.holds(*INSPECTORS) and not done else [],
            }
            for one in rows
        ],
        "chips": [
            {"label": _("没有整改完的"), "url": here, "count": seen.open().count(), "current": not done},
            {"label": _("整改完成的"), "url": f"{here}?done=1", "count": None, "current": done},
        ],
        "overdue": seen.overdue(today).count(),
        "page": {
            "previous_url": f"?from={max(0, start - PER_PAGE)}{kept}" if start else "",
            "next_url": f"?from={start + PER_PAGE}{kept}" if more else "",
            "count_text": _("本页 %(count)d 个") % {"count": len(rows)},
        },
    }
    return render(request, "inspections/checks_hazards.html", context)


def _acts(hazard: Hazard) -> list[dict[str, Any]]:
    return [
        {"title": form.title, "url": reverse("inspections:hazard-act", args=[hazard.pk, key])}
        for key, (form, _save) in ACTS.items()
    ]


@open_to(*INSPECTORS)
@require_http_methods(["GET", "POST"])
def hazard_act(request: HttpRequest, hazard_id: int, key: str) -> HttpResponse:
    seen = Check.objects.visible_to(officer_of(request)).values("pk")
    found = Hazard.objects.filter(check_made__in=seen).select_related("check_made__target")
    hazard = get_object_or_404(found, pk=hazard_id)
    if key not in ACTS:
        raise Http404
    kind, do = ACTS[key]

    def save(by: Officer, **said: Any) -> None:
        dated = {"on": timezone.localdate()} if key == "more-time" else {}
        do(hazard, by, **dated, **said)

    return ask(request, kind, save, back="inspections:hazards", about=hazard, refused=register.NotPossible)
