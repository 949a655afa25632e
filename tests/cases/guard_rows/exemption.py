"""The guards of keeping a penalty from the public, each with what it refuses."""

from datetime import date

from tests.cases.guard_rows.ordinary import SERVED
from tests.cases.guard_table import Situation, Stories, row, situation


def exempting(stories: Stories) -> Situation:
    """The decision is served and not yet published; the head is asked."""
    found = situation("served", "卫国", date(2026, 4, 10))(stories)
    told = {"reason": "涉及商业秘密。", "proposed_by": found.cast["李明"], "proposed_on": date(2026, 4, 10)}
    found.subject = found.case.exemptions.create(**told)
    return found


@row("exemption_proposer_apart", "行政处罚法:48.1", "卫国提请了不予公示，不能自己批准", exempting)
def _(now: Situation) -> None:
    now.case.exemptions.update(proposed_by=now.officer)


@row("exemption_is_not_asked_twice", "行政处罚法:48.1", "已经提请不予公示，还没有答复", SERVED)
def _(now: Situation) -> None:
    told = {"reason": "涉及商业秘密。", "proposed_by": now.officer, "proposed_on": now.on}
    now.case.exemptions.create(**told)
