"""The rules library: what is in force on a day, one regulation with its versions and rules, and consultations."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cases.models import Case
from cases.views.lists import officer_of
from officers.access import open_to, open_to_staff
from officers.listing import SHOWN, Line, Link, Table
from officers.models import Officer
from officers.roles import Role
from oversight.enforced import gone, rules_on
from oversight.forms import Day
from oversight.library import Consultation, Regulation, RegulationLink
from oversight.library_forms import LIBRARY_FORMS, ConsultationForm, LibraryForm, NewForm

COUNSELLED = (Role.ADMINISTRATOR, Role.BUREAU_HEAD, Role.LEGAL_REVIEWER, Role.LEGAL_COUNSEL)
WRITE_DOWN_ADVICE = (Role.ADMINISTRATOR, Role.LEGAL_REVIEWER)


class AsOfForm(forms.Form):
    use_required_attribute = False
    on = forms.DateField(label=gettext_lazy("哪一天有效"), widget=Day)


@open_to_staff
@require_safe
def regulations(request: HttpRequest) -> HttpResponse:
    """In force on a day, with how many."""
    today, officer = timezone.localdate(), officer_of(request)
    form = AsOfForm(request.GET if "on" in request.GET else None, initial={"on": today})
    on: date = form.cleaned_data["on"] if form.is_bound and form.is_valid() else today
    found = list(Regulation.objects.in_force(on))
    lines = [
        Line(
            (one.title, one.number, one.current[0].document, one.current[0].in_force_from),  # type: ignore[attr-defined]
            reverse("oversight:regulation", args=[one.pk]),
        )
        for one in found
    ]
    told = ngettext("%(on)s 有效的制度 %(count)d 项", "%(on)s 有效的制度 %(count)d 项", len(found))
    title = told % {"on": date_format(on), "count": len(found)}
    headings = (_("名称"), _("编号"), _("发文字号"), _("施行日期"))
    acts = [Link(_("按规则看"), reverse("oversight:enforced"))]
    if officer.holds(Role.ADMINISTRATOR):
        acts.append(Link(_("登记制度"), reverse("oversight:regulation-new")))
    context = {
        "title": _("制度库"),
        "lead": _("本单位自己的制度，每个版本从哪天到哪天有效，由哪些规则执行。"),
        "tables": [Table(headings, lines, _("这一天没有登记有效的制度。"), title)],
        "acts": acts,
        "back": Link(_("法规"), reverse("cases:statutes")),
        "form": form,
    }
    return render(request, "officers/register.html", context, status=422 if form.errors else 200)


@open_to_staff
@require_safe
def enforced(request: HttpRequest) -> HttpResponse:
    """The other way round: each linked rule with the regulations behind it."""
    known = rules_on(timezone.localdate())
    behind: dict[str, list[Regulation]] = {}
    for link in RegulationLink.objects.select_related("regulation").order_by("rule", "regulation__number"):
        behind.setdefault(link.rule, []).append(link.regulation)
    lines = []
    for key, found in behind.items():
        rule = known.get(key) or gone(key)
        lines.append(Line((rule.title, rule.kind, rule.article, "、".join(str(one) for one in found)), rule.url))
    context = {
        "title": _("规则和制度"),
        "lead": _("系统里的规则执行的是本单位哪一项制度。"),
        "tables": [Table((_("规则"), _("种类"), _("法条"), _("制度")), lines, _("还没有关联。"))],
        "acts": [],
        "back": Link(_("制度库"), reverse("oversight:regulations")),
    }
    return render(request, "officers/register.html", context)


@open_to_staff
@require_safe
def regulation(request: HttpRequest, regulation_id: int) -> HttpResponse:
    found = get_object_or_404(Regulation.objects.select_related("repealed_by"), pk=regulation_id)
    known = rules_on(timezone.localdate())
    may_write = officer_of(request).holds(Role.ADMINISTRATOR)
    context = {
        "regulation": found,
        "versions": found.versions.select_related("entered_by"),
        "rules": [known.get(one.rule) or gone(one.rule) for one in found.links.order_by("pk")],
        "acts": [
            Link(form.title, reverse("oversight:regulation-act", args=[found.pk, key]))
            for key, form in LIBRARY_FORMS.items()
            if may_write
        ],
    }
    return render(request, "oversight/regulation.html", context)


@open_to(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def new_regulation(request: HttpRequest) -> HttpResponse:
    return _form(request, NewForm, None, reverse("oversight:regulations"))


@open_to(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def regulation_act(request: HttpRequest, regulation_id: int, key: str) -> HttpResponse:
    if key not in LIBRARY_FORMS:
        raise Http404
    found = get_object_or_404(Regulation, pk=regulation_id)
    return _form(request, LIBRARY_FORMS[key], found, reverse("oversight:regulation", args=[found.pk]))


def _form(request: HttpRequest, kind: type[LibraryForm], found: Regulation | None, back: str) -> HttpResponse:
    form = kind(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        regulation=found,
        by=officer_of(request),
        today=timezone.localdate(),
    )
    if request.method == "POST" and form.is_valid():
        saved = form.save()
        messages.success(request, _("已登记：%(title)s。") % {"title": form.title})
        return redirect("oversight:regulation", saved.pk)
    context = {"form": form, "title": f"{form.title} {found or ''}".strip(), "cancel_url": back}
    return render(request, "officers/staff_form.html", context, status=422 if form.errors else 200)


@open_to(*COUNSELLED)
@require_safe
def consultations(request: HttpRequest) -> HttpResponse:
    officer = officer_of(request)
    found = list(Consultation.objects.select_related("contract", "counsel", "case", "regulation")[:SHOWN])
    headings = (_("顾问"), _("日期"), _("事项"), _("问题"), _("意见"))
    seen = _cases_seen(officer, found)
    lines = [
        Line((one.adviser, one.asked_on, _about(one), one.question[:60], one.advice[:120]))
        for one in found
        if one.case_id is None or one.case_id in seen
    ]
    acts = [Link(_("登记咨询"), reverse("oversight:consultation-new"))] if officer.holds(*WRITE_DOWN_ADVICE) else []
    context = {
        "title": _("法律咨询"),
        "lead": _("法律顾问、公职律师提供意见，不参加表决。"),
        "tables": [Table(headings, lines, _("还没有登记咨询。"))],
        "acts": acts,
        "back": Link(_("法律顾问"), reverse("officers:house-register", args=["counsel"])),
    }
    return render(request, "officers/register.html", context)


def _cases_seen(officer: Officer, rows: list[Consultation]) -> set[int]:
    """What is said about a case is shown only to those who may see the case."""
    asked = {one.case_id for one in rows if one.case_id}
    return set(Case.objects.visible_to(officer).filter(pk__in=asked).values_list("pk", flat=True))


def _about(one: Consultation) -> Any:
    return (one.case and one.case.number) or one.regulation or _("一般咨询")


@open_to(*WRITE_DOWN_ADVICE)
@require_http_methods(["GET", "POST"])
def new_consultation(request: HttpRequest) -> HttpResponse:
    form = ConsultationForm(
        request.POST if request.method == "POST" else None, by=officer_of(request), today=timezone.localdate()
    )
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("已登记咨询。"))
        return redirect("oversight:consultations")
    context = {"form": form, "title": _("登记咨询"), "cancel_url": reverse("oversight:consultations")}
    return render(request, "officers/staff_form.html", context, status=422 if form.errors else 200)
