"""How much may a fine be: overload by the table, multiples of the income and shares of the contract by hand."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import LazySettings
from hypothesis import given
from hypothesis import strategies as some

from law.formulas import UnknownFormula, mass_limit
from law.penalties import fine_range, overload_fine
from law.violations import violation

OVERLOADS = list(csv.DictReader((Path(__file__).parent / "overload.csv").open(encoding="utf-8")))
DAY = date(2026, 5, 18)


@pytest.mark.parametrize("row", OVERLOADS, ids=lambda row: f"{row['total_kg']}-{row['limit_kg']}")
def test_overload_costs_what_the_table_says(row: dict[str, str]) -> None:
    found = overload_fine(int(row["total_kg"]), int(row["limit_kg"]), DAY)
    assert found.amount == Decimal(row["amount"]), found.text
    assert found.excess_kg == max(int(row["total_kg"]) - int(row["limit_kg"]), 0)


def test_the_sum_is_told_as_an_officer_would_write_it() -> None:
    assert overload_fine(61320, 49000, DAY).text == (
        "61,320 千克 − 49,000 千克 = 超限 12,320 千克，不足 1,000 千克部分不计，12 × 500 元 = 6,000 元"
    )
    assert overload_fine(150000, 49000, DAY).text.endswith(
        "101 × 500 元 = 50,500 元，最高不超过 30,000 元，计 30,000 元"
    )
    assert overload_fine(50000, 49000, DAY).text.endswith("未超过 1,000 千克，予以警告")


@pytest.mark.parametrize(("rounding", "amount"), [("ceil", "6500"), ("exact", "6160"), ("floor", "6000")])
def test_the_bureau_may_set_another_rounding(
    rounding: str, amount: str, tmp_path: Path, settings: LazySettings
) -> None:
    row = f"""[[overload]]
key = "overload-mass"
step_kg = 1000
per_step = 500
warning_up_to_kg = 1000
cap = 30000
rounding = "{rounding}"
basis = "超限运输规定:43.1(2)"
in_force_from = 2016-09-21
"""
    (tmp_path / "formulas.toml").write_text(row, "utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    assert overload_fine(61320, 49000, DAY).amount == Decimal(amount)


@given(total=some.integers(0, 200_000), more=some.integers(0, 5_000))
def test_more_weight_never_costs_less_and_never_more_than_the_cap(total: int, more: int) -> None:
    light, heavy = overload_fine(total, 49_000, DAY).amount, overload_fine(total + more, 49_000, DAY).amount
    assert light <= heavy <= 30_000


@pytest.mark.parametrize(
    ("axles", "train", "single_drive", "kilograms"),
    [
        (2, False, False, 18000),
        (3, False, False, 25000),
        (3, True, False, 27000),
        (4, False, False, 31000),
        (4, True, False, 36000),
        (5, True, False, 43000),
        (6, True, False, 49000),
        (7, True, False, 49000),
        (6, True, True, 46000),
    ],
)
def test_a_vehicle_s_limit_follows_its_axles(axles: int, train: bool, single_drive: bool, kilograms: int) -> None:
    assert mass_limit(axles, DAY, train=train, single_drive=single_drive).kilograms == kilograms


def test_a_vehicle_that_the_regulation_does_not_know_has_no_limit() -> None:
    with pytest.raises(UnknownFormula):
        mass_limit(5, DAY, train=False)


# 道路运输条例 63 as read in the statute; WH-001 with 26,000 of income is case 2 of the sample cases.
@pytest.mark.parametrize(
    ("code", "income", "low", "high"),
    [
        ("WH-001", "26000", "52000", "260000"),
        ("WH-001", "20000", "30000", "100000"),
        ("WH-001", "20000.01", "40000.02", "200000.10"),
        ("WH-001", None, "30000", "100000"),
        ("KY-001", "0", "10000", "100000"),
        ("HY-001", "10000", "3000", "50000"),
        ("HY-001", "10001", "10001", "50005"),
        ("ZC-001", "10000", "20000", "100000"),
        ("ZC-001", "9999", "20000", "50000"),
        ("WX-007", "3000", "6000", "30000"),
        ("GJ-001", "10000", "10000", "50000"),
        ("SL-001", "29999", "30000", "150000"),
        ("SL-001", "30000", "30000", "150000"),
        ("AQ-011", "100000", "200000", "500000"),
        ("GL-025", None, "0", "20000"),
        ("GL-025", "50000", "0", "150000"),
        ("CX-001", None, "0", "30000"),
        ("KY-003", "99999", "200", "2000"),
    ],
)
def test_the_range_follows_the_income_where_the_law_says_so(code: str, income: str | None, low: str, high: str) -> None:
    row = violation(code, date(2026, 5, 18))
    found = fine_range(row, date(2026, 5, 18), Decimal(income) if income is not None else None)
    assert found == (Decimal(low), Decimal(high))


def test_before_july_2023_reaching_the_threshold_was_enough() -> None:
    day = date(2023, 7, 19)
    assert fine_range(violation("HY-001", day), day, Decimal(20000)) == (Decimal(40000), Decimal(200000))
    assert fine_range(violation("HY-001", day), day, None) == (Decimal(30000), Decimal(100000))


def test_a_share_of_the_contract_needs_the_contract_s_price() -> None:
    row = violation("GC-005", DAY)
    assert fine_range(row, DAY, None) == (None, None)
    assert fine_range(row, DAY, None, base=Decimal(5_000_000)) == (Decimal(100_000), Decimal(200_000))


def test_a_violation_without_a_fine_has_no_range() -> None:
    assert fine_range(violation("JP-003", DAY), DAY, Decimal(1000)) == (None, None)
