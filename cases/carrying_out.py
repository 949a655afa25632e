"""Which penalties that are not money stand against a party, and which of them are shown to be carried out?

Pure functions of a case file; the closing guard, the act that shows it and the closing report ask here.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cases.coercion import Fate
from cases.execution_states import OVER, WITH_THE_COURT, EnforcementState
from cases.money import enforcement_of, overdue_parties
from law.enforcement import EnforcementRow, enforcement_rows
from law.violations import PenaltyKind

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Charge, Decision, Party

GIVEN_UP_TO_OTHERS = (WITH_THE_COURT | OVER) - {EnforcementState.DONE}
"""The court has it, or its enforcement has ended: the case need not wait for it (程序规定 116)."""


@dataclass(frozen=True)
class Imposed:
    """One kind of penalty for one charge, by the decision that is in force."""

    decision: "Decision"
    charge: "Charge"
    rule: EnforcementRow
    content: str
    """What the decision says beyond the kind, such as for how long."""

    @property
    def pk(self) -> str:
        return f"{self.charge.pk}-{self.rule.key}"

    @property
    def party(self) -> "Party":
        return self.charge.party

    @property
    def kind(self) -> str:
        return self.rule.key

    @property
    def needs_the_organ(self) -> bool:
        """Must the organ that gave the licence be told?"""
        return "organ" in self.rule.needs

    def __str__(self) -> str:
        label = str(PenaltyKind(self.rule.key).label)
        return f"{label}（{self.content}）" if self.content else label


def imposed(file: "CaseFile", party: "Party") -> list[Imposed]:
    """Every penalty of the decision in force that somebody has to carry out; none where it was annulled."""
    decision = file.standing_decision(party)
    if decision is None:
        return []
    rules = {one.key: one for one in enforcement_rows("shown", decision.decided_on)}
    charges = {one.pk: one for one in file.charges_of(party)}
    found = []
    for row in file.sanctions_in_force(party):
        kinds = [kind for kind in PenaltyKind.values if kind in row.kinds and kind in rules]
        if row.other and not kinds and PenaltyKind.OTHER in rules:
            kinds = [str(PenaltyKind.OTHER)]  # written down in words only
        found += [Imposed(decision, charges[row.charge_id], rules[kind], row.other) for kind in kinds]
    return found


def imposed_for(file: "CaseFile", charge: "Charge", kind: str) -> Imposed:
    """Raises LookupError where the decision in force has no such penalty."""
    for one in imposed(file, charge.party):
        if (one.charge.pk, one.kind) == (charge.pk, kind):
            return one
    raise LookupError(kind)


def unshown(file: "CaseFile", party: "Party") -> list[Imposed]:
    """What nobody has shown to be carried out yet."""
    done = {
        (one.decision_id, one.charge_id, one.kind)
        for one in file.case.performances.all()
        if one.party_id == party.pk and not one.refused
    }
    taken = _was_taken(file, party)
    return [
        one
        for one in imposed(file, party)
        if (one.decision.pk, one.charge.pk, one.kind) not in done
        and not (one.kind == PenaltyKind.CONFISCATE_GOODS and taken)
    ]


def refused(file: "CaseFile", party: "Party") -> list[Imposed]:
    """What the party was found not to obey, and has not obeyed since: a duty that no money settles."""
    told = {
        (one.decision_id, one.charge_id, one.kind)
        for one in file.case.performances.all()
        if one.party_id == party.pk and one.refused
    }
    return [one for one in unshown(file, party) if (one.decision.pk, one.charge.pk, one.kind) in told]


def awaited(file: "CaseFile", party: "Party") -> list[Imposed]:
    """What keeps the case open: not where the court has taken it up or enforcement was ended."""
    enforcement = enforcement_of(file, party)
    if enforcement is not None and enforcement.state in GIVEN_UP_TO_OTHERS:
        return []
    return unshown(file, party)


def parties_to_enforce(file: "CaseFile", on: date) -> "list[Party]":
    """Late with money or with an order, or found not to obey another penalty (行政强制法 34, 50)."""
    late = {one.pk for one in overdue_parties(file, on)}
    return [one for one in file.parties if one.pk in late or refused(file, one)]


def _was_taken(file: "CaseFile", party: "Party") -> bool:
    """The inventory of a measure shows the confiscation itself, thing by thing (行政强制法 27)."""
    return any(
        thing.fate in (Fate.CONFISCATED, Fate.DISPOSED)
        for measure in file.measures
        if measure.party_id == party.pk
        for thing in measure.things.all()
    )
