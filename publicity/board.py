"""Which penalties are not public in time, which must go, and which were kept back, by whom and why?

Cases and units are counted, never persons. Shared by those who publish and those who answer for it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.models import Case, PublicationExemption, Term
from cases.screens.dates import SOON, Due, due_by, due_of
from officers.models import Officer
from officers.roles import Role
from publicity.models import InspectionBatch, Publication
from publicity.states import PublicationState

SHOWN = 50
PUBLISH, WITHDRAW = "publish", "withdraw_publication"


@dataclass(frozen=True)
class BoardRow:
    """One case on the board; what stands beside it says what it waits for, or why it does not."""

    number: str
    title: str
    unit: str
    url: str
    due: Due | None
    note: str
    detail: str = ""


@dataclass(frozen=True)
class BoardGroup:
    key: str
    title: str
    hint: str
    rows: list[BoardRow]
    total: int


@dataclass(frozen=True)
class UnitCounts:
    """How the penalties of one unit fared that were decided in a year."""

    unit: str
    decided: int
    in_time: int
    after_time: int
    running: int
    late: int
    exempt: int
    withdrawn: int
    withdrawn_late: int


def visible_cases(officer: Officer) -> QuerySet[Any]:
    """A publisher goes on seeing what was once published: a case that is investigated anew must still be withdrawn."""
    visible = Q(pk__in=Case.objects.visible_to(officer).order_by().values("pk"))
    if officer.holds(Role.PUBLISHER):
        visible |= Q(pk__in=Publication.objects.exclude(published_on=None).values("case"))
    return Case.objects.filter(visible)


def groups(officer: Officer, today: date) -> list[BoardGroup]:
    """What is late stands first; of what is over, this year's."""
    cases = visible_cases(officer).values("pk")
    terms = Term.objects.filter(case__in=cases).select_related("case__department").order_by("due_on", "pk")
    open_terms, last_call = terms.open().filter(key=PUBLISH), today + timedelta(days=SOON)
    year = Q(ended_on__year=today.year)
    met_late = terms.filter(year, key=PUBLISH, ending="met", ended_on__gt=F("due_on"))
    asked = PublicationExemption.objects.filter(case__in=cases).select_related(
        "case__department", "proposed_by", "decided_by"
    )
    gone = Publication.objects.filter(case__in=cases, withdrawn_on__year=today.year).select_related("case__department")
    return [
        _terms("late", _("逾期未公示"), _("没有逾期未公示的决定。"), open_terms.filter(due_on__lt=today), today),
        _terms(
            "soon",
            _("即将到期"),
            _("三日内没有到期的公示。"),
            open_terms.filter(due_on__range=(today, last_call)),
            today,
        ),
        _terms("running", _("期限内"), _("没有其他等待公示的决定。"), open_terms.filter(due_on__gt=last_call), today),
        _terms("withdraw", _("待撤回"), _("没有等待撤回的公示。"), terms.open().filter(key=WITHDRAW), today),
        _exemptions("asked", _("待批准不予公示"), _("没有等待批准的不予公示。"), asked.filter(state="proposed")),
        _exemptions(
            "exempt",
            _("本年不予公示"),
            _("本年没有批准不予公示的决定。"),
            asked.filter(state="approved", decided_on__year=today.year),
        ),
        _terms("after", _("本年逾期公示"), _("本年没有逾期公示的决定。"), met_late, today),
        _withdrawn(_("本年已撤回"), _("本年没有撤回的公示。"), gone, terms.filter(key=WITHDRAW, ending="met")),
        _inspections(_("待公示的检查结果"), _("没有等待公示的检查结果。"), officer, today),
    ]


def unit_counts(officer: Officer, today: date) -> list[UnitCounts]:
    """By the name of the unit; terms opened in a year, whatever became of them since."""
    cases = visible_cases(officer).values("pk")
    terms = Term.objects.filter(case__in=cases, opened_on__year=today.year)
    publish, withdraw = Q(key=PUBLISH), Q(key=WITHDRAW, ending="met")
    done, still = publish & Q(ending="met"), publish & Q(ended_on=None)
    rows = terms.values("case__department__name").annotate(
        decided=Count("pk", filter=publish),
        in_time=Count("pk", filter=done & Q(ended_on__lte=F("due_on"))),
        after_time=Count("pk", filter=done & Q(ended_on__gt=F("due_on"))),
        exempt=Count("pk", filter=publish & Q(ending="excused")),
        withdrawn=Count("pk", filter=withdraw),
        withdrawn_late=Count("pk", filter=withdraw & Q(ended_on__gt=F("due_on"))),
        running=Count("pk", filter=still & Q(due_on__gte=today)),
        late=Count("pk", filter=still & Q(due_on__lt=today)),
    )
    return [
        UnitCounts(unit=one.pop("case__department__name"), **one)
        for one in rows.order_by("case__department__name")
        if one["decided"] or one["withdrawn"]
    ]


