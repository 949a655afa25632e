"""Are the newest cases with all the words found, wherever between the newest and the oldest they stand?"""

from typing import Any

import pytest
from django.db import connection

from search import engine

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db]
CASES = 200
EVERYWHERE = range(1, CASES + 1)
# Which cases have which word; the small windows below end at 191 and 161.
WORDS = {
    "超限": EVERYWHERE,
    "粮食": range(3, CASES + 1, 3),
    "散装": (*range(165, 185, 4), *range(1, 100, 7)),
    "砂石": range(140, 190),
    "水泥": range(20, 140),
    "样例": (5, 17, 90),
    "mrm": (150, 195),
    "沙尘": (199, 200),
}


@pytest.fixture
def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"NEWEST": 10, "NEWER": 40, "ENOUGH": 4, "CANDIDATES": 12}.items():
        monkeypatch.setattr(engine, name, value)
    lines = [(case, " ".join(word for word, cases in WORDS.items() if case in cases)) for case in EVERYWHERE]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_casewords")
        cursor.executemany("INSERT INTO search_casewords (rowid, words) VALUES (%s, %s)", lines)


@pytest.mark.usefixtures("small_windows")
@pytest.mark.parametrize(
    ("words", "newest", "are_all"),
    [
        (["超限"], [200, 199, 198, 197], False),
        (["粮食"], [198, 195, 192, 189], False),
        (["超限", "粮食"], [198, 195, 192, 189], False),
        (["散装"], [181, 177, 173, 169, 165], False),
        (["砂石"], list(range(189, 177, -1)), False),
        (["水泥"], list(range(139, 127, -1)), False),
        (["样例"], [90, 17, 5], True),
        (["样例", "粮食"], [90], True),
        (["mrm"], [195, 150], True),
        (["沙尘", "超限"], [200, 199], True),
        (["沙尘", "样例"], [], True),
        (["尘沙"], [], True),
    ],
)
def test_the_newest_come_first_and_none_is_passed_over(words: list[str], newest: list[int], are_all: bool) -> None:
    found = engine.candidates(words)
    ids = [case for case, _words in found.rows]
    # As many as the window looked into has; but none of them may be missing between the first and the last shown.
    assert ids[: len(newest)] == newest[: len(ids)] and len(ids) >= min(3, len(newest))
    assert found.cut_off is not are_all
    assert ids == newest if are_all else len(ids) <= 12


@pytest.mark.usefixtures("small_windows")
def test_a_part_of_a_word_is_not_the_word() -> None:
    assert engine.candidates(["rm"]).rows == engine.candidates(["超"]).rows == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("small_windows")
def test_settings_of_a_search_do_not_outlive_it() -> None:
    if connection.vendor == "postgresql":
        before = settings_now()
        engine.candidates(["样例"])
        assert settings_now() == before


def settings_now() -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name IN ('work_mem', 'random_page_cost', 'jit')")
        return sorted(cursor.fetchall())
