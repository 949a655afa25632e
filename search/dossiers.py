"""What is known of a party or a vehicle across the cases that an officer may see?"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q

from cases.case_file import load_case_files
from cases.earlier import decided_on, penalties_of
from cases.models import Case, Charge, CoerciveMeasure, Party, ServiceAddress
from cases.money import Account, account_of
from cases.states import State
from officers.models import Officer
from search.engine import candidates
from search.models import Permit
from search.parties import rows_of
from search.tokens import plain_plate

CASES_SHOWN = 100
MONEY_OPEN = (State.DECIDED, State.SERVED, State.CLOSING_PROPOSED, State.CLOSING_ENDORSED)
LONGEST_PLATE = 12


@dataclass(frozen=True)
class Debt:
    case: Case
    account: Account


@dataclass(frozen=True)
class Penalty:
    decided_on: date
    sanction: Any
    times: int
    """Which time this is that the party was punished for the same conduct, of those shown."""


@dataclass(frozen=True)
class PartyDossier:
    party: Party
    rows: list[Party]
    cases: list[Case]
    hidden: int
    debts: list[Debt]
    penalties: list[Penalty]
    addresses: list[ServiceAddress]
    permits: list[Permit]
    plates: list[str]

    @property
    def names(self) -> list[str]:
        return list(dict.fromkeys(one.name for one in self.rows))

    @property
    def owed(self) -> Decimal:
        return sum((one.account.left for one in self.debts), Decimal(0))


def party_dossier(party: Party, officer: Officer, today: date) -> PartyDossier:
    everywhere = rows_of(party)
    cases = _visible({one.case_id for one in everywhere}, officer)
    seen = {one.pk for one in cases}
    rows = [one for one in everywhere if one.case_id in seen]
    charges = Charge.objects.filter(party__in=rows, withdrawn_on=None).exclude(plate="").order_by("-pk")
    permits = _permits_of(rows)
    plates = [*charges.values_list("plate", flat=True), *(one.plate for one in permits if one.plate)]
    return PartyDossier(
        party=party,
        rows=rows,
        cases=cases[:CASES_SHOWN],
        hidden=len({one.case_id for one in everywhere}) - len(cases),
        debts=_debts(cases, {one.pk for one in rows}, today),
        penalties=_penalties(rows, seen),
        addresses=list(ServiceAddress.objects.filter(party__in=rows).select_related("case").order_by("-signed_on")),
        permits=permits,
        plates=list(dict.fromkeys(plain_plate(one).upper() for one in plates)),
    )


def _visible(ids: set[int], officer: Officer) -> list[Case]:
    return list(
        Case.objects.visible_to(officer)
        .filter(pk__in=ids)
        .select_related("department")
        .order_by("-registered_on", "-pk")
    )


def _debts(cases: list[Case], rows: set[int], today: date) -> list[Debt]:
    """What is owed in decided cases that are not closed: a closed one is settled, or was written off with a reason."""
    ids = [one.pk for one in cases if one.state in MONEY_OPEN][:CASES_SHOWN]
    accounts = [
        Debt(file.case, account_of(file, one, today))
        for file in load_case_files(ids)
        for one in file.parties
        if one.pk in rows
    ]
    return [one for one in accounts if not one.account.is_settled]


def _penalties(rows: list[Party], seen: set[int]) -> list[Penalty]:
    """The newest first, each with its place among those for the same conduct."""
    found = [(decided_on(one), one) for one in penalties_of(rows) if one.charge.case_id in seen]
    counted: dict[str, int] = {}
    listed = []
    for on, one in sorted(found, key=lambda pair: (pair[0], pair[1].pk)):
        code = one.charge.violation_code
        counted[code] = counted.get(code, 0) + 1
        listed.append(Penalty(on, one, counted[code]))
    return listed[::-1]


def _permits_of(rows: list[Party]) -> list[Permit]:
    codes = {one.uscc for one in rows if one.uscc}
    names = {one.name for one in rows}
    theirs = Q(holder_code__in=codes) | Q(holder_code="", holder__in=names)
    return list(Permit.objects.filter(theirs).order_by("kind", "number")) if rows else []


@dataclass(frozen=True)
class VehicleDossier:
    plate: str
    charges: list[Charge]
    weighed: list["Weighing"]
    measures: list[CoerciveMeasure]
    permits: list[Permit]
    hidden: int

    @property
    def is_empty(self) -> bool:
        return not (self.charges or self.measures or self.permits)


@dataclass(frozen=True)
class Weighing:
    charge: Charge

    @property
    def over_percent(self) -> int:
        """By how much the whole mass was above the limit."""
        return round((self.charge.total_kg - self.charge.limit_kg) * 100 / self.charge.limit_kg)


def vehicle_dossier(plate: str, officer: Officer) -> VehicleDossier:
    """plate: in any spelling."""
    wanted = plain_plate(plate)
    ids = {pk for pk, _words in candidates([wanted]).rows}
    all_charges = [
        one
        for one in Charge.objects.filter(case__in=ids, withdrawn_on=None)
        .exclude(plate="")
        .select_related("case", "party")
        .order_by("-conduct_on", "-pk")
        if plain_plate(one.plate) == wanted
    ]
    seen = {one.pk for one in _visible({one.case_id for one in all_charges}, officer)}
    charges = [one for one in all_charges if one.case_id in seen]
    measures = CoerciveMeasure.objects.filter(case__in=seen, things__kind="vehicle").select_related("case").distinct()
    return VehicleDossier(
        plate=wanted.upper(),
        charges=charges,
        weighed=[Weighing(one) for one in charges if one.total_kg and one.limit_kg],
        measures=list(measures.order_by("-pk")),
        permits=list(Permit.objects.filter(plate=wanted.upper()).order_by("kind", "number")),
        hidden=len({one.case_id for one in all_charges} - seen),
    )
