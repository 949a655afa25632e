"""Outings, campaigns with their posts, meetings and figures, talks, and how visits were rated."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import F, Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.screens.dates import due_by
from cases.views.lists import officer_of
from inspections import counted_checks
from inspections.check_access import INSPECTORS, LOOKERS, access_check
from inspections.models import Campaign, Check, DutyPost, Meeting, Outing, Talk
from inspections.outing_forms import CampaignForm, KeptForm, MeetingForm, OutingForm, PostForm, RegisterForm, TalkForm
from inspections.ratings import rated
from inspections.views.checks import PER_PAGE, as_id
from law.check_rules import campaign_title, check_rule
from officers.access import open_to
from officers.models import Officer
from officers.roles import Role

Save = Callable[..., Any]
SHOWN = 50
LEADERS = (Role.TEAM_HEAD, Role.BUREAU_HEAD, Role.ADMINISTRATOR)


@open_to(*LOOKERS)
@require_safe
def outings(request: HttpRequest) -> HttpResponse:
    """Newest first; the year's outings and head-count above. ?after= pages."""
    officer, today = officer_of(request), timezone.localdate()
    seen = Prefetch("checks", Check.objects.visible_to(officer).select_related("target").order_by("pk"))
    found = Outing.objects.select_related("campaign", "post").prefetch_related("officers", seen).order_by("-pk")
    if after := as_id(request.GET.get("after")):
        found = found.filter(pk__lt=after)
    rows = list(found[: PER_PAGE + 1])
    more, rows = len(rows) > PER_PAGE, rows[:PER_PAGE]
    year = (date(today.year, 1, 1), today)
    context = {
        "outings": rows,
        "kpis": [
            {"label": _("今年出动次数"), "value": counted_checks.outings(*year).count()},
            {"label": _("今年出动人次"), "value": counted_checks.head_count(*year)},
        ],
        "may_enter": officer.holds(*INSPECTORS),
        "page": {
            "previous_url": "",
            "next_url": f"?after={rows[-1].pk}" if more else "",
            "count_text": _("本页 %(count)d 次") % {"count": len(rows)},
        },
    }
    return render(request, "inspections/checks_outings.html", context)


@open_to(*INSPECTORS)
@require_http_methods(["GET", "POST"])
def new_outing(request: HttpRequest) -> HttpResponse:
    return ask(request, OutingForm, _save_outing, back="inspections:outings")


@transaction.atomic
def _save_outing(by: Officer, *, officers: Any, campaign: Any, post: Any, **outing: Any) -> Outing:
    made = Outing.objects.create(entered_by=by, campaign=campaign or None, post=post or None, **outing)
    made.officers.set(officers)
    return made


@open_to(*LOOKERS)
@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    found = Campaign.objects.prefetch_related("posts").order_by("-begins_on", "-pk")[:SHOWN]
    context = {
        "campaigns": [
            {"kind": campaign_title(one.kind), "figures": counted_checks.figures_of(one), "posts": one.posts.all()}
            for one in found
        ],
        "meetings": Meeting.objects.select_related("campaign").order_by("-held_on", "-pk")[:SHOWN],
        "posts": DutyPost.objects.filter(campaign=None).order_by("-since", "-pk")[:SHOWN],
        "may_lead": officer_of(request).holds(*LEADERS),
    }
    return render(request, "inspections/checks_campaigns.html", context)


@open_to(*LEADERS)
@require_http_methods(["GET", "POST"])
def new_campaign(request: HttpRequest) -> HttpResponse:
    return ask(request, CampaignForm, _save_campaign, back="inspections:campaigns")


def _save_campaign(by: Officer, *, name: str, **campaign: Any) -> Campaign:
    return Campaign.objects.create(title=name, **campaign)


@open_to(*LEADERS)
@require_http_methods(["GET", "POST"])
def new_post(request: HttpRequest) -> HttpResponse:
    return ask(request, PostForm, _save_post, back="inspections:campaigns")


