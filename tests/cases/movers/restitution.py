"""What is asked to be made good, and what the head makes of it."""

from collections.abc import Iterator
from decimal import Decimal

from cases.making_good import SOURCES, owed
from tests.cases.moves import OPINION, Table, Try, moves


@moves("propose_restitution")
def ask(table: Table) -> Iterator[Try]:
    for one in owed(table.file)[:1]:
        rows = dict.fromkeys(SOURCES) | {one.source: one.row}
        facts = {"party": one.party, "ground": one.ground, "what": "许可证", "reason": "决定已撤销。", **rows}
        yield Try(f"give back {one}", facts | {"manner": "licence", "amount": Decimal(0), "reckoning": ""})
        unpriced = {"manner": "compensate", "amount": Decimal(0), "reckoning": ""}
        yield Try(f"pay for {one} without a sum", facts | unpriced, lawful=False)


@moves("restitution.approve_restitution")
def order(table: Table) -> Iterator[Try]:
    yield Try("order", OPINION | {"within": 10})


@moves("restitution.refuse_restitution")
def refuse(table: Table) -> Iterator[Try]:
    yield Try("refuse", OPINION)


@moves("restitution.carry_out_restitution")
def done(table: Table) -> Iterator[Try]:
    yield Try("done", {"done_how": "已发还。", "proof": "收条。"})


@moves("restitution.turn_to_damages")
def turn(table: Table) -> Iterator[Try]:
    yield Try("cannot be put back", OPINION | {"told": "告知书。"})
