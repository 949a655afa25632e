"""A varied year of cases laid into the tables in bulk, past the procedure: what is counted is tried here, not how it came to be."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.db import connection

from cases.models import (
    Case,
    Charge,
    Clearing,
    CoerciveMeasure,
    CostClaim,
    CourtApplication,
    Decision,
    Enforcement,
    LegalReview,
    OwnExecution,
    Party,
    PoliceTransfer,
    Reckoning,
    Remedy,
    Sanction,
    Thing,
)
from officers.models import Department, Officer
from oversight.models import PermitBatch, PermitMatter

YEAR = 2022
CASES = 120
KINDS = (
    *("warning", "notice_of_criticism", "fine", "confiscate_income", "confiscate_goods", "suspend_licence"),
    *("downgrade", "revoke", "restrict", "stop", "close", "ban", "other"),
)
EDGES = (date(2021, 12, 31), date(2022, 1, 1), date(2022, 12, 31), date(2023, 1, 1))


@contextmanager
def bars_lifted() -> Iterator[None]:
    """The database lets rows in that no procedure led to; call it before anything is written in the transaction."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
            for (table,) in cursor.fetchall():
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP TRIGGER "{name}"')
    yield


@dataclass
class Maker:
    """Rows of cases, each with what a figure may look at."""

    officer: Officer
    other: Officer
    units: list[Department]
    made: int = 0

    def case(self, unit: Department | None = None, *, summary: bool = False, **facts: Any) -> Case:
        self.made += 1
        procedure = "summary" if summary else "ordinary"
        filed = facts.pop("filed_on", date(YEAR, 1, 5))
        filed = None if summary else filed
        state = "closed" if facts.get("closed_on") else "served"
        base = {
            "number": f"样交执〔{YEAR}〕{self.made:04}号", "cause": "涉嫌违法", "source": "inspection", "place": "样例路",
            "received_at": datetime(YEAR, 1, 1, tzinfo=UTC), "occurred_on": date(YEAR, 1, 1), "summary": "x",
            "department": unit or self.units[0], "registered_on": date(YEAR, 1, 1), "filed_on": filed, "round": 1,
        }  # fmt: skip
        return Case.objects.create(state=state, procedure=procedure, **base | facts)

    def party(self, case: Case) -> Party:
        number = case.parties.count() + 1
        uscc, name = f"9115{case.pk:010}{number:04}"[:18], f"样例{case.pk}公司{number}"
        return Party.objects.create(case=case, kind="organisation", name=name, uscc=uscc, address="x")

    def charge(self, party: Party) -> Charge:
        return Charge.objects.create(
            case=party.case, party=party, violation_code="CX-001", conduct_on=date(YEAR, 1, 1), facts="x"
        )

    def decision(self, party: Party, on: date, kind: str = "penalty", round_: int = 1, **facts: Any) -> Decision:
        ground = {} if kind == "penalty" else {"ground": "minor_corrected"}
        return Decision.objects.create(
            case=party.case, party=party, round=round_, kind=kind, decided_on=on, decided_by=self.officer, reasons="x",
            **ground | facts,
        )  # fmt: skip

    def sanction(self, charge: Charge, kinds: list[str], fine: int = 0, taken: int = 0, **facts: Any) -> None:
        given = {"stage": "decided", "round": 1, "kinds": kinds, "fine": Decimal(fine), "confiscation": Decimal(taken)}
        Sanction.objects.create(charge=charge, **given | facts)

    def penalty(self, on: date, kinds: list[str], fine: int = 0, taken: int = 0, **case: Any) -> Decision:
        """A case of its own with one party, one charge and one decision."""
        charge = self.charge(self.party(self.case(**case)))
        self.sanction(charge, kinds, fine, taken)
        return self.decision(charge.party, on)

    def weighed(self, charge: Charge, effect: str, low: int | None, round_: int = 1) -> None:
        Reckoning.objects.create(charge=charge, round=round_, effect=effect, range_low=low and Decimal(low))

    def measure(self, party: Party, moment: datetime, manner: str = "detain", **facts: Any) -> CoerciveMeasure:
        approved = {"approved_by": self.officer, "approved_at": moment, "carried_out_at": moment}
        base = {
            "authority": "detain-without-permit", "title": "暂扣车辆", "basis": "道路运输条例:62", "reason": "x",
            "relation_to_conduct": "x", "proposed_by": self.other, "proposed_on": moment.date(), "state": "in_force",
        }  # fmt: skip
        return CoerciveMeasure.objects.create(case=party.case, party=party, manner=manner, **base | approved | facts)

    def thing(self, measure: CoerciveMeasure, kind: str = "vehicle") -> None:
        Thing.objects.create(measure=measure, kind=kind, name="样例车", quantity="1")

    def enforcement(self, party: Party, **facts: Any) -> Enforcement:
        base = {"begun_on": date(YEAR, 1, 1), "duty": "x", "reminded_on": date(YEAR, 1, 2), "state": "decided"}
        return Enforcement.objects.create(case=party.case, party=party, **base | facts)

    def execution(self, one: Enforcement, power: str, moment: datetime | None, **facts: Any) -> OwnExecution:
        base = {
            "kind": "own", "decided_on": date(YEAR, 1, 3), "decided_by": self.officer, "power": power, "reason": "x",
            "planned_on": date(YEAR, 1, 4), "content": "x", "carried_out_at": moment, "result": "x", "signed_by": "x",
        }  # fmt: skip
        return OwnExecution.objects.create(enforcement=one, **base | facts)

    def court(self, one: Enforcement, on: date | None) -> None:
        CourtApplication.objects.create(
            enforcement=one, court="x", proposed_on=date(YEAR, 1, 2), requests="x", assets="x", applied_on=on,
            applied_by=self.officer if on else None,
        )  # fmt: skip

    def clearing(self, party: Party, moment: datetime) -> Clearing:
        return Clearing.objects.create(
            case=party.case, party=party, state="done", what="x", cannot="x", executor="x", manner="x",
            budget=Decimal(1), decided_on=moment.date(), decided_by=self.officer, reason="x", carried_out_at=moment,
            supervisor=self.other, signed_by="x", result="x",
        )  # fmt: skip

    def cost(self, clearing: Clearing, applied_on: date) -> None:
        CostClaim.objects.create(
            case=clearing.case, party=clearing.party, clearing=clearing, cost=Decimal(9), breakdown="x", court="x",
            accounted_by=self.officer, accounted_on=applied_on, proposed_on=applied_on, requests="x", assets="x",
            materials={"x": "y"}, applied_on=applied_on, applied_by=self.officer, reminded_on=applied_on,
            state="applied",
        )  # fmt: skip

    def remedy(self, decision: Decision, kind: str, received_on: date, **facts: Any) -> None:
        Remedy.objects.create(
            case=decision.case, decision=decision, party=decision.party, kind=kind, applicant="x", authority="x",
            authority_number="x", applied_on=received_on, received_on=received_on, claim="x", **facts,
        )  # fmt: skip

    def lost(self, decision: Decision, kind: str, received_on: date, outcome: str, effective_on: date) -> None:
        ended = {"state": "final", "outcome": outcome, "outcome_on": effective_on, "outcome_reasons": "x"}
        self.remedy(decision, kind, received_on, effective_on=effective_on, **ended)

    def review(self, case: Case, outcome: str, on: date) -> None:
        LegalReview.objects.create(
            case=case, round=1, submitted_on=on, submitted_by=self.other, substance="x", reviewer=self.officer,
            concluded_on=on, outcome=outcome, opinion="x",
        )  # fmt: skip

    def police(self, case: Case, sent_at: datetime, **facts: Any) -> None:
        PoliceTransfer.objects.create(
            case=case, crime="x", report="x", first_officer=self.officer, second_officer=self.other,
            reported_on=sent_at.date(), sent_at=sent_at, **{"state": "sent"} | facts,
        )  # fmt: skip

    def permits(self, rows: list[dict[str, Any]], *, approved: bool = True) -> PermitBatch:
        seen = {"approved_by": self.other, "approved_on": date(YEAR, 12, 31)} if approved else {}
        batch = PermitBatch.objects.create(loaded_by=self.officer, loaded_on=date(YEAR, 12, 30), **seen)
        for row in rows:
            PermitMatter.objects.create(batch=batch, item="道路货物运输经营许可", counts=approved, **row)
        return batch