def _save_post(by: Officer, *, campaign: Any, **post: Any) -> DutyPost:
    return DutyPost.objects.create(campaign=campaign or None, **post)


@open_to(*LEADERS)
@require_http_methods(["GET", "POST"])
def new_meeting(request: HttpRequest) -> HttpResponse:
    return ask(request, MeetingForm, _save_meeting, back="inspections:campaigns")


def _save_meeting(by: Officer, *, campaign: Any, **meeting: Any) -> Meeting:
    return Meeting.objects.create(entered_by=by, campaign=campaign or None, **meeting)


@open_to(*LOOKERS)
@require_safe
def talks(request: HttpRequest) -> HttpResponse:
    """What was promised and not yet seen comes first."""
    officer, today = officer_of(request), timezone.localdate()
    found = talks_of(officer).prefetch_related("officers").order_by(F("kept_on").desc(nulls_first=True), "-pk")[:SHOWN]
    context = {
        "talks": [
            {
                "talk": one,
                "due": due_by(one.due_on, today, _("兑现承诺")) if one.due_on and not one.kept_on else None,
                "url": "" if one.kept_on else reverse("inspections:talk-kept", args=[one.pk]),
            }
            for one in found
        ],
        "may_enter": officer.holds(*INSPECTORS),
    }
    return render(request, "inspections/checks_talks.html", context)


def talks_of(officer: Officer) -> QuerySet[Talk]:
    """Those of one's own unit; the head of the bureau and the administrator see all."""
    if officer.holds(Role.BUREAU_HEAD, Role.ADMINISTRATOR):
        return Talk.objects.all()
    own = Talk.objects.filter(officers__department_id=officer.department_id)
    return Talk.objects.filter(pk__in=own.values("pk"))


@open_to(*INSPECTORS)
@require_http_methods(["GET", "POST"])
def new_talk(request: HttpRequest) -> HttpResponse:
    """?check= is the check that led to it."""
    officer = officer_of(request)
    led = access_check(officer, as_id(request.GET["check"]) or 0) if "check" in request.GET else None

    @transaction.atomic
    def save(by: Officer, *, officers: Any, **talk: Any) -> Talk:
        made = Talk.objects.create(entered_by=by, check_made=led, **talk)
        made.officers.set(officers)
        return made

    return ask(request, TalkForm, save, back="inspections:talks", about=led)


@open_to(*INSPECTORS)
@require_http_methods(["GET", "POST"])
def talk_kept(request: HttpRequest, talk_id: int) -> HttpResponse:
    talk = get_object_or_404(talks_of(officer_of(request)), pk=talk_id)

    def save(by: Officer, *, kept_on: date) -> None:
        Talk.objects.filter(pk=talk.pk, kept_on=None).update(kept_on=kept_on)

    return ask(request, KeptForm, save, back="inspections:talks", about=talk)


@open_to(*LOOKERS)
@require_safe
def ratings(request: HttpRequest) -> HttpResponse:
    """By month and trade, never by officer, enterprise or visit."""
    today = timezone.localdate()
    context = {"rated": rated(today), "least": check_rule(today).shown_from}
    return render(request, "inspections/checks_ratings.html", context)


def ask(
    request: HttpRequest,
    kind: type[RegisterForm],
    save: Save,
    *,
    back: str,
    about: Any = None,
    refused: type[Exception] = Http404,
) -> HttpResponse:
    """Ask, save, go back; or the form again with what was typed and why not."""
    form = kind(request.POST or None, officer=officer_of(request), today=timezone.localdate(), about=about)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                save(officer_of(request), **form.cleaned_data)
            except refused as problem:
                form.add_error(None, str(problem))
            else:
                messages.success(request, _("已办理：%(act)s。") % {"act": form.title})
                return redirect(back)
    context = {
        "form": form,
        "title": form.title,
        "explains": form.explains,
        "about": about or "",
        "back": reverse(back),
    }
    return render(request, "inspections/checks_ask.html", context, status=status)
