"""Are sums written in capitals as 支付结算办法, annex 1, writes them? The table was made by hand."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from documents.amounts import capitals, written

TABLE = list(csv.DictReader(Path(__file__).with_name("amounts.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["amount"])
def test_the_sum_is_written_as_in_the_table(row: dict[str, str]) -> None:
    assert capitals(Decimal(row["amount"])) == row["capitals"]


@pytest.mark.parametrize("amount", ["-1", "0.001", "6000.005"])
def test_what_is_no_sum_of_money_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        capitals(Decimal(amount))


def test_trailing_zeros_do_not_change_the_words() -> None:
    assert capitals(Decimal("6000.0")) == capitals(Decimal("6E+3")) == "陆仟元整"


def test_a_decision_names_the_sum_in_words_and_figures() -> None:
    assert written(Decimal(6000)) == "人民币陆仟元整（¥6,000.00）"
