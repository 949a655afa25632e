"""Is any clock wrong? Ten thousand invented histories of every kind of term, each counted a second time."""

import random
from datetime import date, timedelta

import pytest

from law.terms import TermRule, all_terms, compute
from tests.law.second_calculation import due

HISTORIES = 10_000
FIRST, LAST = date(2024, 1, 2), date(2026, 3, 31)
"""Even long terms with everything left out end before the last year whose holidays both libraries know."""


def invented(chance: random.Random) -> tuple[TermRule, date, int, list[tuple[date, date, str]]]:
    """A rule in force, the day of an event, an extension or none, and up to four spans that may overlap or touch."""
    start = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))
    rules = [rule for rule in all_terms() if rule.unit != "months" or rule.length <= 6]
    rule = chance.choice(rules)
    # What is left out lies before, within, across the end of and behind the period.
    reach = rule.length * (31 if rule.unit == "months" else 2) + 10
    spans = []
    for number in range(chance.choice((0, 0, 1, 1, 2, 3, 4)) if rule.unit != "hours" else 0):
        first = start + timedelta(days=chance.randrange(-5, reach))
        spans.append((first, first + timedelta(days=chance.randrange(0, 25)), f"原因{number}"))
    return rule, start, chance.choice((0, rule.extension)), spans


def test_every_clock_agrees_with_a_second_calculation_in_whatever_order_things_happened() -> None:
    chance, wrong, twice = random.Random(20260101), [], 0
    for _history in range(HISTORIES):
        rule, start, extended, spans = invented(chance)
        expected = due(start, rule.length + extended, str(rule.unit), rule.rolls, [one[:2] for one in spans])
        shuffled = chance.sample(spans, len(spans))
        twice += bool(spans)
        for order in (spans, shuffled, [*spans, *spans[:1]]):
            found = compute(rule, start, extended_by=extended, excluded=order).due
            if found != expected:
                wrong.append((rule.key, start, extended, order, found, expected))
    assert wrong[:5] == []
    assert twice > HISTORIES // 3, "most histories had nothing to leave out"


@pytest.mark.parametrize(
    ("start", "length", "unit", "rolls", "spans", "expected"),
    [
        # 行政处罚法 85, the week of Qingming 2026 (4–6 April): 3, 7, 8, 9, 10, 13, 14 April.
        (date(2026, 4, 2), 7, "working", True, (), date(2026, 4, 14)),
        # 9 May 2026 is a Saturday on which people work: 6, 7, 8, 9, 11 May.
        (date(2026, 5, 5), 5, "working", True, (), date(2026, 5, 11)),
        # Thirty days of a seizure from 6 May end on 5 June; ten days of testing move that to 15 June.
        (date(2026, 5, 6), 30, "calendar", False, (), date(2026, 6, 5)),
        (date(2026, 5, 6), 30, "calendar", False, ((date(2026, 5, 11), date(2026, 5, 20)),), date(2026, 6, 15)),
        # Two tests that overlap by five days leave out fifteen days, not twenty.
        (
            *(date(2026, 5, 6), 30, "calendar", False),
            ((date(2026, 5, 11), date(2026, 5, 20)), (date(2026, 5, 16), date(2026, 5, 25))),
            date(2026, 6, 20),
        ),
        # A stay that covers the end: three months from 10 January end on 10 April; ten days of April lie in it.
        (date(2026, 1, 10), 3, "months", False, ((date(2026, 4, 1), date(2026, 4, 30)),), date(2026, 5, 10)),
        # Fifteen days from 2 October 2025 end on 17 October; National Day rolls nothing here.
        (date(2025, 10, 2), 15, "calendar", True, (), date(2025, 10, 17)),
        # Fifteen days from 21 September 2025 would end on 6 October, in the holiday until the 8th.
        (date(2025, 9, 21), 15, "calendar", True, (), date(2025, 10, 9)),
    ],
)
def test_the_second_calculation_is_right_where_one_can_count_on_a_calendar(
    start: date, length: int, unit: str, rolls: bool, spans: tuple[tuple[date, date], ...], expected: date
) -> None:
    assert due(start, length, unit, rolls, spans) == expected
