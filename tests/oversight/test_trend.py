"""Does the trend compare six periods by one standard, and is every number of the report two clicks from the field?"""

import itertools
import re
from datetime import date
from decimal import Decimal
from html import unescape
from urllib.parse import unquote

import pytest

from benchmarks.copies import copy_case
from documents.models import Document
from oversight.charts import line
from oversight.models import ReviewRun
from oversight.report import make_report, run_review
from oversight.trend import periods, trend
from tests.oversight.test_report import NOW, PERIOD


@pytest.mark.parametrize(
    ("begins", "ends", "first", "last"),
    [
        # The quarter of the day, and five before it: over the turn of the year.
        ((2026, 7, 1), (2026, 9, 30), ((2025, 4, 1), (2025, 6, 30)), ((2026, 7, 1), (2026, 9, 30))),
        ((2026, 1, 5), (2026, 2, 1), ((2024, 10, 1), (2024, 12, 31)), ((2026, 1, 1), (2026, 3, 31))),
        # Longer than a quarter: years.
        ((2026, 1, 1), (2026, 11, 26), ((2021, 1, 1), (2021, 12, 31)), ((2026, 1, 1), (2026, 12, 31))),
        ((2026, 3, 31), (2026, 4, 1), ((2021, 1, 1), (2021, 12, 31)), ((2026, 1, 1), (2026, 12, 31))),
    ],
)
def test_six_quarters_or_six_years_end_with_the_period_of_the_report(begins, ends, first, last) -> None:
    found = [span[1:] for span in periods(date(*begins), date(*ends))]
    assert len(found) == 6
    assert found[0] == tuple(date(*day) for day in first)
    assert found[-1] == tuple(date(*day) for day in last)
    assert all((after[0] - before[1]).days == 1 for before, after in itertools.pairwise(found))


def test_one_kept_review_of_a_year_gives_the_points_of_its_quarters(year, case) -> None:
    """Second quarter: the overload of April and 11 copies of May (4 with 97.1, one vetoed with 0); third: two or three.

    (7 × 100 + 4 × 97.1 + 0) ÷ 12 = 90.7; nobody has reviewed the year before.
    """
    run_review(make_report(date(2026, 1, 1), date(2026, 12, 31), None, now=NOW), officer=None)
    copy_case(case("overload"), 1, closed_from=date(2026, 10, 9))
    points = trend(make_report(date(2026, 10, 1), date(2026, 12, 31), None, now=NOW)).points
    assert [one.files is None for one in points] == [True, True, False, False, False, False]
    second = points[3]
    assert (second.begins, second.files, second.average, second.vetoed) == (date(2026, 4, 1), 12, Decimal("90.7"), 1)
    assert points[2].files == 0
    assert (points[5].files, points[5].average) == (1, None), "the report's own quarter, counted now; too few"


def test_a_review_by_another_standard_is_no_point(year) -> None:
    run_review(make_report(date(2026, 1, 1), date(2026, 12, 31), None, now=NOW, standard_key="mee2024"), officer=None)
    own = ReviewRun.objects.get()
    points = trend(make_report(date(2026, 7, 1), date(2026, 9, 30), None, now=NOW)).points
    assert [one.files is None for one in points] == [True] * 5 + [False]
    own.result["standard"]["in_force_from"] = "2021-07-14"
    own.standard = "transport"
    own.save()
    points = trend(make_report(date(2026, 7, 1), date(2026, 9, 30), None, now=NOW)).points
    assert [one.files is None for one in points] == [True] * 5 + [False], "another version is another standard"


def test_the_line_breaks_where_nothing_is_known() -> None:
    drawn = line([("a", Decimal(90)), ("b", Decimal(95)), ("c", None), ("d", Decimal(100))])
    assert [one.value for one in drawn.dots] == ["90", "95", "100"]
    assert [len(one.split()) for one in drawn.strokes] == [2]
    # From 89 to 100 between 120 and 24: 90 lies 1/11 up, 100 at the top; three steps of 100 from 30 to 330.
    assert (drawn.low, drawn.dots[0].x, drawn.dots[0].y) == (89, "30.0", f"{120 - 96 / 11:.1f}")
    assert (drawn.dots[2].x, drawn.dots[2].y) == ("330.0", "24.0")
    assert line([("a", None)]).dots == ()


