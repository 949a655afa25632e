"""Which figures of a period do the registers of people give? For the yearly report; none is about one person."""

from datetime import date
from decimal import Decimal

from django.db.models import Count, F, Q, QuerySet, Sum

from officers.models import CERTIFIED, Officer, QualificationExam, RoleGrant, Training, VehicleTrip
from officers.roles import Role


def trainings(begins: date, ends: date) -> QuerySet[Training]:
    """Both days inclusive, by the day on which the training ended."""
    return Training.objects.filter(held_on__range=(begins, ends))


def training_hours(begins: date, ends: date) -> Decimal:
    """Lessons held (学时), each training once however many attended."""
    total: Decimal | None = trainings(begins, ends).aggregate(total=Sum("hours"))["total"]
    return total or Decimal(0)


def attended_hours(begins: date, ends: date) -> Decimal:
    """Lessons times those who attended them (人学时)."""
    counted = trainings(begins, ends).annotate(people=Count("attendees"))
    return sum((one.hours * one.people for one in counted), Decimal(0))


def exams(begins: date, ends: date) -> QuerySet[QualificationExam]:
    """One row for each person who sat; .filter(passed=True) for those who passed."""
    return QualificationExam.objects.filter(held_on__range=(begins, ends))


def certificate_rate(on: date) -> tuple[int, int]:
    """持证率: how many held a valid certificate of enforcement, of all who held a post of enforcement on that day.

    Who no longer works here today is not counted: the account does not say since when.
    """
    posts = RoleGrant.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), role=Role.OFFICER, granted_on__lte=on)
    posted = Officer.objects.filter(is_active=True, pk__in=posts.filter(acts_for=None).values("officer"))
    people = list(posted.prefetch_related(*CERTIFIED))
    return sum(one.may_enforce(on) for one in people), len(people)


def kilometres(begins: date, ends: date) -> int:
    """Driven by all enforcement vehicles on outings that are back."""
    trips = VehicleTrip.objects.filter(on__range=(begins, ends)).exclude(km_to=None)
    return int(trips.aggregate(total=Sum(F("km_to") - F("km_from")))["total"] or 0)
