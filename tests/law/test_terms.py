"""When does each period end? Every expected day in counting.csv was counted by hand on a printed calendar."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from law.holidays import is_working_day, working_days_after
from law.terms import Nature, Unit, UnknownTerm, all_terms, compute, term_rule

BY_HAND = list(csv.DictReader((Path(__file__).parent / "counting.csv").open(encoding="utf-8")))
DAYS = some.dates(date(2024, 1, 1), date(2027, 6, 1))


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(BY_HAND) >= 40
    assert {row["term"] for row in BY_HAND} == {rule.key for rule in all_terms()}


@pytest.mark.parametrize("row", BY_HAND, ids=lambda row: f"{row['term']}-{row['start']}")
def test_a_period_ends_on_the_day_counted_by_hand(row: dict[str, str]) -> None:
    start = date.fromisoformat(row["start"])
    found = compute(term_rule(row["term"], start), start, extended_by=int(row["extended_by"]))
    assert found.due == date.fromisoformat(row["due"]), found.text


@pytest.mark.parametrize(
    ("key", "start", "text"),
    [
        (
            "hearing_request",
            date(2026, 5, 18),
            "2026-05-18 违法行为通知书送达，次日 5月19日 起算，5 个工作日（跳过 5月23日、24日周末），截止 2026-05-25",
        ),
        (
            "serve_decision",
            date(2026, 2, 13),
            "2026-02-13 作出处罚决定，次日 2月14日 起算，7 个工作日（跳过 2月15日至23日春节、3月1日周末；"
            "计入 2月14日春节调休上班、2月28日春节调休上班），截止 2026-03-02",
        ),
        (
            "payment",
            date(2026, 9, 16),
            "2026-09-16 处罚决定书送达，次日 9月17日 起算，15 日，届满日 10月1日 为国庆节，顺延至下一工作日，"
            "截止 2026-10-08",
        ),
        ("seizure", date(2026, 9, 1), "2026-09-01 查封扣押，次日 9月2日 起算，30 日，截止 2026-10-01"),
    ],
)
def test_the_derivation_tells_event_first_day_skipped_days_and_result(key: str, start: date, text: str) -> None:
    assert compute(term_rule(key, start), start).text == text


def test_an_extension_is_told_and_counted_in_the_same_unit() -> None:
    found = compute(term_rule("decide", date(2026, 3, 10)), date(2026, 3, 10), extended_by=30)
    assert found.due == date(2026, 7, 8)
    assert "90 日，延长 30 日" in found.text


def test_excluded_days_push_a_calendar_period_back_by_their_number() -> None:
    start = date(2026, 5, 6)
    testing = (date(2026, 5, 11), date(2026, 5, 20), "检测")
    found = compute(term_rule("seizure", start), start, excluded=[testing])
    assert found.due == date(2026, 6, 15)
    assert "扣除 5月11日至5月20日 检测" in found.text


def test_excluded_days_do_not_count_as_working_days() -> None:
    start = date(2026, 5, 18)
    found = compute(term_rule("hearing_request", start), start, excluded=[(date(2026, 5, 20), date(2026, 5, 21), "")])
    assert found.due == date(2026, 5, 27)


def test_excluded_days_before_the_start_change_nothing() -> None:
    start = date(2026, 5, 18)
    found = compute(term_rule("payment", start), start, excluded=[(date(2026, 5, 1), date(2026, 5, 18), "听证")])
    assert found.due == date(2026, 6, 2)
    assert "听证" not in found.text


@pytest.mark.parametrize(("hours", "due"), [(1, 1), (24, 1), (25, 2), (72, 3)])
def test_hours_end_at_the_latest_on_the_day_of_the_last_hour_even_on_a_holiday(hours: int, due: int) -> None:
    rule = replace(term_rule("seizure", date(2026, 5, 6)), length=hours, unit=Unit.HOURS, rolls=True)
    assert compute(rule, date(2026, 9, 30)).due == date(2026, 9, 30) + timedelta(days=due)


def test_a_term_before_its_law_is_unknown() -> None:
    with pytest.raises(UnknownTerm, match="decide"):
        term_rule("decide", date(2021, 7, 14))
    with pytest.raises(UnknownTerm, match="nonsense"):
        term_rule("nonsense", date(2026, 1, 1))


def test_the_holds_on_a_party_s_things_never_roll() -> None:
    holds = {"preservation", "seizure"}
    owed = {"measure_report", "measure_return", "measure_release", "custody_handover"}  # the things wait meanwhile
    assert {rule.key for rule in all_terms() if not rule.rolls} == holds | owed


def test_what_the_bureau_sets_itself_is_soft_or_marked_as_recalled() -> None:
    theirs = {"court_acceptance", "court_ruling", "court_ruling_heard"}  # periods of the court, not of the bureau
    warnings = {"court_application_warning", "court_review", "suspension"}
    others = {"police_answer", "police_reconsideration_answer", "transfer_answer", "appraisal"}  # of other organs
    houses = {"loan", "custody_handover"}
    soft = {rule.key for rule in all_terms() if rule.nature is Nature.SOFT}
    assert soft == {"filing", "hearing_report", "review", "archive"} | theirs | warnings | others | houses
    assert term_rule("statement", date(2026, 1, 1)).certainty == "R"


def test_only_deciding_and_seizing_may_be_extended_by_thirty_days() -> None:
    extended = {rule.key: (rule.extension, rule.extension_basis) for rule in all_terms() if rule.extension}
    assert extended == {"decide": (30, "程序规定:78"), "seizure": (30, "行政强制法:25.1")}


@given(start=DAYS, key=some.sampled_from(["filing", "hearing_request", "serve_decision", "preservation"]))
def test_a_period_of_working_days_ends_worked_and_contains_exactly_its_length(start: date, key: str) -> None:
    rule = term_rule(key, start)
    due = compute(rule, start).due
    assert is_working_day(due)
    assert working_days_after(start, due) == rule.length


@given(start=DAYS, key=some.sampled_from(["payment", "decide", "reconsideration", "archive"]))
def test_a_rolling_period_never_shortens_and_rolls_only_over_days_off(start: date, key: str) -> None:
    rule = term_rule(key, start)
    full = start + timedelta(days=rule.length)
    due = compute(rule, start).due
    assert due >= full
    assert is_working_day(due)
    assert working_days_after(full - timedelta(days=1), due) == 1
