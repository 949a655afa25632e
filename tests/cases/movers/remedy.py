"""What arrives from the reviewing government and from the court."""

from collections.abc import Iterator

from tests.cases.moves import OPINION, Table, Try, moves

CLAIM = {"authority_number": "1", "claim": "请求撤销。"}


@moves("register_reconsideration")
def reconsideration(table: Table) -> Iterator[Try]:
    yield from _remedy(table, "reconsideration", {"simplified": False, "authority": "样例旗人民政府"})


@moves("register_litigation")
def litigation(table: Table) -> Iterator[Try]:
    yield from _remedy(table, "litigation", {"authority": "样例旗人民法院"})


def _remedy(table: Table, kind: str, more: dict[str, object]) -> Iterator[Try]:
    pending = {one.decision_id for one in table.file.remedies if one.state != "final"}
    free = [one for one in table.file.decisions if one.pk not in pending]
    for decision in [*free[:1], *(one for one in table.file.decisions if one.pk in pending)]:
        facts = {"decision": decision, "applicant": decision.party.name, "applied_on": table.on}
        lawful = decision.pk not in pending
        label = f"{kind} {decision.party.name}" + ("" if lawful else " again")
        yield Try(label, facts | CLAIM | more | {"received_on": table.on}, lawful)


@moves("redo_case")
def redo(table: Table) -> Iterator[Try]:
    yield Try("redo", OPINION)
