"""Is a case closed although a decision was not carried out, or was carried out wrongly, or its costs are open?

Written from the law like oracle.py, and asked by it; kinds, shares and states stand here on purpose.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Q

from cases.models import Case, Charge, Decision

NOT_MONEY = {
    *("notice_of_criticism", "confiscate_goods", "suspend_licence", "downgrade", "revoke"),
    *("restrict", "stop", "close", "ban", "other"),
}
"""行政处罚法 9 without the warning, which its own service carries out, and without what is paid."""
COURT_OR_OVER = ("accepted", "granted", "ended")
FALLEN = ("annulled", "invalid")
GONE = ("confiscated", "disposed")


def execution_breaches(case: Case) -> Iterator[str]:
    for decision in case.decisions.exclude(effect__in=FALLEN):
        yield from unshown_breaches(case, decision)
    yield from restoration_breaches(case)
    yield from cost_breaches(case)


def unshown_breaches(case: Case, decision: Decision) -> Iterator[str]:
    """处罚法 66.1, 程序规定 116: carried out and shown, taken up by the court, or ended."""
    if case.enforcements.filter(party=decision.party, state__in=COURT_OR_OVER).exists():
        return
    for charge in decision.party.charges.filter(withdrawn_on=None):
        for kind in sorted(kinds_in_force(charge, decision.round)):
            told = case.performances.filter(decision=decision, charge=charge, kind=kind, refused=False)
            taken = case.measures.filter(party=decision.party, things__fate__in=GONE)
            if not told.exists() and not (kind == "confiscate_goods" and taken.exists()):
                yield f"66: nobody has shown that {kind} was carried out on {decision.party.name}"


def kinds_in_force(charge: Charge, round_: int) -> set[str]:
    rows = {one.stage: one for one in charge.sanctions.filter(round=round_, stage__in=["decided", "changed"])}
    row = rows.get("changed") or rows.get("decided")
    if row is None:
        return set()
    found = NOT_MONEY & set(row.kinds)
    return found or ({"other"} if row.other else set())


def restoration_breaches(case: Case) -> Iterator[str]:
    """强制法 41, 28.2: put back, given back or paid for; damages and a refusal with reasons end it as well."""
    if case.restitutions.filter(state__in=["proposed", "ordered"]).exists():
        yield "41: what is to be made good was ordered or asked for, and not done"
    settled = case.restitutions.filter(state__in=["done", "refused", "turned"])
    for decision in case.decisions.filter(effect__in=FALLEN):
        if case.decisions.exclude(effect__in=FALLEN).filter(party=decision.party).exists():
            continue  # what was imposed anew in its place stands
        for one in case.performances.filter(decision=decision, refused=False):
            if not settled.filter(performance=one).exists():
                yield f"41: {one.kind} was carried out by a decision that fell, and nothing was given back"
        for measure in case.measures.filter(party=decision.party, things__fate__in=GONE).distinct():
            if not settled.filter(Q(measure=measure) | Q(disposal__measure=measure)).exists():
                yield "41: things were taken by a decision that fell, and nothing was given back"
    for sale in case.disposals.filter(state="done", ground="perishable", proceeds__gt=0):
        if Decimal(sale.proceeds or 0) < sale.valuation * Decimal("0.7") and not settled.filter(disposal=sale).exists():
            yield "28.2: sold for less than seven tenths of the value, and nobody decided on the loss"


def cost_breaches(case: Case) -> Iterator[str]:
    """强制法 51.2, 53: accounted for; then paid in full, taken up by the court, or laid on another by a law."""
    claims: list[Any] = list(case.cost_claims.all())
    accounted = {(one.execution_id, one.clearing_id) for one in claims}
    done = [(one.pk, None) for enforcement in case.enforcements.all() for one in substitutes(enforcement)]
    done += [(None, one.pk) for one in case.clearings.filter(state="done")]
    if set(done) - accounted:
        yield "51.2: performed in the party's place, and nobody reckoned what it cost"
    for claim in claims:
        paid = claim.prepaid + sum(one.amount for one in claim.cost_payments.all())
        if paid < claim.cost and claim.state != "accepted" and not claim.waiver:
            yield f"51.2: {claim.party.name} still owes {claim.cost - paid} for what was done in its place"


def substitutes(enforcement: Any) -> Any:
    return enforcement.executions.filter(kind="substitute", carried_out_at__isnull=False)
