"""Which evidence proves which fact, and does the report say so where there are several charges?"""

from datetime import date
from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from bureau.sample.story import Story
from cases.case_file import load_case_file
from cases.evidence_rules import is_supported, matrix, rests_on_words_alone
from cases.papers.investigation import evidence_by_charge
from cases.screens.evidence_matrix import weak_spots
from tests.cases.situations import START, TRADER, add_party, lead

pytestmark = pytest.mark.django_db
SIGNED = {"made": "田大力，当日，口头", "signed": "是"}


@pytest.fixture
def story(time_machine: Any) -> Story:
    """One party, two charges; the facts of the second have two lines."""
    time_machine.move_to("2026-11-02 02:00Z", tick=False)
    story = lead(hire_everyone("quick"), "样例旗老田货运部")
    add_party(story, TRADER, "HY-012")
    facts = "车辆没有审验。\n驾驶人没有从业资格证。"
    story.handler("add_charge", START, party=story.party, violation_code="HY-001", conduct_on=START, facts=facts)
    return story


def test_each_line_of_the_facts_wants_its_own_evidence(story: Story) -> None:
    first, second = story.case.charges.order_by("pk")
    story.evidence(START, "documentary", "道路运输证", "当事人", "逾期", supports=[(first.pk, 1), (second.pk, 1)])
    story.evidence(START, "party_statement", "陈述", "田大力", "没有证", formalities=SIGNED, supports=[(second.pk, 2)])
    file = load_case_file(story.case.pk)
    found = [(one.line, [piece.title for piece in one.evidence], is_supported(one, START)) for one in matrix(file)]
    assert found == [(1, ["道路运输证"], True), (1, ["道路运输证"], True), (2, ["陈述"], True)]
    assert [rests_on_words_alone(one) for one in matrix(file)] == [False, False, True]
    assert any("只有当事人的陈述" in one for one in weak_spots(file))
    remarks = [one.remarks for one in evidence_by_charge(file)]
    assert remarks[0].endswith("证明违法行为（一）（二）") and remarks[1].endswith("证明违法行为（二）")


def test_evidence_without_its_form_supports_nothing(story: Story) -> None:
    charge = story.case.charges.order_by("pk")[0]
    story.evidence(START, "documentary", "道路运输证", "当事人", "逾期", formalities={}, supports=[(charge.pk, 1)])
    facts = matrix(load_case_file(story.case.pk))
    assert [is_supported(one, START) for one in facts] == [False, False, False]
    assert is_supported(facts[0], date(2021, 7, 14)), "before the revised law nothing was asked"


def test_what_was_obtained_unlawfully_supports_nothing_and_stays_in_the_file(story: Story) -> None:
    first, second = story.case.charges.order_by("pk")
    story.evidence(START, "documentary", "道路运输证", "当事人", "逾期", supports=[(first.pk, 1), (second.pk, 1)])
    before = load_case_file(story.case.pk)
    assert is_supported(matrix(before)[0], START)
    told = {"evidence": story.case.evidence.get(), "inquiry": None, "ground": "coercion"}
    story.handler("exclude_evidence", START, reason="以扣车相威胁取得，录像证实。", **told)
    file = load_case_file(story.case.pk)
    assert file.evidence == [] and [one.title for one in file.all_evidence] == ["道路运输证"]
    assert not is_supported(matrix(file)[0], START)
    assert file.substance() != before.substance(), "what was reviewed and discussed before must be looked at again"
    assert story.case.evidence.get().exclusion.reason == "以扣车相威胁取得，录像证实。"
