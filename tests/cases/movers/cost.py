"""What a performance in the party's place cost, and whether it is paid."""

from collections.abc import Iterator
from decimal import Decimal

from cases.guards.cost import unaccounted
from cases.models import Clearing
from tests.cases.after_decision import COST_APPLICATION, MATERIALS
from tests.cases.moves import OPINION, Table, Try, moves


@moves("account_for_costs")
def account(table: Table) -> Iterator[Try]:
    for one in unaccounted(table.file)[:1]:
        is_clearing = isinstance(one, Clearing)
        facts = {
            "party": one.party,
            "clearing": one if is_clearing else None,
            "execution": None if is_clearing else one,
            "cost": Decimal(760),
            "breakdown": "装载机一台班，票据附后。",
            "excess_reason": "",
            "prepaid": Decimal(760),
            "paid_back": "",
            "waiver": "",
        }
        yield Try("prepaid in full", facts)
        yield Try("over budget, nobody says why", facts | {"cost": one.budget + 1}, lawful=False)


@moves("cost-claim.record_cost_payment")
def pay(table: Table) -> Iterator[Try]:
    if table.subject is not None and table.subject.left:
        yield Try("pay", {"amount": table.subject.left, "receipt_number": f"DLX-{table.subject.pk}"})


@moves("cost-claim.remind_of_costs")
def remind(table: Table) -> Iterator[Try]:
    yield Try("remind", {})


@moves("cost-claim.propose_cost_application")
def propose(table: Table) -> Iterator[Try]:
    yield Try("propose", COST_APPLICATION)
    no_assets = {"materials": MATERIALS | {"assets": ""}}
    yield Try("nothing said of what to take", COST_APPLICATION | no_assets, lawful=False)


@moves("cost-claim.apply_for_costs", "cost-claim.return_cost_application")
def apply(table: Table) -> Iterator[Try]:
    yield Try("with an opinion", OPINION)


@moves("cost-claim.record_court_on_costs")
def answered(table: Table) -> Iterator[Try]:
    yield Try("accepted", {"accepted": True, "court_number": "（2027）内0599行审1号", "court_reason": ""})
