"""How often do the machine and the persons, and two persons among themselves, say the same of an item?

Share of equal answers, and Cohen's kappa: (observed - expected) / (1 - expected), where `expected` is the agreement
that two who answer independently, each with the shares of answers that were seen, would reach by chance. Kappa is
undefined where both always give one and the same answer. Persons are never named or counted apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from law.review_standard import ReviewItem, Standard
from oversight.batches.marking import Outcome
from oversight.batches.models import ReviewFile

Pair = tuple[str, str]


@dataclass(frozen=True)
class Agreement:
    """Of `count` pairs of answers `same` are equal."""

    count: int
    same: int
    kappa: Decimal | None

    @property
    def share(self) -> Decimal | None:
        return _rounded(Fraction(100 * self.same, self.count), "0.1") if self.count else None


@dataclass(frozen=True)
class ItemAgreement:
    item: ReviewItem
    machine: Agreement
    """Machine and person; only where the machine judges."""
    persons: Agreement
    """The first two reviewers of a file."""


def agreement(pairs: Sequence[Pair]) -> Agreement:
    count, same = len(pairs), sum(one == other for one, other in pairs)
    return Agreement(count, same, _kappa(pairs, count, same))


def _kappa(pairs: Sequence[Pair], count: int, same: int) -> Decimal | None:
    if not count:
        return None
    left, right = Counter(one for one, _other in pairs), Counter(other for _one, other in pairs)
    expected = sum((Fraction(left[key] * right[key], count * count) for key in left), Fraction(0))
    if expected == 1:
        return None
    return _rounded((Fraction(same, count) - expected) / (1 - expected), "0.01")


def _rounded(value: Fraction, step: str) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(step), ROUND_HALF_UP)


def by_item(standard: Standard, files: Iterable[ReviewFile]) -> list[ItemAgreement]:
    """Over the files that are scored, in the order of the standard; an unfinished file would tell what one said."""
    machine: dict[str, list[Pair]] = defaultdict(list)
    persons: dict[str, list[Pair]] = defaultdict(list)
    for file in files:
        if not file.is_scored:
            continue
        sheets = file.standing_sheets
        for number, proposed in file.machine.items():
            said = [one.answers[number]["outcome"] for one in sheets]
            persons[number].append((said[0], said[1]))
            if proposed["outcome"] != Outcome.ASKED:
                machine[number] += [(proposed["outcome"], one) for one in said]
    return [
        ItemAgreement(item, agreement(machine[item.number]), agreement(persons[item.number]))
        for item in standard.items
        if persons[item.number]
    ]
