"""Which figures of a period come from sources, draws, checks and what went with them? Labels name nobody."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import Count
from django.urls import reverse
from django.utils.timezone import localdate

from cases.figures.registry import Counted, Period, Rows, counts
from inspections import counted_checks, counted_draws, counted_sources
from inspections.counted_sources import Kind
from inspections.models import Check, Draw, Source

COMPLAINTS = (Kind.HOTLINE_12328, Kind.REPORT, Kind.COMPLAINT)
"""受理投诉举报: what people bring to the bureau; what the head of the banner's hotline hands on is counted apart."""


@counts(
    "complaints.received",
    "complaints.due",
    "complaints.closed",
    "complaints.hotline",
    "complaints.asked",
    "complaints.content",
    "proposals.answered",
)
def sources(period: Period) -> Rows:
    """办结率 = closed ÷ received and due; 满意率 = content ÷ those who could be asked."""
    days = period.days
    return {
        "complaints.received": _sources(counted_sources.received(*days, *COMPLAINTS)),
        "complaints.due": _sources(counted_sources.received_and_due(*days, *COMPLAINTS)),
        "complaints.closed": _sources(counted_sources.closed_of_due(*days, *COMPLAINTS)),
        "complaints.hotline": _sources(counted_sources.other_hotlines(*days)),
        "complaints.asked": _sources(counted_sources.asked(*days, *COMPLAINTS)),
        "complaints.content": _sources(counted_sources.content(*days, *COMPLAINTS)),
        "proposals.answered": _sources(counted_sources.proposals_answered(*days)),
    }


def _sources(found: Iterable[Source]) -> list[Counted]:
    return [
        Counted(
            f"source:{one.pk}",
            localdate(one.received_at),
            f"{one.get_kind_display()} {one.outside_number or one.pk}",
            unit=one.department_id,
            url=reverse("inspections:source", args=[one.pk]),
        )
        for one in found
    ]


@counts("inspections.draws", "inspections.joint_draws", by_unit=False)
def draws(period: Period) -> Rows:
    """双随机抽查, and those of plans with other departments."""
    return {
        "inspections.draws": _draws(counted_draws.draws_carried_out(*period.days)),
        "inspections.joint_draws": _draws(counted_draws.joint_draws(*period.days)),
    }


def _draws(found: Iterable[Draw]) -> list[Counted]:
    return [
        Counted(
            f"draw:{one.pk}",
            localdate(one.drawn_at),
            f"双随机抽取 {one.pk}",
            url=reverse("inspections:draw", args=[one.pk]),
        )
        for one in found
    ]


@counts("inspections.counted", "inspections.enterprises", "inspections.joint")
def checks(period: Period) -> Rows:
    """行政检查次数 (表四), 检查企业家次, 联合检查."""
    return {
        "inspections.counted": _checks(counted_checks.checks_that_count(*period.days)),
        "inspections.enterprises": _checks(counted_checks.enterprises_checked(*period.days)),
        "inspections.joint": _checks(counted_checks.joint_checks(*period.days)),
    }


def _checks(found: Iterable[Check]) -> list[Counted]:
    return [
        Counted(f"check:{one.pk}", one.begun_on or one.planned_on, _name(one), unit=one.department_id, url=_page(one))
        for one in found
    ]


@counts("inspections.hazards_found", "inspections.hazards")
def hazards(period: Period) -> Rows:
    """Found in the period; and put right in it, whenever found."""
    found = counted_checks.hazards_found(*period.days).select_related("check_made")
    rectified = counted_checks.hazards_rectified(*period.days).select_related("check_made")
    return {
        "inspections.hazards_found": [_hazard(one.pk, one.found_on, one.check_made) for one in found],
        "inspections.hazards": [
            _hazard(one.pk, one.rectified_on, one.check_made) for one in rectified if one.rectified_on
        ],
    }


def _hazard(pk: int, on: date, check: Check) -> Counted:
    return Counted(f"hazard:{pk}", on, f"{_name(check)} 隐患{pk}", unit=check.department_id, url=_page(check))


@counts("inspections.outings", by_unit=False)
def outings(period: Period) -> Rows:
    """出动人次: amount is the number of officers of an outing."""
    found = counted_checks.outings(*period.days).annotate(heads=Count("officers"))
    address = reverse("inspections:outings")
    rows = [
        Counted(
            f"outing:{one.pk}", one.day, f"{one.get_purpose_display()} {one.pk}", amount=Decimal(one.heads), url=address
        )
        for one in found
    ]
    return {"inspections.outings": rows}


@counts("inspections.talks", "meetings.held", by_unit=False)
def talks_and_meetings(period: Period) -> Rows:
    """约谈训诫; 会议."""
    talks, meetings = reverse("inspections:talks"), reverse("inspections:campaigns")
    return {
        "inspections.talks": [
            Counted(f"talk:{one.pk}", one.held_on, f"约谈 {one.pk}", url=talks)
            for one in counted_checks.talks(*period.days)
        ],
        "meetings.held": [
            Counted(f"meeting:{one.pk}", one.held_on, one.topic, url=meetings)
            for one in counted_checks.meetings(*period.days)
        ],
    }


def _name(check: Check) -> str:
    return check.number or f"检查 {check.pk}"


def _page(check: Check) -> str:
    return reverse("inspections:check", args=[check.pk])
