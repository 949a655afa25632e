"""Does the meter see what a person with a watch sees? Every row of coverage.csv was worked out by hand."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.recording import all_moment_rules, moment_rules
from recordings.coverage import Cover, Exactness, Media, Moment, covered
from tests.recordings.conftest import CHINA

TABLE = Path(__file__).with_name("coverage.csv")
MIDNIGHT = datetime(2026, 8, 3, tzinfo=CHINA)
KEY = "service-1"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def clock(text: str) -> datetime:
    """10:25, 10:25:30, 00:20+1 for the next day."""
    hours, _plus, days = text.partition("+")
    numbers = [int(one) for one in hours.split(":")] + [0]
    return MIDNIGHT + timedelta(days=int(days or 0), hours=numbers[0], minutes=numbers[1], seconds=numbers[2])


def span(text: str) -> tuple[datetime, datetime]:
    first, _dash, last = text.rstrip("*").partition("-")
    return clock(first), clock(last)


def moment_at(exactness: str, text: str) -> Moment:
    start, end = span(text)
    return Moment(KEY, all_moment_rules()[0], "…", start, end, Exactness(exactness), frozenset())


def media_at(text: str) -> list[Media]:
    return [
        Media(number, *span(one), KEY if one.endswith("*") else "") for number, one in enumerate(text.split(), start=1)
    ]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['no']} {row['why']}")
def test_a_row_worked_out_by_hand(row: dict[str, str]) -> None:
    found = covered(moment_at(row["exactness"], row["moment"]), media_at(row["media"]))
    wanted = (Cover(row["cover"]), int(row["gap_minutes"]), tuple(int(one) for one in row["by"].split()))
    assert (found.cover, found.gap_minutes, found.by) == wanted


minutes = st.integers(min_value=0, max_value=120)


@given(st.lists(st.tuples(minutes, minutes), max_size=6), minutes, minutes)
def test_what_lacks_is_what_a_list_of_minutes_says(spans: list[tuple[int, int]], first: int, last: int) -> None:
    """The second way: tick off each minute."""
    start, end = sorted((first, last))
    if start == end:
        end += 1
    media = [
        Media(number, MIDNIGHT + timedelta(minutes=min(one)), MIDNIGHT + timedelta(minutes=max(one)))
        for number, one in enumerate(spans)
    ]
    moment = Moment(
        KEY,
        all_moment_rules()[0],
        "…",
        MIDNIGHT + timedelta(minutes=start),
        MIDNIGHT + timedelta(minutes=end),
        Exactness.INTERVAL,
        frozenset(),
    )
    shown = {minute for one in spans for minute in range(min(one), max(one))}
    lacking = len(set(range(start, end)) - shown)
    found = covered(moment, media)
    assert found.gap_minutes == lacking
    assert found.cover == (Cover.FULL if not lacking else Cover.PARTLY if lacking < end - start else Cover.NONE)


def test_a_day_before_the_list_asks_for_nothing() -> None:
    assert [one.key for one in moment_rules("scene", date(2022, 7, 19))] == ["scene"]
    assert moment_rules("scene", date(2022, 7, 18)) == ()


def test_every_matter_of_the_list_has_its_facts() -> None:
    """One row for each kind that the meter can find in a case, and no other."""
    assert sorted(one.kind for one in all_moment_rules()) == [
        "execution",
        "hearing",
        "interview",
        "left_service",
        "preservation",
        "public_service",
        "sampling",
        "scene",
        "seizure",
        "spot",
    ]