def _terms(key: str, title: str, hint: str, terms: QuerySet[Term], today: date) -> BoardGroup:
    page = list(terms[:SHOWN])
    standing = _standings([one.case_id for one in page])
    rows = [
        _row(
            one.case,
            note=standing.get(one.case_id, _("还没有公示稿")),
            due=due_of(one, today) if one.ended_on is None else None,
            detail=one.derivation if one.ended_on is None else _over(one),
        )
        for one in page
    ]
    return BoardGroup(key, title, hint, rows, terms.count())


def _exemptions(key: str, title: str, hint: str, found: QuerySet[PublicationExemption]) -> BoardGroup:
    rows = [_row(one.case, note=one.reason, detail="；".join(_hands(one))) for one in found.order_by("-pk")[:SHOWN]]
    return BoardGroup(key, title, hint, rows, found.count())


def _hands(one: PublicationExemption) -> Iterator[str]:
    yield _("%(who)s %(on)s 提请") % {"who": one.proposed_by.name, "on": date_format(one.proposed_on)}
    if one.decided_by and one.decided_on:
        yield _("%(who)s %(on)s 批准") % {"who": one.decided_by.name, "on": date_format(one.decided_on)}


def _withdrawn(title: str, hint: str, found: QuerySet[Publication], met: QuerySet[Term]) -> BoardGroup:
    page = list(found.order_by("-withdrawn_on", "-pk")[:SHOWN])
    terms = {one.case_id: one for one in met.filter(case__in=[copy.case_id for copy in page])}
    rows = [
        _row(
            copy.case,
            note=copy.withdrawal_reason,
            detail=_over(terms[copy.case_id])
            if copy.case_id in terms
            else _("%(on)s 撤回") % {"on": date_format(copy.withdrawn_on)},
        )
        for copy in page
    ]
    return BoardGroup("withdrawn", title, hint, rows, found.count())


def _inspections(title: str, hint: str, officer: Officer, today: date) -> BoardGroup:
    """By table; how many of its results are late (国发〔2019〕5号)."""
    late = Count("results", filter=Q(results__due_on__lt=today))
    found = InspectionBatch.objects.owed().counted().annotate(late=late)
    page = found.select_related("loaded_by__department").order_by("due_on", "pk")[:SHOWN]
    opens = officer.holds(Role.PUBLISHER, Role.BUREAU_HEAD)
    rows = [
        BoardRow(
            number=_("%(on)s 导入") % {"on": date_format(one.loaded_on)},
            title=_("行政检查结果 %(count)d 条") % {"count": one.count},
            unit=one.loaded_by.department.name,
            url=reverse("publicity:inspected-batch", args=[one.pk]) if opens else "",
            due=due_by(one.due_on, today, _("公示检查结果")),
            note=_("逾期 %(late)d 条") % {"late": one.late} if one.late else _("都在期限内"),
            detail=_("最早一条的期限 %(due)s") % {"due": date_format(one.due_on)}
            if one.waits
            else _("已退回：%(reason)s") % {"reason": one.return_reason},
        )
        for one in page
    ]
    return BoardGroup("inspections", title, hint, rows, found.count())


def _over(term: Term) -> str:
    """When it was done, and whether that was in time."""
    days = {"due": date_format(term.due_on), "on": date_format(term.ended_on)}
    if term.was_met_in_time():
        return _("期限 %(due)s，%(on)s 办理") % days
    return _("期限 %(due)s，%(on)s 办理，逾期") % days


def _standings(case_ids: Iterable[int]) -> dict[int, str]:
    """How far the public copies of these cases are; the least finished one of each speaks for the case."""
    copies = Publication.objects.filter(case__in=list(case_ids)).order_by("pk")
    found: dict[int, PublicationState] = {}
    order = list(PublicationState)
    for one in copies:
        before = found.setdefault(one.case_id, one.standing)
        found[one.case_id] = min(before, one.standing, key=order.index)
    return {case_id: str(state.label) for case_id, state in found.items()}


def _row(case: Any, *, note: str, due: Due | None = None, detail: str = "") -> BoardRow:
    return BoardRow(
        number=case.number or "",
        title=case.cause,
        unit=case.department.name,
        url=reverse("cases:case", args=[case.pk]),
        due=due,
        note=note,
        detail=detail,
    )
