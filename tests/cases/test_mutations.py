"""Does a test notice when any one guard is taken away from any one act?

required.csv says, apart from the declarations, which act is held by which guard. For every line of it the guard's own refusal
(guard_rows) is provoked, seen in the answer of the act, and seen to be gone when the guard is removed: a guard that
could be dropped unnoticed is named. The same is done for the bars below the application in tests/promises/test_bars.py.
"""

import csv
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from bureau.sample.people import hire_everyone
from cases.act import Act, Ask, Guard, acts_of
from cases.models import Case
from cases.objects import object_types
from cases.services import obstacles
from tests.cases.guard_table import STORIES, TABLE, Situation, Stories
from tests.cases.test_guards import every_guard  # importing it also loads the rows

pytestmark = pytest.mark.django_db
REQUIRED = Path(__file__).with_name("required.csv")
Line = tuple[str, str, str]


@cache
def whole_guards() -> dict[str, Guard]:
    """Before anything is taken away: some guards are known by one act only."""
    return every_guard()


def machines() -> tuple[Any, ...]:
    return (Case, *object_types())


def as_written() -> list[Line]:
    with REQUIRED.open(encoding="utf-8", newline="") as lines:
        return [(row["machine"], row["act"], row["guard"]) for row in csv.DictReader(lines)]


def as_declared() -> list[Line]:
    return [
        (machine.__name__, act.key, guard.name)
        for machine in machines()
        for act in acts_of(machine).values()
        for guard in act.requires
    ]


def test_every_act_is_held_by_the_guards_that_are_written_and_no_other() -> None:
    written, declared = as_written(), as_declared()
    assert len(written) == len(set(written))
    assert {
        "no longer held": sorted(set(written) - set(declared)),
        "not written": sorted(set(declared) - set(written)),
    } == {
        "no longer held": [],
        "not written": [],
    }


def declaration(machine: Any, key: str) -> Any:
    """The function that carries the act's declaration."""
    for base in machine.__mro__:
        member = vars(base).get(key)
        if isinstance(getattr(member, "act", None), Act):
            return member
    raise LookupError(key)


def standing(machine: Any, now: Situation, ask: Ask, act: Act) -> Any:
    """The machine in a state in which the act is possible: only the guard shall speak."""
    if machine is Case:
        found: Any = ask.file.case
    elif isinstance(now.subject, machine):
        found = ask.subject
    else:
        found = machine(case=ask.file.case)
        if hasattr(machine, "party_id"):
            found.party = ask.file.parties[0]
    if "*" not in act.source:
        found.state = act.source[0]
    return found


def is_heard(machine: Any, key: str, guard: str, now: Situation) -> bool:
    """Is the guard's own sentence among the answers of the act in this spoiled situation?"""
    ask = now.ask()
    sentences = {str(one.sentence) for one in whole_guards()[guard].obstacles(ask)}
    act = acts_of(machine)[key]
    found = standing(machine, now, ask, act)
    spoken = {str(one.sentence) for one in whole_guards()[guard].obstacles(replace(ask, subject=found))} or sentences
    return bool(spoken) and spoken <= {str(one.sentence) for one in obstacles(found, key, ask)}


@pytest.fixture(scope="module")
def stories(django_db_setup: None, django_db_blocker: Any) -> Iterator[Stories]:
    with django_db_blocker.unblock(), transaction.atomic():
        cast = hire_everyone()
        yield {name: tell(cast) for name, tell in STORIES.items()}
        transaction.set_rollback(True)


def survivors(stories: Stories) -> Iterator[str]:
    rows = {row[0]: row for row in TABLE}
    kinds = {machine.__name__: machine for machine in machines()}
    for name in sorted({guard for _machine, _act, guard in as_written()}):
        _name, _basis, _sentence, make, spoil = rows[name]
        point = transaction.savepoint()
        now = make(stories)
        spoil(now)
        for machine, key, guard in as_written():
            if guard == name:
                yield from outcome(kinds[machine], key, guard, now)
        transaction.savepoint_rollback(point)


def outcome(machine: Any, key: str, guard: str, now: Situation) -> Iterator[str]:
    """One mutant: the act without the guard. Nothing when the difference is heard.

    The other guards of the act are set aside meanwhile: each has mutants of its own, and may need an object that this
    situation does not have.
    """
    where = f"{machine.__name__}.{key} without {guard}"
    member = declaration(machine, key)
    whole = member.act
    try:
        member.act = replace(whole, requires=tuple(one for one in whole.requires if one.name == guard))
        if not is_heard(machine, key, guard, now):
            yield f"{where}: its refusal is not heard even with it"
        member.act = replace(whole, requires=())
        if is_heard(machine, key, guard, now):
            yield f"{where}: nobody notices"
    finally:
        member.act = whole


def test_no_guard_can_be_taken_away_unnoticed(stories: Stories, capsys: pytest.CaptureFixture[str]) -> None:
    assert list(survivors(stories)) == []
    with capsys.disabled():
        sys.stdout.write(f"\n{len(as_written())} guards of acts taken away once each, all noticed\n")
