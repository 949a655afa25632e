"""Which situations can the procedure reach from a lead, trying every act with every person and every kind of facts?

Depth first over real rows: a savepoint before each act, a rollback after it. Two situations are the same when the
law cannot tell them apart (`signature`), so the walk ends.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import DatabaseError, transaction

from cases.act import ANY, Act, Ask, acts_of
from cases.case_file import CaseFile
from cases.models import Case
from cases.screens.offers import offers_for
from cases.services import Refused, obstacles, perform
from officers.models import Officer
from tests.cases.moves import MOVES, Table, Try, later
from tests.cases.oracle import breaches
from tests.cases.situations import file_of

PEOPLE = ("李明", "王强", "赵刚", "郑海", "陈静", "褚文", "韩雪", "卫国", "杨兰", "朱玉", "秦芳")
TRIED_ONCE = {"assign_officer", "record_scene", "record_interview", "add_evidence", "add_party", "add_charge"}
"""What they add to a situation is the same wherever they are done: one branch per walk and state."""


@dataclass
class Walk:
    """What was seen; `faults` is empty when the procedure keeps the law."""

    cast: dict[str, Officer]
    limit: int
    seen: set[Any] = field(default_factory=set)
    states: Counter[str] = field(default_factory=Counter)
    acts: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    branched: set[Any] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    compared: int = 0

    def visit(self, case: Case, on: date, path: tuple[str, ...] = ()) -> None:
        file = file_of(case)
        mark = signature(file, on)
        if mark in self.seen or len(self.seen) >= self.limit:
            return
        self.seen.add(mark)
        self.states[case.state] += 1
        for day in dict.fromkeys((on, later(on, file))):
            self.compare(file, day, path)
            for officer, act, one in self.tries(file, day):
                self.step(case, officer, act, one, day, path)

    def tries(self, file: CaseFile, on: date) -> Iterator[tuple[Officer, Act, Try]]:
        """Every act of this state; each person the act admits, and one whom it does not."""
        for act in acts_here(file):
            for one in MOVES[act.key](Table(file, self.cast, on)):
                if (act.key, file.case.state, one.label) in self.branched:
                    continue
                if act.key in TRIED_ONCE or not one.lawful:
                    self.branched.add((act.key, file.case.state, one.label))
                admitted = [self.cast[name] for name in PEOPLE if act.by.check(Ask(file, self.cast[name], on))]
                yield from ((officer, act, one) for officer in admitted if self.worth(file, act, officer, admitted))

    def worth(self, file: CaseFile, act: Act, officer: Officer, admitted: list[Officer]) -> bool:
        """Two people without a past in the case are as good as one; one with a past is another matter."""
        past = {*file.everyone_who_handled, *(one.reviewer_id for one in file.reviews)}
        fresh = [one for one in admitted if one.pk not in past]
        return officer.pk in past or officer in fresh[:1] or act.key == "pass_review"

    def step(self, case: Case, officer: Officer, act: Act, one: Try, on: date, path: tuple[str, ...]) -> None:
        point = transaction.savepoint()
        here = (*path, f"{on:%m%d} {act.key}({one.label}) by {officer.name}")
        try:
            perform(case, act.key, officer, on, **one.facts)
        except Refused:
            self.refused[act.key] += 1
        except DatabaseError as error:
            self.faults.append(f"only the database refused {' > '.join(here[-3:])}: {error}")
        else:
            self.acts[act.key] += 1
            reached = Case.objects.get(pk=case.pk)
            unlawful = breaches(reached)
            self.faults += [f"{text}: {' > '.join(here)}" for text in unlawful]
            if not unlawful:
                self.visit(reached, on, here)
        transaction.savepoint_rollback(point)

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


def acts_here(file: CaseFile) -> list[Act]:
    return [act for act in acts_of(Case).values() if ANY in act.source or file.case.state in act.source]


def signature(file: CaseFile, on: date) -> tuple[Any, ...]:
    """What the law looks at; two files that agree in it have the same future."""
    case, substance = file.case, file.substance()
    review, talks = file.last_review, file.discussions
    parties = tuple(
        (
            file.notice_served_on(party) is not None,
            file.has_waived(party),
            tuple(sorted(one.answered_on is not None for one in file.statements_of(party))[:2]),
            getattr(file.hearing_of(party), "status", ""),
            file.paid_by(party) >= file.owed_by(party),
        )
        for party in file.parties
    )
    return (
        *(case.pk, case.state, min(case.round, 2), case.recommendation, parties, min(len(file.charges), 3)),
        *(review and (review.outcome, review.substance == substance, review.reviewer_id),),
        bool(talks) and (talks[-1].agreed, talks[-1].substance == substance),
        any(one.answered_on is None for found in file.reviews for one in found.comments.all()),
        tuple(sorted(one.kind for one in file.decisions)),
        tuple(sorted({one.key for one in file.open_terms() if one.nature == "duty"})),
        len(file.handlers) >= 2,
        any(one.corrected_on is None for one in case.corrections.all()),
        bool(case.corrections.all()),
        on >= later(on, file),
    )


Visit = Callable[[Case, date], None]
