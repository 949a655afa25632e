"""For how long is a penalty shown? Dates worked out by hand."""

from datetime import date
from decimal import Decimal

import pytest

from law.laws import law
from law.publication import UnknownDisplayPeriod, all_display_rules, display_rule
from law.violations import PenaltyKind


@pytest.mark.parametrize(
    ("kinds", "decided_on", "grade", "last_day"),
    [
        ({"warning"}, date(2026, 4, 1), "minor", date(2026, 7, 1)),
        ({"fine"}, date(2026, 4, 1), "general", date(2027, 4, 1)),
        ({"fine"}, date(2026, 3, 31), "general", date(2029, 3, 31)),
        ({"fine", "confiscate_income"}, date(2026, 6, 26), "general", date(2027, 6, 26)),
        ({"warning", "fine", "revoke"}, date(2026, 6, 26), "serious", date(2029, 6, 26)),
        ({"fine"}, date(2028, 2, 29), "general", date(2029, 2, 28)),
        ({"ban"}, date(2023, 4, 30), "serious", date(2026, 4, 30)),
        ({"fine"}, date(2023, 4, 30), "general", date(2024, 4, 30)),
    ],
)
def test_the_rule_of_the_day_of_decision_counts(kinds: set[str], decided_on: date, grade: str, last_day: date) -> None:
    rule = display_rule(kinds, Decimal(0), decided_on)
    assert (rule.key, rule.last_day(decided_on)) == (grade, last_day)


def test_a_mere_warning_was_not_shown_under_the_older_rules() -> None:
    assert not display_rule({"warning"}, Decimal(0), date(2026, 3, 31)).is_shown
    assert display_rule({"warning"}, Decimal(0), date(2026, 4, 1)).is_shown


def test_before_the_first_rule_nobody_knows() -> None:
    with pytest.raises(UnknownDisplayPeriod):
        display_rule({"fine"}, Decimal(100), date(2019, 6, 30))


@pytest.mark.parametrize("kind", PenaltyKind.values)
@pytest.mark.parametrize("on", [date(2020, 1, 1), date(2024, 1, 1), date(2026, 12, 1)])
def test_every_kind_of_penalty_has_its_grade(kind: str, on: date) -> None:
    assert display_rule({kind}, Decimal(0), on).min_months <= 36


def test_every_rule_names_a_law_that_is_known() -> None:
    assert [law(rule.basis).title for rule in all_display_rules()]
