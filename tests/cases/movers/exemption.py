"""What would be asked and answered when a penalty is to be kept from the public?"""

from collections.abc import Iterator

from tests.cases.moves import Table, Try, moves


def is_due(table: Table) -> bool:
    return any(one.key == "publish" and one.ended_on is None for one in table.file.terms)


@moves("propose_exemption")
def propose(table: Table) -> Iterator[Try]:
    asked = any(one.state == "proposed" for one in table.file.case.exemptions.all())
    yield Try("a minor", {"reason": "涉及未成年人。"}, lawful=is_due(table) and not asked)


@moves("exemption.excuse_publication")
def excuse(table: Table) -> Iterator[Try]:
    yield Try("excuse", {}, lawful=is_due(table))


@moves("exemption.refuse_exemption")
def refuse(table: Table) -> Iterator[Try]:
    yield Try("refuse", {"opinion": "不属于不应公开的情形。"})
