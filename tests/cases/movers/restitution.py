"""What is asked to be made good."""

from collections.abc import Iterator
from decimal import Decimal

from cases.making_good import SOURCES, owed
from tests.cases.moves import Table, Try, moves


@moves("propose_restitution")
def ask(table: Table) -> Iterator[Try]:
    for one in owed(table.file)[:1]:
        rows = dict.fromkeys(SOURCES) | {one.source: one.row}
        facts = {"party": one.party, "ground": one.ground, "what": "许可证", "reason": "决定已撤销。", **rows}
        yield Try(f"give back {one}", facts | {"manner": "licence", "amount": Decimal(0), "reckoning": ""})
        unpriced = {"manner": "compensate", "amount": Decimal(0), "reckoning": ""}
        yield Try(f"pay for {one} without a sum", facts | unpriced, lawful=False)
