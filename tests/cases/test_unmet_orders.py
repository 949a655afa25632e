"""Is a duty that no money settles enforced too: reminded, and performed in the party's place (行政强制法 34, 50, 51)?"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Story
from cases.models import Correction
from cases.services import Refused
from tests.cases.after_decision import do

pytestmark = pytest.mark.django_db
BEGUN = {"duty": "拆除公路建筑控制区内的棚房。"}


@pytest.fixture
def story() -> Story:
    """The fine is paid; the shed that was to go by 20 April 2026 still stands."""
    told = overload(hire_everyone("quick"), until="paid")
    told.case.corrections.create(
        party=told.party,
        content="拆除公路建筑控制区内的棚房。",
        ordered_on=date(2026, 3, 20),
        due_on=date(2026, 4, 20),
    )
    return told


def begin(story: Story, on: date) -> Any:
    return story.handler("begin_enforcement", on, party=story.party, **BEGUN)


def test_nothing_is_enforced_before_the_day_of_the_order_is_over(story: Story) -> None:
    with pytest.raises(Refused, match="没有逾期未改正的责令"):
        begin(story, date(2026, 4, 20))
    assert begin(story, date(2026, 4, 21)).about.state == "open"


def test_what_was_put_right_is_not_enforced(story: Story) -> None:
    Correction.objects.filter(case=story.case).update(state="corrected", corrected_on=date(2026, 4, 19))
    with pytest.raises(Refused, match="没有逾期未改正的责令"):
        begin(story, date(2026, 4, 21))


def test_a_paid_fine_does_not_settle_it(story: Story) -> None:
    """The party is reminded although nothing is owed in money; the reminder names the shed."""
    enforcement = begin(story, date(2026, 4, 21)).about
    facts = {"amount": Decimal(0), "manner": "自行拆除。", "demands": "清理现场。", "measures": ["substitute"]}
    do(
        story,
        enforcement,
        "李明",
        "remind",
        date(2026, 4, 22),
        party=story.party,
        other_measure="样例旗公路养护站",
        **facts,
    )
    enforcement.refresh_from_db()
    paper = story.case.documents.get(form_key="reminder")
    assert enforcement.state == "reminded"
    assert paper.content["subject_matter"] == "拆除公路建筑控制区内的棚房。"
    assert paper.content["substitute"] == "样例旗公路养护站"
