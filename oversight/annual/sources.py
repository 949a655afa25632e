"""Which figures does this app know: permits, certificates, reviews of files?"""

from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate

from cases.figures.moments import within
from cases.figures.registry import Counted, Period, Rows, counts
from officers.counted import trainings
from officers.models import CERTIFIED, RoleGrant
from officers.roles import Role
from oversight.annual.models import PermitMatter
from oversight.library_counted import regulations_revised
from oversight.models import ReviewRun

DAYS = {
    "permits.applied": "applied_on",
    "permits.accepted": "accepted_on",
    "permits.granted": "decided_on",
    "permits.refused": "decided_on",
    "permits.revoked": "revoked_on",
}
OUTCOMES = {"permits.granted": PermitMatter.Outcome.GRANTED, "permits.refused": PermitMatter.Outcome.REFUSED}
ENFORCING = (Role.OFFICER, Role.TEAM_HEAD)


@counts(*DAYS, by_unit=False)
def permits(period: Period) -> Rows:
    """准予变更、延续计入许可数量，不予变更、延续计入不予许可数量; only from tables that a second person approved."""
    return {key: _permits(period, key, day) for key, day in DAYS.items()}


def _permits(period: Period, key: str, day: str) -> list[Counted]:
    found = PermitMatter.objects.filter(counts=True, **{f"{day}__range": period.days})
    if key in OUTCOMES:
        found = found.filter(outcome=OUTCOMES[key])
    return [
        Counted(
            f"permit:{one.number}",
            getattr(one, day),
            f"{one.number} {one.item}",
            url=reverse("oversight:annual-permits-batch", args=[one.batch_id]),
        )
        for one in found
    ]


@counts("officers.enforcing", "officers.certified")
def certificates(period: Period) -> Rows:
    """Who holds a post of enforcement on the last day, and who of them a valid certificate; names stay out of what is kept."""
    on = period.ends
    grants = RoleGrant.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), granted_on__lte=on, role__in=ENFORCING)
    grants = grants.select_related("officer__department").prefetch_related(*(f"officer__{one}" for one in CERTIFIED))
    people = {one.officer_id: one.officer for one in grants if one.officer.is_active}
    rows = [(one, _person(one.pk, one.staff_number, one.department_id, on)) for one in people.values()]
    return {
        "officers.enforcing": [row for _one, row in rows],
        "officers.certified": [row for one, row in rows if one.enforcement_certificate(on)],
    }


def _person(pk: int, number: str, unit: int, on: date) -> Counted:
    return Counted(f"officer:{pk}", on, number, unit=unit)


@counts("trainings.held", by_unit=False)
def trainings_held(period: Period) -> Rows:
    """执法培训."""
    address = reverse("officers:house-register", args=["trainings"])
    found = trainings(*period.days)
    return {"trainings.held": [Counted(f"training:{one.pk}", one.held_on, one.topic, url=address) for one in found]}


@counts("regulations.adopted", by_unit=False)
def regulations(period: Period) -> Rows:
    """制定、修订的制度: each version that came into force."""
    rows = [
        Counted(
            f"regulation:{one.pk}",
            one.in_force_from,
            one.regulation.title,
            url=reverse("oversight:regulation", args=[one.regulation_id]),
        )
        for one in regulations_revised(*period.days).select_related("regulation")
    ]
    return {"regulations.adopted": rows}


@counts("reviews.run", by_unit=False)
def reviews_run(period: Period) -> Rows:
    """案卷评查: each that was kept."""
    found = ReviewRun.objects.filter(**within("run_at", period))
    address = reverse("oversight:report")
    rows = [
        Counted(f"review:{one.pk}", localdate(one.run_at), f"{one.begins} – {one.ends}", url=f"{address}?run={one.pk}")
        for one in found
    ]
    return {"reviews.run": rows}
