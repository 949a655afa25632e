"""Does each rule find its defect, name its article and its paper, and leave a lawful file alone?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.case_file import load_case_file
from law.citations import cite_all
from law.forms import form_rule
from law.review_standard import all_review_items, review_standard
from oversight.applicability import APPLICABLE
from oversight.rules import RULES
from oversight.scoring import assess
from tests.oversight.defects import DEFECTS, Defect

STANDARD = date(2026, 11, 20)
# No discretion tiers are shipped; the rule has a test of its own in test_tiers.py.
NEEDS_A_PACK = {"fine-matches-a-tier"}


@pytest.mark.parametrize("defect", DEFECTS, ids=str)
def test_a_planted_defect_is_found(tampered, defect: Defect) -> None:
    case = tampered[defect.story]
    if defect.rule not in ("cover-can-be-filled",):
        assert RULES[defect.rule].findings(load_case_file(case)) == ()
    defect.plant(case)
    found = RULES[defect.rule].findings(load_case_file(case))
    assert any(defect.says in one.sentence for one in found), [one.sentence for one in found]
    for one in found:
        assert cite_all(one.basis)
        assert one.form == "" or form_rule(one.form)


def test_every_rule_has_a_planted_defect() -> None:
    assert RULES.keys() - {one.rule for one in DEFECTS} == NEEDS_A_PACK


def test_there_are_more_than_thirty_rules_and_every_one_is_used_by_the_standard() -> None:
    named = {key for item in all_review_items() for key in item.rules}
    assert named == RULES.keys()
    assert len(RULES) >= 30


def test_every_item_says_to_which_files_it_applies() -> None:
    assert {item.applies for item in all_review_items()} <= APPLICABLE.keys()


def test_the_points_of_the_standard_add_up_to_a_hundred() -> None:
    assert sum(item.points for item in review_standard(STANDARD).items) == 100


@pytest.mark.parametrize("name", ["overload", "dangerous", "first_offence", "on_the_spot"])
def test_no_rule_asks_the_database(file, name) -> None:
    loaded = file(name)
    with CaptureQueriesContext(connection) as queries:
        assess(loaded, review_standard(STANDARD))
    assert len(queries) == 0


def test_a_finding_leads_to_its_paper_and_field(tampered, file) -> None:
    defect = next(one for one in DEFECTS if one.says == "数额不具体")
    defect.plant(tampered["overload"])
    (found,) = RULES["notice-is-exact"].findings(file("overload"))
    (paper,) = (one for one in file("overload").papers if one.form_key == "violation-notice")
    assert (found.document, found.field, found.form) == (paper.pk, "拟作出的处罚", "violation-notice")
