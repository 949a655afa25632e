"""Facts of the acts from which measures for evidence spring."""

from collections.abc import Iterator

from tests.cases.moves import Table, Try, moves

THING = {"name": "印版", "specification": "", "quantity": "4块", "condition": "完好"}


@moves("propose_preservation")
def preservation(table: Table) -> Iterator[Try]:
    for party in table.file.parties[:1]:
        yield Try("keep", {"party": party, "reason": "可能灭失。", "things": [THING]})
