"""What a lawful officer fills in after a decision: money to come later, to go back, to be added or not; enforcement."""

from collections.abc import Iterator
from decimal import Decimal

from cases.money import account_of, unmet_orders
from tests.cases.moves import Table, Try, moves


@moves("request_plan")
def ask_for_a_plan(table: Table) -> Iterator[Try]:
    for party in table.file.parties:
        account = account_of(table.file, party, table.on)
        asked = any(one.party_id == party.pk for one in table.file.case.payment_plans.all())
        if account.left and not asked:
            facts = {"kind": "deferral", "reason": "经营困难。", "proof": "纳税证明。"}
            yield Try(f"plan for {party.name}", facts | {"party": party})


@moves("request_refund")
def ask_for_a_refund(table: Table) -> Iterator[Try]:
    for party in table.file.parties:
        over = account_of(table.file, party, table.on).over
        asked = any(one.party_id == party.pk for one in table.file.case.refunds.all())
        if over and not asked:
            facts = {"party": party, "ground": "overpaid", "reason": "重复缴款。"}
            yield Try(f"refund to {party.name}", facts | {"amount": over})
            yield Try("more than was paid", facts | {"amount": over + Decimal(1)}, lawful=False)


@moves("forgo_surcharge")
def forgo(table: Table) -> Iterator[Try]:
    for party in table.file.parties:
        ran = account_of(table.file, party, table.on).reckoning.surcharge_left
        if ran:
            facts = {"party": party, "opinion": "已主动整改。"}
            yield Try(f"nothing added to {party.name}", facts | {"amount": ran})
            yield Try("more than was added", facts | {"amount": ran + Decimal(1)}, lawful=False)


@moves("begin_enforcement")
def begin(table: Table) -> Iterator[Try]:
    begun = {one.party_id for one in table.file.case.enforcements.all()}
    for party in table.file.parties:
        late = account_of(table.file, party, table.on).overdue > 0 or bool(unmet_orders(table.file, party, table.on))
        if party.pk not in begun and late:
            yield Try(f"enforce against {party.name}", {"party": party, "duty": "缴纳罚款。"})
