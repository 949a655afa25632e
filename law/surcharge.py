"""How much is added to a fine that is not paid in time (加处罚款, 行政处罚法 72.1(1)), and what does each payment settle?

Pure: what is due when, what was paid when, and when the surcharge stood still; the answer is the account on a day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from law.limits import limit

ONE_DAY = timedelta(days=1)
CENT = Decimal("0.01")
NOTHING = Decimal(0)


class Kind(StrEnum):
    """A surcharge is added to a fine only; 不加处于没收的违法所得."""

    FINE = "fine"
    CONFISCATION = "confiscation"


@dataclass(frozen=True)
class Due:
    """One sum and the last day on which it is paid in time; an instalment is one of several."""

    on: date
    amount: Decimal
    kind: Kind = Kind.FINE


@dataclass(frozen=True)
class Paid:
    on: date
    amount: Decimal


@dataclass(frozen=True)
class Stay:
    """Days on which no surcharge runs, both ends included; last None: still standing (行政处罚法 73.3)."""

    first: date
    last: date | None = None


@dataclass(frozen=True)
class SurchargeRule:
    """percent a day; cap in percent of what was overdue; ranks: the lower is settled first among sums due."""

    percent: int
    cap_percent: int
    payment_day_counts: bool
    fine_rank: int
    confiscation_rank: int
    surcharge_rank: int

    @property
    def surcharge_first(self) -> bool:
        return self.surcharge_rank < min(self.fine_rank, self.confiscation_rank)

    def rank(self, kind: Kind) -> int:
        return self.fine_rank if kind is Kind.FINE else self.confiscation_rank


def surcharge_rule(on: date) -> SurchargeRule:
    """As the law and the bureau set it on a day. Raises law.limits.UnknownLimit."""
    return SurchargeRule(
        percent=limit("surcharge_percent_a_day", on),
        cap_percent=limit("surcharge_cap_percent", on),
        payment_day_counts=bool(limit("surcharge_counts_payment_day", on)),
        fine_rank=limit("settle_fine", on),
        confiscation_rank=limit("settle_confiscation", on),
        surcharge_rank=limit("settle_surcharge", on),
    )


@dataclass
class Part:
    """What became of one due sum."""

    due: Due
    left: Decimal
    overdue: Decimal = NOTHING
    """What was unpaid when its last day had passed; the cap."""
    days: int = 0
    """Days for which a surcharge ran."""
    surcharge: Decimal = NOTHING


@dataclass(frozen=True)
class Reckoning:
    """The account of one party on one day, in yuan."""

    parts: tuple[Part, ...]
    surcharge: Decimal
    """All that has been added up to the day, paid or not."""
    surcharge_left: Decimal
    over: Decimal
    """Paid beyond everything owed."""

    @property
    def fine_left(self) -> Decimal:
        return sum((one.left for one in self.parts if one.due.kind is Kind.FINE), NOTHING)

    @property
    def confiscation_left(self) -> Decimal:
        return sum((one.left for one in self.parts if one.due.kind is Kind.CONFISCATION), NOTHING)

    @property
    def left(self) -> Decimal:
        return self.fine_left + self.confiscation_left + self.surcharge_left

    def overdue_left(self, on: date) -> Decimal:
        """Unpaid though its day has passed, with the surcharge on it."""
        return sum((one.left for one in self.parts if one.due.on < on), NOTHING) + self.surcharge_left


@dataclass
class _Account:
    parts: list[Part]
    stays: Sequence[tuple[date, date | None]]
    rule: SurchargeRule
    waived: Decimal
    paid_surcharge: Decimal = NOTHING
    over: Decimal = NOTHING
    counted_to: date = field(default=date.min)

    @property
    def surcharge(self) -> Decimal:
        return sum((one.surcharge for one in self.parts), NOTHING)

    @property
    def surcharge_left(self) -> Decimal:
        return max(self.surcharge - self.waived - self.paid_surcharge, NOTHING)

    def run_to(self, last: date) -> None:
        """Add what runs on the days after those already counted, up to and with `last`."""
        for part in self.parts:
            self._run(part, last)
        self.counted_to = max(self.counted_to, last)

    def _run(self, part: Part, last: date) -> None:
        if part.due.kind is not Kind.FINE or last <= part.due.on or not part.left:
            return
        part.overdue = part.overdue or part.left
        first = max(self.counted_to, part.due.on) + ONE_DAY
        cap = part.overdue * self.rule.cap_percent / 100
        daily = part.left * self.rule.percent / 100
        days = running_days(first, last, self.stays)
        if part.surcharge < cap and days:
            # The day on which the cap is reached counts, none after it.
            needed = int((cap - part.surcharge) / daily) + bool((cap - part.surcharge) % daily)
            part.days += min(days, needed)
            part.surcharge = min(part.surcharge + daily * days, cap).quantize(CENT, ROUND_DOWN)

    def settle(self, amount: Decimal, on: date) -> None:
        """Sums that are due before sums that are not (by day, then by rank); the surcharge by its rank."""
        ordered = sorted(self.parts, key=lambda one: (one.due.on, self.rule.rank(one.due.kind)))
        for part in ordered:
            if part.due.on < on:
                part.overdue = part.overdue or part.left
        if self.rule.surcharge_first:
            amount = self._settle_surcharge(amount)
        amount = _pay_off([one for one in ordered if one.due.on <= on], amount)
        amount = self._settle_surcharge(amount)
        self.over += _pay_off([one for one in ordered if one.due.on > on], amount)

    def _settle_surcharge(self, amount: Decimal) -> Decimal:
        taken = min(amount, self.surcharge_left)
        self.paid_surcharge += taken
        return amount - taken


def reckon(
    dues: Iterable[Due],
    payments: Iterable[Paid],
    on: date,
    *,
    rule: SurchargeRule,
    stays: Iterable[Stay] = (),
    waived: Decimal = NOTHING,
) -> Reckoning:
    """The account at the end of a day; payments after it do not count yet.

    A surcharge runs from the day after the last day for payment, on what is then unpaid of the fine; it never exceeds
    the part of the fine that was overdue (行政强制法 45.2). waived: what an agreement took off it (行政强制法 42.1).
    """
    account = _Account(
        [Part(one, one.amount) for one in sorted(dues, key=lambda one: (one.on, one.kind, one.amount))],
        merged(stays),
        rule,
        waived,
    )
    received: dict[date, Decimal] = {}
    for one in payments:
        if one.on <= on:
            received[one.on] = received.get(one.on, NOTHING) + one.amount
    for day in sorted(received):
        account.run_to(day if rule.payment_day_counts else day - ONE_DAY)
        account.settle(received[day], day)
    account.run_to(on)
    return Reckoning(tuple(account.parts), account.surcharge, account.surcharge_left, account.over)


def running_days(first: date, last: date, stays: Sequence[tuple[date, date | None]]) -> int:
    """How many days from first to last (both included) lie in none of the merged stays."""
    if last < first:
        return 0
    days = (last - first).days + 1
    for begins, ends in stays:
        low, high = max(begins, first), min(ends or last, last)
        days -= max((high - low).days + 1, 0)
    return days


def merged(stays: Iterable[Stay]) -> list[tuple[date, date | None]]:
    """In order and without overlap, so that no day is left out twice."""
    found: list[tuple[date, date | None]] = []
    for one in sorted(stays, key=lambda one: one.first):
        if one.last is not None and one.last < one.first:
            continue
        if found and (found[-1][1] is None or one.first <= found[-1][1]):
            begins, ends = found[-1]
            found[-1] = (begins, None if ends is None or one.last is None else max(ends, one.last))
        else:
            found.append((one.first, one.last))
    return found


def _pay_off(parts: Iterable[Part], amount: Decimal) -> Decimal:
    for part in parts:
        taken = min(amount, part.left)
        part.left -= taken
        amount -= taken
    return amount
