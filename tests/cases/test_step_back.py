"""Can whoever examines a case send it back with a reason, and does the reason stay?"""

from datetime import date

import pytest

from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Cast, Story
from cases.act import acts_of
from cases.models import Case
from cases.states import State

pytestmark = pytest.mark.django_db
WHY = "材料不全，补正后再报。"
STAY = {
    State.LEAD: "the first",
    State.INVESTIGATING: "what was filed is withdrawn or ended, not unfiled",
    State.NOT_FILED: "a new lead, where new facts come up",
    State.WITHDRAWN: "a new lead, where new facts come up",
    State.DECIDED: "a decision is annulled, not taken back",
}
"""States from which nobody steps back, and why."""


@pytest.fixture
def cast(db: None) -> Cast:
    return hire_everyone("quick")


def test_every_state_but_these_has_a_way_back() -> None:
    order = list(State.values)
    back = {
        source
        for act in acts_of(Case).values()
        for source in act.source
        for target in act.targets
        if source != "*" and order.index(target) < order.index(source)
    }
    assert set(State.values) - back == {state.value for state in STAY}


def test_a_head_sends_back_before_the_decision(cast: Cast) -> None:
    story = overload(cast, until="ready")
    story.act("卫国", "send_back_undecided", date(2026, 4, 1), opinion=WHY)
    assert story.case.state == "notified"
    assert story.case.approvals.get(act="send_back_undecided").opinion == WHY
    story.handler("submit_for_decision", date(2026, 4, 2))
    assert story.case.state == "ready"


def closing(cast: Cast) -> Story:
    story = overload(cast, until="paid")
    story.exempt(date(2026, 4, 13), "涉及商业秘密。")
    story.handler("propose_closing", date(2026, 4, 14), closing_note="已缴清。", opinion="建议结案。")
    return story


def test_a_closing_is_sent_back_to_where_it_came_from(cast: Cast) -> None:
    story = closing(cast)
    story.act("郑海", "return_closing", date(2026, 4, 14), opinion=WHY)
    assert story.case.state == "served"
    story.handler("propose_closing", date(2026, 4, 15), closing_note="已缴清。", opinion="建议结案。")
    story.act("郑海", "endorse_closing", date(2026, 4, 15), opinion="同意。")
    story.act("卫国", "send_back_closing", date(2026, 4, 16), opinion=WHY)
    assert story.case.state == "served"
    assert [one.opinion for one in story.case.approvals.filter(opinion=WHY)] == [WHY, WHY]
