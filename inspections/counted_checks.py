"""How many outings, checks, enterprises, hazards, talks, campaigns and meetings were there between two days?

Each answer is the rows themselves, so that a figure can be opened; both days are included.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from cases.models import CoerciveMeasure, Decision
from inspections.check_states import CheckState
from inspections.models import Campaign, Check, CheckPartner, Hazard, Meeting, Outing, Talk


def outings(begins: date, ends: date) -> QuerySet[Outing]:
    return Outing.objects.filter(day__range=(begins, ends))


def head_count(begins: date, ends: date) -> int:
    """出动人次: the officers of each outing, added up."""
    return sum_of_officers(outings(begins, ends))


def sum_of_officers(found: QuerySet[Outing]) -> int:
    return int(found.aggregate(heads=Count("officers"))["heads"])


def checks_made(begins: date, ends: date) -> QuerySet[Check]:
    """Every finished check, whether or not the yearly table counts it."""
    return Check.objects.filter(state=CheckState.FINISHED, begun_on__range=(begins, ends))


def checks_that_count(begins: date, ends: date) -> QuerySet[Check]:
    """行政检查次数 (表四): one object with a complete record is one; what led to a penalty or another act is none."""
    decided = Decision.objects.filter(case__found_by_check__check_made=OuterRef("pk"), kind=Decision.Kind.PENALTY)
    held = CoerciveMeasure.objects.filter(case__found_by_check__check_made=OuterRef("pk")).exclude(carried_out_at=None)
    made = checks_made(begins, ends).filter(is_complete=True)
    return made.exclude(Exists(decided)).exclude(Exists(held))


def enterprises_checked(begins: date, ends: date) -> QuerySet[Check]:
    """检查企业家次: every check of an enterprise; one checked twice is two."""
    return checks_made(begins, ends).filter(target__is_person=False)


def joint_checks(begins: date, ends: date) -> QuerySet[Check]:
    return checks_made(begins, ends).filter(Exists(CheckPartner.objects.filter(check_made=OuterRef("pk"))))


def hazards_found(begins: date, ends: date) -> QuerySet[Hazard]:
    return Hazard.objects.filter(found_on__range=(begins, ends))


def hazards_rectified(begins: date, ends: date) -> QuerySet[Hazard]:
    """By the day on which it was seen, whenever it was found."""
    return Hazard.objects.filter(rectified_on__range=(begins, ends))


def talks(begins: date, ends: date) -> QuerySet[Talk]:
    return Talk.objects.filter(held_on__range=(begins, ends))


def campaigns(begins: date, ends: date) -> QuerySet[Campaign]:
    """Whose period touches these days."""
    return Campaign.objects.filter(begins_on__lte=ends, ends_on__gte=begins)


def meetings(begins: date, ends: date) -> QuerySet[Meeting]:
    return Meeting.objects.filter(held_on__range=(begins, ends))


@dataclass(frozen=True)
class CampaignFigures:
    """What a campaign came to so far."""

    campaign: Campaign
    outings: int
    heads: int
    checks: int
    hazards: int
    rectified: int
    cases: int
    meetings: int


def figures_of(campaign: Campaign) -> CampaignFigures:
    out = Outing.objects.filter(Q(campaign=campaign) | Q(post__campaign=campaign))
    made = campaign.checks.filter(state=CheckState.FINISHED)
    found = Hazard.objects.filter(check_made__in=made)
    return CampaignFigures(
        campaign=campaign,
        outings=out.count(),
        heads=sum_of_officers(out),
        checks=made.count(),
        hazards=found.count(),
        rectified=found.exclude(rectified_on=None).count(),
        cases=made.aggregate(cases=Count("cases"))["cases"],
        meetings=campaign.meetings.count(),
    )
