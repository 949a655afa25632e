"""Do the gates before a decision hold when somebody goes round the application, with SQL?"""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Story
from cases.models import FiredRule

DAY = date(2026, 4, 2)


@pytest.fixture
def ready(db: None) -> Story:
    """A small case on the head's desk: one party, notified, heard, answered; no review required."""
    return overload(hire_everyone("quick"), until="ready")


def run(statement: str, *values: Any) -> str:
    """The database's objection to a statement; empty when it obeyed. What it did is undone."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            transaction.set_rollback(True)
    except DatabaseError as objection:
        return str(objection)
    return ""


def decide(story: Story, who: str = "卫国", on: date = DAY) -> str:
    party = story.case.parties.get()
    return run(
        "INSERT INTO cases_decision (case_id, party_id, round, kind, decided_on, decided_by_id, ground, reasons, "
        "effect) VALUES (%s, %s, %s, 'penalty', %s, %s, '', 'SQL', 'standing')",
        *(story.case.pk, party.pk, story.case.round, on, story.cast[who].pk),
    )


def test_a_lawful_penalty_passes_and_each_unlawful_one_is_refused(ready: Story) -> None:
    assert decide(ready) == ""
    assert "五十七条" in decide(ready, who="李明"), "by a handler"
    assert decide(ready, on=date(2026, 3, 18)) != "", "while the party could still speak"
    assert decide(ready, on=date(2026, 3, 17)) != "", "before the notice was served"


def test_a_penalty_without_served_notice_is_refused(ready: Story) -> None:
    ready.case.services.all().delete()
    assert "六十二条" in decide(ready)


def test_a_penalty_without_two_officers_is_refused(ready: Story) -> None:
    ready.case.assignments.filter(officer=ready.cast["王强"]).update(until=DAY)
    assert "四十二条" in decide(ready)


@pytest.mark.parametrize(("scope", "article"), [("review", "五十八条"), ("discussion", "五十七条")])
def test_a_penalty_without_the_examination_that_a_rule_demanded_is_refused(
    scope: str, article: str, ready: Story
) -> None:
    FiredRule.objects.create(
        case=ready.case,
        party=ready.case.parties.get(),
        round=ready.case.round,
        scope=scope,
        rule="x",
        title="x",
        basis="行政处罚法:58",
        fired_on=DAY,
    )
    assert article in decide(ready)


@pytest.mark.parametrize("table", ["cases_recordentry", "cases_recordpayload"])
def test_the_record_only_grows(table: str, ready: Story) -> None:
    changed = "hash" if table.endswith("entry") else "body"
    assert run(f"UPDATE {table} SET {changed} = 'x'") != ""
    assert run(f"DELETE FROM {table}") != ""
    assert ready.case.record.exists()
