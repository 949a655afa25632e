"""Does the database hold what cases/duties.py says, and does somebody notice when one of its bars is gone?"""

import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from bureau.sample.people import hire_everyone
from cases.duties import APART, FUNCTIONS, Apart, bars_of, message_of
from cases.models import Case
from officers.models import Officer
from officers.triggers import Bar
from tests.cases.guard_table import STORIES, TABLE
from tests.cases.test_guards import every_guard  # importing it loads the stories

pytestmark = pytest.mark.django_db
ROWS_TRIED = 12


def standing_bars() -> dict[str, str]:
    """Every bar of this database: its name and its condition as the database tells it."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT t.tgname, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal"
            )
        else:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return dict(cursor.fetchall())


@pytest.mark.parametrize("bar", list(bars_of()), ids=lambda bar: bar.name)
def test_the_database_holds_what_the_page_of_duties_says(bar: Bar) -> None:
    told = standing_bars()[bar.name]
    assert bar.when in told and bar.message in told, "write a migration from cases.duties.bars_of()"


def test_no_bar_of_an_earlier_migration_was_lost() -> None:
    """SQLite drops the bars of a table that is made anew; each of these was put up once and must still stand."""
    assert {
        *("two_officers_before_decision", "notice_before_penalty", "party_heard_before_penalty"),
        *("decider_never_handled_the_case", "decider_never_reviewed_the_case", "hearing_over_before_penalty"),
        *("statement_answered_before_penalty", "review_before_penalty", "discussion_before_penalty"),
        *("handlers_do_not_vote", "decision_is_never_changed", "recordentry_keeps_on_update"),
        *("recordentry_keeps_on_delete", "recordpayload_keeps_on_update", "recordpayload_keeps_on_delete"),
        *("issued_paper_keeps_its_words", "issued_paper_is_never_deleted"),
    } <= set(standing_bars())


def objection(statement: str, *values: Any) -> str:
    """What the database says against a statement; empty when it obeys. Nothing of it stays."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            transaction.set_rollback(True)
    except DatabaseError as refused:
        return str(refused)
    return ""


def attempts(rule: Apart, function: str) -> Iterator[tuple[int, int]]:
    """Rows of the rule's table, each with an officer who holds the function in the same case."""
    sql = FUNCTIONS[function].sql.format(case=rule.case).replace("NEW.", "neu.")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT neu.id, o.id FROM {rule.table} neu, officers_officer o WHERE o.id IN ({sql}) ORDER BY neu.id, o.id"
        )
        yield from cursor.fetchmany(ROWS_TRIED * 20)


def breach(rule: Apart, function: str) -> str:
    """An UPDATE that puts a holder of the function where the rule forbids it, and is refused for that reason."""
    for row, officer in attempts(rule, function):
        statement = f"UPDATE {rule.table} SET {rule.column} = {officer} WHERE id = {row}"
        if message_of(rule) in objection(statement):
            return statement
    return ""


def taken_down(name: str, table: str) -> str:
    return f"DROP TRIGGER {name} ON {table}" if connection.vendor == "postgresql" else f"DROP TRIGGER {name}"


def survivors(stories: dict[str, Any]) -> Iterator[str]:
    """Rules that nothing provokes, and bars that could be taken down unnoticed."""
    for rule in APART:
        for function in rule.functions:
            with transaction.atomic():
                yield from one_pair(rule, function, stories)
                transaction.set_rollback(True)


def one_pair(rule: Apart, function: str, stories: dict[str, Any]) -> Iterator[str]:
    statement = breach(rule, function)
    if not statement:
        bring_about(rule, function, stories)
        statement = breach(rule, function)
    if not statement:
        yield f"{rule.name}: nobody tries to put {function} there"
        return
    with connection.cursor() as cursor:
        cursor.execute(taken_down(f"{rule.name}_on_update", rule.table))
    if message_of(rule) in objection(statement):
        yield f"{rule.name}: refused even without its bar"


def bring_about(rule: Apart, function: str, stories: dict[str, Any]) -> None:
    """Rows that no story has: those of the situation in which the rule's own guard speaks, and a holder."""
    for name, _basis, _sentence, make, spoil in TABLE:
        if name == rule.name:
            spoil(make(stories))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT {rule.case.replace('NEW.', 'neu.')} FROM {rule.table} neu")
        cases = [pk for (pk,) in cursor.fetchall()]
    someone = Officer.objects.get(name="沈红")
    for case in Case.objects.filter(pk__in=cases):
        for make_row in {HOLDERS.get(function), OPEN_ROWS.get(rule.name)} - {None}:
            make_row(case, someone)


def recused(case: Case, someone: Officer) -> None:
    by = Officer.objects.get(name="卫国")
    told = {"origin": "ordered", "reason": "有利害关系。", "decision": "同意。", "state": "granted"}
    case.recusals.create(person=someone, requested_on=LONG_AGO, decided_on=LONG_AGO, decided_by=by, **told)


def keeper(case: Case, someone: Officer) -> None:
    giver = case.assignments.order_by("pk").first().officer
    for measure in case.measures.all():
        told = {"giver": giver, "handed_at": measure.carried_out_at, "place": "库房", "condition": "完好"}
        case.custody_changes.create(measure=measure, taker=someone, **told)


LONG_AGO = date(2026, 1, 5)
HOLDERS = {"recused": recused, "keeper": keeper}
# A row that may still be changed: on a signed change of hands another bar speaks first.
OPEN_ROWS = {"keeper_apart": keeper}


def test_no_bar_can_be_taken_down_unnoticed(capsys: pytest.CaptureFixture[str]) -> None:
    assert every_guard()
    cast = hire_everyone()
    stories = {name: tell(cast) for name, tell in STORIES.items()}
    found = list(survivors(stories))
    assert found == [], "\n".join(found)
    with capsys.disabled():
        sys.stdout.write(f"\n{sum(len(rule.functions) for rule in APART)} pairs of functions kept apart, each tried\n")
