"""Does a case wait until its penalties that are not money are shown to be carried out (行政处罚法 66.1)?"""

from datetime import date
from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Story
from cases.act import Ask
from cases.carrying_out import parties_to_enforce
from cases.case_file import load_case_file
from cases.guards.carrying_out import other_penalties_are_carried_out
from cases.models import Sanction
from cases.services import Refused
from tests.cases.after_decision import do
from tests.cases.guard_rows.carrying_out import handed_in, revoke

pytestmark = pytest.mark.django_db
DAY = date(2026, 4, 20)
CLOSING = {"closing_note": "罚款已缴清。", "opinion": "建议结案。"}


@pytest.fixture
def story() -> Story:
    """Paid and published; the decision also revokes the licence."""
    told = overload(hire_everyone("quick"), until="paid")
    revoke(told)
    told.publish(date(2026, 4, 10))
    return told


def close(story: Story) -> Any:
    return story.handler("propose_closing", DAY, **CLOSING)


def test_a_paid_fine_does_not_close_a_case_whose_licence_was_not_taken(story: Story) -> None:
    with pytest.raises(Refused, match="“吊销许可证件”还没有执行的记录"):
        close(story)
    story.handler("record_performance", DAY, **handed_in(story))
    paper = close(story).papers[0]
    assert "收缴证件清单（蒙样交执收〔2026〕001号）" in paper.content["execution"]
    assert "2026年4月13日已执行" in paper.content["execution"]


def test_the_organ_that_gave_the_licence_is_told(story: Story) -> None:
    with pytest.raises(Refused, match="没有写明怎样告知发证机关"):
        story.handler("record_performance", DAY, **handed_in(story, organ=""))


def test_evidence_proves_it_as_well_as_a_paper(story: Story) -> None:
    photo = story.case.evidence.latest("pk")
    done = story.handler("record_performance", DAY, **handed_in(story, proof="", evidence=photo)).about
    assert done.evidence == photo and close(story)


def test_what_is_shown_once_is_not_shown_twice(story: Story) -> None:
    story.handler("record_performance", DAY, **handed_in(story))
    with pytest.raises(Refused, match="没有这项还要执行的处罚"):
        story.handler("record_performance", DAY, **handed_in(story))


def test_every_kind_but_warning_and_money_is_awaited(story: Story) -> None:
    """A warning is carried out by being served, a fine by being paid."""
    for kind in ("suspend_licence", "downgrade", "restrict", "stop", "close", "ban", "other"):
        Sanction.objects.filter(charge=story.charge, stage="decided").update(kinds=["warning", "fine", kind])
        assert len(other_penalties_are_carried_out.check(ask(story))) == 1, kind


def test_what_stands_in_words_only_is_awaited_too(story: Story) -> None:
    Sanction.objects.filter(charge=story.charge, stage="decided").update(kinds=["fine"], other="公开道歉")
    with pytest.raises(Refused, match="公开道歉"):
        close(story)


def test_an_annulled_penalty_is_not_awaited(story: Story) -> None:
    for effect, awaited in (("annulled", False), ("invalid", False), ("illegal", True)):
        story.case.decisions.update(effect=effect, effect_on=DAY)
        assert bool(other_penalties_are_carried_out.check(ask(story))) is awaited, effect


def test_it_waits_unless_the_court_has_it_or_enforcement_has_ended(story: Story) -> None:
    told = {"party": story.party, "begun_on": DAY, "duty": "交回许可证。", "reminded_on": DAY, "over_on": DAY}
    begun = story.case.enforcements.create(**told)
    for state, awaited in {"accepted": False, "granted": False, "ended": False, "done": True, "reminded": True}.items():
        type(begun).objects.filter(pk=begun.pk).update(**{"state": state})
        assert bool(other_penalties_are_carried_out.check(ask(story))) is awaited, state


def test_a_party_that_keeps_its_licence_can_be_reminded_and_brought_before_the_court(story: Story) -> None:
    """A duty that no money settles (行政强制法 34, 53): enforced after the fine is paid, and not done by words."""
    assert parties_to_enforce(load_case_file(story.case.pk), DAY) == []
    refusal = handed_in(story, refused=True, organ="", how="两次上门，当事人拒不交出。", proof="现场笔录")
    story.handler("record_performance", DAY, **refusal)
    assert parties_to_enforce(load_case_file(story.case.pk), DAY) == [story.party]
    begun = story.handler("begin_enforcement", DAY, party=story.party, duty="交回许可证。").about
    with pytest.raises(Refused, match="“吊销许可证件”还没有执行的记录"):
        do(story, begun, "李明", "confirm_performed", DAY, over_reason="已交回。")
    story.handler("record_performance", DAY, **handed_in(story))
    do(story, begun, "李明", "confirm_performed", DAY, over_reason="已交回。")
    assert close(story).case.state == "closing_proposed"


def ask(story: Story) -> Any:
    return Ask(load_case_file(story.case.pk), story.cast["李明"], DAY)
