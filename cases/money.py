"""What does a party owe on a day: fine, confiscated income and surcharge, what is paid, and what falls due next?

Pure functions of a case file; guards, pages, papers and the reconciliation with the bank all ask here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cases.execution_states import OVER, WITH_THE_COURT, EnforcementState, PlanState, RefundState
from law.surcharge import NOTHING, Due, Kind, Paid, Reckoning, Stay, reckon, surcharge_rule

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Correction, Enforcement, Party, PaymentPlan

NEVER = date.max
"""The decision has not reached the party yet: nothing is due."""


@dataclass(frozen=True)
class Account:
    """The money of one party in one case at the end of a day, in yuan."""

    party: "Party"
    on: date
    fine: Decimal
    confiscation: Decimal
    surcharge: Decimal
    """Added up to the day, less what was taken off."""
    paid: Decimal
    """Received, less what was paid back."""
    left: Decimal
    overdue: Decimal
    over: Decimal
    """Paid beyond everything owed and not paid back yet."""
    next_due: date | None
    reckoning: Reckoning

    @property
    def owed(self) -> Decimal:
        return self.fine + self.confiscation + self.surcharge

    @property
    def is_settled(self) -> bool:
        return not self.left


def account_of(file: "CaseFile", party: "Party", on: date) -> Account:
    """The account of a party of this file; nothing is asked of the database."""
    fine, confiscation = decided_money(file, party)
    waived = sum((one.amount for one in file.case.surcharge_reliefs.all() if one.party_id == party.pk), NOTHING)
    found = reckon(
        dues_of(file, party),
        [Paid(one.paid_on, one.amount) for one in file.case.payments.all() if one.party_id == party.pk],
        on,
        rule=surcharge_rule(on),
        stays=stays_of(file, party),
        waived=waived,
    )
    paid = file.paid_by(party)
    return Account(
        party=party,
        on=on,
        fine=fine,
        confiscation=confiscation,
        surcharge=max(found.surcharge - waived, NOTHING),
        paid=paid,
        left=found.left,
        overdue=found.overdue_left(on),
        over=max(found.over - refunded(file, party), NOTHING),
        next_due=min((one.due.on for one in found.parts if one.left and one.due.on != NEVER), default=None),
        reckoning=found,
    )


def decided_money(file: "CaseFile", party: "Party") -> tuple[Decimal, Decimal]:
    """Fine and confiscated income as they are owed now, in this order."""
    rows = file.sanctions_in_force(party)
    return sum((one.fine for one in rows), NOTHING), sum((one.confiscation for one in rows), NOTHING)


def dues_of(file: "CaseFile", party: "Party") -> list[Due]:
    """What is due when: fifteen days from service, or as an approved plan says; only a fine may be deferred (66.2)."""
    fine, confiscation = decided_money(file, party)
    term = file.term("payment", party)
    due_on = term.due_on if term else NEVER
    dues = list(_instalments(plan_of(file, party), fine))
    at_once = fine - sum((one.amount for one in dues), NOTHING)
    dues += [Due(due_on, amount, kind) for amount, kind in ((at_once, Kind.FINE), (confiscation, Kind.CONFISCATION))]
    return [one for one in dues if one.amount]


def _instalments(plan: "PaymentPlan | None", fine: Decimal) -> Iterator[Due]:
    """The last ones shrink where the fine itself has become less since."""
    for one in sorted(plan.instalments.all(), key=lambda row: row.number) if plan else ():
        amount = min(one.amount, fine)
        fine -= amount
        yield Due(one.last_day, amount)


def plan_of(file: "CaseFile", party: "Party") -> "PaymentPlan | None":
    """The plan by which this party may pay: instalments are written down only when the head has approved them."""
    return next(
        (one for one in file.case.payment_plans.all() if one.party_id == party.pk and one.instalments.all()), None
    )


def stays_of(file: "CaseFile", party: "Party") -> list[Stay]:
    """When no surcharge runs: reconsideration and lawsuit (行政处罚法 73.3), and while enforcement is suspended."""
    spans = [Stay(*one.runs) for one in remedies_of(file, party)]
    enforcement = enforcement_of(file, party)
    if enforcement is not None:
        spans += [Stay(one.first, one.last) for one in enforcement.suspensions.all()]
    return spans


def remedies_of(file: "CaseFile", party: "Party") -> list[Any]:
    """Reconsiderations and lawsuits of this party, in the order they came."""
    return [one for one in file.remedies if one.party_id == party.pk]


def enforcement_of(file: "CaseFile", party: "Party") -> "Enforcement | None":
    return next((one for one in file.case.enforcements.all() if one.party_id == party.pk), None)


def refunded(file: "CaseFile", party: "Party", *, asked: bool = False) -> Decimal:
    """Paid back to the party; asked: also what is on its way."""
    states = {RefundState.REFUNDED} | ({RefundState.REQUESTED, RefundState.APPROVED} if asked else set())
    rows = [one for one in file.case.refunds.all() if one.party_id == party.pk and one.state in states]
    return sum((one.amount for one in rows), NOTHING)


def refundable(file: "CaseFile", party: "Party", on: date) -> Decimal:
    """Paid beyond everything owed, and nobody has asked for it back yet."""
    return account_of(file, party, on).reckoning.over - refunded(file, party, asked=True)


def may_ask_for_a_plan(file: "CaseFile", party: "Party") -> bool:
    """One request at a time; a refused one may be followed by another."""
    return not any(one.party_id == party.pk and one.state != PlanState.REFUSED for one in file.case.payment_plans.all())


def is_settled_for(file: "CaseFile", party: "Party", on: date) -> bool:
    """May the case be closed as far as this party's money goes (程序规定 116): paid, with the court, or ended?"""
    if account_of(file, party, on).is_settled:
        return True
    enforcement = enforcement_of(file, party)
    return enforcement is not None and enforcement.state in (WITH_THE_COURT | OVER) - {EnforcementState.DONE}


def owing_parties(file: "CaseFile", on: date) -> "list[Party]":
    return [one for one in file.parties if not account_of(file, one, on).is_settled]


def overdue_parties(file: "CaseFile", on: date) -> "list[Party]":
    """Late with money, or with what they were ordered to put right (行政强制法 34, 50)."""
    return [one for one in file.parties if account_of(file, one, on).overdue or unmet_orders(file, one, on)]


def unmet_orders(file: "CaseFile", party: "Party", on: date) -> "list[Correction]":
    """Orders to this party whose day has passed, or that were found unmet: a duty that no money settles."""
    return [one for one in file.case.corrections.all() if one.party_id == party.pk and one.is_unmet(on)]
