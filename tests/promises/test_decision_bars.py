"""Does somebody notice when any one of the bars before a decision is taken down, on the database that runs here?

The bars are those that cases/migrations/0003 put up. Each is tried by itself, the others on the table taken away: a
penalty that it alone forbids is refused in its words, and goes through when it too is gone.
"""

import importlib
import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction

from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Story
from cases.models import FiredRule
from tests.promises.test_bars import standing_bars, taken_down
from tests.promises.test_database_guards import DAY, decide

pytestmark = pytest.mark.django_db
MIGRATION: Any = importlib.import_module("cases.migrations.0003_law_below_the_application")
BARS: dict[str, str] = {name: message for name, _when, message in MIGRATION.DECISION}
Try = Callable[[Story], str]
"""What makes one penalty unlawful, and the database's answer to it."""
TRIES: dict[str, Try] = {}


def breaks(bar: str) -> Callable[[Try], Try]:
    def keep(trying: Try) -> Try:
        TRIES[bar] = trying
        return trying

    return keep


@breaks("two_officers_before_decision")
def one_officer(story: Story) -> str:
    story.case.assignments.filter(officer=story.cast["王强"]).update(until=DAY)
    return decide(story)


@breaks("decider_never_handled_the_case")
def by_a_handler(story: Story) -> str:
    return decide(story, who="李明")


@breaks("decider_never_reviewed_the_case")
def by_a_reviewer(story: Story) -> str:
    reviewed = {
        "reviewer": story.cast["陈静"],
        "submitted_by": story.cast["李明"],
        "submitted_on": DAY,
        "concluded_on": DAY,
        "outcome": "passed",
    }
    story.case.reviews.create(round=story.case.round, opinion="同意。", **reviewed)
    return decide(story, who="陈静")


@breaks("notice_before_penalty")
def unnotified(story: Story) -> str:
    story.case.services.all().delete()
    return decide(story)


@breaks("party_heard_before_penalty")
def while_the_party_may_speak(story: Story) -> str:
    story.case.terms.filter(key="statement").update(due_on=DAY)
    return decide(story)


@breaks("hearing_over_before_penalty")
def while_a_hearing_runs(story: Story) -> str:
    told = {"party": story.party, "round": story.case.round, "requested_on": date(2026, 3, 19)}
    story.case.hearings.create(**told)
    return decide(story)


@breaks("statement_answered_before_penalty")
def unanswered(story: Story) -> str:
    story.case.statements.update(answered_on=None)
    return decide(story)


def fired(story: Story, scope: str) -> None:
    told = {"rule": "x", "title": "x", "basis": "行政处罚法:58", "fired_on": DAY}
    FiredRule.objects.create(case=story.case, party=story.party, round=story.case.round, scope=scope, **told)


@breaks("review_before_penalty")
def unreviewed(story: Story) -> str:
    fired(story, "review")
    return decide(story)


@breaks("discussion_before_penalty")
def undiscussed(story: Story) -> str:
    fired(story, "discussion")
    return decide(story)


def test_every_bar_before_a_decision_is_tried_and_stands() -> None:
    assert set(TRIES) == set(BARS) and len(BARS) == 9
    assert set(BARS) <= set(standing_bars())


def take_down(*names: str) -> None:
    # PostgreSQL drops no trigger of a table on which checks are still to be made.
    connection.check_constraints()
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(taken_down(name, "cases_decision"))


def before_a_decision() -> list[str]:
    """Every bar that stands on new decisions, also those of other migrations."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = 'cases_decision'::regclass "
                "AND (tgtype & 4) > 0"
            )
        else:
            cursor.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'cases_decision' "
                "AND sql LIKE '%BEFORE INSERT%'"
            )
        return [name for (name,) in cursor.fetchall()]


def outcome(bar: str, story: Story) -> Iterator[str]:
    """One mutant: the database without the bar. Nothing when the difference is heard."""
    others = [name for name in before_a_decision() if name != bar]
    take_down(*others)
    if decide(story):
        yield f"{bar}: it refuses a lawful penalty too"
    point = transaction.savepoint()
    if BARS[bar] not in TRIES[bar](story):
        yield f"{bar}: nobody is refused by it"
    transaction.savepoint_rollback(point)
    take_down(bar)
    if said := TRIES[bar](story):
        yield f"{bar}: refused even without it: {said}"


def test_no_bar_before_a_decision_can_be_taken_down_unnoticed(capsys: pytest.CaptureFixture[str]) -> None:
    story = overload(hire_everyone("quick"), until="ready")
    found = []
    for bar in BARS:
        with transaction.atomic():
            found += list(outcome(bar, story))
            transaction.set_rollback(True)
    assert found == []
    with capsys.disabled():
        sys.stdout.write(f"\n{len(BARS)} bars before a decision taken down once each, all noticed\n")
