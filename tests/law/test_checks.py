"""Does `manage.py check` find what is wrong in the law data, and nothing in what we ship?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings

from law.brackets import all_brackets
from law.checks import (
    check_brackets,
    check_calendar,
    check_citations,
    check_law_data,
    check_overlaps,
    check_terms,
    check_thresholds,
    check_tiers,
    check_violations,
    overlapping,
)
from law.terms import all_terms
from law.thresholds import all_thresholds
from law.tiers import all_tiers
from law.violations import all_violations

TIERS = "violation,level,facts,fine_min,fine_max,basis,in_force_from,in_force_until\n"


@pytest.fixture
def local(tmp_path: Path, settings: LazySettings) -> Path:
    settings.LAW_LOCAL_DIR = tmp_path
    return tmp_path


def test_what_we_ship_is_coherent() -> None:
    assert check_citations() == []
    assert check_overlaps() == []
    assert check_terms(all_terms()) == []
    assert check_thresholds(all_thresholds()) == []
    assert check_violations(all_violations()) == []
    assert [message.id for message in check_law_data() if message.is_serious()] == []


@pytest.mark.parametrize(
    ("basis", "reason"),
    [
        ("没有的法:1", "没有的法"),
        ("行政处罚法:0", "行政处罚法:0"),
        ("行政处罚法:87", "行政处罚法:87"),
        ("行政处罚法第五十条", "行政处罚法第五十条"),
        ("道路运输条例:83", "道路运输条例:83"),
    ],
)
def test_a_dangling_basis_is_an_error(local: Path, basis: str, reason: str) -> None:
    row = f'[[ground]]\nkey = "x"\ntitle = "甲"\nbasis = "{basis}"\nin_force_from = 2024-01-01\n'
    (local / "grounds.toml").write_text(row, "utf-8")
    (message,) = check_citations()
    assert message.id == "law.E002"
    assert reason in message.msg


def test_an_article_is_held_against_the_version_of_its_day(local: Path) -> None:
    # The law of 2017 ended with article 64; 65 came in 2021.
    rows = "".join(
        f'[[ground]]\nkey = "{day}"\ntitle = "甲"\nbasis = "行政处罚法:65"\nin_force_from = {day}\n'
        for day in ("2021-07-14", "2021-07-15")
    )
    (local / "grounds.toml").write_text(rows, "utf-8")
    assert ["2021-07-14" in message.msg for message in check_citations()] == [True]


def test_a_violation_with_a_dangling_article_is_an_error(local: Path) -> None:
    header = (Path(__file__).parents[2] / "law/data/violations.csv").read_text("utf-8").splitlines()[0]
    row = "NM-001,地方,甲,公路法:44,公路法:88,,,fine,,100,200,,,S,2022-07-28,"
    (local / "violations.csv").write_text(f"{header}\n{row}\n", "utf-8")
    (message,) = check_citations()
    assert message.msg == "NM-001: the citation 公路法:88 leads nowhere"


def test_a_term_and_a_threshold_without_basis_are_errors() -> None:
    assert [each.id for each in check_terms([replace(all_terms()[0], basis="")])] == ["law.E003"]
    assert [each.id for each in check_thresholds([replace(all_thresholds()[0], basis="")])] == ["law.E005"]


@pytest.mark.parametrize(
    ("until", "later", "errors"),
    [
        (None, date(2026, 1, 1), 1),
        (date(2026, 1, 1), date(2026, 1, 1), 1),
        (date(2025, 12, 31), date(2026, 1, 1), 0),
        (date(2025, 12, 30), date(2026, 1, 1), 0),
    ],
)
def test_two_rows_of_one_key_on_one_day_are_an_error(until: date | None, later: date, errors: int) -> None:
    first = replace(all_terms()[0], in_force_from=date(2024, 1, 1), in_force_until=until)
    second = replace(first, in_force_from=later, in_force_until=None)
    for rows in ([("k", first), ("k", second)], [("k", second), ("k", first)]):
        assert len(overlapping("terms.toml", rows)) == errors
    assert overlapping("terms.toml", [("k", first), ("other", second)]) == []


def test_a_range_upside_down_an_unknown_formula_and_a_missing_article_are_errors() -> None:
    row = next(each for each in all_violations() if each.code == "KY-003")
    assert row.fine_max is not None
    wrong = [
        replace(row, fine_min=row.fine_max + 1),
        replace(row, formula="nonsense"),
        replace(row, penalty=()),
    ]
    assert [message.id for message in check_violations(wrong)] == ["law.E006", "law.E007", "law.E008"]
    assert check_violations([replace(row, penalty=(), certainty="R")]) == []


def test_steps_of_an_article_name_known_rows_and_never_two_for_the_same_conditions() -> None:
    row = replace(next(each for each in all_brackets() if each.key == "63.1-grave"), violations=("HY-001",))
    assert check_brackets(all_brackets()) == []
    wrong = [
        replace(row, violations=("XX-999",)),
        replace(row, when=frozenset({"nonsense"})),
        row,
        replace(row, key="2"),
    ]
    assert [message.id for message in check_brackets(wrong)] == ["law.E011"] * 3
    assert (
        check_brackets([replace(row, in_force_until=date(2024, 1, 1)), replace(row, in_force_from=date(2024, 1, 2))])
        == []
    )


def test_a_broken_file_is_one_error_and_no_traceback(local: Path) -> None:
    (local / "thresholds.toml").write_text("[[threshold]]\n", "utf-8")
    (message,) = check_law_data()
    assert message.id == "law.E001"
    assert "thresholds.toml" in message.msg


@pytest.mark.parametrize(
    ("today", "ids"),
    [
        (date(2025, 12, 31), []),
        (date(2026, 11, 23), ["law.I001"]),
        (date(2027, 1, 1), ["law.W001"]),
        (date(2027, 11, 30), ["law.W001"]),
        (date(2027, 12, 1), ["law.E010"]),
        (date(2028, 1, 1), ["law.E010"]),
    ],
)
def test_next_year_s_calendar_is_asked_for_in_time(today: date, ids: list[str]) -> None:
    assert [message.id for message in check_calendar(today)] == ids


@pytest.mark.parametrize(
    ("row", "errors"),
    [
        ("KY-003,一般,甲,500,1000,某文,2024-01-01,", 0),
        ("KY-003,一般,甲,100,1000,某文,2024-01-01,", 1),
        ("KY-003,一般,甲,500,2001,某文,2024-01-01,", 1),
        ("ZZ-999,一般,甲,500,1000,某文,2024-01-01,", 1),
    ],
)
def test_a_tier_must_stay_within_its_violation_s_range(local: Path, row: str, errors: int) -> None:
    (local / "tiers").mkdir()
    (local / "tiers" / "本局.csv").write_text(TIERS + row + "\n", "utf-8")
    assert len(check_tiers(all_tiers())) == errors


def test_two_tiers_of_one_level_on_one_day_are_an_error(local: Path) -> None:
    (local / "tiers").mkdir()
    row = "KY-003,一般,甲,500,1000,某文,2024-01-01,\n"
    (local / "tiers" / "本局.csv").write_text(TIERS + row + row, "utf-8")
    assert [message.id for message in check_overlaps()] == ["law.E004"]


CHECKS: list[Callable[[], object]] = [check_citations, check_overlaps]


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_asked_twice_answers_the_same(check: Callable[[], object]) -> None:
    assert check() == check()
