"""After the notice: evidence that came late, and a lighter proposal."""

from collections.abc import Iterator
from decimal import Decimal

from tests.cases.moves import Table, Try, moves
from tests.cases.situations import SANCTIONS


@moves("judge_late_evidence")
def judge(table: Table) -> Iterator[Try]:
    told = [one for one in table.file.case.notifications.all() if one.round == table.file.case.round]
    judged = {one.evidence_id for one in table.file.case.late_evidence.all()}
    for one in table.file.evidence:
        if told and str(one.pk) not in told[-1].substance["evidence"] and one.pk not in judged:
            facts = {"evidence": one, "reason": "印证装载质量。", "shown_on": table.on}
            yield Try("the same facts", facts | {"meaning": "same"})
            yield Try("new facts", facts | {"meaning": "new"})
            return


@moves("lighten_proposal")
def lighten(table: Table) -> Iterator[Try]:
    right = any(one.accepted in ("fully", "partly") for one in table.file.statements)
    advised = any(one.advice == "lighter" and one.reported_on for one in table.file.hearings)
    before = any(one.stage == "lightened" for charge in table.file.charges for one in charge.sanctions.all())
    told = {one.pk: SANCTIONS[one.violation_code] for one in table.file.charges}
    half = {pk: one | {"fine": one["fine"] / 2, "reason": "采纳当事人的意见。"} for pk, one in told.items()}
    # Below the lawful minimum only on a ground of article 32.
    found = {pk: {"circumstances": ["harm_removed"], "level": ""} for pk in told}
    yield Try("half the fine", {"sanctions": half, "found": found}, lawful=(right or advised) and not before)
    dearer = {pk: one | {"fine": one["fine"] + Decimal(1), "reason": "加重。"} for pk, one in told.items()}
    yield Try("heavier", {"sanctions": dearer}, lawful=False)
    yield Try("the same", {"sanctions": told}, lawful=False)
