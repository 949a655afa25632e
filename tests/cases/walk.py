"""Which situations can the procedure reach from a lead, trying every act with every person and every kind of facts?

Depth first over real rows: a savepoint before each act, a rollback after it. Two situations are the same when the
law cannot tell them apart (`signature`), so the walk ends.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import DatabaseError, transaction

import tests.cases.movers  # noqa: F401
from cases.act import ANY, Act, Ask, acts_of
from cases.case_file import CaseFile
from cases.models import Case
from cases.objects import LegalObject, about_of, object_types, objects_of
from cases.screens.offers import offers_for
from cases.services import Refused, obstacles, perform
from cases.states import State
from officers.models import Officer
from tests.cases.moves import MOVES, Table, Try, later
from tests.cases.oracle import breaches
from tests.cases.situations import file_of

PEOPLE = ("李明", "王强", "赵刚", "孙丽", "郑海", "冯涛", "陈静", "褚文", "韩雪", "卫国", "杨兰", "朱玉", "秦芳")
ORDER = State.values
AGAIN_AND_AGAIN = {
    *("record_statement", "answer_statement", "record_waiver", "request_hearing", "convene_hearing", "hold_hearing"),
    *("waive_hearing", "answer_comments", "record_payment", "propose_exemption", "record_education"),
    *("record_statement", "answer_statement", "record_waiver", "request_hearing", "answer_comments"),
    *("judge_late_evidence", "lighten_proposal", "record_payment", "propose_exemption", "confirm_correction"),
}
"""Side acts that open or close the way; what the others add is the same wherever they are done in a state."""
NOT_WALKED = {
    **dict.fromkeys(
        ("preservation", "sampling", "appraisal", "correction"), "tests/journeys/test_preservation.py and on"
    ),
    **dict.fromkeys(("measure", "custody", "disposal"), "tests/cases/test_coercion.py"),
    **dict.fromkeys(("plan", "refund", "enforcement"), "tests/cases/test_case_two.py, test_bank_file.py"),
    **dict.fromkeys(("police-transfer", "recusal", "suspension", "joinder"), "tests/journeys/test_police.py and on"),
    **dict.fromkeys(("transfer", "dispute", "assistance", "incoming"), "tests/journeys/test_referral.py"),
    **dict.fromkeys(("spot", "collection"), "tests/cases/test_spot.py"),
    **dict.fromkeys(("archive-file", "loan"), "tests/journeys/test_archive.py"),
    "remedy": "tests/cases/test_remedies.py",
    "restitution": "tests/cases/test_restitution.py",
    "cost-claim": "tests/cases/test_costs.py",
    **dict.fromkeys(("papercorrection", "papervoiding"), "tests/journeys/test_paper_repair.py"),
    "seal-use": "tests/cases/test_sealing.py",
    **dict.fromkeys(("review-dispute", "review-advice"), "tests/cases/test_review_disputes.py"),
    **dict.fromkeys(("legal-hold", "payload-erasure"), "tests/cases/test_erasure.py"),
}
"""Legal objects whose own acts are tried where they are told: each one more would multiply the situations."""
EVERYBODY = os.environ.get("HYPOTHESIS_PROFILE") == "full"
WIDER = {"add_party", "add_charge"}
"""A third party multiplies the situations and adds no new kind of one: done, judged and left there."""


@dataclass
class Walk:
    """What was seen; `faults` is empty when the procedure keeps the law."""

    cast: dict[str, Officer]
    limit: int
    seen: set[Any] = field(default_factory=set)
    looked_at: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    acts: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    branched: set[Any] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    compared: int = 0

    def visit(self, case: Case, on: date, path: tuple[str, ...] = ()) -> None:
        file = file_of(case)
        mark = signature(file, on)
        # The four outcomes share the walk: the long road to a penalty must not use up the others' part.
        share = self.limit // 6 if case.recommendation not in ("", "penalty") else self.limit
        if mark in self.seen or self.looked_at[case.recommendation] >= share:
            return
        self.seen.add(mark)
        self.looked_at[case.recommendation] += 1
        days = dict.fromkeys((on, later(on, file)))
        for day in days:
            self.compare(file, day, path)
        tries = [(day, *one) for day in days for one in self.tries(file, day)]
        done: set[Any] = set()
        # What leads on comes first, then the side acts, and what leads back last.
        for day, officer, move, one in sorted(tries, key=lambda found: -found[2].lead(case.state)):
            name = (officer.pk, move.about, move.name, one.label)
            if name not in done and self.step(file, officer, move, one, day, path):
                done.add(name)

    def tries(self, file: CaseFile, on: date) -> Iterator[tuple[Officer, "Move", Try]]:
        """Every act of this state with every kind of facts, by each kind of person whom the act admits."""
        for move in moves_here(file):
            people = self.kinds_of_people(file, move, on)
            for one in MOVES[move.name](Table(file, self.cast, on, move.subject)):
                place = (file.case.pk, file.case.state, move.about, move.state, move.name, one.label)
                if place in self.branched and not move.leads_on(file.case.state):
                    continue
                self.branched.add(place)
                yield from ((officer, move, one) for officer in (people if move.act.moves else people[-1:]))

    def kinds_of_people(self, file: CaseFile, move: "Move", on: date) -> list[Officer]:
        """Two people with the same past in the case are as good as one."""
        reviewed = file.everyone_who_reviewed
        sat = {pk for one in file.hearings for pk in (one.chair_id, one.recorder_id)}
        kinds: dict[Any, Officer] = {}
        for officer in (self.cast[name] for name in PEOPLE):
            if move.act.by.check(Ask(file, officer, on, subject=move.machine)):
                past = (officer.pk in file.everyone_who_handled, officer.pk in reviewed, officer.pk in sat)
                kinds.setdefault((*past, officer.has_legal_qualification(on)), officer)
        return list(kinds.values())

    def step(self, file: CaseFile, officer: Officer, move: "Move", one: Try, on: date, path: tuple[str, ...]) -> bool:
        """Try it for real and go on from there; False when it was refused."""
        if obstacles(move.machine, move.act.key, Ask(file, officer, on, one.facts)):
            self.refused[move.name] += 1
            place = (move.name, one.label, "refused")
            if place in self.branched:
                return False
            self.branched.add(place)  # perform() is asked once; after that the same answer without its queries
        here = (*path, f"{on:%m%d} {move.name}({one.label}) by {officer.name}")
        point = transaction.savepoint()
        try:
            return self._go(officer, move, one, on, here)
        finally:
            transaction.savepoint_rollback(point)

    def _go(self, officer: Officer, move: "Move", one: Try, on: date, here: tuple[str, ...]) -> bool:
        try:
            done = perform(move.again(), move.act.key, officer, on, **one.facts)
        except Refused:
            return False
        except DatabaseError as error:
            self.faults.append(f"only the database refused {' > '.join(here[-3:])}: {error}")
            return True
        self.acts[move.name] += 1
        self.states[str(done.case.state)] += 1
        unlawful = breaches(done.case)
        self.faults += [f"{text}: {' > '.join(here)}" for text in unlawful]
        if not unlawful and move.name not in WIDER:
            self.visit(done.case, on, here)
        return True

    # --- the screen says what perform() does -----------------------------------------------------
    def compare(self, file: CaseFile, on: date, path: tuple[str, ...]) -> None:
        """What a person is offered today is exactly what would be accepted with lawful facts.

        Every other person in turn; everybody in the long run, where each situation costs twice as much.
        """
        people = list(self.cast.values())
        people = people if EVERYBODY else people[len(self.seen) % 2 :: 2]
        for machine in machines_of(file):
            lawful = [
                (move, [one.facts for one in MOVES[move.name](Table(file, self.cast, on, move.subject)) if one.lawful])
                for move in moves_of(machine)
            ]
            for officer in people:
                shown = offers_for(file, officer, on, machine)
                offered = {one.key for one in (*shown.next_acts, *shown.side_acts)}
                accepted = {move.act.key for move, facts in lawful if accepts(file, move, officer, on, facts)}
                self.compared += 1
                for key in offered ^ accepted:
                    which = "offered but refused" if key in offered else "accepted but not offered"
                    where = f"{machine._meta.model_name} {machine.state}, {file.case.state}"
                    self.faults.append(f"{key} {which} to {officer.name} on {on} in {where}: {' > '.join(path)}")


@dataclass(frozen=True)
class Move:
    """One act of one machine: of the case, or of a legal object that belongs to it."""

    machine: Any
    act: Act

    @property
    def subject(self) -> LegalObject | None:
        return self.machine if isinstance(self.machine, LegalObject) else None

    @property
    def name(self) -> str:
        return f"{self.subject.slug}.{self.act.key}" if self.subject else self.act.key

    @property
    def about(self) -> str:
        return about_of(self.machine)

    @property
    def state(self) -> str:
        return str(self.machine.state)

    def again(self) -> Any:
        return type(self.machine)._default_manager.get(pk=self.machine.pk)

    def leads_on(self, state: str) -> bool:
        if self.subject:
            return self.act.moves
        return reach(self.act) >= ORDER.index(state) or self.act.key in AGAIN_AND_AGAIN

    def lead(self, state: str) -> int:
        if self.subject or not self.act.moves:
            return 0
        return reach(self.act) + 1 if reach(self.act) >= ORDER.index(state) else -1


def accepts(file: CaseFile, move: Move, officer: Officer, on: date, facts: list[dict[str, Any]]) -> bool:
    return any(not obstacles(move.machine, move.act.key, Ask(file, officer, on, one)) for one in facts)


def reach(act: Act) -> int:
    """How far along the procedure an act takes the case; -1 for one that leaves it where it is."""
    return max((ORDER.index(one) for one in act.targets), default=-1)


def machines_of(file: CaseFile) -> list[Any]:
    """The case and its legal objects; one that has ended and knows no further act is left out."""
    return [file.case, *(one for one in objects_of(file) if one.slug not in NOT_WALKED and moves_of(one))]


def moves_of(machine: Any) -> list[Move]:
    return [Move(machine, act) for act in acts_of(machine).values() if ANY in act.source or machine.state in act.source]


def moves_here(file: CaseFile) -> list[Move]:
    return [move for machine in machines_of(file) for move in moves_of(machine)]


def every_move() -> set[str]:
    """The name of every act of the procedure, on the case or on a legal object."""
    kinds = [kind for kind in object_types() if kind.slug not in NOT_WALKED]
    return set(acts_of(Case)) | {f"{kind.slug}.{key}" for kind in kinds for key in acts_of(kind)}


def signature(file: CaseFile, on: date) -> tuple[Any, ...]:
    """What the law looks at; two files that agree in it have the same future."""
    case, substance = file.case, file.substance()
    duties = tuple(sorted({one.key for one in file.open_terms() if one.nature == "duty"}))
    unchecked = any(one.corrected_on is None for one in case.corrections.all())
    common = (case.pk, case.state, len(file.handlers) >= 2, duties, unchecked)
    alive = tuple((one.slug, str(one.state)) for one in objects_of(file) if not one.has_ended)
    if file.decisions:
        # What came before a decision no longer matters to what may follow it.
        paid = tuple(file.paid_by(party) >= file.owed_by(party) for party in file.parties)
        return (*common, alive, tuple(sorted(one.kind for one in file.decisions)), paid)
    review, talks = file.last_review, file.discussions
    parties = tuple(
        (
            file.notice_served_on(party) is not None,
            file.has_waived(party),
            tuple(sorted((one.answered_on is not None, one.accepted) for one in file.statements_of(party))[:2]),
        )
        for party in file.parties
    )
    served = {one.document_id for one in file.services}
    return (
        *common,
        tuple((one.slug, str(one.state)) for one in objects_of(file)),
        any(one.pk in served for one in file.papers if one.form_key == "hearing-notice"),
        *(min(case.round, 2), case.recommendation, parties, min(len(file.charges), 3)),
        *(review and (review.outcome, review.substance == substance, review.reviewer_id),),
        tuple(sorted(one.meaning for one in case.late_evidence.all())),
        bool(talks) and (talks[-1].agreed, talks[-1].substance == substance),
        any(one.answered_on is None for found in file.reviews for one in found.comments.all()),
        on >= later(on, file),
    )
