"""Of the defects planted into lawful files, how many does the review find, and at the right place?

The planting knows the schema and nothing of the rules; what must be found is written by hand beside each defect.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import time_machine
from django.db import transaction

from cases.case_file import CaseFile, load_case_file
from law.citations import cite_all
from law.review_standard import standards_in_force
from oversight.rules import RULES
from oversight.scoring import assess
from tests.oversight import force
from tests.oversight.record_defects import RECORD_DEFECTS, RecordDefect
from tests.oversight.test_rules import FIELD_DEFECTS, STANDARD

STORIES = ("overload", "dangerous", "first_offence", "on_the_spot", "held", "registered", "enforced")


@pytest.fixture(scope="module")
def stories(told: dict[str, Any], django_db_blocker: Any) -> Iterator[dict[str, int]]:
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel("2027-06-30 04:00Z", tick=False):
            cast = told["cast"]
            made = {name: getattr(force, name)(cast).case.pk for name in ("held", "registered", "enforced")}
        yield {name: told[name] for name in STORIES if name in told} | made
        transaction.set_rollback(True)


def blanked(content: Any, path: str) -> Any:
    """A copy with the value at the path emptied; a value that is not there is a mistake of the table."""
    copy = deepcopy(content)
    *steps, last = path.split(".")
    place = copy
    for step in steps:
        place = place[int(step)] if step.isdecimal() else place[step]
    assert place[last], f"nothing to plant at {path}"
    place[last] = [] if isinstance(place[last], list) else False if place[last] is True else ""
    return copy


def test_a_field_left_empty_is_found_in_its_paper_at_its_label(stories: dict[str, int], db: None) -> None:
    missed, misplaced = [], []
    for row in FIELD_DEFECTS:
        file = load_case_file(stories[row["story"]])
        (paper, *_others) = [one for one in file.papers if one.form_key == row["form"] and one.issued_on]
        paper.content = blanked(paper.content, row["path"])
        found = RULES[row["rule"]].findings(file)
        if not found:
            missed.append(row)
        elif (paper.pk, row["form"], row["field"]) not in {(one.document, one.form, one.field) for one in found}:
            misplaced.append((row, found))
    assert not missed
    assert not misplaced


@pytest.mark.parametrize("defect", RECORD_DEFECTS, ids=str)
def test_a_defect_of_the_records_is_found(stories: dict[str, int], db: None, defect: RecordDefect) -> None:
    assert RULES[defect.rule].findings(load_case_file(stories[defect.story])) == ()
    file = load_case_file(stories[defect.story])
    defect.plant(file)
    found = RULES[defect.rule].findings(file)
    assert any(defect.says in one.sentence for one in found), [one.sentence for one in found]
    for one in found:
        assert cite_all(one.basis)
        assert one.field and one.how


@pytest.mark.parametrize("name", STORIES)
def test_no_standard_finds_anything_in_a_lawful_file(stories: dict[str, int], db: None, name: str) -> None:
    file: CaseFile = load_case_file(stories[name])
    for standard in standards_in_force(STANDARD):
        marks = assess(file, standard).marks
        assert [(standard.key, one.item.number, one.findings) for one in marks if one.findings] == []
