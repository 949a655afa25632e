"""Which figures of a period do the rules library, counsel and the review of files give to the yearly report?"""

from datetime import date

from django.db.models import QuerySet

from oversight.library import Consultation, Regulation, RegulationVersion
from oversight.models import ReviewRun


def regulations_in_force(on: date) -> QuerySet[Regulation]:
    return Regulation.objects.in_force(on)


def regulations_revised(begins: date, ends: date) -> QuerySet[RegulationVersion]:
    """Versions that came into force in the period, first ones and later ones (both days inclusive)."""
    return RegulationVersion.objects.filter(in_force_from__range=(begins, ends))


def consultations(begins: date, ends: date) -> QuerySet[Consultation]:
    return Consultation.objects.filter(asked_on__range=(begins, ends))


def review_runs(begins: date, ends: date) -> QuerySet[ReviewRun]:
    """Reviews of files that were run in the period (案卷评查)."""
    return ReviewRun.objects.filter(run_at__date__range=(begins, ends))
