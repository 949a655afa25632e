"""Which situations can the procedure reach from a lead, trying every act with every person and every kind of facts?

Depth first over real rows: a savepoint before each act, a rollback after it. Two situations are the same when the
law cannot tell them apart (`signature`), so the walk ends.
"""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import DatabaseError, transaction

from cases.act import ANY, Act, Ask, acts_of
from cases.case_file import CaseFile
from cases.models import Case
from cases.screens.offers import offers_for
from cases.services import Refused, obstacles, perform
from cases.states import State
from officers.models import Officer
from tests.cases import movers
from tests.cases.moves import MOVES, Table, Try, later
from tests.cases.oracle import breaches
from tests.cases.situations import file_of

for _module in pkgutil.iter_modules(movers.__path__):
    importlib.import_module(f"{movers.__name__}.{_module.name}")

PEOPLE = ("李明", "王强", "赵刚", "孙丽", "郑海", "冯涛", "陈静", "褚文", "韩雪", "卫国", "杨兰", "朱玉", "秦芳")
ORDER = State.values
AGAIN_AND_AGAIN = {
    *("record_statement", "answer_statement", "record_waiver", "request_hearing", "convene_hearing", "hold_hearing"),
    *("waive_hearing", "answer_comments", "record_payment", "excuse_publication", "confirm_correction"),
}
"""Side acts that open or close the way; what the others add is the same wherever they are done in a state."""
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
        for day, officer, act, one in sorted(tries, key=lambda found: -lead(found[2], case.state)):
            name = (officer.pk, act.key, one.label)
            if name not in done and self.step(file, officer, act, one, day, path):
                done.add(name)

    def tries(self, file: CaseFile, on: date) -> Iterator[tuple[Officer, Act, Try]]:
        """Every act of this state with every kind of facts, by each kind of person whom the act admits."""
        for act in acts_here(file):
            people = self.kinds_of_people(file, act, on)
            for one in MOVES[act.key](Table(file, self.cast, on)):
                place = (file.case.pk, file.case.state, act.key, one.label)
                onward = reach(act) >= ORDER.index(file.case.state) or act.key in AGAIN_AND_AGAIN
                if place in self.branched and not onward:
                    continue
                self.branched.add(place)
                yield from ((officer, act, one) for officer in (people if act.moves else people[-1:]))

    def kinds_of_people(self, file: CaseFile, act: Act, on: date) -> list[Officer]:
        """Two people with the same past in the case are as good as one."""
        reviewed = file.everyone_who_reviewed
        sat = {pk for one in file.hearings for pk in (one.chair_id, one.recorder_id)}
        kinds: dict[Any, Officer] = {}
        for officer in (self.cast[name] for name in PEOPLE):
            if act.by.check(Ask(file, officer, on)):
                past = (officer.pk in file.everyone_who_handled, officer.pk in reviewed, officer.pk in sat)
                kinds.setdefault((*past, officer.has_legal_qualification(on)), officer)
        return list(kinds.values())

    def step(self, file: CaseFile, officer: Officer, act: Act, one: Try, on: date, path: tuple[str, ...]) -> bool:
        """Try it for real and go on from there; False when it was refused."""
        if obstacles(file.case, act.key, Ask(file, officer, on, one.facts)):
            self.refused[act.key] += 1
            place = (act.key, one.label, "refused")
            if place in self.branched:
                return False
            self.branched.add(place)  # perform() is asked once; after that the same answer without its queries
        here = (*path, f"{on:%m%d} {act.key}({one.label}) by {officer.name}")
        point = transaction.savepoint()
        try:
            return self._go(file.case.pk, officer, act, one, on, here)
        finally:
            transaction.savepoint_rollback(point)

    def _go(self, pk: int, officer: Officer, act: Act, one: Try, on: date, here: tuple[str, ...]) -> bool:
        try:
            done = perform(Case.objects.get(pk=pk), act.key, officer, on, **one.facts)
        except Refused:
            return False
        except DatabaseError as error:
            self.faults.append(f"only the database refused {' > '.join(here[-3:])}: {error}")
            return True
        self.acts[act.key] += 1
        self.states[str(done.case.state)] += 1
        unlawful = breaches(done.case)
        self.faults += [f"{text}: {' > '.join(here)}" for text in unlawful]
        if not unlawful and act.key not in WIDER:
            self.visit(done.case, on, here)
        return True

    # --- the screen says what perform() does -----------------------------------------------------
    def compare(self, file: CaseFile, on: date, path: tuple[str, ...]) -> None:
        """For every person: what is offered today is exactly what would be accepted with lawful facts."""
        lawful = {
            act.key: [one.facts for one in MOVES[act.key](Table(file, self.cast, on)) if one.lawful]
            for act in acts_here(file)
        }
        for officer in self.cast.values():
            shown = offers_for(file, officer, on)
            offered = {one.key for one in (*shown.next_acts, *shown.side_acts)}
            accepted = {key for key, facts in lawful.items() if accepts(file, key, officer, on, facts)}
            self.compared += 1
            for key in offered ^ accepted:
                which = "offered but refused" if key in offered else "accepted but not offered"
                self.faults.append(f"{key} {which} to {officer.name} on {on} in {file.case.state}: {' > '.join(path)}")


def accepts(file: CaseFile, key: str, officer: Officer, on: date, facts: list[dict[str, Any]]) -> bool:
    return any(not obstacles(file.case, key, Ask(file, officer, on, one)) for one in facts)


def lead(act: Act, state: str) -> int:
    if not act.moves:
        return 0
    return reach(act) + 1 if reach(act) >= ORDER.index(state) else -1


def reach(act: Act) -> int:
    """How far along the procedure an act takes the case; -1 for one that leaves it where it is."""
    return max((ORDER.index(one) for one in act.targets), default=-1)


def acts_here(file: CaseFile) -> list[Act]:
    return [act for act in acts_of(Case).values() if ANY in act.source or file.case.state in act.source]


def signature(file: CaseFile, on: date) -> tuple[Any, ...]:
    """What the law looks at; two files that agree in it have the same future."""
    case, substance = file.case, file.substance()
    duties = tuple(sorted({one.key for one in file.open_terms() if one.nature == "duty"}))
    unchecked = any(one.corrected_on is None for one in case.corrections.all())
    common = (case.pk, case.state, len(file.handlers) >= 2, duties, unchecked)
    if file.decisions:
        # What came before a decision no longer matters to what may follow it.
        paid = tuple(file.paid_by(party) >= file.owed_by(party) for party in file.parties)
        remedies = tuple((one.kind, one.state) for one in file.remedies)
        return (*common, tuple(sorted(one.kind for one in file.decisions)), paid, remedies)
    review, talks = file.last_review, file.discussions
    parties = tuple(
        (
            file.notice_served_on(party) is not None,
            file.has_waived(party),
            tuple(sorted(one.answered_on is not None for one in file.statements_of(party))[:2]),
            getattr(file.hearing_of(party), "status", ""),
        )
        for party in file.parties
    )
    return (
        *common,
        *(min(case.round, 2), case.recommendation, parties, min(len(file.charges), 3)),
        *(review and (review.outcome, review.substance == substance, review.reviewer_id),),
        bool(talks) and (talks[-1].agreed, talks[-1].substance == substance),
        any(one.answered_on is None for found in file.reviews for one in found.comments.all()),
        on >= later(on, file),
    )