def at(day: date, hour: int = 2) -> datetime:
    """hour in UTC: sixteen and later is already the next day at the bureau."""
    return datetime(day.year, day.month, day.day, hour, 30, tzinfo=UTC)


def lay_out(make: Maker) -> None:
    """The whole year, the same every time: cases of all units, with the two days on either side of each New Year."""
    dice = Random(22)
    for number in range(CASES):
        _one_case(make, dice, number)
    make.permits([_permit(dice, number) for number in range(60)])
    make.permits([_permit(dice, number) for number in range(100, 110)], approved=False)


def _one_case(make: Maker, dice: Random, number: int) -> None:
    day = EDGES[number] if number < len(EDGES) else date(YEAR - 1, 11, 20) + timedelta(dice.randrange(450))
    summary = dice.random() < 0.2
    closed = {"closed_on": day + timedelta(dice.randrange(1, 60))} if dice.random() < 0.6 else {}
    case = make.case(
        dice.choice(make.units), summary=summary, filed_on=day - timedelta(dice.randrange(1, 40)), **closed
    )
    for _each in range(dice.choice((1, 1, 1, 2))):
        _one_party(make, dice, make.party(case), day)
    if not summary and dice.random() < 0.7:
        make.review(case, dice.choice(("passed", "passed", "returned", "corrected", "transfer")), day)
    if dice.random() < 0.1:
        answered = {"state": dice.choice(("filed", "declined", "handed_over")), "answered_on": day + timedelta(20)}
        make.police(case, at(day, dice.choice((2, 17))), **answered if dice.random() < 0.6 else {})


