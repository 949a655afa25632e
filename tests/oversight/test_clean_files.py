"""Does a lawful case come through the review without a finding?"""

from datetime import date
from decimal import Decimal

import pytest

from law.review_standard import review_standard
from oversight.scoring import assess

STANDARD_DAY = date(2026, 11, 20)


@pytest.mark.parametrize("name", ["overload", "dangerous", "first_offence", "on_the_spot"])
def test_a_sample_case_has_no_finding(file, name) -> None:
    result = assess(file(name), review_standard(STANDARD_DAY))
    found = [finding.sentence for mark in result.marks for finding in mark.findings]
    assert found == []
    assert result.score == Decimal(100)
    assert result.grade is not None and result.grade.title == "优秀"
