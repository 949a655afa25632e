"""What is added to an unpaid fine? Every sum in surcharge.csv was reckoned by hand: 3 % a day, at most the fine."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from law.surcharge import Due, Kind, Paid, Reckoning, Stay, merged, reckon, running_days, surcharge_rule

BY_HAND = list(csv.DictReader((Path(__file__).parent / "surcharge.csv").open(encoding="utf-8")))
RULE = surcharge_rule(date(2026, 4, 3))
KINDS = {"F": Kind.FINE, "C": Kind.CONFISCATION}
START = date(2026, 4, 18)


def listed(text: str) -> list[str]:
    return [one for one in text.split(";") if one]


def read_dues(text: str) -> list[Due]:
    return [Due(date.fromisoformat(one[1:11]), Decimal(one[12:]), KINDS[one[0]]) for one in listed(text)]


def read_payments(text: str) -> list[Paid]:
    return [Paid(date.fromisoformat(one[:10]), Decimal(one[11:])) for one in listed(text)]


def read_stays(text: str) -> list[Stay]:
    spans = [one.split("..") for one in listed(text)]
    return [Stay(date.fromisoformat(first), date.fromisoformat(last) if last else None) for first, last in spans]


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(BY_HAND) >= 40


@pytest.mark.parametrize("row", BY_HAND, ids=lambda row: row["what"])
def test_the_account_is_the_one_reckoned_by_hand(row: dict[str, str]) -> None:
    found = reckon(
        read_dues(row["dues"]),
        read_payments(row["payments"]),
        date.fromisoformat(row["on"]),
        rule=RULE,
        stays=read_stays(row["stays"]),
        waived=Decimal(row["waived"]),
    )
    for name in ("surcharge", "fine_left", "confiscation_left", "surcharge_left", "over"):
        assert getattr(found, name) == Decimal(row[name]), name


def test_the_days_for_which_it_ran_are_told() -> None:
    (part,) = reckon([Due(START, Decimal(6000))], [], START + timedelta(days=90), rule=RULE).parts
    assert (part.days, part.overdue) == (34, Decimal(6000))


def test_a_bureau_may_let_payments_settle_the_surcharge_first() -> None:
    first = replace(RULE, surcharge_rank=0)
    found = reckon([Due(START, Decimal(6000))], [Paid(date(2026, 4, 28), Decimal(1800))], date(2026, 4, 28), rule=first)
    assert (found.fine_left, found.surcharge_left) == (6000, 0)


def test_a_bureau_may_leave_the_day_of_payment_out() -> None:
    rule = replace(RULE, payment_day_counts=False)
    found = reckon([Due(START, Decimal(6000))], [Paid(date(2026, 4, 28), Decimal(6000))], date(2026, 5, 28), rule=rule)
    assert found.surcharge == 9 * 180


def test_what_is_overdue_is_not_what_is_still_to_come() -> None:
    found = reckon([Due(START, Decimal(100)), Due(date(2026, 5, 18), Decimal(100))], [], date(2026, 4, 19), rule=RULE)
    assert (found.left, found.overdue_left(date(2026, 4, 19))) == (203, 103)


# --- properties -----------------------------------------------------------------------------------
DAYS = some.integers(0, 120).map(lambda number: START + timedelta(days=number))
YUAN = some.integers(1, 50_000).map(Decimal)
DUES = some.lists(some.builds(Due, DAYS, YUAN, some.sampled_from(Kind)), min_size=1, max_size=4)
PAYMENTS = some.lists(some.builds(Paid, DAYS, YUAN), max_size=5)
STAYS = some.lists(
    some.builds(lambda first, days: Stay(first, first + timedelta(days=days)), DAYS, some.integers(0, 60))
)
RANKS = some.sampled_from([RULE, replace(RULE, surcharge_rank=0), replace(RULE, fine_rank=9)])


def account(dues: list[Due], payments: list[Paid], on: date, stays: list[Stay], rule: object = RULE) -> Reckoning:
    return reckon(dues, payments, on, rule=rule, stays=stays)  # type: ignore[arg-type]


@given(DUES, PAYMENTS, STAYS, DAYS, some.integers(0, 60), RANKS)
def test_what_has_run_never_becomes_less(
    dues: list[Due], payments: list[Paid], stays: list[Stay], on: date, days: int, rule: object
) -> None:
    later = on + timedelta(days=days)
    assert account(dues, payments, on, stays, rule).surcharge <= account(dues, payments, later, stays, rule).surcharge


@given(DUES, PAYMENTS, STAYS, DAYS, RANKS)
def test_it_never_exceeds_the_fine_and_never_touches_confiscated_income(
    dues: list[Due], payments: list[Paid], stays: list[Stay], on: date, rule: object
) -> None:
    found = account(dues, payments, on, stays, rule)
    assert all(one.surcharge <= one.overdue <= one.due.amount for one in found.parts)
    assert all(one.surcharge == 0 for one in found.parts if one.due.kind is Kind.CONFISCATION)


@given(DUES, PAYMENTS, STAYS, DAYS, some.integers(0, 60), DAYS)
def test_a_stay_never_makes_it_more(
    dues: list[Due], payments: list[Paid], stays: list[Stay], first: date, days: int, on: date
) -> None:
    longer = [*stays, Stay(first, first + timedelta(days=days))]
    assert account(dues, payments, on, longer).surcharge <= account(dues, payments, on, stays).surcharge


@given(DUES, PAYMENTS, STAYS, DAYS, some.randoms(use_true_random=False))
def test_the_order_in_which_payments_are_told_does_not_matter(
    dues: list[Due], payments: list[Paid], stays: list[Stay], on: date, chance: object
) -> None:
    mixed = list(payments)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert account(dues, mixed, on, stays) == account(dues, payments, on, stays)


@given(DUES, PAYMENTS, STAYS, DAYS, RANKS)
def test_every_yuan_is_accounted_for(
    dues: list[Due], payments: list[Paid], stays: list[Stay], on: date, rule: object
) -> None:
    found = account(dues, payments, on, stays, rule)
    owed = sum(one.amount for one in dues) + found.surcharge
    assert found.left - found.over == owed - sum(one.amount for one in payments if one.on <= on)


@given(STAYS, DAYS, some.integers(0, 90))
def test_days_are_left_out_once_however_many_stays_hold_them(stays: list[Stay], first: date, span: int) -> None:
    days = [first + timedelta(days=number) for number in range(span + 1)]
    free = [day for day in days if not any(one.first <= day <= (one.last or day) for one in stays)]
    assert running_days(first, days[-1], merged(stays)) == len(free)