def _one_party(make: Maker, dice: Random, party: Party, day: date) -> None:
    kind = "penalty" if dice.random() < 0.85 else "no_penalty"
    charges = [make.charge(party) for _each in range(dice.choice((1, 1, 2)))]
    annulled = kind == "penalty" and dice.random() < 0.15
    rounds = (1, 2) if annulled else (1,)
    for round_ in rounds:
        fate = {"effect": "annulled", "effect_on": day + timedelta(90)} if annulled and round_ == 1 else {}
        decision = make.decision(party, day + timedelta(100 * (round_ - 1)), kind, round_, **fate)
        for charge in charges if kind == "penalty" else ():
            kinds = dice.sample(KINDS, dice.choice((1, 1, 2, 3)))
            fine, taken = dice.randrange(0, 9000), dice.choice((0, 0, 777))
            make.sanction(charge, kinds, fine, taken, round=round_)
            # What was only proposed, or changed by a court, is no figure of the decision.
            make.sanction(charge, ["ban"], 99_999, 0, stage="proposed", round=round_)
            if dice.random() < 0.4:
                low = dice.choice((None, 1000, 5000))
                make.weighed(charge, dice.choice(("mitigate", "may_mitigate", "lighten", "aggravate", "")), low, round_)
        _remedies(make, dice, decision, day)
    if dice.random() < 0.3:
        _force(make, dice, party, day)


def _remedies(make: Maker, dice: Random, decision: Decision, day: date) -> None:
    for kind in ("reconsideration", "litigation", "own"):
        if dice.random() < 0.15:
            outcome = dice.choice(("upheld", "changed", "annulled", "illegal", "invalid", "withdrawn"))
            make.lost(decision, kind, day + timedelta(5), outcome, day + timedelta(70))


def _force(make: Maker, dice: Random, party: Party, day: date) -> None:
    manner = dice.choice(("seal", "seize", "detain", "detain", "towed"))
    authority = dice.choice(("detain-without-permit", "detain-off-route"))
    measure = make.measure(party, at(day, dice.choice((2, 17))), manner, authority=authority)
    for kind in dice.choice((["vehicle"], ["vehicle", "vehicle"], ["tool"])):
        make.thing(measure, kind)
    over = {"state": "ended", "over_on": day} if dice.random() < 0.3 else {}
    enforcement = make.enforcement(party, **over)
    power = dice.choice(("auction", "remove_obstacle", "demolish", "substitute"))
    substitute = {"kind": "substitute", "executor": "x", "budget": Decimal(1)} if power == "substitute" else {}
    make.execution(enforcement, power, None if over else at(day, dice.choice((2, 17))), **substitute)
    make.court(enforcement, day if dice.random() < 0.5 else None)
    if dice.random() < 0.5:
        make.cost(make.clearing(party, at(day)), day + timedelta(30))


def _permit(dice: Random, number: int) -> dict[str, Any]:
    applied = date(YEAR - 1, 12, 1) + timedelta(dice.randrange(420))
    outcome = dice.choice(("granted", "granted", "refused", "not_accepted", "pending"))
    row: dict[str, Any] = {"number": f"许{number:04}", "kind": dice.choice(("new", "change", "renewal"))}
    row |= {"applied_on": applied, "outcome": outcome}
    if outcome != "not_accepted":
        row["accepted_on"] = applied + timedelta(2)
    if outcome != "pending":
        row["decided_on"] = applied + timedelta(9)
    if outcome == "granted" and dice.random() < 0.3:
        row["revoked_on"] = applied + timedelta(40)
    return row
