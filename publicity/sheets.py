"""What does the bureau publish before it acts and while it does: who enforces, under which powers, with which notices?

Compiled from what the installation holds, by allow-list, into the portal's own table (行政处罚法 39, 国办发〔2018〕118号).
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import transaction

from cases.models import CoerciveMeasure
from law.loading import in_force
from law.violations import all_violations
from officers.models import CERTIFIED, Bureau, Certificate, Department, Officer
from publicity.notices import notices
from publicity.random_sheets import RANDOM_SHEETS
from publicity.register import PublishedSheet

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
    people = people.select_related("department").prefetch_related(*CERTIFIED)
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


SHEETS: dict[str, Callable[[date], Rows]] = {
    "organs": organs,
    "officers": officers,
    "powers": powers,
    "measures": measures,
    "notices": notices,
    **RANDOM_SHEETS,
}


@transaction.atomic
def compile_sheets(on: date, keys: Iterable[str] = ()) -> None:
    """All of them, or these, as they are on the day; the last compilation is the one that is shown."""
    for key in keys or SHEETS:
        PublishedSheet.objects.update_or_create(key=key, defaults={"rows": SHEETS[key](on), "as_of": on})


def compile_random_sheets(on: date) -> None:
    """As soon as a register or a plan changes: nobody waits for the night to read what may be drawn."""
    compile_sheets(on, keys=RANDOM_SHEETS)
