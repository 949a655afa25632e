"""Which terms stand still while experts are at work, by which article, and for which days?"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bureau.sample.overload import found
from bureau.sample.people import hire_everyone
from bureau.sample.story import Story
from cases import clocks, standstill
from cases.models import Appraisal, Term
from law.terms import all_terms, term_rule

pytestmark = pytest.mark.django_db
START = date(2026, 3, 10)


@pytest.fixture
def story(time_machine: Any) -> Story:
    """Filed on 10 March 2026; a vehicle has been seized on that day."""
    time_machine.move_to("2026-11-02 02:00Z", tick=False)
    story = found(hire_everyone("quick"), START, 1)
    clocks.open_term(story.case, "seizure", START, story.party)
    return story


def entrust(story: Story, on: date, stops: list[int]) -> Appraisal:
    order = {"institution": "检验所", "qualification": "1号", "question": "闪点", "samples": "柴油一瓶"}
    facts = {"party": story.party, "expected_on": date(2026, 4, 1), "stops": stops}
    done = story.handler("entrust_appraisal", on, **order, **facts)
    assert isinstance(done.about, Appraisal)
    return done.about


def receive(story: Story, appraisal: Appraisal, on: date) -> None:
    opinion = {"opinion": "闪点52摄氏度。", "appraisers": "于工", "signed": True}
    story.act_on(appraisal, story.first, "receive_opinion", on, **opinion)


def term(story: Story, key: str) -> Term:
    return story.case.terms.get(key=key)


def test_only_the_seizure_stops_for_an_appraisal_by_default() -> None:
    assert [one.key for one in all_terms() if "appraisal" in one.stops_for] == ["seizure"]


def test_the_seizure_stands_still_while_the_decision_period_runs(story: Story) -> None:
    seizure, decide = term(story, "seizure"), term(story, "decide")
    assert (seizure.due_on, decide.due_on) == (date(2026, 4, 9), date(2026, 6, 8))
    appraisal = entrust(story, date(2026, 3, 12), [seizure.pk])
    assert term(story, "seizure").paused_since == date(2026, 3, 13), "the day of the event is never counted itself"
    assert term(story, "decide").paused_since is None
    receive(story, appraisal, date(2026, 3, 22))
    # Ten days, 13 to 22 March, are left out: the thirtieth day is 19 April, a Sunday, and does not roll.
    assert (term(story, "seizure").due_on, term(story, "decide").due_on) == (date(2026, 4, 19), date(2026, 6, 8))
    assert [(one.first, one.last, one.basis) for one in term(story, "seizure").exclusions.all()] == [
        (date(2026, 3, 13), date(2026, 3, 22), "行政强制法:25.3")
    ]


def test_two_appraisals_at_once_leave_no_day_out_twice(story: Story) -> None:
    seizure = term(story, "seizure")
    first = entrust(story, date(2026, 3, 12), [seizure.pk])
    second = entrust(story, date(2026, 3, 16), [seizure.pk])
    receive(story, first, date(2026, 3, 18))
    assert term(story, "seizure").paused_since == date(2026, 3, 13), "the second is still at work"
    receive(story, second, date(2026, 3, 22))
    assert term(story, "seizure").due_on == date(2026, 4, 19)


def test_an_appraisal_of_something_else_stops_nothing(story: Story) -> None:
    appraisal = entrust(story, date(2026, 3, 12), [])
    receive(story, appraisal, date(2026, 3, 22))
    assert term(story, "seizure").due_on == date(2026, 4, 9)


def test_a_province_may_let_the_decision_period_stop(story: Story, tmp_path: Path, settings: Any) -> None:
    (tmp_path / "terms.toml").write_text(LOCAL, encoding="utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    assert term_rule("decide", START).stops_for == ("appraisal",)
    appraisal = entrust(story, date(2026, 3, 12), [term(story, "decide").pk])
    receive(story, appraisal, date(2026, 3, 22))
    assert term(story, "decide").due_on == date(2026, 6, 18)


def test_what_one_cause_still_holds_another_does_not_set_free(story: Story, tmp_path: Path, settings: Any) -> None:
    (tmp_path / "terms.toml").write_text(LOCAL.replace('["appraisal"]', '["appraisal", "suspension"]'), "utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    appraisal = entrust(story, date(2026, 3, 12), [term(story, "decide").pk])
    suspension = story.case.suspensions.create(
        state="running", ground="party_missing", explanation="?", proposed_on=START, began_on=date(2026, 3, 15)
    )
    standstill.stand_still(story.case, standstill.SUSPENSION, on=date(2026, 3, 15))
    receive(story, appraisal, date(2026, 3, 22))
    assert term(story, "decide").paused_since == date(2026, 3, 13), "the investigation is still suspended"
    type(suspension).objects.filter(pk=suspension.pk).update(state="resumed")
    told = {"reason": "中止调查", "basis": "行政处罚法:60"}
    standstill.go_on(story.case, standstill.SUSPENSION, on=date(2026, 3, 31), **told)
    # Nineteen days, 13 to 31 March, each left out once: 8 June becomes Saturday 27 June, and so Monday.
    assert term(story, "decide").due_on == date(2026, 6, 29)


def test_the_opinion_is_evidence_and_may_be_contested_once(story: Story) -> None:
    appraisal = entrust(story, date(2026, 3, 12), [])
    receive(story, appraisal, date(2026, 3, 22))
    expert = story.case.evidence.get(kind="expert")
    assert expert.formalities == {"institution": "检验所，1号", "signed": "是"}
    assert term(story, "tell_appraisal").due_on == date(2026, 3, 25)
    act: Callable[..., Any] = story.act_on
    act(appraisal, story.first, "tell_opinion", date(2026, 3, 24))
    assert term(story, "tell_appraisal").ending == "met"
    act(appraisal, story.first, "contest_opinion", date(2026, 3, 25), reason="样品被污染。")
    order = {"institution": "另一检验所", "qualification": "2号", "question": "闪点", "samples": "备样一瓶"}
    again = {"expected_on": date(2026, 4, 8), "stops": [], "answer": "理由成立。"}
    repeated = act(appraisal, "卫国", "repeat_appraisal", date(2026, 3, 26), **order, **again).about
    assert (repeated.repeats_id, repeated.state) == (appraisal.pk, "entrusted")
    running = story.case.terms.get(key="appraisal", ended_on=None)
    assert running.about == f"appraisal-{repeated.pk}", "the new term is that of the new appraisal"
    papers = story.case.documents.filter(form_key="appraisal-letter").values_list("subject_key", flat=True)
    assert set(papers) == {f"appraisal-{appraisal.pk}", f"appraisal-{repeated.pk}"}


LOCAL = """
[[term]]
key = "decide"
title = "作出处罚决定"
length = 90
unit = "calendar"
starts = "立案"
rolls = true
nature = "duty"
basis = "行政处罚法:60"
in_force_from = 2021-07-15
stops_for = ["appraisal"]
"""
