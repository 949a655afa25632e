"""What would be filled in for the acts by which a case leaves its road?"""

from collections.abc import Iterator

from tests.cases.moves import OPINION, Table, Try, moves


@moves("report_suspected_crime")
def report_crime(table: Table) -> Iterator[Try]:
    told = OPINION | {"crime": "伪造国家机关证件罪", "report": "核实的情况。"}
    able = {"first_officer": table.cast["赵刚"], "second_officer": table.cast["孙丽"]}
    free = all(one.state in ("refused", "returned") for one in table.file.case.police_transfers.all())
    yield Try("suspicion", told | able, lawful=free)
    yield Try("one officer", told | able | {"second_officer": table.cast["赵刚"]}, lawful=False)


@moves("conclude_as_transferred")
def conclude_as_transferred(table: Table) -> Iterator[Try]:
    if any(one.state == "handed_over" for one in table.file.case.police_transfers.all()):
        yield Try("the police have it", OPINION)
