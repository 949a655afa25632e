"""Does each rule find its defect, name its article and its paper, and leave a lawful file alone?"""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
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
from tests.oversight.record_defects import RECORD_DEFECTS

STANDARD = date(2026, 11, 20)
# No discretion tiers are shipped; the rule has a test of its own in test_tiers.py.
FIELD_DEFECTS = list(csv.DictReader((Path(__file__).parent / "field_defects.csv").open(encoding="utf-8")))
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
    planted = {one.rule for one in (*DEFECTS, *RECORD_DEFECTS)} | {row["rule"] for row in FIELD_DEFECTS}
    assert RULES.keys() - planted == NEEDS_A_PACK
    assert planted <= RULES.keys()


def test_every_rule_is_used_by_a_standard() -> None:
    assert {key for item in all_review_items() for key in item.rules} == RULES.keys()


def test_more_than_a_hundred_and_twenty_items_are_checked_by_machine() -> None:
    """Counted in the file of items: lines that name a rule."""
    lines = (Path(settings.LAW_DATA_DIR) / "review_standard.csv").read_text(encoding="utf-8").splitlines()
    checked = Counter(row["standard"] for row in csv.DictReader(lines) if row["rules"])
    assert checked == {"transport": 66, "mee2024": 108, "regional2026": 104}
    assert len(RULES) >= 120


def test_every_item_says_to_which_files_it_applies() -> None:
    assert {item.applies for item in all_review_items()} <= APPLICABLE.keys()


def test_the_points_of_the_standard_add_up_to_a_hundred() -> None:
    assert sum(item.points for item in review_standard(STANDARD).items) == 100


def test_the_points_of_the_published_table_are_those_of_its_text() -> None:
    """MEE 2024: 100 for the papers of a penalty, 65 for those of a seizure, 20 deducted for the basic elements."""
    items = review_standard(STANDARD, "mee2024").items
    assert sum(one.points for one in items if one.number.startswith("D")) == 100
    # Approval 10, decision 20, record of the scene 13, extension 11, release 11; the other 35 are papers that D counts.
    assert sum(one.points for one in items if one.number.startswith("S")) == 65
    assert sum(one.points for one in items if one.deducts) == 20
    assert sum(one.veto for one in items) == 22


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
