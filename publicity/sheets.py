"""What does the bureau publish before it acts, and over a year: who enforces, under which powers, how often?

Compiled from what the installation holds, by allow-list, into the portal's own table (行政处罚法 39, 国办发〔2018〕118号).
"""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction

from cases.models import CoerciveMeasure
from law.loading import in_force
from law.violations import PenaltyKind, all_violations
from officers.models import Bureau, Certificate, Department, Officer
from publicity.register import PublishedDecision, PublishedSheet

Rows = list[dict[str, Any]]


def organs(on: date) -> Rows:
    """The authority itself first, then those of its units that handle cases."""
    bureau = Bureau.objects.first()
    if bureau is None:
        return []
    units = Department.objects.filter(handles_cases=True).order_by("name")
    return [
        {
            "name": bureau.name,
            "address": bureau.address,
            "phone": bureau.phone,
            "supervision_phone": bureau.supervision_phone,
            "reviewing_government": bureau.reviewing_government,
            "court": bureau.court,
        },
        *({"name": one.name} for one in units),
    ]


def officers(on: date) -> Rows:
    """Name, unit and certificate of everybody who may enforce on the day; nothing else of them."""
    people = Officer.objects.filter(is_active=True, certificates__kind=Certificate.Kind.ENFORCEMENT).distinct()
    people = people.select_related("department").prefetch_related("certificates__annual_reviews")
    found = [(one, one.enforcement_certificate(on)) for one in people.order_by("department__name", "staff_number")]
    return [
        {
            "name": officer.name,
            "unit": officer.department.name,
            "number": certificate.number,
            "valid_until": str(certificate.valid_until or ""),
        }
        for officer, certificate in found
        if certificate
    ]


def powers(on: date) -> Rows:
    """The catalogue of penalties in force on the day."""
    return [
        {
            "code": one.code,
            "name": one.name,
            "violated": one.violated_text or "、".join(str(each) for each in one.violated),
            "penalty": one.penalty_text or "、".join(str(each) for each in one.penalty),
            "kinds": list(one.kinds),
        }
        for one in in_force(all_violations(), on)
    ]


def measures(on: date) -> Rows:
    """Coercive measures that were carried out: what, when, on which article; of the party and the thing nothing."""
    found = CoerciveMeasure.objects.filter(carried_out_at__isnull=False).order_by("-carried_out_at", "-pk")
    return [
        {
            "title": one.title,
            "basis": one.basis,
            "carried_out_on": str(one.carried_out_at.date()),
            "released_on": str(one.released_on or ""),
        }
        for one in found
        if one.carried_out_at
    ]


def figures(on: date) -> Rows:
    """For every year of decision: how many were published, how many taken back, how many of each kind."""
    years: dict[int, Counter[str]] = {}
    for decided_on, kinds, withdrawn_on in PublishedDecision.objects.values_list("decided_on", "kinds", "withdrawn_on"):
        year = years.setdefault(decided_on.year, Counter())
        year["published"] += 1
        year["withdrawn"] += withdrawn_on is not None
        year.update(kind for kind in kinds.split(";") if kind)
    return [
        {
            "year": year,
            "published": counted["published"],
            "withdrawn": counted["withdrawn"],
            "kinds": {kind: counted[kind] for kind in PenaltyKind.values if counted[kind]},
        }
        for year, counted in sorted(years.items(), reverse=True)
    ]


SHEETS: dict[str, Callable[[date], Rows]] = {
    "organs": organs,
    "officers": officers,
    "powers": powers,
    "measures": measures,
    "figures": figures,
}


@transaction.atomic
def compile_sheets(on: date) -> None:
    """All of them as they are on the day; the last compilation is the one that is shown."""
    for key, compiled in SHEETS.items():
        PublishedSheet.objects.update_or_create(key=key, defaults={"rows": compiled(on), "as_of": on})
