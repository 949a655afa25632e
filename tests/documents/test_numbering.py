"""Do numbers follow each other without a gap and without a double, whatever fails and however many write at once?"""

import random
from functools import partial

import pytest
from django.db import transaction
from django.db.transaction import TransactionManagementError

from documents.models import NumberSeries
from documents.numbering import Number, next_number
from tests.documents.conftest import InThreads

WRITERS = 8
EACH = 12


class Regret(RuntimeError):
    """The act that took a number failed afterwards."""


def take(seed: int) -> list[int]:
    """Numbers that stayed after commit; about every third transaction is rolled back."""
    chance = random.Random(seed)
    kept = []
    for _ in range(EACH):
        try:
            with transaction.atomic():
                number = next_number("罚", 2026, "蒙样交执")
                if chance.random() < 0.33:
                    raise Regret
            kept.append(number.seq)
        except Regret:
            continue
    return kept


@pytest.mark.django_db(transaction=True)
def test_eight_writers_with_rollbacks_leave_no_gap_and_no_double(in_threads: InThreads) -> None:
    kept = sorted(seq for numbers in in_threads([partial(take, seed) for seed in range(WRITERS)]) for seq in numbers)
    assert kept == list(range(1, len(kept) + 1))
    assert WRITERS < len(kept) < WRITERS * EACH
    assert in_threads([lambda: NumberSeries.objects.get().last]) == [len(kept)]


@pytest.mark.django_db
def test_each_series_and_each_year_counts_from_one() -> None:
    taken = [next_number(series, year, "蒙样交执").text for series, year in [("罚", 2026), ("罚", 2026), ("通", 2026)]]
    taken.append(next_number("罚", 2027, "蒙样交执").text)
    taken.append(next_number("", 2026, "蒙样交执").text)
    assert taken == [
        "蒙样交执罚〔2026〕001号",
        "蒙样交执罚〔2026〕002号",
        "蒙样交执通〔2026〕001号",
        "蒙样交执罚〔2027〕001号",
        "蒙样交执〔2026〕001号",
    ]


def test_the_thousandth_number_has_four_figures() -> None:
    assert Number("罚", 2026, 1000, "蒙样交执").text == "蒙样交执罚〔2026〕1000号"


@pytest.mark.django_db(transaction=True)
def test_no_number_is_given_outside_a_transaction() -> None:
    with pytest.raises(TransactionManagementError):
        next_number("罚", 2026, "蒙样交执")
