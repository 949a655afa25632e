"""What happens to a period that ends in a year whose holidays nobody has announced yet?"""

from datetime import date

import pytest

from law.holidays import CalendarMissing
from law.terms import compute, term_rule

UNKNOWN = "2028 年的节假日安排尚未公布，届满日暂按周末推算"


@pytest.mark.parametrize(
    ("key", "start", "due"),
    [
        ("litigation", date(2027, 8, 2), date(2028, 2, 2)),  # a Wednesday
        ("litigation", date(2027, 7, 8), date(2028, 1, 10)),  # 8 January 2028 is a Saturday
        ("decide", date(2027, 10, 11), date(2028, 1, 10)),  # the ninetieth day is Sunday 9 January 2028
    ],
)
def test_a_long_period_is_counted_and_says_what_is_not_known(key: str, start: date, due: date) -> None:
    derived = compute(term_rule(key, start), start)
    assert derived.due == due
    assert UNKNOWN in derived.text


def test_working_days_of_an_unknown_year_are_not_guessed() -> None:
    with pytest.raises(CalendarMissing):
        compute(term_rule("statement", date(2027, 12, 30)), date(2027, 12, 30))
