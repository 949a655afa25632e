"""What must be given back, put back or paid for, because a decision fell, was carried out wrongly, or things went too cheaply?

Pure functions of a case file (行政强制法 28.2, 41); money paid too much goes back as a refund (cases.money).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from cases.coercion import DisposalState, Fate
from law.limits import limit
from law.violations import PenaltyKind

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Disposal, Party

FALLEN = ("annulled", "invalid")
GOODS = (Fate.CONFISCATED, Fate.DISPOSED)
SOURCES = ("performance", "measure", "execution", "disposal")
"""Which row of the file made it necessary; exactly one of these."""


@dataclass(frozen=True)
class Wrong:
    """One thing that was done to a party and is to be made good."""

    ground: str
    """annulled, mistaken or low_price: a value of Restitution.Ground."""
    source: str
    row: Any
    party: "Party"

    @property
    def pk(self) -> str:
        return f"{self.source}-{self.row.pk}"

    def __str__(self) -> str:
        return f"{self.party.name}{_('：')}{self.row}"


def owed(file: "CaseFile") -> list[Wrong]:
    """What the law says is to be made good, and nobody has asked the head to decide yet."""
    seen = {(source, getattr(one, f"{source}_id")) for one in file.case.restitutions.all() for source in SOURCES}
    return [one for one in (*_by_annulment(file), *_by_low_price(file)) if (one.source, one.row.pk) not in seen]


def possibly_mistaken(file: "CaseFile") -> list[Wrong]:
    """What was carried out under a decision that stands: wrong only if it was carried out wrongly."""
    known = {one.pk for one in _by_annulment(file)}
    seen = {(source, getattr(one, f"{source}_id")) for one in file.case.restitutions.all() for source in SOURCES}
    found = [Wrong("mistaken", source, row, row.party) for source, row in _carried_out(file)]
    return [one for one in found if one.pk not in known and (one.source, one.row.pk) not in seen]


def _carried_out(file: "CaseFile") -> Iterator[tuple[str, Any]]:
    for one in file.case.performances.all():
        if not one.refused:
            yield "performance", one
    for measure in file.measures:
        if any(thing.fate in GOODS for thing in measure.things.all()):
            yield "measure", measure
    for enforcement in file.case.enforcements.all():
        for execution in enforcement.executions.all():
            if execution.carried_out_at:
                yield "execution", execution


def _by_annulment(file: "CaseFile") -> Iterator[Wrong]:
    """Carried out under a decision that fell, and not imposed again since (行政强制法 41)."""
    fallen = {one.party_id: one for one in file.all_decisions if one.effect in FALLEN}
    for source, row in _carried_out(file):
        decision = fallen.get(row.party.pk)
        if decision is None or _imposed_again(file, source, row):
            continue
        if source != "performance" or row.decision_id == decision.pk:
            yield Wrong("annulled", source, row, row.party)


def _imposed_again(file: "CaseFile", source: str, row: Any) -> bool:
    standing = file.sanctions_in_force(row.party)
    if source == "performance":
        return any(one.charge_id == row.charge_id and row.kind in one.kinds for one in standing)
    if source == "measure":
        return any(PenaltyKind.CONFISCATE_GOODS in one.kinds for one in standing)
    return bool(standing)


def _by_low_price(file: "CaseFile") -> Iterator[Wrong]:
    for one in file.case.disposals.all():
        if went_too_cheaply(one):
            yield Wrong("low_price", "disposal", one, one.party)


def went_too_cheaply(disposal: "Disposal") -> bool:
    """Sold because it would not keep, at clearly less than its market value (行政强制法 28.2)."""
    if disposal.state != DisposalState.DONE or disposal.ground != "perishable" or not disposal.proceeds:
        return False
    percent = limit("low_price_percent", disposal.done_on or disposal.asked_on)
    return Decimal(disposal.proceeds) * 100 < disposal.valuation * percent
