"""Does the oracle see a case that was closed too early? It is broken by hand, past every guard, and asked."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Cast, Story
from cases.models import Case
from tests.cases.guard_rows import cost
from tests.cases.guard_rows.carrying_out import revoke
from tests.cases.guard_rows.execution import reminded
from tests.cases.guard_rows.restitution import fallen_after_it_was_carried_out
from tests.cases.oracle import breaches
from tests.cases.oracle_execution import execution_breaches
from tests.cases.test_restitution import sold

pytestmark = pytest.mark.django_db
Make = Callable[[Cast], Any]


def unshown(cast: Cast) -> Story:
    story = overload(cast, until="served", serial=82)
    revoke(story)
    return story


def unaccounted(cast: Cast) -> Story:
    return cost.carried_out({"reminded": reminded(cast)}).story  # type: ignore[arg-type]


def unpaid(cast: Cast) -> Story:
    return cost.accounted({"reminded": reminded(cast)}).story  # type: ignore[arg-type]


TOO_EARLY: dict[str, tuple[Make, str]] = {
    "a licence was to be revoked": (unshown, "66: nobody has shown that revoke was carried out"),
    "the decision fell": (fallen_after_it_was_carried_out, "41: revoke was carried out by a decision that fell"),
    "sold for a song": (lambda cast: sold(cast, 349), "28.2: sold for less than seven tenths"),
    "costs not reckoned": (unaccounted, "51.2: performed in the party's place"),
    "costs not paid": (unpaid, "51.2: 样例宏达化工贸易有限公司 still owes 8600"),
}


@pytest.mark.parametrize("what", TOO_EARLY)
def test_the_oracle_sees_what_was_left_undone(what: str) -> None:
    make, told = TOO_EARLY[what]
    story = make(hire_everyone("quick"))
    assert not any(told in one for one in breaches(story.case)), "an open case may still be waiting for it"
    Case.objects.filter(pk=story.case.pk).update(**{"state": "closed", "closed_on": date(2026, 11, 30)})
    assert any(told in one for one in breaches(story.case)), breaches(story.case)


def test_it_is_content_with_a_case_that_was_carried_out() -> None:
    story = overload(hire_everyone("quick"), until="closed")
    assert list(execution_breaches(story.case)) == [] and breaches(story.case) == []
