"""What a performance in the party's place cost."""

from collections.abc import Iterator
from decimal import Decimal

from cases.guards.cost import unaccounted
from cases.models import Clearing
from tests.cases.moves import Table, Try, moves


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
