"""Which originals were found damaged, and who must know at once: the handlers of the case and the administrators."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from cases.models import Case, Evidence
from cases.screens.worklist import handled_by
from files.models import StoredFile
from officers.models import Officer
from officers.roles import Role

SHOWN = 20


@dataclass(frozen=True)
class Damage:
    title: str
    fault: str
    case: Case
    url: str


def damage_known_to(officer: Officer) -> list[Damage]:
    scope = Q() if officer.holds(Role.ADMINISTRATOR) else Q(case__in=handled_by(officer))
    found = Evidence.objects.filter(scope, stored__fault__in=StoredFile.Fault.values)
    return [
        Damage(
            one.title, one.stored.get_fault_display(), one.case, reverse("cases:evidence", args=[one.case_id, one.pk])
        )
        for one in found.select_related("case", "stored").order_by("pk")[:SHOWN]
        if one.stored
    ]
