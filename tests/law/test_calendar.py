"""Which days are worked: the library and our table against a second library and the announcements by hand."""

import csv
from datetime import date, timedelta
from pathlib import Path

import holidays as second_opinion
import pytest
from django.conf import LazySettings

from law.holidays import (
    CalendarMissing,
    add_working_days,
    has_calendar,
    is_only_expected,
    is_working_day,
    working_days_after,
)

BY_HAND = list(csv.DictReader((Path(__file__).parent / "calendar_days.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("row", BY_HAND, ids=lambda row: row["date"])
def test_announced_days_are_as_announced(row: dict[str, str]) -> None:
    assert is_working_day(date.fromisoformat(row["date"])) is (row["worked"] == "yes")


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_day_agrees_with_a_second_library(year: int) -> None:
    china = second_opinion.country_holidays("CN", years=year)
    days = [date(year, 1, 1) + timedelta(days=step) for step in range(366 if year == 2024 else 365)]
    assert days[-1] == date(year, 12, 31)
    assert [each for each in days if is_working_day(each) != china.is_working_day(each)] == []


def test_expected_days_of_2027_agree_with_a_second_library() -> None:
    china = second_opinion.country_holidays("CN", years=2027)
    days = [date(2027, 1, 1) + timedelta(days=step) for step in range(365)]
    assert [each for each in days if is_working_day(each) != china.is_working_day(each)] == []


def test_2027_is_marked_as_expected_and_2026_is_not() -> None:
    assert is_only_expected(2027)
    assert not is_only_expected(2026)


def test_a_year_without_calendar_is_refused_and_named() -> None:
    assert not has_calendar(2028)
    with pytest.raises(CalendarMissing, match="2028"):
        is_working_day(date(2028, 1, 3))


def test_counting_into_a_year_without_calendar_is_refused() -> None:
    with pytest.raises(CalendarMissing):
        add_working_days(date(2027, 12, 30), 3)


def test_the_day_of_the_event_is_not_counted() -> None:
    assert add_working_days(date(2026, 5, 18), 0) == date(2026, 5, 18)
    assert add_working_days(date(2026, 5, 18), 1) == date(2026, 5, 19)


def test_working_days_between_are_counted_with_the_end_and_without_the_start() -> None:
    assert working_days_after(date(2026, 5, 18), date(2026, 5, 25)) == 5
    assert working_days_after(date(2026, 4, 2), date(2026, 4, 14)) == 7
    assert working_days_after(date(2026, 4, 2), date(2026, 4, 2)) == 0
    assert working_days_after(date(2026, 4, 3), date(2026, 4, 2)) == 0


def test_the_bureau_may_enter_a_day_off_of_its_own(tmp_path: Path, settings: LazySettings) -> None:
    assert is_working_day(date(2026, 8, 19))
    (tmp_path / "holidays.toml").write_text('[[day]]\ndate = 2026-08-19\nkind = "holiday"\nname = "那达慕"\n', "utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    assert not is_working_day(date(2026, 8, 19))
    assert is_working_day(date(2026, 8, 20))


def test_the_announcement_for_2027_replaces_what_was_expected(tmp_path: Path, settings: LazySettings) -> None:
    announced = (
        '[[year]]\nyear = 2027\ncertainty = "S"\n[[day]]\ndate = 2027-02-10\nkind = "working"\nname = "调休上班"\n'
    )
    (tmp_path / "holidays.toml").write_text(announced, "utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    assert is_working_day(date(2027, 2, 10))
    assert not is_working_day(date(2027, 2, 9))
    assert not is_only_expected(2027)
