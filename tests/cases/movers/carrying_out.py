"""How a penalty that is not money is shown to be carried out."""

from collections.abc import Iterator

from cases.carrying_out import unshown
from tests.cases.moves import Table, Try, moves


@moves("record_performance")
def show(table: Table) -> Iterator[Try]:
    for party in table.file.parties:
        for one in unshown(table.file, party)[:1]:
            facts = {
                "charge": one.charge,
                "kind": one.kind,
                "refused": False,
                "carried_out_on": table.on,
                "until": None,
                "how": "收缴证件。",
                "evidence": None,
                "proof": "收缴证件清单",
                "organ": "本机关",
            }
            yield Try(f"{one} is carried out", facts)
            yield Try(f"{one} without proof", facts | {"proof": ""}, lawful=False)