# --- the page -------------------------------------------------------------------------------------
def links(page: str, pattern: str) -> list[str]:
    return [unescape(one) for one in re.findall(rf'href="({pattern}[^"]*)"', page)]


@pytest.fixture
def kept(year) -> str:
    """What an address needs to show the review of the year as it was kept."""
    run = run_review(make_report(date(2026, 1, 1), date(2026, 12, 31), None, now=NOW), officer=None)
    return f"run={run.pk}"


def test_every_number_opens_its_files_and_every_fault_its_field_in_two_clicks(year, kept, signed_in) -> None:
    """By hand: P17 is found in the interview record of four copies, V14 in the decision of the fifth."""
    client = signed_in("韩雪")
    numbers = set(links(client.get(f"/review/?{kept}").content.decode(), "/review/(?:files|items)/"))
    # Files, grades, vetoes; of the units: files, grades, vetoes; items; the trend.
    assert len(numbers) >= 12
    places: dict[str, set[str]] = {}
    for number in numbers:
        behind = client.get(number)
        assert behind.status_code == 200, number
        places[number] = set(links(behind.content.decode(), r"/papers/\d"))
    ways = {
        "/items/P17/": ("interview-record", set(year[:4]), "告知"),
        "/items/V14/": ("penalty-decision", {year[4]}, "决定日期"),
    }
    for item, (form, cases, field) in ways.items():
        (number,) = [one for one in numbers if item in one]
        found = {one.partition("#:~:text=")[::2] for one in places[number]}
        papers = Document.objects.filter(pk__in=[address.strip("/").split("/")[1] for address, _field in found])
        assert {(one.form_key, one.case_id) for one in papers} == {(form, pk) for pk in cases}
        assert {unquote(one) for _address, one in found} == {field}
        assert all(client.get(address).status_code == 200 for address, _field in found)
    # The same fields stand on the list of files: a number of files leads there in two clicks too.
    everything = max(places.values(), key=len)
    assert all(places[number] <= everything for number in numbers if "/files/" in number)
    assert set().union(*(places[one] for one in numbers if "/items/V14" in one)) <= everything


def test_the_numbers_of_a_unit_are_the_numbers_of_files_behind_them(kept, signed_in) -> None:
    client = signed_in("韩雪")
    rows = client.get(f"/review/?{kept}").context["by_unit"]
    assert {row["unit"]: row["cases"] for row in rows} == {"治超站": 13, "一中队": 1, "二中队": 1}
    for row in rows:
        assert client.get(row["url"]).context["count"] == row["cases"]
        assert client.get(row["vetoed_url"]).context["count"] == row["vetoed"]
        for grade in row["grades"]:
            assert client.get(grade["url"]).context["count"] == grade["count"]


def test_an_item_shows_its_units_and_each_opens_its_own_places(kept, signed_in) -> None:
    client = signed_in("韩雪")
    bars = client.get(f"/review/items/P17/?{kept}").context["units"]
    assert {one["label"]: one["value"] for one in bars} == {"治超站": 4, "一中队": 0, "二中队": 0}
    for one in bars:
        assert len(client.get(one["url"]).context["findings"]) == one["value"]


def test_the_trend_is_drawn_with_words_and_a_table_beside_it(year, signed_in) -> None:
    client = signed_in("韩雪")
    page = client.get(f"/review/?{PERIOD}").content.decode()
    assert '<svg viewBox="0 0 360 150"' in page and 'role="img"' in page and "<desc" in page
    assert "没有按同一标准存档的评查" in page and "把这六期一次评查存档" in page
    assert page.count("2021 年") >= 2, "in the drawing and in the table"


@pytest.mark.parametrize(
    "query", ["since=x&until=2026-13-40", "of=²", "grade=99999999999", "about=nothing", "procedure=x"]
)
def test_an_odd_wish_is_no_wish(kept, signed_in, query) -> None:
    answer = signed_in("韩雪").get(f"/review/files/?{kept}&{query}")
    assert (answer.status_code, answer.context["count"]) == (200, 15)
