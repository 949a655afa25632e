"""Can any sequence of acts, days and raw SQL reach a decision without what must precede it? Random walks by Hypothesis.

The walk of test_exploration.py is complete within its bounds; this one has no plan. Whatever a person may try is tried,
in any order and on any day, and between the acts somebody with the database's password tries to go round the
procedure. The oracle (oracle.py) was written from the statutes and asks the database, never the code under test.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

import tests.cases.movers  # noqa: F401
from bureau.sample.stories import dangerous_goods
from cases import record
from cases.act import acts_of
from cases.models import Case, Decision
from cases.services import Refused, in_source_state, perform
from tests.cases.moves import MOVES, Table, Try
from tests.cases.oracle import breaches, gate_breaches
from tests.cases.situations import ASKED, RETURNED, START, World, build_world, file_of

pytestmark = pytest.mark.django_db
BEGINNINGS = {
    **{"light": START, "grave": START, "asked": ASKED, "returned": RETURNED},
    **{"under_review": date(2026, 6, 26), "discussed": date(2026, 6, 26)},
}
PEOPLE = ("李明", "王强", "赵刚", "孙丽", "郑海", "冯涛", "陈静", "褚文", "卫国", "蒋平", "杨兰", "朱玉", "秦芳")
SEEN: Counter[str] = Counter()


class GoingRound:
    """What somebody with SQL and no scruples would write; each statement is undone after it has been judged."""

    def __init__(self, case: Case, world: World, on: date) -> None:
        self.case, self.world, self.on = case, world, on

    def decide(self, who: str, kind: str) -> Iterator[tuple[str, tuple[Any, ...]]]:
        for party in self.case.parties.filter(withdrawn_on=None):
            yield (
                "INSERT INTO cases_decision (case_id, party_id, round, kind, decided_on, decided_by_id, ground, reasons, "
                "effect) VALUES (%s, %s, %s, %s, %s, %s, %s, 'SQL', 'standing')",
                (
                    *(self.case.pk, party.pk, self.case.round, kind, self.on, self.world.cast[who].pk),
                    "" if kind == "penalty" else "no_fault",
                ),
            )

    def tamper(self) -> Iterator[tuple[str, tuple[Any, ...]]]:
        handler = self.case.assignments.order_by("pk").first().officer_id
        yield "UPDATE cases_recordentry SET act = 'x' WHERE case_id = %s", (self.case.pk,)
        yield (
            "DELETE FROM cases_recordpayload WHERE entry_id IN (SELECT id FROM cases_recordentry WHERE case_id = %s)",
            (self.case.pk,),
        )
        yield "UPDATE cases_legalreview SET reviewer_id = %s WHERE case_id = %s", (handler, self.case.pk)
        yield "UPDATE cases_hearing SET chair_id = %s WHERE case_id = %s", (handler, self.case.pk)
        yield "UPDATE cases_decision SET decided_by_id = %s WHERE case_id = %s", (handler, self.case.pk)
        yield "UPDATE cases_decision SET kind = 'no_penalty', ground = 'no_fault' WHERE case_id = %s", (self.case.pk,)
        yield "UPDATE documents_document SET number = 'x' WHERE case_id = %s AND state <> 'draft'", (self.case.pk,)


class Bureau(RuleBasedStateMachine):
    world: World
    cases: dict[str, Case]

    # From the last gate more often: that is where most unlawful decisions would be made.
    @initialize(beginning=st.sampled_from(sorted([*BEGINNINGS, "discussed", "discussed"])))
    def open(self, beginning: str) -> None:
        self.point = transaction.savepoint()
        self.pk, self.on = self.cases[beginning].pk, BEGINNINGS[beginning]
        self.path: list[str] = [beginning]

    def teardown(self) -> None:
        if hasattr(self, "point"):
            transaction.savepoint_rollback(self.point)

    @property
    def case(self) -> Case:
        return Case.objects.get(pk=self.pk)

    @rule(data=st.data(), days=st.sampled_from((0, 0, 0, 1, 1, 2, 5, 10, 30)), times=st.integers(3, 12))
    def time_passes_and_people_act(self, data: st.DataObject, days: int, times: int) -> None:
        self.on += timedelta(days=days)
        for _time in range(times):
            self._somebody_acts(data)
        # In the same rule: Hypothesis leaves whole rules out of some walks, and a walk without people goes nowhere.
        if data.draw(st.booleans()):
            self._somebody_decides_by_sql(data)
        else:
            self._somebody_tampers()

    def _somebody_acts(self, data: st.DataObject) -> None:
        """Every other time what moves the case, by whom the act admits; else any act with any facts by anybody."""
        file = file_of(self.case)
        here = [act for act in acts_of(Case).values() if in_source_state(file.case, act)]
        onward = [one for one in here if one.moves and not one.exit]
        # Or no walk would get anywhere.
        lawful = bool(onward) and data.draw(st.booleans())
        act = data.draw(st.sampled_from(onward if lawful else here), label="act")
        tries = list(MOVES[act.key](Table(file, self.world.cast, self.on)))
        if not tries:
            return
        one: Try = data.draw(st.sampled_from(tries[:1] if lawful else tries), label="facts")
        admitted = POSTS.get(act.by.name, PEOPLE)
        who = data.draw(st.sampled_from(admitted if lawful else [*PEOPLE, *admitted * 4]), label="who")
        self._try(act.key, one, who)

    def _try(self, key: str, one: Try, who: str) -> None:
        self.path.append(f"{self.on:%m%d} {key}({one.label}) by {who}")
        try:
            with transaction.atomic():
                perform(self.case, key, self.world.cast[who], self.on, **one.facts)
        except Refused:
            SEEN["refused"] += 1
            return
        SEEN["acts"] += 1
        SEEN["decisions"] += key == "decide_penalty"
        assert breaches(self.case) == [], self.path

    def _somebody_decides_by_sql(self, data: st.DataObject) -> None:
        """The database lets a decision in only where the gates that it guards stand open."""
        who, kind = data.draw(st.sampled_from(PEOPLE)), data.draw(st.sampled_from(("penalty", "no_penalty")))
        for statement, values in GoingRound(self.case, self.world, self.on).decide(who, kind):
            with transaction.atomic():
                if self._obeyed(statement, values):
                    decision = Decision.objects.filter(case=self.pk).latest("pk")
                    assert gate_breaches(self.case, decision) == [], (statement, self.path)
                transaction.set_rollback(True)

    def _somebody_tampers(self) -> None:
        for statement, values in GoingRound(self.case, self.world, self.on).tamper():
            with transaction.atomic():
                changed = self._obeyed(statement, values)
                transaction.set_rollback(True)
            assert not changed, (statement, self.path)

    def _obeyed(self, statement: str, values: tuple[Any, ...]) -> bool:
        """Did the database carry it out on any row?"""
        SEEN["sql"] += 1
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, values)
                return bool(cursor.rowcount > 0)
        except DatabaseError:
            SEEN["sql refused"] += 1
            return False

    @invariant()
    def the_record_is_whole(self) -> None:
        if hasattr(self, "pk"):
            assert list(record.verify(self.pk)) == []


POSTS = {
    "case_officers": ("李明", "王强", "赵刚", "孙丽"),
    "head_of_unit": ("郑海", "冯涛"),
    "legal_reviewer": ("陈静",),
    "hearing_chair": ("褚文",),
    "bureau_head": ("卫国", "蒋平"),
    "finance": ("杨兰",),
    "archivist": ("朱玉",),
}


def test_no_sequence_of_acts_days_and_sql_leads_to_an_unlawful_decision(capsys: pytest.CaptureFixture[str]) -> None:
    Bureau.world = world = build_world()
    Bureau.cases = {name: getattr(world, name) for name in ("light", "grave", "asked", "returned")}
    for until in ("under_review", "discussed"):
        Bureau.cases[until] = dangerous_goods(world.cast, until=until, serial=90 + len(Bureau.cases)).case
    SEEN.clear()
    profile = settings.get_current_profile_name()
    # Not shrunk: one walk takes a second, and its path is told as it was.
    many = settings(max_examples=400 if profile == "full" else 16, stateful_step_count=8, deadline=None)
    many = settings(many, phases=(Phase.explicit, Phase.generate), database=None)
    run_state_machine_as_test(Bureau, settings=settings(many, suppress_health_check=list(HealthCheck)))
    with capsys.disabled():
        sys.stdout.write(f"\n{dict(SEEN)}\n")
    assert SEEN["acts"] > 40 and SEEN["refused"] > 50 and SEEN["sql refused"] > 50 and SEEN["decisions"] > 0


def test_the_oracle_of_the_gates_sees_what_is_missing() -> None:
    """Break the database once: without its bars the first forged decision is found by the oracle."""
    world = build_world()
    case = world.asked
    forged = Decision(case=case, party=case.parties.get(), round=case.round, kind="penalty", decided_on=ASKED)
    forged.decided_by = world.cast["李明"]
    found = gate_breaches(case, forged)
    assert any(one.startswith("57") for one in found) and any(one.startswith("63") for one in found)
